import {
  BUILDING_COLUMNS,
  type BuildingColumn,
  columnsByteLength,
  E7,
  GRADE_CODES,
  HIDDEN_E7,
  USE_CODES,
} from "../contract/building-columns.ts";
import { hiddenFields } from "../contract/internal-fields.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";

const sql = loadSql("./building-columns.sql", import.meta.url);
// small enough that reading a batch holds neither the HTTP loop nor the embedded database for long
const BATCH = 4000;

type Row = Readonly<Record<Exclude<BuildingColumn, "use" | "safetyGrade" | "inSums">, number | null>> & {
  readonly ordinal: number;
  readonly lon: number;
  readonly lat: number;
  readonly use: string;
  readonly safetyGrade: string | null;
  readonly inSums: boolean;
};

/** The buildings of a district that readers of some levels may see, as the contract lays them out; undefined where there are none. */
export async function buildingColumns(
  database: Database,
  { districtId, levels }: { readonly districtId: string; readonly levels: readonly string[] },
): Promise<Buffer | undefined> {
  const rows: Row[] = [];
  for (;;) {
    const after = rows.at(-1)?.ordinal ?? -1;
    const batch = (await database.query<Row>(sql, [districtId, levels, after, BATCH])).rows;
    rows.push(...batch);
    if (batch.length < BATCH) break;
  }
  return rows.length === 0 ? undefined : encodeColumns(rows, hiddenFields("building", levels));
}

// a gap in the ordinals is a building that may not be seen; a column that may not be is unknown throughout
function encodeColumns(rows: readonly Row[], hidden: readonly string[]): Buffer {
  const buildings = rows.at(-1)!.ordinal + 1;
  const bytes = Buffer.alloc(columnsByteLength(buildings));
  bytes.writeUInt32LE(buildings, 0);
  const at = (column: number, ordinal: number) => 4 + 4 * (column * buildings + ordinal);
  for (let ordinal = 0; ordinal < buildings; ordinal++) {
    bytes.writeInt32LE(HIDDEN_E7, at(0, ordinal));
    bytes.writeInt32LE(HIDDEN_E7, at(1, ordinal));
    for (let column = 0; column < BUILDING_COLUMNS.length; column++)
      bytes.writeFloatLE(Number.NaN, at(2 + column, ordinal));
  }
  for (const row of rows) {
    bytes.writeInt32LE(Math.round(row.lon * E7), at(0, row.ordinal));
    bytes.writeInt32LE(Math.round(row.lat * E7), at(1, row.ordinal));
    BUILDING_COLUMNS.forEach((name, column) => {
      if (!hidden.includes(name)) bytes.writeFloatLE(columnOf(name, row), at(2 + column, row.ordinal));
    });
  }
  return bytes;
}

function columnOf(name: BuildingColumn, row: Row): number {
  if (name === "use") return codeOf(USE_CODES, row.use);
  if (name === "safetyGrade") return codeOf(GRADE_CODES, row.safetyGrade);
  if (name === "inSums") return row.inSums ? 1 : 0;
  return row[name] ?? Number.NaN;
}

function codeOf(codes: readonly string[], value: string | null): number {
  const code = value === null ? -1 : codes.indexOf(value);
  return code < 0 ? Number.NaN : code;
}
