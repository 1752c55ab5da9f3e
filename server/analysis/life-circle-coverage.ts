import type { DataQuality, Method } from "../contract/analysis.ts";
import type {
  LifeCircleCoverageParams,
  LifeCircleCoverageResult,
  TierCoverage,
} from "../contract/life-circle-coverage.ts";
import { readAskedReach } from "./asked-reach.ts";
import type { BuildingsInside } from "./buildings-inside.ts";
import { type CountedBuildings, totalOf, weigh } from "./coverage-kernel.ts";
import {
  applying,
  quality,
  qualityOfArea,
  qualityOfResidents,
  residentsUnknown,
  shareOf,
} from "./data-quality.ts";
import type { DatasetFacts } from "./dataset-facts.ts";
import { countsAsRequired, type RuleSet, readRuleSet } from "./life-circle-requirements.ts";
import { coverTier } from "./life-circle-tiers.ts";
import { CONDITIONS_METHOD, EDGE_METHOD, ownMethod } from "./method.ts";
import { ALL_AGES, type PersonaAges, readPersonaAges } from "./persona-ages.ts";
import type { Answered, Reading } from "./reading.ts";
import { upstairsMethod } from "./upstairs.ts";
import type { WalkingFacts } from "./walking-facts.ts";

/** The area is that of the reading. */
type Params = Omit<LifeCircleCoverageParams, "area">;

/**
 * Which shares of residents, buildings and dwellings have each category of the rule set within its time, its distance and
 * both, tier by tier, for one persona. Throws invalid-parameter for an unknown rule set and busy while reach is computed.
 */
export async function lifeCircleCoverage(
  reading: Reading,
  params: Params,
): Promise<Answered<LifeCircleCoverageResult>> {
  const { database, area } = reading;
  const { persona, mode } = params;
  const ruleSet = await readRuleSet(database, params.ruleSet, area.districtId);
  const [inside, facts, walking] = [
    await reading.buildings(),
    await reading.facts(),
    await reading.walking(),
  ];
  const ages = await readPersonaAges(reading, persona);
  const asked = { ...params, reachSha256: ages.reachSha256, categories: categoriesOf(ruleSet) };
  const { reach, found, dataQuality } = await readAskedReach(reading, asked);
  const counted = countBuildings(inside, ages, facts);
  const personaUnverified = ages.status !== "verified";
  const inputs = { counted, reach, facilities: walking.facilities, persona, mode, personaUnverified };
  const tiers: TierCoverage[] = [];
  for (const tier of new Set(ruleSet.requirements.map((requirement) => requirement.tier))) {
    tiers.push(
      await coverTier(
        ruleSet.requirements.filter((requirement) => requirement.tier === tier),
        inputs,
      ),
    );
  }
  const onNetwork = (index: number) => reach.onNetwork[inside.ordinals[index]!] === 1;
  const offNetwork = (weight: Float64Array) =>
    totalOf(weight.map((each, index) => (onNetwork(index) ? 0 : each)));
  const { residents } = counted.weights;
  const result: LifeCircleCoverageResult = {
    persona,
    ruleSet: ruleSet.id,
    buildings: totalOf(inside.shares),
    residents: residents && totalOf(residents),
    notOnNetwork: { buildings: offNetwork(inside.shares), residents: residents && offNetwork(residents) },
    conditions: found,
    tiers,
  };
  return {
    result,
    method: [...methodOf(ruleSet, params), ...upstairsMethod(params.upstairs)],
    dataQuality: [
      ...qualityOfArea(area, facts),
      ...qualityOfResidents(area, facts),
      ...qualityOfPeople(counted, ages, facts),
      ...qualityOfRules(ruleSet, walking, personaUnverified),
      ...qualityOfWalking(result, walking),
      ...dataQuality,
      ...nearDataEdge(counted, walking),
    ],
  };
}

const METRO = "trn.metro";

function countBuildings(
  inside: BuildingsInside,
  { group, groupAges }: PersonaAges,
  facts: DatasetFacts,
): CountedBuildings {
  const { ordinals, shares } = inside;
  const weightOf = (datasetHasIt: boolean, values: Int32Array) => {
    // buildings of whom none is known: no weight, rather than a weight of nothing
    const known = ordinals.length === 0 || values.some((value) => value >= 0);
    return datasetHasIt && known ? weigh(shares, values) : null;
  };
  const residents = weightOf(facts.hasResidents, inside.residents);
  return {
    ordinals,
    weights: {
      residents,
      buildings: shares,
      dwellings: weightOf(facts.hasDwellings, inside.dwellings),
      group: groupAges === ALL_AGES ? residents : weightOf(facts.hasAges && groupAges !== null, group),
    },
  };
}

