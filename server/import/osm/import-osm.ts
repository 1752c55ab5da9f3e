import type { Completeness } from "../../contract/catalogue.ts";
import type { ImportReport } from "../../contract/dataset-report.ts";
import type { Database } from "../../database/database.ts";
import type { Progress } from "../../progress.ts";
import { STANDARDS_DIRECTORY } from "../../standards-directory.ts";
import { computeReachWithLines } from "../../walking/live-reach.ts";
import { type DistrictArea, readBoundary } from "../boundary.ts";
import { type ElevationModel, voidShare } from "../elevation-model.ts";
import { fileFacts } from "../file-facts.ts";
import { deriveLand } from "../land-pieces.ts";
import { deleteLeftovers } from "../leftovers.ts";
import {
  abandonDataset,
  beginDataset,
  type DistrictNames,
  goLive,
  type LoadingDataset,
  requireRoom,
} from "../loading-dataset.ts";
import { readElevation } from "../read-elevation.ts";
import { percent, ReportItems } from "../report-items.ts";
import { deriveRiverfront } from "../riverfront.ts";
import { spreadPopulation } from "../spread-population.ts";
import { readTagTables } from "../tag-table.ts";
import { writeElevation } from "../write-elevation.ts";
import { readAreas } from "./areas.ts";
import { writeBuildings } from "./buildings.ts";
import type { LayerContext } from "./context.ts";
import { type OsmExtract, readExtract } from "./extract.ts";
import { writeFacilities } from "./facilities.ts";
import { writeLandCover } from "./land-cover.ts";
import { writeLandmarks } from "./landmarks.ts";
import { writeMetro } from "./metro.ts";
import { readNetworkParameters } from "./network-parameters.ts";
import { writeRoads } from "./roads.ts";
import { type NetworkParameters, writeNetwork } from "./walking-network.ts";
import { readWalkways, writeWalkways } from "./walkways.ts";
import { writeZones } from "./zones.ts";

const SOURCE = "OpenStreetMap";

/** What to import and from where. */
export interface OsmImport {
  readonly pbf: string;
  readonly dem: readonly string[];
  readonly boundary: string;
  readonly district: DistrictNames;
  /** Residents of the district; null = not known. */
  readonly population: number | null;
  readonly replace: boolean;
  readonly actorId: string;
}

/**
 * Imports a district from an OpenStreetMap extract, elevation models and a boundary: everything is read and checked
 * first, then written as a loading dataset, and goes live with its reach computed, or not at all. Throws StartupError
 * with one sentence for input that will not do.
 */
export async function importOsm(
  database: Database,
  wanted: OsmImport,
  progress: Progress,
): Promise<ImportReport> {
  const startedAt = performance.now();
  await deleteLeftovers(database);
  await requireRoom(database, wanted);
  const input = await readInput(database, wanted, progress);
  const dataset = await beginDataset(database, {
    ...wanted,
    source: SOURCE,
    asOf: input.extract.asOf,
  });
  try {
    const report = new ReportItems();
    const completeness = await writeDistrict(database, dataset, { wanted, input, report, progress });
    await progress.step("computing reach", () => computeReachWithLines(database, dataset, progress.line));
    const durationS = Math.round((performance.now() - startedAt) / 100) / 10;
    const result = { durationS, files: input.files, items: report.items };
    await goLive(database, dataset, { ...wanted, completeness, report: result, note: `import of ${SOURCE}` });
    return result;
  } catch (error) {
    await abandonDataset(database, dataset);
    throw error;
  }
}

interface Input {
  readonly files: ImportReport["files"];
  readonly area: DistrictArea;
  readonly extract: OsmExtract;
  readonly elevation: ElevationModel | null;
}

async function readInput(database: Database, wanted: OsmImport, progress: Progress): Promise<Input> {
  const { pbf, dem, boundary } = wanted;
  const files = await Promise.all([pbf, ...dem, boundary].map(fileFacts));
  const area = await progress.step("reading the boundary", () => readBoundary(database, boundary));
  const extract = await progress.step("reading the extract", () => readExtract(pbf, area.contextExtent));
  const elevation =
    dem.length === 0
      ? null
      : await progress.step("reading the elevation model", () => readElevation(dem, area));
  return { files, area, extract, elevation };
}

interface Writing {
  readonly wanted: OsmImport;
  readonly input: Input;
  readonly report: ReportItems;
  readonly progress: Progress;
}

