import type { DataQuality, Method } from "../contract/analysis.ts";
import { ANY_REQUIRED, type ServiceGapParams, type ServiceGapResult } from "../contract/service-gap.ts";
import { readAskedReach } from "./asked-reach.ts";
import { groupOf } from "./building-grounds.ts";
import { readCategoryFacilities } from "./category-facilities.ts";
import { worseSeconds } from "./coverage-kernel.ts";
import {
  applying,
  quality,
  qualityOfArea,
  qualityOfResidents,
  residentsUnknown,
  shareOf,
} from "./data-quality.ts";
import { type AskedCategories, readAskedCategories } from "./gap-categories.ts";
import { type Counter, counterOf, ownAgesOf, rankingOf } from "./gap-counts.ts";
import { describePlaces } from "./gap-places.ts";
import { rankZones } from "./gap-zones.ts";
import { CONDITIONS_METHOD, EDGE_METHOD, ownMethod } from "./method.ts";
import { readPersonaAges } from "./persona-ages.ts";
import { type KeptReach, reachNotReady } from "./reach-cache.ts";
import type { Answered, Reading } from "./reading.ts";
import { type HouseStairs, upstairsMethod } from "./upstairs.ts";
import { walkConditions } from "./walk-conditions.ts";
import type { WalkingFacts } from "./walking-facts.ts";

const SECONDS_PER_MINUTE = 60;
const SEARCH_S = 3600;
/** Places for which a site is looked for: bounds the searches of one question to 2 × 8 × 30. */
const SITED_PLACES = 30;

/**
 * Who in the area lacks a category (or any required one) within the minutes, by community, subdistrict and place, with what
 * is nearest and what would help. Throws invalid-parameter, and busy while reach is computed.
 */
export async function serviceGap(
  reading: Reading,
  params: ServiceGapParams,
): Promise<Answered<ServiceGapResult>> {
  const asked = await readAskedCategories(reading.database, params, reading.area.districtId);
  const [inside, facts, walking] = [
    await reading.buildings(),
    await reading.facts(),
    await reading.walking(),
  ];
  const persona = await readPersonaAges(reading, params.persona);
  const codes = asked.categories.map(({ category }) => category);
  const {
    reach,
    found: conditions,
    stairs,
    dataQuality,
  } = await readAskedReach(reading, {
    ...params,
    reachSha256: persona.reachSha256,
    categories: codes,
  });
  const missing = whoLacks(inside.ordinals, { asked, walking, reach, params });
  const lacks = Uint8Array.from(inside.ordinals, (_, at) =>
    [...missing.values()].some((lacking) => lacking[at] === 1) ? 1 : 0,
  );
  const count = counterOf(inside, facts);
  const ranking = rankingOf(inside, facts);
  const everyone = [...inside.ordinals.keys()];
  const lacking = Int32Array.from(everyone.filter((at) => lacks[at] === 1));
  const offNetwork = [...lacking].filter((at) => reach.onNetwork[inside.ordinals[at]!] !== 1);
  const found = await gather(reading, { params, missing, lacking, reach, count, ...ranking, lacks, stairs });
  const result: ServiceGapResult = {
    categories: asked.categories.map(({ category, nameZh, nameEn }) => {
      const mask = missing.get(category);
      const status = mask ? ("held" as const) : ("absent" as const);
      return {
        category,
        nameZh,
        nameEn,
        status,
        lacking: mask ? count(everyone.filter((at) => mask[at] === 1)) : null,
      };
    }),
    conditions,
    trial: persona.status !== "verified" || asked.requirements.some(isUnverified),
    rankedBy: ranking.rankedBy,
    all: count(everyone),
    lacking: missing.size === 0 ? null : count(lacking),
    group: ownAgesOf(inside, persona, missing.size === 0 ? null : lacking),
    notOnNetwork: count(offNetwork),
    ...found,
  };
  return {
    result,
    method: methodOf(asked, params),
    dataQuality: [...(await qualityOf(reading, { result, asked, walking })), ...dataQuality],
  };
}

