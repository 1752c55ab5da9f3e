import type {
  StatutoryRadiusCoverageParams,
  StatutoryRadiusCoverageResult,
} from "../contract/statutory-radius-coverage.ts";
import {
  type CoverageDefinition,
  definitionsOf,
  ownDefinition,
  pickDefinition,
} from "./coverage-definitions.ts";
import { readRuleSet } from "./life-circle-requirements.ts";
import { type Defined, measureAll, readRadiusGround } from "./radius-figures.ts";
import { radiusMethods, radiusQuality } from "./radius-notes.ts";
import { walkByReach } from "./radius-walk.ts";
import { reachNotReady } from "./reach-cache.ts";
import type { Answered, Reading } from "./reading.ts";

const runSql = `SELECT inputs_sha256 AS "sha256" FROM store.reach_run
  WHERE district_id = $1 AND dataset_id = $2 AND persona = $3`;

/**
 * How much land of an area lies within the radius that a standard gives a facility, beside those who can walk as far. Throws
 * invalid-parameter for an unknown rule set, definition or category, and busy while reach is computed.
 */
export async function statutoryRadiusCoverage(
  reading: Reading,
  params: StatutoryRadiusCoverageParams,
): Promise<Answered<StatutoryRadiusCoverageResult>> {
  const ruleSet = await readRuleSet(reading.database, params.ruleSet, reading.area.districtId);
  const definitions = [
    ...(params.own ? [await ownDefinition(reading.database, params.own)] : []),
    ...(await reading.definitions("statutory-radius-coverage")),
    ...definitionsOf(ruleSet),
  ];
  const looked = pickDefinition(definitions, params.definition);
  const ground = await readRadiusGround(reading, params.minutes);
  const defined = await walkEach(reading, definitions, params.persona);
  const { figures, picked } = await measureAll(reading, ground, { defined, picked: looked });
  const persona = await reading.personaStatus(params.persona);
  return {
    result: {
      ruleSet: ruleSet.id,
      rankedBy: ground.rankedBy,
      all: ground.all,
      figures,
      picked,
    },
    method: radiusMethods(figures, params.minutes).filter(({ quantity }) => quantity !== "published"),
    dataQuality: await radiusQuality(reading, { ground, figures, definitions, persona }),
  };
}

// whole categories are walked to already, in the stored reach; walkways are not
async function walkEach(
  reading: Reading,
  definitions: readonly CoverageDefinition[],
  persona: string,
): Promise<Defined[]> {
  const { database, area } = reading;
  const radius = await reading.radius();
  const { rows } = await database.query<{ sha256: string }>(runSql, [
    area.districtId,
    area.datasetId,
    persona,
  ]);
  const reach = await reading.reach(persona, rows[0]?.sha256 ?? null);
  const defined: Defined[] = [];
  for (const definition of definitions) {
    const places = await radius.places(definition);
    if (places.length === 0) {
      defined.push({ definition, places, walk: null });
      continue;
    }
    if (definition.supply === "walkway") {
      const [walk] = await radius.walks([definition], persona);
      defined.push({ definition, places, walk: walk! });
      continue;
    }
    // facilities that came after the reach was computed
    if (!definition.categories.some((category) => reach.categories.has(category)))
      throw reachNotReady(persona);
    defined.push({ definition, places, walk: walkByReach(reach, definition) });
  }
  return defined;
}
