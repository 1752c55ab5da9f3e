import type { Scope, Writing } from "../catalogue/scope.ts";
import type { IMPORT_KINDS, ImportReport, RowFault } from "../contract/indicator-values.ts";
import type { Database } from "../database/database.ts";
import { recordVersion } from "../database/version.ts";
import { conflict, wrongFile } from "../errors.ts";
import {
  HEADING_ROWS,
  headText,
  requireNoMore,
  type TableColumn,
  type TableRow,
  tableOf,
} from "../tables/match-headings.ts";
import { readLines } from "../tables/read-lines.ts";
import { type FindingRow, insertFindings } from "./finding-rows.ts";
import { type Lookups, readLookups } from "./import-cells.ts";
import { FINDING_COLUMNS, findingOfRow } from "./import-findings.ts";
import { VALUE_COLUMNS, valueOfRow } from "./import-values.ts";
import { insertValues, type ValueRow } from "./indicator-values.ts";

type Kind = (typeof IMPORT_KINDS)[number];
type Row = FindingRow | ValueRow;
/** What is shown of a file at most, of each sort of row. */
const SHOWN = 200;
/** Most rows a file may have. */
const MAX_ROWS = 5000;

interface Given {
  readonly kind: Kind;
  readonly fileName: string;
  readonly bytes: Buffer;
  /** true = only told what the file would bring. */
  readonly preview: boolean;
}

interface Sort {
  readonly columns: readonly TableColumn[];
  readonly layer: string;
  readonly read: (
    row: TableRow,
    lookups: Lookups,
  ) => { readonly faults: readonly RowFault[]; readonly row: Row | null };
  readonly keyOf: (row: Row) => string;
  readonly textOf: (row: Row) => string;
  readonly knownSql: string;
}

const SORTS: Readonly<Record<Kind, Sort>> = {
  findings: {
    columns: FINDING_COLUMNS,
    layer: "finding",
    read: findingOfRow,
    keyOf: (row) => (row as FindingRow).identity,
    textOf: (row) => (row as FindingRow).title,
    knownSql: "SELECT identity AS key FROM finding WHERE district_id = $1",
  },
  "indicator-values": {
    columns: VALUE_COLUMNS,
    layer: "indicator-value",
    read: valueOfRow,
    keyOf: (row) => {
      const { edition, indicator, zone, asOf, value, toldBy } = row as ValueRow;
      return JSON.stringify([edition, indicator, zone, asOf, value, toldBy]);
    },
    textOf: (row) => {
      const { indicator, zone, asOf, value } = row as ValueRow;
      return `${indicator} · ${zone} · ${asOf} · ${value}`;
    },
    knownSql: `SELECT edition, indicator, zone, as_of AS "asOf", value, told_by AS "toldBy" FROM indicator_value WHERE district_id = $1`,
  },
};

interface Sorted {
  readonly fresh: readonly { readonly line: number; readonly row: Row }[];
  readonly known: readonly { readonly line: number; readonly row: Row }[];
}

/**
 * Tells row by row what a file would bring, and takes it unless it is only a preview. Throws conflict with
 * `details.report` where a row has a fault: nothing of such a file is taken. unsupported-format, invalid-parameter.
 */
export async function importFile(
  database: Database,
  scope: Writing,
  { kind, fileName, bytes, preview }: Given,
): Promise<ImportReport> {
  const sort = SORTS[kind];
  const table = await readTable(bytes, sort.columns);
  const lookups = await readLookups(database, scope);
  const read =
    table.faults.length > 0 ? [] : table.rows.map((row) => ({ ...sort.read(row, lookups), line: row.line }));
  const strays = await placeFaults(database, scope, read);
  const faults = [...table.faults, ...read.flatMap((each) => each.faults), ...strays];
  const astray = new Set(strays.map(({ line }) => line));
  const sound = read.filter(({ line }) => !astray.has(line));
  const sorted = await sortRows(database, scope, { sort, read: sound });
  const told = (rows: Sorted["fresh"]) =>
    rows.slice(0, SHOWN).map(({ line, row }) => ({ line, text: sort.textOf(row) }));
  const report: ImportReport = {
    ...{ kind, fileName, encoding: table.encoding, rows: table.rows.length },
    ...{ faults: faults.slice(0, SHOWN), faultRows: new Set(faults.map(({ line }) => line)).size },
    ...{ fresh: told(sorted.fresh), freshRows: sorted.fresh.length },
    ...{ known: told(sorted.known), knownRows: sorted.known.length, version: null },
  };
  if (preview) return report;
  if (faults.length > 0) throw conflict("Rows of the file cannot be taken, so none was.", { report });
  if (sorted.fresh.length === 0) throw conflict("The file brings nothing that is not there.", { report });
  const rows = sorted.fresh.map(({ row }) => row);
  return { ...report, version: await take(database, scope, { kind, fileName, rows }) };
}