async function writeDistrict(
  database: Database,
  dataset: LoadingDataset,
  { wanted, input, report, progress }: Writing,
): Promise<Completeness> {
  const { extract, area, elevation } = input;
  const tagTables = await readTagTables(STANDARDS_DIRECTORY);
  const { areas, incomplete, empty } = await progress.step("repairing shapes", () =>
    readAreas(database, extract, area),
  );
  const context: LayerContext = { database, dataset, area, extract, areas, tagTables, report };
  await progress.step("writing zones, land and roads", async () => {
    await writeZones(context, wanted.district);
    await writeRoads(context);
  });
  const cover = await writeLandCover(context);
  await progress.step("deriving land", () => deriveLand(database, dataset, area.extent));
  const buildings = await progress.step("writing buildings", () => writeBuildings(context));
  const parameters = await readNetworkParameters(database);
  const stationsWithEntrance = await writeMetro(context, parameters.entranceStationMaxM);
  await writeLandmarks(context);
  await writeFacilities(context, { stationsWithEntrance });
  await progress.step("writing the walking network", () => writeWalking(context, { elevation, parameters }));
  const population = await spread(context, wanted.population, buildings);
  reportSource(context, incomplete, empty);
  reportGaps(report, cover, elevation, area);
  return {
    building: buildings === 0 ? "absent" : "partial",
    population,
    water: presence(cover.water),
    green: presence(cover.green),
    "land-use": presence(cover.landUse),
    elevation: elevation === null ? "absent" : "complete",
  };
}

const presence = (count: number) => (count === 0 ? "absent" : "partial");

async function writeWalking(
  context: LayerContext,
  {
    elevation,
    parameters,
  }: { readonly elevation: ElevationModel | null; readonly parameters: NetworkParameters },
): Promise<void> {
  const { database, dataset } = context;
  if (elevation) await writeElevation(database, dataset, elevation);
  const walkways = readWalkways(context);
  const walkwayOf = new Map(
    walkways.flatMap(({ id, ways }) => ways.map((way) => [`way/${way}`, id] as const)),
  );
  const edges = await writeNetwork(context, { elevation, parameters, walkwayOf });
  await writeWalkways(context, walkways, edges);
  await database.query("ANALYZE store.walk_node, store.walk_edge");
  context.report.cameIn("riverfront-segment", await deriveRiverfront(database, dataset));
}

async function spread(
  { database, dataset, report }: LayerContext,
  population: number | null,
  buildings: number,
): Promise<"partial" | "absent"> {
  if (population === null) {
    report.add("missing", "population-absent", "no --population was given: residents are unknown");
    return "absent";
  }
  const inhabited = await spreadPopulation(database, dataset, population);
  const facts = { layer: "building", count: inhabited, share: buildings === 0 ? 0 : inhabited / buildings };
  if (inhabited === 0) {
    report.add(
      "doubtful",
      "population-without-homes",
      `no building is known to be lived in: the ${population} residents are nowhere`,
    );
    return "absent";
  }
  report.add(
    "doubtful",
    "population-spread",
    `${population} residents are spread over the ${inhabited} buildings known to be lived in, by floor space`,
    facts,
  );
  // the total is given, where its people live is not
  return "partial";
}

function reportSource(
  { areas, extract, report }: LayerContext,
  incomplete: readonly string[],
  empty: readonly string[],
): void {
  const invalid = areas.filter(({ reason, touches }) => reason !== null && touches);
  const footprints = invalid.filter(
    ({ tags }) => tags.building !== undefined || tags["building:part"] !== undefined,
  );
  report.add("repaired", "invalid-footprint", "invalid footprints were made valid", {
    ...{ layer: "building", sourceIds: footprints.map(({ sourceId }) => sourceId) },
  });
  const others = invalid.filter((area) => !footprints.includes(area));
  report.add("repaired", "invalid-polygon", "other invalid polygons were made valid", {
    sourceIds: others.map(({ sourceId }) => sourceId),
  });
  report.add(
    "missing",
    "incomplete-relations",
    "polygons that the extract does not hold whole were left out",
    {
      sourceIds: incomplete,
    },
  );
  report.add("left-out", "polygon-without-area", "polygons without any area were left out", {
    sourceIds: empty,
  });
  report.add("missing", "missing-nodes", "nodes that ways refer to are not in the extract", {
    count: extract.missingNodes,
  });
}

function reportGaps(
  report: ReportItems,
  cover: { readonly water: number; readonly landUse: number },
  elevation: ElevationModel | null,
  area: DistrictArea,
): void {
  if (cover.water === 0) {
    report.add("missing", "water-absent", "no water area: the land of the district includes its rivers", {
      layer: "water",
    });
  }
  if (cover.landUse === 0) {
    report.add(
      "missing",
      "land-use-absent",
      "no land use: construction land and the gross plot ratio are unknown",
      {
        layer: "land-use",
      },
    );
  }
  if (elevation === null) {
    report.add("missing", "elevation-absent", "no --dem was given: the rise of streets and paths is unknown");
    return;
  }
  const share = voidShare(elevation, area);
  if (share > 0)
    report.add(
      "doubtful",
      "dem-void",
      `the elevation model has no height for ${percent(share)} of the district`,
      { share },
    );
}
