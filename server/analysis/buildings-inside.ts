import type { AgeClass, HeightClass } from "../contract/density.ts";
import type { BuildingUse } from "../contract/plot-ratio.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { parseIntArray, toFloatArrayParameter, toIntArrayParameter } from "../walking/int-array.ts";
import type { Area } from "./area.ts";

const sql = loadSql("./buildings-inside.sql", import.meta.url);

/** Sums over buildings, weighted by the share inside; null where none of them has the value. */
export interface BuildingSums {
  readonly buildings: number;
  readonly footprintSqm: number;
  readonly gfaAboveSqm: number | null;
  readonly residents: number | null;
  readonly dwellings: number | null;
  /** Buildings whose residents, whose dwellings are known. */
  readonly residentsKnown: number;
  readonly dwellingsKnown: number;
}

/** The sums of the buildings of one height, age and use; floors of the height "unknown" are not known. */
export interface BuildingGroup extends BuildingSums {
  readonly height: HeightClass;
  readonly age: AgeClass;
  readonly use: BuildingUse;
}

/** The buildings of an area; the arrays are in one order, values of whole buildings, -1 = not known. */
export interface BuildingsInside {
  /** Within the dataset. */
  readonly ordinals: Int32Array;
  /** Of the footprint inside, (0, 1]. */
  readonly shares: Float64Array;
  readonly residents: Int32Array;
  readonly dwellings: Int32Array;
  readonly groups: readonly BuildingGroup[];
  /** Ordinals and shares as query parameters integer[] and double precision[]. */
  readonly parameters: () => [ordinals: Buffer, shares: Buffer];
}

interface Row {
  readonly count: number;
  readonly ordinals: string;
  readonly shares: string;
  readonly residents: string;
  readonly dwellings: string;
  readonly groups: readonly BuildingGroup[];
}

/** Which buildings lie in the area, with what share, and what they hold: the one read behind every count of buildings. */
export async function findBuildingsInside(database: Database, area: Area): Promise<BuildingsInside> {
  const { districtId, datasetId, levels, geometry } = area;
  const { rows } = await database.query<Row>(sql, [districtId, datasetId, levels, geometry]);
  const row = rows[0]!;
  const ordinals = parseIntArray(row.ordinals, row.count);
  const shares = Float64Array.from(row.count === 0 ? [] : row.shares.slice(1, -1).split(","), Number);
  return {
    ordinals,
    shares,
    residents: parseIntArray(row.residents, row.count),
    dwellings: parseIntArray(row.dwellings, row.count),
    groups: row.groups,
    parameters: () => [toIntArrayParameter(ordinals), toFloatArrayParameter(shares)],
  };
}

const KNOWN_OR_NULL = ["gfaAboveSqm", "residents", "dwellings"] as const;
const ALWAYS_KNOWN = ["buildings", "footprintSqm", "residentsKnown", "dwellingsKnown"] as const;

/** The sums of several groups together; a value none of them has stays null. */
export function sumGroups(groups: readonly BuildingSums[]): BuildingSums {
  const sums: Record<string, number | null> = {};
  for (const field of ALWAYS_KNOWN) sums[field] = groups.reduce((sum, group) => sum + group[field], 0);
  for (const field of KNOWN_OR_NULL) {
    const known = groups.flatMap((group) => group[field] ?? []);
    sums[field] = known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
  }
  return sums as unknown as BuildingSums;
}
