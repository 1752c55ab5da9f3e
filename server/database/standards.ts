import { createHash } from "node:crypto";
import { type CsvRow, readStandardsFile } from "./csv-rows.ts";
import type { Database } from "./database.ts";
import { loadSql } from "./sql.ts";
import { checkStandardsReferences } from "./standards-references.ts";
import { parseStandardsRows, STANDARDS_FILES, type StandardsRows } from "./standards-rows.ts";

const HASH_SETTING = "standards-sha256";
const NAMES = Object.keys(STANDARDS_FILES) as (keyof StandardsRows)[];

const readHashSql = loadSql("./standards/read-hash.sql", import.meta.url);
const writeHashSql = loadSql("./standards/write-hash.sql", import.meta.url);
const upsertSql: Readonly<Record<keyof StandardsRows, string>> = {
  facilityCategory: loadSql("./standards/facility-category.sql", import.meta.url),
  ruleSet: loadSql("./standards/rule-set.sql", import.meta.url),
  tier: loadSql("./standards/tier.sql", import.meta.url),
  requirement: loadSql("./standards/life-circle-requirement.sql", import.meta.url),
  persona: loadSql("./standards/persona.sql", import.meta.url),
  walkingParameter: loadSql("./standards/walking-parameter.sql", import.meta.url),
  publishedValue: loadSql("./standards/published-value.sql", import.meta.url),
  projectTerm: loadSql("./standards/project-term.sql", import.meta.url),
  filterPreset: loadSql("./standards/filter-preset.sql", import.meta.url),
  coverageDefinition: loadSql("./standards/coverage-definition.sql", import.meta.url),
  coverageRadius: loadSql("./standards/coverage-radius.sql", import.meta.url),
  parkAreaStandard: loadSql("./standards/park-area-standard.sql", import.meta.url),
  blockBand: loadSql("./standards/block-band.sql", import.meta.url),
  demandGroup: loadSql("./standards/demand-group.sql", import.meta.url),
  facilityDemand: loadSql("./standards/facility-demand.sql", import.meta.url),
  catchmentDecay: loadSql("./standards/catchment-decay.sql", import.meta.url),
  healthIndicator: loadSql("./standards/health-indicator.sql", import.meta.url),
  stageMove: loadSql("./standards/stage-move.sql", import.meta.url),
  stageGuard: loadSql("./standards/stage-guard.sql", import.meta.url),
  projectListRule: loadSql("./standards/project-list-rule.sql", import.meta.url),
  projectBatch: loadSql("./standards/project-batch.sql", import.meta.url),
  projectTask: loadSql("./standards/project-task.sql", import.meta.url),
  policyTrack: loadSql("./standards/policy-track.sql", import.meta.url),
  projectConflictRule: loadSql("./standards/project-conflict-rule.sql", import.meta.url),
  fundingType: loadSql("./standards/funding-type.sql", import.meta.url),
  incomeKind: loadSql("./standards/income-kind.sql", import.meta.url),
  operationKind: loadSql("./standards/operation-kind.sql", import.meta.url),
  dispatchRule: loadSql("./standards/dispatch-rule.sql", import.meta.url),
  scorecardItem: loadSql("./standards/scorecard-item.sql", import.meta.url),
  estateRule: loadSql("./standards/estate-rule.sql", import.meta.url),
  inspectionInterval: loadSql("./standards/inspection-interval.sql", import.meta.url),
  programmeSource: loadSql("./standards/programme-source.sql", import.meta.url),
  programmeFigure: loadSql("./standards/programme-figure.sql", import.meta.url),
  signingStage: loadSql("./standards/signing-stage.sql", import.meta.url),
  consentThreshold: loadSql("./standards/consent-threshold.sql", import.meta.url),
  casePlot: loadSql("./standards/case-plot.sql", import.meta.url),
  programmeList: loadSql("./standards/programme-list.sql", import.meta.url),
  findingTerm: loadSql("./standards/finding-term.sql", import.meta.url),
};

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
    for (const name of NAMES) await transaction.query(upsertSql[name], [asJson(rows[name])]);
    for (const sql of editsSql) await transaction.query(sql);
    await transaction.query(writeHashSql, [HASH_SETTING, hash]);
  });
}

type Texts = Record<keyof StandardsRows, string>;

async function readTexts(directory: string): Promise<Texts> {
  const entries = await Promise.all(
    NAMES.map(async (name) => [name, await readStandardsFile(directory, STANDARDS_FILES[name])] as const),
  );
  return Object.fromEntries(entries) as Texts;
}

function sha256(texts: Texts): string {
  const hash = createHash("sha256");
  // the length keeps a row that moves from the end of one file to the start of the next from hashing alike
  for (const name of NAMES) hash.update(`${name} ${texts[name].length}\n`).update(texts[name]);
  return hash.digest("hex");
}

// some 200 short rows: one JSON value is simpler than an array per column, and fast enough
function asJson(rows: readonly CsvRow<unknown>[]): string {
  return JSON.stringify(rows.map(({ row }) => row));
}