const isUnverified = ({ status, tierStatus }: AskedCategories["requirements"][number]) =>
  status === "unverified" || tierStatus === "unverified";

interface Asking {
  readonly asked: AskedCategories;
  readonly walking: WalkingFacts;
  readonly reach: KeptReach;
  readonly params: ServiceGapParams;
}

// by category the data holds, 1 for each building that lacks it
function whoLacks(ordinals: Int32Array, { asked, walking, reach, params }: Asking): Map<string, Uint8Array> {
  const limitS = params.minutes * SECONDS_PER_MINUTE;
  const held = asked.categories.filter(({ category }) => walking.facilities[category] !== undefined);
  return new Map(
    held.map(({ category }) => {
      const ofCategory = reach.categories.get(category);
      // facilities that came after the reach was computed
      if (!ofCategory) throw reachNotReady(params.persona);
      const lacking = Uint8Array.from(ordinals, (ordinal) => {
        const seconds = worseSeconds(ofCategory, ordinal);
        return seconds >= 0 && seconds <= limitS ? 0 : 1;
      });
      return [category, lacking] as const;
    }),
  );
}

interface Gap {
  readonly params: ServiceGapParams;
  readonly missing: ReadonlyMap<string, Uint8Array>;
  readonly lacks: Uint8Array;
  readonly lacking: Int32Array;
  readonly reach: KeptReach;
  readonly count: Counter;
  readonly rankedBy: "residents" | "buildings";
  readonly weight: Float64Array;
  readonly stairs: HouseStairs | null;
}

type Gathered = Pick<ServiceGapResult, "byAge" | "zones" | "places" | "buildings">;
const NOTHING: Gathered = { byAge: null, zones: [], places: [], buildings: { ordinals: [], places: [] } };

