import { type AdministrativeZone, divideDistrict } from "./administration.ts";
import { type Block, layBlocks } from "./blocks.ts";
import { type Building, raiseBuildings } from "./buildings.ts";
import { readCharacter } from "./character.ts";
import { readCompounds } from "./compounds.ts";
import { buildElevation, type Elevation } from "./elevation.ts";
import { type Facility, placeFacilities } from "./facilities.ts";
import { layFootprints } from "./footprints.ts";
import { type Institution, placeInstitutions } from "./institutions.ts";
import { drawLines, type MetroLine, type MetroStation, placeStations } from "./metro.ts";
import { buildNetwork, type Network } from "./network.ts";
import { type Household, settle } from "./people.ts";
import type { Point } from "./plane.ts";
import { inventProjects, type Project } from "./projects.ts";
import { drawRenewalDistricts, type RenewalDistrict } from "./renewal-districts.ts";
import { type Outline, readOutline } from "./ring.ts";
import { cutRiverfront, type RiverfrontSegment } from "./riverfront.ts";
import { streetEdges } from "./street-edges.ts";
import { layStreetPlan, type StreetPlan } from "./street-plan.ts";

/** The sample district as it is made, in the metric plane. */
export interface City {
  readonly seed: number;
  readonly outline: Outline;
  readonly elevation: Elevation;
  readonly plan: StreetPlan;
  readonly blocks: readonly Block[];
  readonly institutions: ReadonlyMap<number, Institution>;
  readonly buildings: readonly Building[];
  /** By building. */
  readonly people: readonly Household[];
  readonly administration: readonly AdministrativeZone[];
  readonly network: Network;
  readonly stations: readonly MetroStation[];
  readonly metroLines: readonly MetroLine[];
  readonly facilities: readonly Facility[];
  readonly riverfront: readonly RiverfrontSegment[];
  readonly renewalDistricts: readonly RenewalDistrict[];
  readonly projects: readonly Project[];
}

/** Id of the district zone, and so the parent of every subdistrict. */
export const DISTRICT_ZONE = "district:500103";

/** Makes the city: ring, elevation, streets, blocks, buildings, people, network, facilities, zones, projects. */
export function makeCity(seed: number): City {
  const outline = readOutline();
  const { plane } = outline;
  const elevation = buildElevation(outline, seed);
  const plan = layStreetPlan(outline, elevation, seed);
  const blocks = layBlocks({
    outline,
    elevation,
    streets: plan.streets,
    graph: plan.graph,
    faces: plan.land,
    loose: plan.loose,
    seed,
  });
  const institutions = placeInstitutions(blocks, seed);
  const footprints = layFootprints({
    blocks,
    institutions,
    compounds: readCompounds(plane),
    elevation,
    seed,
  });
  const buildings = raiseBuildings({ footprints, institutions, elevation, plane, seed });
  const dwellings = blocks.map(() => 0);
  for (const building of buildings) dwellings[building.block]! += building.dwellings;
  const administration = divideDistrict({ blocks, plane, districtId: DISTRICT_ZONE, dwellings, seed });
  const people = settle(buildings, administration, seed);
  const characterAt = readCharacter(plane);
  const isWooded = (place: Point) => characterAt(place).fabric === "hill";
  const network = buildNetwork({
    outline,
    elevation,
    streets: streetEdges(plan, { elevation, isWooded, seed }),
    seed,
  });
  const stations = placeStations(plane, network);
  const facilities = placeFacilities({
    plane,
    blocks,
    institutions,
    buildings,
    people,
    network,
    stations: stations.map(({ place }) => place),
    seed,
  });
  const renewalDistricts = drawRenewalDistricts(blocks, plane);
  return {
    seed,
    outline,
    elevation,
    plan,
    blocks,
    institutions,
    buildings,
    people,
    administration,
    network,
    stations,
    metroLines: drawLines(plane, stations),
    facilities,
    riverfront: cutRiverfront(outline, plan.streets),
    renewalDistricts,
    projects: inventProjects(blocks, renewalDistricts, seed),
  };
}
