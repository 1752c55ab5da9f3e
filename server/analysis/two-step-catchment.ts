import type { TwoStepCatchmentParams, TwoStepCatchmentResult } from "../contract/two-step-catchment.ts";
import { loadSql } from "../database/sql.ts";
import { invalidParameter } from "../errors.ts";
import { facilityPlaces } from "../walking/reach-inputs.ts";
import type { BuildingsInside } from "./buildings-inside.ts";
import { longestMinutes } from "./catchment-bound.ts";
import { type CatchmentGround, peopleOfGroup } from "./catchment-ground.ts";
import { methodOfCatchment } from "./catchment-method.ts";
import { qualityOfCatchment } from "./catchment-quality.ts";
import { type Catchment, catchmentResult, type Facility, type People } from "./catchment-result.ts";
import { readCatchmentStandards } from "./catchment-standards.ts";
import type { Answered, Reading } from "./reading.ts";
import { walkConditions } from "./walk-conditions.ts";

const sql = loadSql("./two-step-catchment.sql", import.meta.url);
const SECONDS_PER_MINUTE = 60;

/**
 * What the facilities of a category hold for each of those who compete for them on foot: by building, community,
 * subdistrict and facility of the area, the whole district competing. Throws invalid-parameter, also where so many
 * facilities and so long a time would hold the service too long.
 */
export async function twoStepCatchment(
  reading: Reading,
  params: TwoStepCatchmentParams,
): Promise<Answered<TwoStepCatchmentResult>> {
  const standards = await readCatchmentStandards(reading.database, params, reading.area.districtId);
  const ground = await reading.catchmentGround();
  const isWhole = reading.area.geometry.equals(ground.district.geometry);
  const inside = isWhole ? ground.buildings : await reading.buildings();
  const facilities = await readFacilities(reading, params);
  requireBounded(ground, { standards, params, facilities });
  const people = peopleOf(ground, inside, standards.group.ages);
  const answer = await reading.catchments({
    persona: params.persona,
    limitS: standards.minutes * SECONDS_PER_MINUTE,
    walks: params.walks === "both" ? ["to", "from"] : ["to"],
    at: walkConditions(params),
    decay: standards.decay,
    homes: { key: ground.key, lon: ground.grounds.lon, lat: ground.grounds.lat },
    facilities: { key: params.category, places: facilities.map(({ places }) => places) },
    demand: people.ofDistrict,
    demandOfArea: people.ofArea,
    supply: Float64Array.from(facilities, ({ supply }) => supply),
    outside: ground.outside,
  });
  const catchment: Catchment = { params, standards, inside, ground, facilities, people, answer };
  const result = catchmentResult(catchment);
  return {
    result,
    method: methodOfCatchment(standards, params),
    dataQuality: await qualityOfCatchment(reading, catchment, result),
  };
}

async function readFacilities(
  { database, area }: Reading,
  { category, supply }: TwoStepCatchmentParams,
): Promise<Facility[]> {
  type Row = Facility["about"] &
    Pick<Facility, "capacity" | "areaSqm"> & { readonly shape: Buffer; readonly entrances: Buffer | null };
  const { rows } = await database.query<Row>(sql, [area.districtId, area.datasetId, category, area.geometry]);
  return rows.map(({ shape, entrances, capacity, areaSqm, ...about }) => {
    const held = { capacity, area: areaSqm, count: 1 }[supply];
    return { about, places: facilityPlaces(shape, entrances), capacity, areaSqm, supply: held ?? Number.NaN };
  });
}

function peopleOf(ground: CatchmentGround, inside: BuildingsInside, ages: string): People {
  const whole = peopleOfGroup(ground, ages);
  const ofArea = new Float64Array(whole.length);
  const positions = inside.ordinals.map((ordinal) => ground.positionOf[ordinal] ?? -1);
  for (const [at, position] of positions.entries())
    if (position >= 0) ofArea[position] = inside.shares[at]! * whole[position]!;
  return { ofDistrict: whole.map((each, at) => each * ground.buildings.shares[at]!), ofArea, positions };
}

function requireBounded(
  { district, outside, buildings }: CatchmentGround,
  { standards, params, facilities }: Pick<Catchment, "standards" | "params" | "facilities">,
): void {
  const longest = longestMinutes({
    searches: facilities.length * (params.walks === "both" ? 2 : 1),
    places: outside.length + buildings.ordinals.length,
    districtSqm: district.areaSqm,
    flatMps: standards.persona.flatMps,
  });
  if (standards.minutes <= longest) return;
  const expected = `at most ${longest} for the ${facilities.length} facilities of ${params.category}`;
  throw invalidParameter("minutes", standards.minutes, expected);
}
