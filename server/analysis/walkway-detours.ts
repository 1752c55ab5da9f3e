import {
  DETOUR_CLASSES,
  type WalkwayConnectivityParams,
  type WalkwayConnectivityResult,
} from "../contract/walkway-connectivity.ts";
import { NO_WAY, OFF_NETWORK } from "../walking/street-detours.ts";
import type { Grounds } from "./building-grounds.ts";
import { samplePairs } from "./detour-sample.ts";
import { quantileOf } from "./quantile.ts";
import type { Reading } from "./reading.ts";
import { readParameterRows } from "./walking-parameter-rows.ts";

type Detour = WalkwayConnectivityResult["detour"];

const WORST = 10;

/** How pairs are drawn and how far their walks are searched. */
export async function readDetourRules({ database }: Reading) {
  const rows = await readParameterRows(database, [
    ...(["detour-pairs", "detour-from", "detour-to", "detour-search"] as const),
  ]);
  return {
    pairs: rows["detour-pairs"].value,
    fromM: rows["detour-from"].value,
    toM: rows["detour-to"].value,
    searchM: rows["detour-search"].value,
  };
}

/** How much longer than a straight line the walks between a sample of buildings are. */
export async function measureDetours(
  reading: Reading,
  { lon, lat }: Grounds,
  { persona }: WalkwayConnectivityParams,
): Promise<Detour> {
  const rules = await readDetourRules(reading);
  const { ordinals } = await reading.buildings();
  const { positions: pairs, straightM } = samplePairs({ ordinals, lon, lat }, rules);
  if (straightM.length === 0) return summarise([]);
  const { searchM } = rules;
  const walks = await reading.streets({ streets: "detours", persona, lon, lat, pairs, searchM });
  const placeOf = (at: number) => [lon[at]!, lat[at]!];
  return summarise(
    straightM.map((straight, pair) => ({
      from: placeOf(pairs[2 * pair]!),
      to: placeOf(pairs[2 * pair + 1]!),
      straightM: straight,
      walkM: walks[pair]!,
    })),
  );
}

interface Walk {
  readonly from: number[];
  readonly to: number[];
  readonly straightM: number;
  readonly walkM: number;
}

function summarise(walks: readonly Walk[]): Detour {
  const walked = walks
    .filter(({ walkM }) => walkM >= 0)
    .map((walk) => ({ ...walk, ratio: walk.walkM / walk.straightM }))
    .sort((a, b) => b.ratio - a.ratio);
  const noWay = walks.filter(({ walkM }) => walkM === NO_WAY);
  const ratios = walked.map(({ ratio }) => ratio).reverse();
  const ends = [...DETOUR_CLASSES, null];
  return {
    pairs: walks.length,
    walked: walked.length,
    noWay: noWay.length,
    offNetwork: walks.filter(({ walkM }) => walkM === OFF_NETWORK).length,
    median: quantileOf(ratios, 0.5),
    p10: quantileOf(ratios, 0.1),
    p90: quantileOf(ratios, 0.9),
    classes: ends.map((upTo, at) => ({
      upTo,
      pairs: ratios.filter(
        (each) => each <= (upTo ?? Number.POSITIVE_INFINITY) && (at === 0 || each > ends[at - 1]!),
      ).length,
    })),
    worst: [...noWay.map((walk) => ({ ...walk, walkM: null, ratio: null })), ...walked].slice(0, WORST),
  };
}
