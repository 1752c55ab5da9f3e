import type { BarrierClass, BarrierRoad } from "../contract/riverfront-access.ts";
import { loadSql } from "../database/sql.ts";
import type { BankAnswer, BankWalk } from "../walking/bank-kernel.ts";
import { parseIntArray, toFloatArrayParameter } from "../walking/int-array.ts";
import { ratio } from "./data-quality.ts";
import type { Counter } from "./gap-counts.ts";
import type { Reading } from "./reading.ts";

const sql = loadSql("./riverfront-barriers.sql", import.meta.url);

/** A road and the homes that lie behind it, as seen from the bank they walk to: positions among all. */
export interface CrossedRoad {
  readonly nameZh: string | null;
  readonly nameEn: string | null;
  readonly class: BarrierClass;
  readonly homes: ReadonlySet<number>;
}

interface Homes {
  /** Degrees, EPSG:4326. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** 1 = asked about. */
  readonly isNear: Uint8Array;
}

/** Which roads of these classes lie between homes near a bank and the place of it they walk to. */
export async function readCrossedRoads(
  { database, area }: Reading,
  classes: readonly BarrierClass[],
  { homes, walk, entries }: { readonly homes: Homes } & Pick<Behind, "walk"> & Pick<BankAnswer, "entries">,
): Promise<CrossedRoad[]> {
  const asked = [...homes.isNear.keys()].filter((home) => homes.isNear[home] === 1 && walk.entry[home]! >= 0);
  if (asked.length === 0 || classes.length === 0) return [];
  const numbers = (of: (home: number) => number) => toFloatArrayParameter(Float64Array.from(asked, of));
  type Row = Omit<CrossedRoad, "homes"> & { readonly count: number; readonly homes: string };
  const { rows } = await database.query<Row>(sql, [
    area.districtId,
    area.datasetId,
    area.levels,
    classes,
    numbers((home) => homes.lon[home]!),
    numbers((home) => homes.lat[home]!),
    numbers((home) => entries[walk.entry[home]!]!.lon),
    numbers((home) => entries[walk.entry[home]!]!.lat),
  ]);
  return rows.map(({ count, homes: text, ...road }) => ({
    ...road,
    homes: new Set(Array.from(parseIntArray(text, count), (position) => asked[position]!)),
  }));
}

/** Some homes and how they count. */
interface Behind {
  /** Positions of homes near the bank. */
  readonly near: readonly number[];
  readonly walk: BankWalk;
  readonly count: Counter;
  readonly weight: Float64Array;
}

/** The roads between these homes and the bank, most behind it first, and how many a walk meets on average. */
export function barriersOf(
  roads: readonly CrossedRoad[],
  { near, walk, count, weight }: Behind,
): { barriers: BarrierRoad[]; barriersCrossed: number | null } {
  const walkers = near.filter((home) => walk.entry[home]! >= 0);
  const weightOf = (homes: readonly number[]) => homes.reduce((sum, home) => sum + weight[home]!, 0);
  const total = weightOf(walkers);
  const behind = roads
    .map(({ homes, ...road }) => ({ road, homes: walkers.filter((home) => homes.has(home)) }))
    .filter(({ homes }) => homes.length > 0)
    .map(({ road, homes }) => ({ road, homes, weight: weightOf(homes) }))
    .sort((one, other) => other.weight - one.weight);
  return {
    barriers: behind.map(({ road, homes, weight: of }) => {
      const share = ratio(of, total);
      return { ...road, behind: count(homes), share: share === null ? null : Math.min(1, share) };
    }),
    barriersCrossed: ratio(
      behind.reduce((sum, each) => sum + each.weight, 0),
      total,
    ),
  };
}