const categoriesOf = ({ requirements }: RuleSet) => [
  ...new Set(requirements.map(({ category }) => category)),
];

function qualityOfPeople(
  { ordinals, weights }: CountedBuildings,
  { groupAges }: PersonaAges,
  facts: DatasetFacts,
): DataQuality[] {
  return applying(
    ordinals.length === 0 && quality("no-buildings"),
    weights.residents === null && residentsUnknown(facts),
    weights.dwellings === null && quality("dwellings-absent", { field: "dwellings" }),
    groupAges !== null && weights.group === null && quality("ages-absent", { field: "group" }),
  );
}

function qualityOfRules(
  { requirements }: RuleSet,
  { facilities }: WalkingFacts,
  personaUnverified: boolean,
): DataQuality[] {
  const categories = (of: typeof requirements) => new Set(of.map(({ category }) => category)).size;
  const absent = categories(
    requirements.filter((each) => countsAsRequired(each) && !facilities[each.category]),
  );
  const proxies = categories(
    requirements.filter(({ category, test }) => test === "walk" && (facilities[category]?.proxy ?? 0) > 0),
  );
  const metro = requirements.some(({ category, test }) => category === METRO && test === "walk");
  const unverified = requirements.filter(({ status }) => status === "unverified").length;
  return applying(
    requirements.length === 0 && quality("rule-set-empty"),
    absent > 0 && quality("categories-absent", { count: absent }),
    proxies > 0 && quality("proxy-facilities", { count: proxies }),
    metro &&
      facilities[METRO] !== undefined &&
      quality("last-metres-unknown", { field: METRO, count: facilities[METRO].count }),
    (unverified > 0 || personaUnverified) && quality("unverified-clause", { count: unverified }),
  );
}

function qualityOfWalking(
  { notOnNetwork, buildings }: LifeCircleCoverageResult,
  walking: WalkingFacts,
): DataQuality[] {
  const { edges, edgesWithoutRise, liftsWithoutRise } = walking;
  return applying(
    notOnNetwork.buildings > 0 &&
      quality("not-on-network", { share: shareOf(notOnNetwork.buildings, buildings) }),
    edgesWithoutRise > 0 &&
      quality("edges-without-rise", { count: edgesWithoutRise, share: shareOf(edgesWithoutRise, edges) }),
    liftsWithoutRise > 0 && quality("lifts-without-rise", { count: liftsWithoutRise }),
  );
}

// the share is of residents, of buildings where residents are not known
function nearDataEdge({ ordinals, weights }: CountedBuildings, { nearEdge }: WalkingFacts): DataQuality[] {
  const ofResidents = weights.residents !== null && totalOf(weights.residents) > 0;
  const weight = ofResidents ? weights.residents! : weights.buildings!;
  const near = totalOf(weight.map((each, index) => (nearEdge.has(ordinals[index]!) ? each : 0)));
  const share = shareOf(near, totalOf(weight));
  return near > 0
    ? [quality("near-data-edge", { field: ofResidents ? "residents" : "buildings", share })]
    : [];
}

function methodOf({ id, titleEn, edition, status, requirements }: RuleSet, { at }: Params): Method[] {
  const [first] = requirements;
  const standard = { standard: titleEn, edition, clause: first?.clause ?? null, status };
  return [
    EDGE_METHOD,
    ownMethod(
      "byTime",
      `The nearest facility by time to walk to it and the nearest from it, each its own; covered if both are within the tier's minutes (inclusive). Local time ${at}.`,
    ),
    CONDITIONS_METHOD,
    ownMethod(
      "byDistance",
      "Shortest distance over the edges the persona may use, within the requirement's metres (inclusive), or the tier's where the standard gives none.",
    ),
    {
      quantity: "tiers",
      ...standard,
      text: `Required categories and distances of the rule set ${id}; each is judged at its own tier only, and tiers do not include each other.`,
    },
    ownMethod(
      "allRequired",
      "Share with every required category that walking judges; null if any of them is absent from the data. allPresent takes those the data holds.",
    ),
    ownMethod(
      "medianSeconds",
      "Resident-weighted (else building-weighted) median of the worse of there and back; unreachable counts as infinite.",
    ),
  ];
}
