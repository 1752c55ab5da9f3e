import type { GapZone } from "../contract/service-gap.ts";
import { loadSql } from "../database/sql.ts";
import { parseIntArray } from "../walking/int-array.ts";
import { ratio } from "./data-quality.ts";
import { type Counter, positionsBy } from "./gap-counts.ts";
import type { Reading } from "./reading.ts";

const sql = loadSql("./service-gap.sql", import.meta.url);

export interface Zone {
  readonly id: string;
  readonly kind: GapZone["kind"];
  readonly nameZh: string;
  readonly nameEn: string | null;
}

/** Where the buildings of an area stand, in their order; `community` and `subdistrict` are positions in `zones`, −1 = in none. */
export interface Grounds {
  /** Degrees, EPSG:4326. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly community: Int32Array;
  readonly subdistrict: Int32Array;
  readonly zones: readonly Zone[];
  /** The zone that places are kept within: the community of a building, else its subdistrict, else −1. */
  readonly groupOf: (at: number) => number;
}

/** Reads where the buildings of an area stand. */
export async function readGrounds(
  reading: Pick<Reading, "database" | "area" | "buildings">,
): Promise<Grounds> {
  const { database, area } = reading;
  const inside = await reading.buildings();
  type Row = Record<"lon" | "lat" | "community" | "subdistrict", string> & { readonly zones: Zone[] };
  const { rows } = await database.query<Row>(sql, [
    area.districtId,
    area.datasetId,
    area.levels,
    inside.parameters()[0],
  ]);
  const row = rows[0]!;
  const { length } = inside.ordinals;
  const numbers = (text: string) =>
    Float64Array.from(length === 0 ? [] : text.slice(1, -1).split(","), Number);
  const community = parseIntArray(row.community, length);
  const subdistrict = parseIntArray(row.subdistrict, length);
  return {
    lon: numbers(row.lon),
    lat: numbers(row.lat),
    community,
    subdistrict,
    zones: row.zones,
    groupOf: (at) => (community[at]! >= 0 ? community[at]! : subdistrict[at]!),
  };
}

/**
 * The communities and subdistricts in the area, a row each and one for what lies in none; those where most is lacking
 * first. Each kind adds up to the area. A kind the data does not hold has no rows.
 */
export function rankZones(
  grounds: Grounds,
  lacks: Uint8Array,
  { count, rankedBy }: { readonly count: Counter; readonly rankedBy: "residents" | "buildings" },
): GapZone[] {
  const kinds = (["community", "subdistrict"] as const).filter((kind) =>
    grounds.zones.some((zone) => zone.kind === kind),
  );
  const rows = kinds.flatMap((kind) =>
    [...positionsBy(grounds[kind])].map(([number, members]): GapZone => {
      const zone = grounds.zones[number];
      const all = count(members);
      const lacking = count(members.filter((at) => lacks[at] === 1));
      return {
        id: zone?.id ?? null,
        kind,
        nameZh: zone?.nameZh ?? null,
        nameEn: zone?.nameEn ?? null,
        all,
        lacking,
        lackingShare: clamped(ratio(lacking[rankedBy], all[rankedBy])),
      };
    }),
  );
  return rows.sort((a, b) => (b.lacking[rankedBy] ?? -1) - (a.lacking[rankedBy] ?? -1));
}

// sums of shares are rounded
const clamped = (share: number | null) => (share === null ? null : Math.min(1, share));
