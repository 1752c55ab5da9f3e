import type { Database } from "../database/database.ts";
import { STORE_COLUMNS, type StoreRow, type StoreTable } from "./store-rows.ts";

/** A dataset that an import writes. */
export interface DatasetKey {
  readonly districtId: string;
  readonly datasetId: number;
}

// small enough that no other question waits long behind a batch
const BATCH_ROWS = 400;

/** Writes rows of one table, batch by batch, each a statement of its own. Throws what the database refuses. */
export async function writeRows<Table extends StoreTable>(
  database: Database,
  { districtId, datasetId }: DatasetKey,
  table: Table,
  rows: readonly StoreRow<Table>[],
): Promise<void> {
  const types = STORE_COLUMNS[table] as Readonly<Record<string, string>>;
  for (let first = 0; first < rows.length; first += BATCH_ROWS) {
    const batch = rows.slice(first, first + BATCH_ROWS);
    const columns = columnsOf(table, batch);
    const values = columns.map((column) =>
      batch.map((row) => asSent(row[column as keyof typeof row], types[column]!)),
    );
    await database.query(insertSql(table, columns), [districtId, datasetId, ...values]);
  }
}

function columnsOf<Table extends StoreTable>(table: Table, rows: readonly StoreRow<Table>[]): string[] {
  const given = new Set(rows.flatMap((row) => Object.keys(row)));
  return Object.keys(STORE_COLUMNS[table]).filter((column) => given.has(column));
}

// lists and JSON travel as text and are cast in the statement: an array of arrays would be unnested whole
function asSent(value: unknown, type: string): unknown {
  if (value === undefined || value === null || Buffer.isBuffer(value)) return value ?? null;
  if (type === "jsonb") return JSON.stringify(value);
  if (Array.isArray(value)) return `{${value.map((item) => JSON.stringify(item)).join(",")}}`;
  return value;
}

// every name comes from STORE_COLUMNS, none from a file or a request
function insertSql(table: StoreTable, columns: readonly string[]): string {
  const types = STORE_COLUMNS[table] as Readonly<Record<string, string>>;
  const sent = columns.map((column, index) => `$${index + 3}::${sentType(types[column]!)}[]`);
  const taken = columns.map((column) => takenAs(column, types[column]!));
  return `INSERT INTO store.${table} (district_id, dataset_id, ${columns.join(", ")})
    SELECT $1, $2::integer, ${taken.join(", ")} FROM unnest(${sent.join(", ")}) AS item (${columns.join(", ")})`;
}

function sentType(type: string): string {
  if (type === "geometry") return "bytea";
  return type.endsWith("[]") || type === "jsonb" ? "text" : type;
}

function takenAs(column: string, type: string): string {
  if (type === "geometry") return `ST_GeomFromWKB(item.${column}, 4326)`;
  return type.endsWith("[]") || type === "jsonb" ? `item.${column}::${type}` : `item.${column}`;
}
