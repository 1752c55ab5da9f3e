import type { ParkCoverageParams, ParkCoverageResult, Parks } from "../contract/park-coverage.ts";
import type { PublishedValue } from "../contract/published-value.ts";
import { loadSql } from "../database/sql.ts";
import { type CoverageDefinition, pickDefinition } from "./coverage-definitions.ts";
import { ratio, residentsOfArea } from "./data-quality.ts";
import { readingsOf } from "./published-readings.ts";
import { type Defined, measureAll, type RadiusGround, readRadiusGround } from "./radius-figures.ts";
import { radiusMethods, radiusQuality } from "./radius-notes.ts";
import type { Answered, Reading } from "./reading.ts";

const sql = loadSql("./park-coverage.sql", import.meta.url);
const casesSql = loadSql("./published-cases.sql", import.meta.url);

const POCKET_PARK = "park.pocket";
const QUANTITY = "park-service-coverage";

/**
 * How much of an area parks cover by each rival definition, by land as the crow flies and by those who can walk as far, and
 * which of these readings a published figure would be. Throws invalid-parameter for an unknown definition.
 */
export async function parkCoverage(
  reading: Reading,
  params: ParkCoverageParams,
): Promise<Answered<ParkCoverageResult>> {
  const definitions = await reading.definitions("park-coverage");
  const looked = pickDefinition(definitions, params.definition);
  const ground = await readRadiusGround(reading, params.minutes);
  const defined = await walkAll(reading, definitions, params.persona);
  const { figures, picked } = await measureAll(reading, ground, { defined, picked: looked });
  const { published } = params;
  const result: ParkCoverageResult = {
    rankedBy: ground.rankedBy,
    all: ground.all,
    figures,
    picked,
    parks: await readParks(reading, { defined, ground }),
    published: published === null ? null : { share: published, readings: readingsOf(figures, published) },
    references: await readCases(reading),
  };
  const persona = await reading.personaStatus(params.persona);
  return {
    result,
    method: radiusMethods(figures, params.minutes),
    dataQuality: await radiusQuality(reading, { ground, figures, definitions, persona }),
  };
}

async function walkAll(
  reading: Reading,
  definitions: readonly CoverageDefinition[],
  persona: string,
): Promise<Defined[]> {
  const radius = await reading.radius();
  const supplied = [];
  for (const definition of definitions) {
    supplied.push({ definition, places: await radius.places(definition) });
  }
  // without any park there is nowhere to walk to, and nothing is known
  if (supplied.every(({ places }) => places.length === 0)) {
    return supplied.map((each) => ({ ...each, walk: null }));
  }
  const walks = await radius.walks(definitions, persona);
  return supplied.map((each, at) => ({ ...each, walk: walks[at]! }));
}

async function readParks(
  { database, area, facts }: Reading,
  { defined, ground }: { readonly defined: readonly Defined[]; readonly ground: RadiusGround },
): Promise<Parks | null> {
  if (defined.every(({ places }) => places.length === 0)) return null;
  const categories = [...new Set(defined.flatMap(({ definition }) => definition.categories))];
  const { rows } = await database.query<Omit<Parks, "perResidentSqm">>(sql, [
    ...[area.districtId, area.datasetId, area.geometry, categories, POCKET_PARK],
  ]);
  const parks = rows[0]!;
  return { ...parks, perResidentSqm: ratio(parks.areaSqm, residentsOfArea(area, await facts(), ground.all)) };
}

async function readCases({ database, area }: Reading): Promise<PublishedValue[]> {
  return (await database.query<PublishedValue>(casesSql, [area.adcode, QUANTITY])).rows;
}
