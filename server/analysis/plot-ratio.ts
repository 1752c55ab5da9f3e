import type { DataQuality } from "../contract/analysis.ts";
import { BUILDING_USES, type BuildingUse, type PlotRatioResult } from "../contract/plot-ratio.ts";
import type { PublishedValue } from "../contract/published-value.ts";
import { loadSql } from "../database/sql.ts";
import type { Area } from "./area.ts";
import {
  applying,
  buildingCompleteness,
  knownSum,
  quality,
  qualityOfArea,
  ratio,
  shareOf,
} from "./data-quality.ts";
import type { DatasetFacts } from "./dataset-facts.ts";
import { EDGE_METHOD, LAND_METHOD, ownMethod } from "./method.ts";
import type { Answered, Reading } from "./reading.ts";

const sql = loadSql("./plot-ratio.sql", import.meta.url);
const netSql = loadSql("./net-plot-ratio.sql", import.meta.url);
const publishedSql = loadSql("./published-of-area.sql", import.meta.url);

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
    "Plot ratio by land with missing floors taken as 1, and as the 90th percentile of floors of the same use in the district.",
  ),
];

interface UseRow {
  readonly use: BuildingUse;
  readonly buildings: number;
  readonly footprintSqm: number;
  readonly gfaAboveSqm: number | null;
  readonly missingFootprintSqm: number;
}

type NetPlotRatio = PlotRatioResult["netPlotRatio"];
const NO_PARCELS: NetPlotRatio = {
  parcels: 0,
  excluded: 0,
  median: null,
  p10: null,
  p90: null,
  basis: null,
};

/** Gross, land-area and net plot ratio of the area, how far missing floors could move them, and the published figures beside. */
export async function plotRatio(reading: Reading): Promise<Answered<PlotRatioResult>> {
  const { database, area } = reading;
  const [inside, land, facts] = [await reading.buildings(), await reading.land(), await reading.facts()];
  const { rows } = await database.query<UseRow>(sql, [area.districtId, area.datasetId, ...inside.parameters]);
  const uses = [...rows].sort((a, b) => BUILDING_USES.indexOf(a.use) - BUILDING_USES.indexOf(b.use));
  const total = (value: (row: UseRow) => number) => uses.reduce((sum, row) => sum + value(row), 0);
  const buildings = total((row) => row.buildings);
  const footprintSqm = total((row) => row.footprintSqm);
  const anyKnown = uses.some((row) => row.gfaAboveSqm !== null);
  const gfaAboveSqm = anyKnown ? total((row) => row.gfaAboveSqm ?? 0) : knownSum(true, null, buildings);
  const missingSqm = total((row) => row.missingFootprintSqm);
  const result: PlotRatioResult = {
    landAreaSqm: land.landAreaSqm,
    constructionLandSqm: land.constructionLandSqm,
    gfaAboveSqm,
    grossPlotRatio: ratio(gfaAboveSqm, land.constructionLandSqm),
    landAreaPlotRatio: ratio(gfaAboveSqm, land.landAreaSqm),
    netPlotRatio: await readNetPlotRatio(reading, facts),
    missingFootprintShare: footprintSqm > 0 ? shareOf(missingSqm, footprintSqm) : null,
    plotRatioRange: rangeOf(uses, facts, gfaAboveSqm ?? 0, land.landAreaSqm),
    buildingCompleteness: buildingCompleteness(area),
    byUse: uses.map(({ missingFootprintSqm: _, ...row }) => row),
    published: await readPublished(reading),
  };
  return {
    result,
    method: METHOD,
    dataQuality: [...qualityOfArea(area, facts), ...qualityOf(result, reading.area, facts)],
  };
}

async function readNetPlotRatio({ database, area }: Reading, facts: DatasetFacts): Promise<NetPlotRatio> {
  if (!facts.hasParcels) return NO_PARCELS;
  const { rows } = await database.query<NetPlotRatio>(netSql, [
    area.districtId,
    area.datasetId,
    area.levels,
    area.geometry,
  ]);
  return rows[0]!;
}

async function readPublished({ database, area }: Reading): Promise<PublishedValue[]> {
  const { rows } = await database.query<PublishedValue>(publishedSql, [
    area.adcode,
    area.zoneId,
    PUBLISHED_QUANTITIES,
  ]);
  return rows;
}

// The upper end is null where a use with missing floors has no known floors in the district.
function rangeOf(
  uses: readonly UseRow[],
  { floorsP90ByUse }: DatasetFacts,
  knownGfaSqm: number,
  landAreaSqm: number,
): PlotRatioResult["plotRatioRange"] {
  if (landAreaSqm <= 0) return null;
  let low = knownGfaSqm;
  let high: number | null = knownGfaSqm;
  for (const { use, missingFootprintSqm } of uses) {
    if (missingFootprintSqm === 0) continue;
    low += missingFootprintSqm;
    const floors = floorsP90ByUse[use];
    high = high === null || floors === undefined ? null : high + missingFootprintSqm * floors;
  }
  return [low / landAreaSqm, high === null ? null : high / landAreaSqm];
}

function qualityOf(result: PlotRatioResult, area: Area, facts: DatasetFacts): DataQuality[] {
  const { byUse, missingFootprintShare: missing } = result;
  const footprintSqm = byUse.reduce((sum, row) => sum + row.footprintSqm, 0);
  const unknownUse = byUse.find(({ use }) => use === "unknown");
  return applying(
    byUse.length === 0 && quality("no-buildings"),
    missing !== null && missing > 0 && quality("floors-unknown", { field: "gfaAboveSqm", share: missing }),
    result.constructionLandSqm === null && quality("land-use-absent", { field: "grossPlotRatio" }),
    result.constructionLandSqm === 0 && quality("no-land", { field: "grossPlotRatio" }),
    area.completeness["land-use"] === "partial" &&
      quality("construction-land-partial", { field: "constructionLandSqm" }),
    result.landAreaSqm === 0 && quality("no-land", { field: "landAreaPlotRatio" }),
    !facts.hasParcels && quality("parcels-absent", { field: "netPlotRatio" }),
    unknownUse !== undefined &&
      quality("use-unknown", { field: "byUse", share: shareOf(unknownUse.footprintSqm, footprintSqm) }),
  );
}
