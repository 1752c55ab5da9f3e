import { createHash } from "node:crypto";
import { type CsvRow, readStandardsFile } from "./csv-rows.ts";
import type { Database } from "./database.ts";
import { loadSql } from "./sql.ts";
import { checkStandardsReferences } from "./standards-references.ts";
import { fileOf, parseStandardsRows, STANDARDS_NAMES, type StandardsRows } from "./standards-rows.ts";

const HASH_SETTING = "standards-sha256";

const readHashSql = loadSql("./standards/read-hash.sql", import.meta.url);
const writeHashSql = loadSql("./standards/write-hash.sql", import.meta.url);
// the SQL that writes a group of rows is named as its file
const upsertSql = new Map(
  STANDARDS_NAMES.map((name) => [
    name,
    loadSql(`./standards/${fileOf(name).replace(/csv$/, "sql")}`, import.meta.url),
  ]),
);

// what was edited here stays edited, and can be set back to what is shipped now
const editsSql = [
  loadSql("./standards/edited-persona.sql", import.meta.url),
  loadSql("./standards/edited-walking-parameter.sql", import.meta.url),
];

/**
 * Brings the standards tables to the state of the CSV files of a directory (geodata/standards), in one short transaction;
 * files already loaded are not loaded again. Throws StartupError "file:line: …" at the first wrong row, changing nothing.
 */
export async function loadStandards(database: Database, directory: string): Promise<void> {
  const texts = await readTexts(directory);
  const hash = sha256(texts);
  const { rows: stored } = await database.query<{ value: string }>(readHashSql, [HASH_SETTING]);
  if (stored[0]?.value === hash) return;

  const rows = parseStandardsRows(texts);
  checkStandardsReferences(rows);
  await database.transaction(async (transaction) => {
    for (const name of STANDARDS_NAMES) await transaction.query(upsertSql.get(name)!, [asJson(rows[name])]);
    for (const sql of editsSql) await transaction.query(sql);
    await transaction.query(writeHashSql, [HASH_SETTING, hash]);
  });
}

type Texts = Record<keyof StandardsRows, string>;

async function readTexts(directory: string): Promise<Texts> {
  const entries = await Promise.all(
    STANDARDS_NAMES.map(async (name) => [name, await readStandardsFile(directory, fileOf(name))] as const),
  );
  return Object.fromEntries(entries) as Texts;
}

function sha256(texts: Texts): string {
  const hash = createHash("sha256");
  // the length keeps a row that moves from the end of one file to the start of the next from hashing alike
  for (const name of STANDARDS_NAMES) hash.update(`${name} ${texts[name].length}\n`).update(texts[name]);
  return hash.digest("hex");
}

// some 200 short rows: one JSON value is simpler than an array per column, and fast enough
function asJson(rows: readonly CsvRow<unknown>[]): string {
  return JSON.stringify(rows.map(({ row }) => row));
}
