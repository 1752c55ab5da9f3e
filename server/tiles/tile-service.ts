import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Database } from "../database/database.ts";
import { buildingColumns } from "./building-columns.ts";
import { byteCache } from "./byte-cache.ts";
import { type ElevationGrid, readElevation } from "./elevation-grid.ts";
import { encodeTile } from "./encoder.ts";
import { type LayerStore, type LayerView, layerStore, viewKey } from "./layer-store.ts";
import { type LayerVersions, layerVersions } from "./layer-versions.ts";
import { changedWith } from "./layers.ts";
import { terrainTile } from "./terrain-tiles.ts";
import type { TileAddress } from "./world.ts";

const gzipAsync = promisify(gzip);
// tiles are cut anew after every change, so speed counts more than the last tenth of size
const GZIP_LEVEL = 3;
const TILE_BYTES = 128 * 2 ** 20;
const GRID_BYTES = 128 * 2 ** 20;
const ENTRY_BYTES = 200;

/** A tile as it goes over the wire (vector tiles gzipped, terrain as PNG); body undefined = nothing there. */
export type ServedTile = {
  readonly body: Buffer | undefined;
  readonly etag: string;
  readonly version: number;
};

export type TileService = {
  readonly versions: LayerVersions;
  vectorTile(view: LayerView, tile: TileAddress): Promise<ServedTile>;
  terrainTile(districtId: string, tile: TileAddress): Promise<ServedTile>;
  /** The buildings as columns; their version is the newer of those of buildings and parcels. */
  buildingColumns(scope: {
    readonly districtId: string;
    readonly levels: readonly string[];
  }): Promise<ServedTile>;
};

/** Cuts tiles and keeps the finished ones, 128 MB at most; the key holds district, layer, levels and version. */
export function tileService(database: Database): TileService {
  const versions = layerVersions(database);
  const store = layerStore(database, versions);
  const grids = byteCache<Promise<ElevationGrid | undefined>>(GRID_BYTES);
  const finished = byteCache<ServedTile>(TILE_BYTES);
  const underWay = new Map<string, Promise<ServedTile>>();

  async function kept(key: string, cut: () => Promise<ServedTile>): Promise<ServedTile> {
    const known = finished.get(key);
    if (known) return known;
    const begun = underWay.get(key);
    if (begun) return begun;
    const cutting = cut().finally(() => underWay.delete(key));
    underWay.set(key, cutting);
    const tile = await cutting;
    finished.set(key, tile, (tile.body?.length ?? 0) + ENTRY_BYTES);
    return tile;
  }

  return {
    versions,
    vectorTile(view, tile) {
      const version = versions.of(view.districtId, changedWith(view.layer));
      return kept(tileKey(viewKey(view), version, tile), () => cutVectorTile(store, view, tile));
    },
    buildingColumns({ districtId, levels }) {
      const version = columnsVersion(versions, districtId);
      return kept(`${districtId} columns ${[...levels].sort().join("+")} ${version}`, async () => {
        const bytes = await buildingColumns(database, { districtId, levels });
        return servedTile(bytes && (await gzipAsync(bytes, { level: GZIP_LEVEL })), version);
      });
    },
    terrainTile(districtId, tile) {
      const version = versions.of(districtId, "elevation");
      return kept(tileKey(`${districtId} terrain`, version, tile), async () => {
        const grid = await gridOf(database, grids, `${districtId} ${version}`, districtId);
        return servedTile(grid && terrainTile(grid, tile), version);
      });
    },
  };
}

/** The version of the building columns of a district. */
export const columnsVersion = (versions: LayerVersions, districtId: string) =>
  Math.max(versions.of(districtId, "building"), versions.of(districtId, "parcel"));

const tileKey = (view: string, version: number, { z, x, y }: TileAddress) =>
  `${view} ${version} ${z}/${x}/${y}`;

async function cutVectorTile(store: LayerStore, view: LayerView, tile: TileAddress): Promise<ServedTile> {
  const { columns, version } = await store.load(view);
  const bytes = encodeTile(columns, tile, view.layer);
  return servedTile(bytes && (await gzipAsync(bytes, { level: GZIP_LEVEL })), version);
}

function servedTile(body: Buffer | undefined, version: number): ServedTile {
  const hash = body ? createHash("sha256").update(body).digest("base64url").slice(0, 22) : "empty";
  // weak, because the same tile may be sent with or without gzip
  return { body, etag: `W/"${hash}"`, version };
}

function gridOf(
  database: Database,
  grids: ReturnType<typeof byteCache<Promise<ElevationGrid | undefined>>>,
  key: string,
  districtId: string,
): Promise<ElevationGrid | undefined> {
  const known = grids.get(key);
  if (known) return known;
  const reading = readElevation(database, districtId);
  grids.set(key, reading, 0);
  reading.then(
    (grid) => grids.set(key, reading, grid?.samples.byteLength ?? 0),
    () => grids.delete(key),
  );
  return reading;
}