async function gather(reading: Reading, gap: Gap): Promise<Gathered> {
  const { missing, lacking, params, weight } = gap;
  const inside = await reading.buildings();
  // nothing is known of a category without any facility, and so nobody is said to lack it
  if (missing.size === 0 || inside.ordinals.length === 0) return NOTHING;
  const grounds = await reading.grounds();
  const zones = rankZones(grounds, gap.lacks, gap);
  if (lacking.length === 0) return { ...NOTHING, zones };
  const [only] = params.category === ANY_REQUIRED ? [] : missing.keys();
  const facilities =
    only === undefined ? null : await readCategoryFacilities(reading.database, reading.area, only);
  const stairsOf = (seconds: Float64Array) => Float64Array.from(lacking, (at) => seconds[at]!);
  const answer = await reading.gap({
    persona: params.persona,
    at: walkConditions(params),
    stairsS: gap.stairs && { to: stairsOf(gap.stairs.downS), from: stairsOf(gap.stairs.upS) },
    limitS: params.minutes * SECONDS_PER_MINUTE,
    searchS: SEARCH_S,
    linkM: params.linkM,
    lon: Float64Array.from(lacking, (at) => grounds.lon[at]!),
    lat: Float64Array.from(lacking, (at) => grounds.lat[at]!),
    group: lacking.map((at) => groupOf(grounds, at)),
    weight: Float64Array.from(lacking, (at) => weight[at]!),
    facilities: facilities?.map(({ place }) => place) ?? null,
    sitedPlaces: SITED_PLACES,
  });
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

function sumAges(ages: readonly (readonly number[] | null)[]): number[] | null {
  const known = ages.filter((each) => each !== null);
  if (known.length === 0) return null;
  return known.reduce<number[]>(
    (sum, each) => sum.map((value, bin) => value + each[bin]!),
    new Array(known[0]!.length).fill(0),
  );
}

interface Judged {
  readonly result: ServiceGapResult;
  readonly asked: AskedCategories;
  readonly walking: WalkingFacts;
}

async function qualityOf(reading: Reading, { result, asked, walking }: Judged): Promise<DataQuality[]> {
  const facts = await reading.facts();
  const inside = await reading.buildings();
  const absent = result.categories.filter(({ status }) => status === "absent").length;
  const proxies = asked.categories.filter(
    ({ category }) => (walking.facilities[category]?.proxy ?? 0) > 0,
  ).length;
  const unverified = asked.requirements.filter(isUnverified).length;
  const { all, notOnNetwork } = result;
  const near = inside.shares.reduce(
    (sum, share, at) => sum + (walking.nearEdge.has(inside.ordinals[at]!) ? share : 0),
    0,
  );
  return [
    ...qualityOfArea(reading.area, facts),
    ...qualityOfResidents(reading.area, facts),
    ...applying(
      inside.ordinals.length === 0 && quality("no-buildings"),
      asked.ruleSet !== null && asked.categories.length === 0 && quality("rule-set-empty"),
      all.residents === null && residentsUnknown(facts),
      all.dwellings === null && quality("dwellings-absent", { field: "dwellings" }),
      !facts.hasAges && quality("ages-absent", { field: "byAge" }),
      absent > 0 && quality("categories-absent", { count: absent }),
      proxies > 0 && quality("proxy-facilities", { count: proxies }),
      result.trial && quality("unverified-clause", { count: unverified }),
      notOnNetwork.buildings > 0 &&
        quality("not-on-network", { share: shareOf(notOnNetwork.buildings, all.buildings) }),
      walking.edgesWithoutRise > 0 &&
        quality("edges-without-rise", {
          count: walking.edgesWithoutRise,
          share: shareOf(walking.edgesWithoutRise, walking.edges),
        }),
      walking.liftsWithoutRise > 0 && quality("lifts-without-rise", { count: walking.liftsWithoutRise }),
      near > 0 && quality("near-data-edge", { field: "buildings", share: shareOf(near, all.buildings) }),
    ),
  ];
}

function methodOf(
  { ruleSet, requirements }: AskedCategories,
  { linkM, minutes, upstairs }: ServiceGapParams,
): Method[] {
  const required: Method[] = ruleSet
    ? [
        {
          quantity: "categories",
          standard: ruleSet.titleEn,
          edition: ruleSet.edition,
          clause: requirements[0]?.clause ?? null,
          status: requirements.some(isUnverified) ? "unverified" : "verified",
          text: `What the rule set requires of its tier of ${minutes} minutes and walking judges; whoever lacks one of them lacks.`,
        },
      ]
    : [];
  return [
    ...required,
    ownMethod(
      "lacking",
      "A building lacks a category if the walk to the nearest facility or the walk back from the nearest takes longer than the minutes at the local time asked about; buildings not joined to the walking network count as lacking and are counted beside.",
    ),
    ownMethod(
      "zones",
      "A building belongs to the community and the subdistrict that a point on its footprint lies in; each kind adds up to the area.",
    ),
    ownMethod(
      "places",
      `Buildings that lack it, within one community (else one subdistrict), gathered where steps of at most ${linkM} m along the walking network lead from one to the next; named by street and landmark within 250 m of the middle. Places add up to all who lack it.`,
    ),
    ownMethod("nearest", "The facility to which the walk of most of the place's people is shortest in time."),
    ownMethod(
      "byClimb",
      "Who would be in time at the persona's level speed, slopes, stairs and waits at crossings left out: an upper bound of what lifts and escalators could do. It names no site for them.",
    ),
    ownMethod(
      "newFacility",
      "Of at most 8 doors spread over the place, the one from which most of those who lack it, also beyond the place, would be in time there and back; a site to look at, not the best of all, and nothing is said of whether there is room.",
    ),
    CONDITIONS_METHOD,
    ...upstairsMethod(upstairs),
    EDGE_METHOD,
  ];
}
