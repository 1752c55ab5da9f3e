import type { GapZone } from "../contract/service-gap.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { parseIntArray } from "../walking/int-array.ts";
import type { Area } from "./area.ts";

const sql = loadSql("./building-grounds.sql", import.meta.url);

export interface Zone {
  readonly id: string;
  readonly kind: GapZone["kind"];
  readonly nameZh: string;
  readonly nameEn: string | null;
}

/** Where buildings stand, in one order; `community` and `subdistrict` are positions in `zones`, −1 = in none. */
export interface Grounds {
  /** Degrees, EPSG:4326. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly community: Int32Array;
  readonly subdistrict: Int32Array;
  readonly zones: readonly Zone[];
}

/** Reads where all buildings of the dataset an area lies in stand, by ordinal. */
export async function readGrounds(
  database: Database,
  { districtId, datasetId, levels }: Pick<Area, "districtId" | "datasetId" | "levels">,
): Promise<Grounds> {
  type Row = Record<"lon" | "lat" | "community" | "subdistrict", string> & Pick<Grounds, "zones">;
  const { rows } = await database.query<Row & { readonly count: number }>(sql, [
    districtId,
    datasetId,
    levels,
  ]);
  const { count, zones, ...row } = rows[0]!;
  const numbers = (text: string) =>
    Float64Array.from(count === 0 ? [] : text.slice(1, -1).split(","), Number);
  return {
    lon: numbers(row.lon),
    lat: numbers(row.lat),
    community: parseIntArray(row.community, count),
    subdistrict: parseIntArray(row.subdistrict, count),
    zones,
  };
}

/** Where some of them stand, in the order of their ordinals. */
export function groundsOf(
  { lon, lat, community, subdistrict, zones }: Grounds,
  ordinals: Int32Array,
): Grounds {
  const numbersOf = (all: Float64Array) => Float64Array.from(ordinals, (ordinal) => all[ordinal]!);
  const zonesOf = (all: Int32Array) => ordinals.map((ordinal) => all[ordinal]!);
  return {
    lon: numbersOf(lon),
    lat: numbersOf(lat),
    community: zonesOf(community),
    subdistrict: zonesOf(subdistrict),
    zones,
  };
}

/** The zone that places are kept within: the community of a building, else its subdistrict, else −1. */
export function groupOf({ community, subdistrict }: Grounds, at: number): number {
  return community[at]! >= 0 ? community[at]! : subdistrict[at]!;
}