async function readTable(bytes: Buffer, columns: readonly TableColumn[]) {
  const { encoding, ...lines } = await readLines(bytes, {
    columns: columns.length,
    rows: HEADING_ROWS + MAX_ROWS,
  });
  const { head, rows, missing, merges } = tableOf(lines, columns);
  if (!head) throw wrongFile("no-headings", "", "a table with a row of headings");
  requireNoMore(rows.length, MAX_ROWS);
  const faults: RowFault[] = [
    ...missing.map(({ headings }) => ({
      ...{ line: head.line, column: headings[0]!, value: headText(head).slice(0, 80) },
      ...{ code: "missing-column", expected: headings.join(" / ") },
    })),
    ...merges.map(({ startRow, endRow }) => ({
      ...{ line: startRow + 1, column: "", value: `${startRow + 1}–${endRow + 1}` },
      ...{ code: "merged", expected: "" },
    })),
  ];
  return { encoding, rows, faults };
}

interface Read {
  readonly line: number;
  readonly row: Row | null;
}

async function sortRows(
  database: Database,
  { districtId }: Scope,
  { sort, read }: { readonly sort: Sort; readonly read: readonly Read[] },
): Promise<Sorted> {
  const { rows } = await database.query<ValueRow & { key?: string }>(sort.knownSql, [districtId]);
  const seen = new Set(rows.map((row) => row.key ?? sort.keyOf(row)));
  const fresh: { line: number; row: Row }[] = [];
  const known: { line: number; row: Row }[] = [];
  for (const { line, row } of read) {
    if (row === null) continue;
    const key = sort.keyOf(row);
    (seen.has(key) ? known : fresh).push({ line, row });
    seen.add(key);
  }
  return { fresh, known };
}

const insideSql = `SELECT at::int FROM unnest($2::float8[], $3::float8[]) WITH ORDINALITY AS given (lon, lat, at)
WHERE NOT EXISTS (SELECT FROM zone WHERE district_id = $1 AND kind = 'district'
  AND ST_Intersects(geom, ST_SetSRID(ST_MakePoint(lon, lat), 4326)))`;

// of all points in one question
async function placeFaults(
  database: Database,
  { districtId }: Scope,
  read: readonly Read[],
): Promise<RowFault[]> {
  const points = read.flatMap(({ line, row }) => {
    const place = row !== null && "place" in row ? row.place : null;
    return place?.type === "Point" ? [{ line, at: place.coordinates }] : [];
  });
  const axis = (index: number) => points.map(({ at }) => at[index]);
  const { rows } = await database.query<{ at: number }>(insideSql, [districtId, axis(0), axis(1)]);
  return rows.map(({ at }) => {
    const { line, at: place } = points[at - 1]!;
    return { line, column: "经度", value: place.join(", "), code: "outside-district", expected: "" };
  });
}

const importSql =
  "INSERT INTO finding_import (version, district_id, kind, file_name, rows) VALUES ($1, $2, $3, $4, $5)";

async function take(
  database: Database,
  { districtId, actor }: Writing,
  { kind, fileName, rows }: Pick<Given, "kind" | "fileName"> & { readonly rows: readonly Row[] },
): Promise<number> {
  return database.transaction(async (transaction) => {
    const version = await recordVersion(transaction, {
      programmeOnly: true,
      ...{ districtId, actorId: actor.id, note: fileName },
      changes: rows.map((row) => ({ layer: SORTS[kind].layer, featureId: row.id, op: "insert", after: row })),
    });
    await transaction.query(importSql, [version, districtId, kind, fileName, rows.length]);
    const writing = { importVersion: version, version };
    if (kind === "indicator-values") {
      await insertValues(transaction, districtId, { ...writing, rows: rows as ValueRow[] });
      return version;
    }
    const added = await insertFindings(transaction, districtId, { ...writing, rows: rows as FindingRow[] });
    if (added.length < rows.length)
      throw conflict("Findings of the file were added by somebody else meanwhile; look at it again.");
    return version;
  });
}
