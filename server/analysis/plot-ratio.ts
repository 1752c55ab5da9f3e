import type { DataQuality, Method } from "../contract/analysis.ts";
import { type BlockBand, BUILDING_USES, type PlotRatioResult } from "../contract/plot-ratio.ts";
import type { Area } from "./area.ts";
import { type BuildingGroup, sumGroups } from "./buildings-inside.ts";
import {
  applying,
  buildingCompleteness,
  isLandUsePartial,
  knownSum,
  quality,
  qualityOfArea,
  ratio,
  shareOf,
} from "./data-quality.ts";
import type { DatasetFacts } from "./dataset-facts.ts";
import { EDGE_METHOD, LAND_METHOD, ownMethod } from "./method.ts";
import { netPlotRatioOf } from "./parcels.ts";
import { readPublished } from "./published.ts";
import type { Answered, Reading } from "./reading.ts";

const PUBLISHED_QUANTITIES = [
  ...["gross-plot-ratio", "land-area-plot-ratio", "net-plot-ratio"],
  ...["gfa-above", "construction-land-area", "land-area"],
];

const METHOD = [
  EDGE_METHOD,
  LAND_METHOD,
  ownMethod("gfaAboveSqm", "Footprint × floors above ground, of buildings whose floors are known."),
  ownMethod("grossPlotRatio", "毛容积率: floor area above ground ÷ construction land in the area."),
  ownMethod("landAreaPlotRatio", "按陆地容积率: floor area above ground ÷ land."),
  ownMethod(
    "netPlotRatio",
    "净容积率 of parcels with at least half their area inside; a building belongs to the parcel it overlaps most; floor area that counts for the plot ratio where known, else above ground; parcels with missing floors are excluded. Not the life-circle ratio of GB 50180.",
  ),
  ownMethod("missingFootprintShare", "Footprint of buildings whose floors are unknown ÷ footprint."),
  ownMethod(
    "plotRatioRange",
    "The two ends of the plot ratio by land, as of floor area, gross and net ratio: missing floors taken as 1, and as the 90th percentile of floors of the same use in the district.",
  ),
];

type OfParcels = Pick<PlotRatioResult, "netPlotRatio" | "bands">;
const NO_PARCELS: OfParcels = {
  netPlotRatio: {
    ...{ parcels: 0, excluded: 0, median: null, medianRange: null },
    ...{ p10: null, p90: null, basis: null },
  },
  bands: [],
};

/** Gross, land-area and net plot ratio of the area, how far missing floors could move them, and the published figures beside. */
export async function plotRatio(reading: Reading): Promise<Answered<PlotRatioResult>> {
  const { area } = reading;
  const [{ groups }, land, facts] = [await reading.buildings(), await reading.land(), await reading.facts()];
  const all = sumGroups(groups);
  const missing = groups.filter(({ height }) => height === "unknown");
  const missingSqm = sumGroups(missing).footprintSqm;
  const gfaAboveSqm = knownSum(true, all.gfaAboveSqm, all.buildings);
  const floorArea = floorAreaRange(missing, facts, gfaAboveSqm ?? 0);
  // of the whole construction land, not of the part that happens to be mapped
  const wholeConstructionSqm = isLandUsePartial(area) ? null : land.constructionLandSqm;
  const result: PlotRatioResult = {
    landAreaSqm: land.landAreaSqm,
    constructionLandSqm: land.constructionLandSqm,
    gfaAboveSqm,
    gfaAboveSqmRange: floorArea,
    grossPlotRatio: ratio(gfaAboveSqm, wholeConstructionSqm),
    grossPlotRatioRange: rangeOver(floorArea, wholeConstructionSqm),
    landAreaPlotRatio: ratio(gfaAboveSqm, land.landAreaSqm),
    ...(await readParcels(reading, facts)),
    missingFootprintShare: all.footprintSqm > 0 ? shareOf(missingSqm, all.footprintSqm) : null,
    plotRatioRange: rangeOver(floorArea, land.landAreaSqm),
    buildingCompleteness: buildingCompleteness(area),
    byUse: byUse(groups),
    published: await readPublished(reading, PUBLISHED_QUANTITIES),
  };
  return {
    result,
    method: [...METHOD, ...methodOf(result.bands)],
    dataQuality: [...qualityOfArea(area, facts), ...qualityOf(result, reading.area, facts)],
  };
}

