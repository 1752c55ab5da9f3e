import { ANY_REQUIRED, type ServiceGapParams, type ServiceGapResult } from "../contract/service-gap.ts";
import type { GapQuestion } from "../walking/gap-kernel.ts";
import { type Grounds, groupOf } from "./building-grounds.ts";
import { type CategoryFacility, readCategoryFacilities } from "./category-facilities.ts";
import { worseSeconds } from "./coverage-kernel.ts";
import type { Counter } from "./gap-counts.ts";
import { describePlaces } from "./gap-places.ts";
import { rankZones } from "./gap-zones.ts";
import type { KeptReach } from "./reach-cache.ts";
import type { Reading } from "./reading.ts";
import type { HouseStairs } from "./upstairs.ts";
import { walkConditions } from "./walk-conditions.ts";

const SECONDS_PER_MINUTE = 60;
const SEARCH_S = 3600;
/** Places for which a site is looked for: bounds the searches of one question to 2 × 8 × 30. */
const SITED_PLACES = 30;

interface Gap {
  readonly params: ServiceGapParams;
  readonly missing: ReadonlyMap<string, Uint8Array>;
  readonly lacks: Uint8Array;
  /** Positions within the area of the buildings that lack something. */
  readonly lacking: Int32Array;
  readonly reach: KeptReach;
  readonly count: Counter;
  readonly rankedBy: "residents" | "buildings";
  readonly weight: Float64Array;
  readonly stairs: HouseStairs | null;
}

type Gathered = Pick<ServiceGapResult, "byAge" | "zones" | "places" | "buildings">;
const NOTHING: Gathered = { byAge: null, zones: [], places: [], buildings: { ordinals: [], places: [] } };

/** Those who lack something, gathered by zone and into places. */
export async function gatherGap(reading: Reading, gap: Gap): Promise<Gathered> {
  const { missing, lacking, params } = gap;
  const inside = await reading.buildings();
  // nothing is known of a category without any facility, and so nobody is said to lack it
  if (missing.size === 0 || inside.ordinals.length === 0) return NOTHING;
  const grounds = await reading.grounds();
  const zones = rankZones(grounds, gap.lacks, gap);
  if (lacking.length === 0) return { ...NOTHING, zones };
  const [only] = params.category === ANY_REQUIRED ? [] : missing.keys();
  const facilities =
    only === undefined ? null : await readCategoryFacilities(reading.database, reading.area, only);
  const answer = await reading.gap(questionOf(gap, grounds, facilities));
  const ofOnly = only === undefined ? undefined : gap.reach.categories.get(only);
  const seconds = ofOnly ? inside.ordinals.map((ordinal) => worseSeconds(ofOnly, ordinal)) : null;
  const places = await describePlaces(reading, {
    ...gap,
    answer,
    grounds,
    seconds,
    facilities: (facilities ?? []).map(({ about }) => about),
  });
  return {
    zones,
    places,
    byAge: sumAges(places.map(({ byAge }) => byAge)),
    buildings: { ordinals: Array.from(lacking, (at) => inside.ordinals[at]!), places: [...answer.place] },
  };
}

function questionOf(
  { params, lacking, stairs, weight }: Gap,
  grounds: Grounds,
  facilities: readonly CategoryFacility[] | null,
): GapQuestion {
  const ofLacking = (values: Float64Array) => Float64Array.from(lacking, (at) => values[at]!);
  return {
    persona: params.persona,
    at: walkConditions(params),
    stairsS: stairs && { to: ofLacking(stairs.downS), from: ofLacking(stairs.upS) },
    limitS: params.minutes * SECONDS_PER_MINUTE,
    searchS: SEARCH_S,
    linkM: params.linkM,
    lon: ofLacking(grounds.lon),
    lat: ofLacking(grounds.lat),
    group: lacking.map((at) => groupOf(grounds, at)),
    weight: ofLacking(weight),
    facilities: facilities?.map(({ place }) => place) ?? null,
    sitedPlaces: SITED_PLACES,
  };
}

function sumAges(ages: readonly (readonly number[] | null)[]): number[] | null {
  const known = ages.filter((each) => each !== null);
  if (known.length === 0) return null;
  return known.reduce<number[]>(
    (sum, each) => sum.map((value, bin) => value + each[bin]!),
    new Array(known[0]!.length).fill(0),
  );
}
