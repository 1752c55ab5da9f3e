import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import type { Polygon } from "geojson";
import { StartupError } from "../startup-error.ts";
import { projectionAt } from "../walking/projection.ts";
import type { DistrictArea } from "./boundary.ts";
import type { ElevationModel } from "./elevation-model.ts";
import { type PointInArea, pointInArea } from "./point-in-area.ts";

/** Finer models are averaged to this cell: the network needs no more, and a district stays a few megabytes. */
const FINEST_CELL_M = 10;
/** Coarser ones are interpolated to this cell: heights then change evenly from sample to sample, not by steps. */
const COARSEST_CELL_M = 30;
/** Below this share of the district covered the model is refused: one for another place, or a missing neighbour. */
const COVER_MIN = 0.9;
// heights outside are codes for voids that a file does not declare: nothing on land lies beyond
const LOWEST_M = -500;
const HIGHEST_M = 9_000;

interface RasterInfo {
  readonly size: readonly [number, number];
  readonly coordinateSystem?: { readonly wkt: string };
  readonly wgs84Extent?: Polygon;
}
interface GdalDataset {
  readonly type: string;
}
interface Gdal {
  open(file: string): Promise<{ datasets: readonly GdalDataset[] }>;
  gdalinfo(dataset: GdalDataset, options: readonly string[]): Promise<RasterInfo>;
  gdalwarp(dataset: GdalDataset, options: readonly string[], name: string): Promise<{ local: string }>;
  getFileBytes(file: { local: string }): Promise<Uint8Array>;
  close(dataset: GdalDataset): Promise<void>;
}

type Grid = Omit<ElevationModel, "samples" | "source">;

interface OpenRaster {
  readonly file: string;
  readonly dataset: GdalDataset;
  readonly info: RasterInfo;
  readonly extent: Polygon;
}

/**
 * Reads elevation models (GeoTIFF in any CRS that PROJ knows, .hgt, .hgt.zip) over a district and its context as one
 * grid in EPSG:4326; where several overlap, the first that has a height decides. Throws StartupError naming the file
 * for one that is no such model or has no CRS, and where together they do not cover the district.
 */
export async function readElevation(files: readonly string[], area: DistrictArea): Promise<ElevationModel> {
  const gdal = await loadGdal();
  const rasters: OpenRaster[] = [];
  try {
    for (const file of files) rasters.push(await openRaster(gdal, file));
    const grid = gridOver(area, rasters);
    requireCover(files, grid, area, rasters);
    const samples = new Float32Array(grid.columns * grid.rows).fill(Number.NaN);
    for (const raster of rasters) fillVoids(samples, await warp(gdal, raster, grid));
    return { ...grid, samples, source: files.map((file) => basename(file)).join(", ") };
  } finally {
    for (const { dataset } of rasters) await gdal.close(dataset);
  }
}

// 41 MB of WebAssembly, so only when an elevation model is there
async function loadGdal(): Promise<Gdal> {
  const require = createRequire(import.meta.url);
  const entry = require.resolve("gdal3.js/node");
  const initialize = require(entry) as (options: { path: string; useWorker: boolean }) => Promise<Gdal>;
  // it takes the path from the working directory only
  return initialize({
    path: relative(process.cwd(), join(dirname(entry), "dist/package")),
    useWorker: false,
  });
}

async function openRaster(gdal: Gdal, file: string): Promise<OpenRaster> {
  if (!existsSync(file)) throw new StartupError(`${file} cannot be read; --dem takes an elevation model.`);
  // it throws a bare list of error numbers
  const opened = await gdal.open(file).catch(() => undefined);
  const dataset = opened?.datasets[0];
  if (dataset?.type !== "raster") {
    throw new StartupError(
      `${file} is not an elevation model this program can read; --dem takes GeoTIFF, .hgt or .hgt.zip.`,
    );
  }
  const info = await gdal.gdalinfo(dataset, ["-json"]);
  if (!info.coordinateSystem?.wkt || !info.wgs84Extent) {
    throw new StartupError(
      `${file} does not say its coordinate system; assign it one, for example with gdal_edit.py -a_srs EPSG:4544.`,
    );
  }
  return { file, dataset, info, extent: info.wgs84Extent };
}

function gridOver(area: DistrictArea, rasters: readonly OpenRaster[]): Grid {
  const [west, south, east, north] = area.contextExtent;
  const frame = projectionAt((south + north) / 2);
  const finestM = Math.min(...rasters.map(cellSizeM));
  const cellM = Math.min(COARSEST_CELL_M, Math.max(FINEST_CELL_M, finestM));
  const columns = Math.ceil(((east - west) * frame.metresPerLonDegree) / cellM);
  const rows = Math.ceil(((north - south) * frame.metresPerLatDegree) / cellM);
  return { west, north, cellLon: (east - west) / columns, cellLat: (north - south) / rows, columns, rows };
}

function cellSizeM({ info, extent }: OpenRaster): number {
  const lats = extent.coordinates[0]!.map(([, lat]) => lat!);
  const heightDegrees = Math.max(...lats) - Math.min(...lats);
  return (heightDegrees * projectionAt(lats[0]!).metresPerLatDegree) / info.size[1];
}

function requireCover(
  files: readonly string[],
  grid: Grid,
  area: DistrictArea,
  rasters: readonly OpenRaster[],
): void {
  const share = coveredShare(
    grid,
    area,
    rasters.map(({ extent }) => pointInArea(extent)),
  );
  if (share >= COVER_MIN) return;
  const percent = Math.floor(share * 1_000) / 10;
  throw new StartupError(
    `${files.join(" and ")} cover${files.length === 1 ? "s" : ""} ${percent} % of the district; give --dem models that cover all of it.`,
  );
}

function coveredShare(grid: Grid, area: DistrictArea, extents: readonly PointInArea[]): number {
  let inside = 0;
  let covered = 0;
  for (let row = 0; row < grid.rows; row++) {
    for (let column = 0; column < grid.columns; column++) {
      const lon = grid.west + (column + 0.5) * grid.cellLon;
      const lat = grid.north - (row + 0.5) * grid.cellLat;
      if (!area.isInside(lon, lat)) continue;
      inside++;
      if (extents.some((holds) => holds(lon, lat))) covered++;
    }
  }
  return inside === 0 ? 0 : covered / inside;
}

async function warp(
  gdal: Gdal,
  { file, dataset, info, extent }: OpenRaster,
  grid: Grid,
): Promise<Float32Array> {
  const finer = cellSizeM({ file, dataset, info, extent }) < FINEST_CELL_M;
  const { west, north, cellLon, cellLat, columns, rows } = grid;
  const target = [west, north - rows * cellLat, west + columns * cellLon, north].map(String);
  const output = await gdal
    .gdalwarp(
      dataset,
      [
        ...["-t_srs", "EPSG:4326", "-te", ...target, "-ts", String(columns), String(rows)],
        ...["-of", "ENVI", "-ot", "Float32", "-dstnodata", "nan", "-r", finer ? "average" : "bilinear"],
      ],
      "elevation",
    )
    .catch(() => undefined);
  if (!output)
    throw new StartupError(`${file} cannot be brought to EPSG:4326; its coordinate system is unknown.`);
  const bytes = await gdal.getFileBytes(output);
  // copied, as a view of 32-bit numbers must begin at a multiple of 4
  return new Float32Array(bytes.slice().buffer, 0, columns * rows);
}

function fillVoids(samples: Float32Array, from: Float32Array): void {
  for (const [index, value] of from.entries()) {
    if (Number.isNaN(samples[index]!) && value > LOWEST_M && value < HIGHEST_M) samples[index] = value;
  }
}