function byUse(groups: readonly BuildingGroup[]): PlotRatioResult["byUse"] {
  return BUILDING_USES.flatMap((use) => {
    const ofUse = groups.filter((group) => group.use === use);
    if (ofUse.length === 0) return [];
    const { buildings, footprintSqm, gfaAboveSqm } = sumGroups(ofUse);
    return [{ use, buildings, footprintSqm, gfaAboveSqm }];
  });
}

async function readParcels(reading: Reading, facts: DatasetFacts): Promise<OfParcels> {
  if (!facts.hasParcels) return NO_PARCELS;
  return netPlotRatioOf(reading.database, reading.area, await reading.parcels());
}

// What the bands of an answer rest on; each table of a standard once.
function methodOf(bands: readonly BlockBand[]): Method[] {
  const tables = new Map(bands.map((band) => [`${band.standard} ${band.clause}`, band]));
  return [...tables.values()].map(({ standard, edition, clause, status }) => ({
    ...{ quantity: "bands", standard, edition, clause, status },
    text: "Residential parcels by the mean floors of their houses; the band is for new residential blocks, a reference and no verdict on what stands.",
  }));
}

type Range = readonly [least: number, most: number | null];

// The upper end is null where a use with missing floors has no known floors in the district.
function floorAreaRange(
  missing: readonly BuildingGroup[],
  { floorsP90ByUse }: DatasetFacts,
  knownGfaSqm: number,
): [number, number | null] {
  let low = knownGfaSqm;
  let high: number | null = knownGfaSqm;
  for (const { use, footprintSqm } of missing) {
    low += footprintSqm;
    const floors = floorsP90ByUse[use];
    high = high === null || floors === undefined ? null : high + footprintSqm * floors;
  }
  return [low, high];
}

function rangeOver([least, most]: Range, landSqm: number | null): [number, number | null] | null {
  const low = ratio(least, landSqm);
  return low === null ? null : [low, ratio(most, landSqm)];
}

function qualityOf(result: PlotRatioResult, area: Area, facts: DatasetFacts): DataQuality[] {
  const { byUse, missingFootprintShare: missing } = result;
  const footprintSqm = byUse.reduce((sum, row) => sum + row.footprintSqm, 0);
  const unknownUse = byUse.find(({ use }) => use === "unknown");
  return applying(
    byUse.length === 0 && quality("no-buildings"),
    missing !== null && missing > 0 && quality("floors-unknown", { field: "gfaAboveSqm", share: missing }),
    result.gfaAboveSqmRange[1] === null && quality("floors-of-use-unknown", { field: "gfaAboveSqmRange" }),
    result.constructionLandSqm === null &&
      !isLandUsePartial(area) &&
      quality("land-use-absent", { field: "grossPlotRatio" }),
    result.constructionLandSqm === 0 && quality("no-land", { field: "grossPlotRatio" }),
    isLandUsePartial(area) && quality("construction-land-partial", { field: "grossPlotRatio" }),
    result.landAreaSqm === 0 && quality("no-land", { field: "landAreaPlotRatio" }),
    !facts.hasParcels && quality("parcels-absent", { field: "netPlotRatio" }),
    result.bands.some(({ status }) => status === "unverified") &&
      quality("unverified-clause", { field: "bands" }),
    unknownUse !== undefined &&
      quality("use-unknown", { field: "byUse", share: shareOf(unknownUse.footprintSqm, footprintSqm) }),
  );
}
