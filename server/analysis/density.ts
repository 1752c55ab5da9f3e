import type { DataQuality } from "../contract/analysis.ts";
import { AGE_CLASSES, type DensityResult, HEIGHT_CLASSES } from "../contract/density.ts";
import type { Area } from "./area.ts";
import { type BuildingSums, sumGroups } from "./buildings-inside.ts";
import {
  applying,
  isLandUsePartial,
  knownSum,
  quality,
  qualityOfArea,
  qualityOfResidents,
  ratio,
  residentsOfArea,
  residentsUnknown,
  shareOf,
} from "./data-quality.ts";
import type { DatasetFacts } from "./dataset-facts.ts";
import { EDGE_METHOD, LAND_METHOD, ownMethod } from "./method.ts";
import { readPublished } from "./published.ts";
import type { Answered, Reading } from "./reading.ts";

const PUBLISHED_QUANTITIES = ["residents", "residents-year-end", "population-density"];
const SQM_PER_SQKM = 1e6;
const SQM_PER_HA = 1e4;

const METHOD = [
  EDGE_METHOD,
  LAND_METHOD,
  ownMethod("residentsPerSqkm", "Residents per km² of land (gross density)."),
  ownMethod("residentsPerResidentialSqkm", "Residents per km² of residential land (net density)."),
  ownMethod("dwellingsPerHa", "Dwellings per hectare of land."),
  ownMethod("siteCoverage", "Footprint of the buildings ÷ land."),
  ownMethod("byHeightClass", "By floors above ground; a half floor counts to the class below."),
  ownMethod("byAgeClass", "By year built: to 1979, 1980–1989, 1990–2000, 2001–2010, from 2011 on."),
];

/** How many people, dwellings and buildings the area holds, how densely, and by classes of height and age. */
export async function density(reading: Reading): Promise<Answered<DensityResult>> {
  const { area } = reading;
  const [{ groups }, land, facts] = [await reading.buildings(), await reading.land(), await reading.facts()];
  const all = sumGroups(groups);
  const residents = residentsOfArea(area, facts, all);
  const dwellings = knownSum(facts.hasDwellings, all.dwellings, all.buildings);
  const result: DensityResult = {
    areaSqm: area.areaSqm,
    landAreaSqm: land.landAreaSqm,
    insideDistrictShare: area.insideDistrictShare,
    landShare: Math.min(1, land.landAreaSqm / area.areaSqm),
    residents,
    residentsPerSqkm: ratio(residents, land.landAreaSqm / SQM_PER_SQKM),
    residentialLandSqm: land.residentialLandSqm,
    residentsPerResidentialSqkm: ratio(
      residents,
      land.residentialLandSqm === null || isLandUsePartial(area)
        ? null
        : land.residentialLandSqm / SQM_PER_SQKM,
    ),
    dwellings,
    dwellingsPerHa: ratio(dwellings, land.landAreaSqm / SQM_PER_HA),
    buildings: all.buildings,
    footprintSqm: all.footprintSqm,
    siteCoverage: ratio(all.footprintSqm, land.landAreaSqm),
    byHeightClass: HEIGHT_CLASSES.map((name) =>
      classRow(name, sumGroups(groups.filter(({ height }) => height === name)), facts),
    ),
    byAgeClass: AGE_CLASSES.map((name) =>
      classRow(name, sumGroups(groups.filter(({ age }) => age === name)), facts),
    ),
    published: await readPublished(reading, PUBLISHED_QUANTITIES),
  };
  const dataQuality = [
    ...qualityOfArea(area, facts),
    ...qualityOfResidents(area, facts),
    ...qualityOf(result, area, { all, facts }),
  ];
  return { result, method: METHOD, dataQuality };
}

function classRow<Class extends string>(name: Class, sums: BuildingSums, facts: DatasetFacts) {
  return {
    class: name,
    buildings: sums.buildings,
    footprintSqm: sums.footprintSqm,
    gfaAboveSqm: knownSum(true, sums.gfaAboveSqm, sums.buildings),
    residents: knownSum(facts.hasResidents, sums.residents, sums.buildings),
  };
}

// Shares are of the buildings inside.
function qualityOf(
  result: DensityResult,
  area: Area,
  { all, facts }: { readonly all: BuildingSums; readonly facts: DatasetFacts },
): DataQuality[] {
  const { buildings } = all;
  const unknownYears = result.byAgeClass.find((row) => row.class === "unknown")!.buildings;
  const unknownFloors = result.byHeightClass.find((row) => row.class === "unknown")!.buildings;
  return applying(
    buildings === 0 && quality("no-buildings"),
    result.landAreaSqm === 0 && quality("no-land", { field: "siteCoverage" }),
    (!facts.hasResidents || all.residentsKnown < buildings) &&
      residentsUnknown(facts, {
        field: "residents",
        share: shareOf(buildings - all.residentsKnown, buildings),
      }),
    (!facts.hasDwellings || all.dwellingsKnown < buildings) &&
      quality("dwellings-absent", {
        field: "dwellings",
        share: shareOf(buildings - all.dwellingsKnown, buildings),
      }),
    result.residentialLandSqm === null &&
      !isLandUsePartial(area) &&
      quality("land-use-absent", { field: "residentialLandSqm" }),
    result.residentialLandSqm === 0 && quality("no-land", { field: "residentsPerResidentialSqkm" }),
    isLandUsePartial(area) && quality("construction-land-partial", { field: "residentsPerResidentialSqkm" }),
    unknownFloors > 0 && quality("floors-unknown", { share: shareOf(unknownFloors, buildings) }),
    unknownYears > 0 && quality("year-unknown", { share: shareOf(unknownYears, buildings) }),
  );
}
