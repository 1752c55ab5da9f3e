import { AGE_BINS } from "../contract/service-gap.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { parseIntArray } from "../walking/int-array.ts";
import { type Area, resolveArea } from "./area.ts";
import { WHOLE_DISTRICT } from "./area-shape.ts";
import { type Grounds, groundsOf } from "./building-grounds.ts";
import { type BuildingsInside, findBuildingsInside } from "./buildings-inside.ts";

const sql = loadSql("./two-step-catchment-ground.sql", import.meta.url);

/** Everybody of a district who may compete for facilities, whichever part of it is asked about; one order of buildings. */
export interface CatchmentGround {
  readonly buildings: BuildingsInside;
  readonly grounds: Grounds;
  /** Eight numbers for each building, −1 = not known. */
  readonly ages: Int32Array;
  /** Position of each building by ordinal, −1 = none. */
  readonly positionOf: Int32Array;
  /** By node of the walking network: 1 = outside the district. */
  readonly outside: Uint8Array;
  /** The district itself. */
  readonly district: Pick<Area, "geometry" | "areaSqm">;
  /** Equal keys mean equal grounds, while the data stays as it is. */
  readonly key: string;
}

/** Reads the ground of the district that an area lies in; `all` says where the buildings of its dataset stand. */
export async function readCatchmentGround(
  database: Database,
  { districtId, datasetId, levels }: Area,
  all: Grounds,
): Promise<CatchmentGround> {
  const district = await resolveArea(database, { districtId, levels }, WHOLE_DISTRICT);
  const buildings = await findBuildingsInside(database, district);
  const { ordinals } = buildings;
  const { rows } = await database.query<{ ages: string; outside: number[]; nodes: number }>(sql, [
    districtId,
    datasetId,
    buildings.parameters()[0],
  ]);
  const row = rows[0]!;
  const outside = new Uint8Array(row.nodes);
  for (const node of row.outside) outside[node] = 1;
  const positionOf = new Int32Array(ordinals.reduce((most, each) => Math.max(most, each + 1), 0)).fill(-1);
  for (const [position, ordinal] of ordinals.entries()) positionOf[ordinal] = position;
  return {
    buildings,
    grounds: groundsOf(all, ordinals),
    ages: parseIntArray(row.ages, AGE_BINS.length * ordinals.length),
    positionOf,
    outside,
    district,
    key: [...levels].sort().join("+"),
  };
}

/** People of an age group in each whole building; NaN = not known. `ages` as in the table demand_group. */
export function peopleOfGroup({ buildings, ages }: CatchmentGround, group: string): Float64Array {
  const known = (value: number) => (value < 0 ? Number.NaN : value);
  if (group === "all") return Float64Array.from(buildings.residents, known);
  const bins = group.split(";").map((bin) => (AGE_BINS as readonly string[]).indexOf(bin));
  return Float64Array.from(buildings.residents, (_, building) =>
    bins.reduce((sum, bin) => sum + known(ages[AGE_BINS.length * building + bin]!), 0),
  );
}
