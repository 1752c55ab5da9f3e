import { createHash } from "node:crypto";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { loadBuildingPlaces } from "./building-places.ts";
import type { FacilityPlace } from "./facility-entries.ts";
import { type DatasetRef, loadNetwork, PAGE_ROWS } from "./load-network.ts";
import { STORED_TIME } from "./opening-hours.ts";
import { type Persona, type WalkingParameters, walkingParameters } from "./persona.ts";
import { REACH_MAX_M, type ReachInputs } from "./reach-kernel.ts";
import type { Rings } from "./water-barrier.ts";
import { readWkb } from "./wkb.ts";

/** Raise it when a change of the code changes stored reach: all of it is then computed again. */
const CODE_VERSION = 3;

const facilitiesSql = loadSql("./reach-facilities.sql", import.meta.url);
const waterSql = loadSql("./reach-water.sql", import.meta.url);
const personasSql = loadSql("./reach-personas.sql", import.meta.url);
const fingerprintSql = loadSql("./reach-fingerprint.sql", import.meta.url);
const parametersSql = "SELECT name, value FROM walking_parameter ORDER BY name";

/** The standards walking follows: personas in their order, and parameters. */
export interface WalkingStandards {
  readonly personas: readonly Persona[];
  readonly parameters: WalkingParameters;
}

/** Reads the personas and the walking parameters; throws naming a parameter that is missing. */
export async function loadWalkingStandards(database: Database): Promise<WalkingStandards> {
  const personas = await database.query<Persona>(personasSql);
  const parameters = await database.query<{ name: string; value: number }>(parametersSql);
  return { personas: personas.rows, parameters: walkingParameters(parameters.rows) };
}

/** Reads a dataset's water polygons as rings of lon, lat interleaved. */
export async function loadWater(
  database: Database,
  { districtId, datasetId }: DatasetRef,
): Promise<readonly Rings[]> {
  const { rows } = await database.query<{ shape: Buffer }>(waterSql, [districtId, datasetId]);
  return rows.flatMap(({ shape }) => readWkb(shape).polygons);
}

/**
 * A facility as walking sees it, from its geometry and the entrances mapped on it as WKB: what has entrances is reached at
 * them, a metro station that is a point on its track as well.
 */
export function facilityPlaces(shape: Buffer, entrances: Buffer | null): FacilityPlace[] {
  const { points, polygons } = readWkb(shape);
  const gates = entrances ? readWkb(entrances).points : [];
  if (polygons.length === 0) {
    return (gates.length > 0 ? gates : points).map(([lon, lat]) => ({ lon: lon!, lat: lat! }));
  }
  return [
    {
      outline: polygons.map((rings) => rings[0]!),
      entrances: gates.map(([lon, lat]) => [lon!, lat!] as const),
    },
  ];
}

/** Reads a dataset's public facilities, those of the context included, each with the places it is entered at. */
export async function loadFacilities(
  database: Database,
  { districtId, datasetId }: DatasetRef,
): Promise<{ readonly category: string; readonly places: readonly FacilityPlace[] }[]> {
  const { rows } = await database.query<{ category: string; shape: Buffer; entrances: Buffer | null }>(
    facilitiesSql,
    [districtId, datasetId],
  );
  return rows.map(({ category, shape, entrances }) => ({
    category,
    places: facilityPlaces(shape, entrances),
  }));
}

async function loadFacilityPlaces(
  database: Database,
  dataset: DatasetRef,
): Promise<Map<string, FacilityPlace[]>> {
  const facilities = new Map<string, FacilityPlace[]>();
  for (const { category, places } of await loadFacilities(database, dataset))
    facilities.set(category, [...(facilities.get(category) ?? []), ...places]);
  return facilities;
}

/** Reads everything reach depends on; building places are points on the footprints by ordinal. */
export async function loadReachInputs(
  database: Database,
  dataset: DatasetRef,
  standards: WalkingStandards,
): Promise<ReachInputs> {
  return {
    ...standards,
    network: await loadNetwork(database, dataset),
    water: await loadWater(database, dataset),
    facilities: await loadFacilityPlaces(database, dataset),
    ...(await loadBuildingPlaces(database, dataset)),
  };
}

/** The sha256 of the rows of a dataset that reach depends on. */
export async function fingerprintRows(
  database: Database,
  { districtId, datasetId }: DatasetRef,
): Promise<string> {
  const hash = createHash("sha256");
  for (let first = 0, more = true; more; first += PAGE_ROWS) {
    const { rows } = await database.query<{ part: string; rows: number; first: string; second: string }>(
      fingerprintSql,
      [districtId, datasetId, first, first + PAGE_ROWS],
    );
    hash.update(JSON.stringify([first, rows]));
    more = rows.length > 0;
  }
  return hash.digest("hex");
}

// those that change no stored time are left out
function parametersOfReach({
  heightErrorM: _heightError,
  storeyHeightM: _storeyHeight,
  fatigueFreeRiseM: _freeRise,
  fatigueRiseStepM: _riseStep,
  fatiguePerStep: _perStep,
  fatigueMax: _max,
  ...used
}: WalkingParameters) {
  return used;
}

/** The sha256, by persona, of everything that persona's reach depends on: rows by their fingerprint, standards, local time and code. */
export function fingerprintInputs(
  rows: string,
  { personas, parameters }: WalkingStandards,
): Map<string, string> {
  const used = parametersOfReach(parameters);
  return new Map(
    personas.map((persona) => {
      const inputs = JSON.stringify([CODE_VERSION, REACH_MAX_M, STORED_TIME, used, persona, rows]);
      return [persona.id, createHash("sha256").update(inputs).digest("hex")];
    }),
  );
}
