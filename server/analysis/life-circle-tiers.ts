import { setImmediate } from "node:timers/promises";
import type {
  CategoryCoverage,
  CoverageShares,
  LifeCircleCoverageParams,
  TierCoverage,
} from "../contract/life-circle-coverage.ts";
import {
  type CountedBuildings,
  countMissing,
  coverageMasks,
  intersectMasks,
  type MeasuredShares,
  medianSeconds,
  shareByMissing,
  sharesOf,
  totalOf,
} from "./coverage-kernel.ts";
import { countsAsRequired, type Requirement } from "./life-circle-requirements.ts";
import { type KeptReach, reachNotReady } from "./reach-cache.ts";
import type { WalkingFacts } from "./walking-facts.ts";

/** What coverage is folded from: the buildings inside, the persona's reach, and what the data holds. */
export interface CoverageInputs {
  readonly counted: CountedBuildings;
  readonly reach: KeptReach;
  readonly facilities: WalkingFacts["facilities"];
  readonly persona: string;
  readonly mode: LifeCircleCoverageParams["mode"];
  /** The persona's speeds are not verified either. */
  readonly personaUnverified: boolean;
}

const EVERYTHING = 255;
const SECONDS_PER_MINUTE = 60;
const NOTHING: CoverageShares = { byTime: null, byDistance: null, byBoth: null };

/** Of more buildings than these a category takes long enough for others to be answered before the next. */
const MANY_BUILDINGS = 5_000;

/** The coverage of one tier from its requirements; tiers do not include each other. */
export async function coverTier(
  requirements: readonly Requirement[],
  inputs: CoverageInputs,
): Promise<TierCoverage> {
  const { counted, facilities } = inputs;
  const buildings = counted.ordinals.length;
  const all = new Uint8Array(buildings).fill(EVERYTHING);
  const missing = new Uint8Array(buildings);
  const [{ tier, minutes }, required] = [requirements[0]!, requirements.filter(countsAsRequired)];
  const present = required.filter(({ category }) => facilities[category] !== undefined);
  let allHaveDistance = true;
  const categories: CategoryCoverage[] = [];
  for (const requirement of requirements) {
    if (buildings > MANY_BUILDINGS) await setImmediate();
    const covered = coverCategory(requirement, inputs);
    if (covered.masks && countsAsRequired(requirement)) {
      intersectMasks(all, covered.masks);
      countMissing(missing, covered.masks);
      allHaveDistance &&= covered.coverage.distanceM !== null;
    }
    categories.push(covered.coverage);
  }
  const together = present.length > 0 ? inMode(sharesOf(counted, all, allHaveDistance), inputs) : UNKNOWN;
  return {
    tier,
    minutes,
    trial: inputs.personaUnverified || requirements.some(isUnverified),
    allRequired: present.length === required.length && present.length > 0 ? together : null,
    allPresent: { ...together, present: present.length, required: required.length },
    categories,
    missingCount: missingCount(counted, missing, present.length),
  };
}

const UNKNOWN = { residents: null, buildings: NOTHING, dwellings: null, group: null };
const NOT_JUDGED = { residents: null, buildings: null, dwellings: null, group: null, medianSeconds: null };

const isUnverified = ({ status, tierStatus }: Requirement) =>
  status === "unverified" || tierStatus === "unverified";

// masks are absent where the category is not in the data or walking does not judge it
function coverCategory(
  requirement: Requirement,
  inputs: CoverageInputs,
): { coverage: CategoryCoverage; masks?: Uint8Array } {
  const { counted, facilities } = inputs;
  const { category, test, required, minutes, ownDistanceM, defaultDistanceM } = requirement;
  const facility = facilities[category];
  const walked = test === "walk";
  const distanceM = walked ? (ownDistanceM ?? defaultDistanceM) : ownDistanceM;
  const about = {
    category,
    nameZh: requirement.nameZh,
    nameEn: requirement.nameEn,
    required,
    test,
    status: facility ? ("covered" as const) : ("absent" as const),
    clauseStatus: requirement.status,
    distanceM,
    tierDefault: walked && ownDistanceM === null && defaultDistanceM !== null,
    proxy: (facility?.proxy ?? 0) > 0,
  };
  if (!facility || !walked) return { coverage: { ...about, ...NOT_JUDGED } };
  const reach = inputs.reach.categories.get(category);
  // facilities that came after the reach was computed
  if (!reach) throw reachNotReady(inputs.persona);
  const limits = { seconds: minutes * SECONDS_PER_MINUTE, metres: distanceM };
  const masks = coverageMasks(counted.ordinals, reach, limits);
  const shares = inMode(sharesOf(counted, masks, distanceM !== null), inputs);
  const median = medianSeconds(counted.ordinals, medianWeight(counted), reach);
  return { coverage: { ...about, ...shares, medianSeconds: median }, masks };
}

function medianWeight({ weights }: CountedBuildings): Float64Array {
  const { residents, buildings } = weights;
  return residents !== null && totalOf(residents) > 0 ? residents : buildings!;
}

// what was not asked for is null
function inMode({ residents, buildings, dwellings, group }: MeasuredShares, { mode }: CoverageInputs) {
  const pick = ({ byTime, byDistance, byBoth }: CoverageShares): CoverageShares => ({
    byTime: mode === "distance" ? null : byTime,
    byDistance: mode === "time" ? null : byDistance,
    byBoth: mode === "both" ? byBoth : null,
  });
  return {
    residents: residents && pick(residents),
    buildings: pick(buildings ?? NOTHING),
    dwellings: dwellings && pick(dwellings),
    group: group && pick(group),
  };
}

// of the present required categories only, by time
function missingCount(
  { weights }: CountedBuildings,
  missing: Uint8Array,
  present: number,
): TierCoverage["missingCount"] {
  if (present === 0) return [];
  const residents = shareByMissing(weights.residents, missing, present);
  const buildings = shareByMissing(weights.buildings, missing, present);
  return residents.map((residentShare, index) => ({
    missing: index,
    residentShare,
    buildingShare: buildings[index] ?? null,
  }));
}
