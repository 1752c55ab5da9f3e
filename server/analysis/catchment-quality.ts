import type { DataQuality } from "../contract/analysis.ts";
import type { TwoStepCatchmentResult } from "../contract/two-step-catchment.ts";
import type { Catchment } from "./catchment-result.ts";
import {
  applying,
  quality,
  qualityOfArea,
  qualityOfResidents,
  residentsUnknown,
  shareOf,
} from "./data-quality.ts";
import type { DatasetFacts } from "./dataset-facts.ts";
import type { Reading } from "./reading.ts";
import type { WalkingFacts } from "./walking-facts.ts";

/** What is missing, doubtful or left out behind a catchment. */
export async function qualityOfCatchment(
  reading: Reading,
  catchment: Catchment,
  { supply }: TwoStepCatchmentResult,
): Promise<DataQuality[]> {
  const [facts, walking] = [await reading.facts(), await reading.walking()];
  return [
    ...qualityOfArea(reading.area, facts),
    ...qualityOfResidents(reading.area, facts),
    ...qualityOfSupply(catchment, supply, walking),
    ...qualityOfDemand(catchment, facts),
    ...applying(catchment.standards.trial && quality("unverified-clause", { field: "perThousand" })),
    ...qualityOfWalks(catchment, walking),
  ];
}

function qualityOfSupply(
  { params }: Catchment,
  supply: TwoStepCatchmentResult["supply"],
  walking: WalkingFacts,
): DataQuality[] {
  const partOf = (count: number) => ({ count, share: shareOf(count, supply.facilities) });
  const unknown = supply.facilities - supply.known;
  const proxies = walking.facilities[params.category]?.proxy ?? 0;
  return applying(
    supply.facilities === 0 && quality("categories-absent", { count: 1 }),
    unknown > 0 && quality("supply-unknown", partOf(unknown)),
    supply.beyond > 0 && quality("demand-outside-unknown", partOf(supply.beyond)),
    supply.offNetwork > 0 && quality("facilities-not-on-network", partOf(supply.offNetwork)),
    proxies > 0 && quality("proxy-facilities", { count: 1 }),
  );
}

function qualityOfDemand({ standards, ground, people }: Catchment, facts: DatasetFacts): DataQuality[] {
  if (!facts.hasResidents) return [residentsUnknown(facts, { field: "demand" })];
  if (standards.group.ages !== "all" && !facts.hasAges) return [quality("ages-absent", { field: "demand" })];
  const unknown = people.ofDistrict.filter((each) => Number.isNaN(each)).length;
  if (unknown === 0) return [];
  const share = shareOf(unknown, ground.buildings.ordinals.length);
  return [quality("demand-unknown", { count: unknown, share })];
}

function qualityOfWalks({ inside, people, answer }: Catchment, walking: WalkingFacts): DataQuality[] {
  const offNetwork = people.positions.filter((at) => at >= 0 && answer.onNetwork[at] === 0).length;
  const near = inside.shares.reduce(
    (sum, share, at) => sum + (walking.nearEdge.has(inside.ordinals[at]!) ? share : 0),
    0,
  );
  const all = inside.shares.reduce((sum, share) => sum + share, 0);
  const edges = { count: walking.edgesWithoutRise, share: shareOf(walking.edgesWithoutRise, walking.edges) };
  return applying(
    inside.ordinals.length === 0 && quality("no-buildings"),
    offNetwork > 0 &&
      quality("not-on-network", { count: offNetwork, share: shareOf(offNetwork, inside.ordinals.length) }),
    walking.edgesWithoutRise > 0 && quality("edges-without-rise", edges),
    walking.liftsWithoutRise > 0 && quality("lifts-without-rise", { count: walking.liftsWithoutRise }),
    near > 0 && quality("near-data-edge", { field: "buildings", share: shareOf(near, all) }),
  );
}
