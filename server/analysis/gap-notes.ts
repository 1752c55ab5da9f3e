import type { DataQuality, Method } from "../contract/analysis.ts";
import type { ServiceGapParams, ServiceGapResult } from "../contract/service-gap.ts";
import type { BuildingsInside } from "./buildings-inside.ts";
import {
  applying,
  quality,
  qualityOfArea,
  qualityOfResidents,
  residentsUnknown,
  shareOf,
} from "./data-quality.ts";
import { type AskedCategories, isUnverified } from "./gap-categories.ts";
import { CONDITIONS_METHOD, EDGE_METHOD, ownMethod } from "./method.ts";
import type { Reading } from "./reading.ts";
import { upstairsMethod } from "./upstairs.ts";
import type { WalkingFacts } from "./walking-facts.ts";

interface Judged {
  readonly result: ServiceGapResult;
  readonly asked: AskedCategories;
  readonly walking: WalkingFacts;
}

/** What is missing or doubtful behind a gap. */
export async function gapQuality(
  reading: Reading,
  { result, asked, walking }: Judged,
): Promise<DataQuality[]> {
  const [facts, inside] = [await reading.facts(), await reading.buildings()];
  const absent = result.categories.filter(({ status }) => status === "absent").length;
  const proxies = asked.categories.filter(
    ({ category }) => (walking.facilities[category]?.proxy ?? 0) > 0,
  ).length;
  const { all } = result;
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
      result.trial && quality("unverified-clause", { count: asked.requirements.filter(isUnverified).length }),
    ),
    ...qualityOfWalks(inside, result, walking),
  ];
}

function qualityOfWalks(
  { ordinals, shares }: BuildingsInside,
  { all, notOnNetwork }: ServiceGapResult,
  { edges, edgesWithoutRise, liftsWithoutRise, nearEdge }: WalkingFacts,
): DataQuality[] {
  const near = shares.reduce((sum, share, at) => sum + (nearEdge.has(ordinals[at]!) ? share : 0), 0);
  return applying(
    notOnNetwork.buildings > 0 &&
      quality("not-on-network", { share: shareOf(notOnNetwork.buildings, all.buildings) }),
    edgesWithoutRise > 0 &&
      quality("edges-without-rise", { count: edgesWithoutRise, share: shareOf(edgesWithoutRise, edges) }),
    liftsWithoutRise > 0 && quality("lifts-without-rise", { count: liftsWithoutRise }),
    near > 0 && quality("near-data-edge", { field: "buildings", share: shareOf(near, all.buildings) }),
  );
}

/** How a gap was found. */
export function gapMethod(asked: AskedCategories, { linkM, minutes, upstairs }: ServiceGapParams): Method[] {
  return [
    ...requiredMethod(asked, minutes),
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

function requiredMethod({ ruleSet, requirements }: AskedCategories, minutes: number): Method[] {
  if (ruleSet === null) return [];
  return [
    {
      quantity: "categories",
      standard: ruleSet.titleEn,
      edition: ruleSet.edition,
      clause: requirements[0]?.clause ?? null,
      status: requirements.some(isUnverified) ? "unverified" : "verified",
      text: `What the rule set requires of its tier of ${minutes} minutes and walking judges; whoever lacks one of them lacks.`,
    },
  ];
}
