import type { Layer, LayerList } from "../contract/catalogue.ts";
import { hiddenFields } from "../contract/internal-fields.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { readElevation } from "../tiles/elevation-grid.ts";
import type { LayerVersions } from "../tiles/layer-versions.ts";
import { changedWith, TILE_LAYERS, TILE_MAX_ZOOM } from "../tiles/layers.ts";
import { TERRAIN_MAX_ZOOM } from "../tiles/terrain-tiles.ts";
import type { Scope } from "./scope.ts";

const sql = loadSql("./layers.sql", import.meta.url);

type Summary = Pick<Layer, "name" | "count" | "level" | "extent">;

// which changes make new tiles of each
const CHANGED_WITH = new Map([
  ...TILE_LAYERS.map((layer) => [layer.name, changedWith(layer)] as const),
  ["terrain", "elevation"] as const,
]);

const LOW_SHARE = 0.05;
const lowOf = new Map<string, { readonly version: number; readonly lowM: number | null }>();

// read once for each version of the model
async function readLow(database: Database, districtId: string, version: number): Promise<number | null> {
  const known = lowOf.get(districtId);
  if (known?.version === version) return known.lowM;
  const samples = (await readElevation(database, districtId))?.samples.toSorted();
  const lowM = samples?.[Math.floor(LOW_SHARE * samples.length)] ?? null;
  lowOf.set(districtId, { version, lowM });
  return lowM;
}

const DRAWN: readonly Pick<Layer, "name" | "geometryType" | "minZoom" | "maxZoom" | "attributes">[] = [
  ...TILE_LAYERS.map(({ name, geometryType, minZoom, attributes }) => ({
    name,
    geometryType,
    minZoom,
    maxZoom: TILE_MAX_ZOOM,
    attributes: ["id", ...attributes],
  })),
  { name: "terrain", geometryType: "raster", minZoom: 0, maxZoom: TERRAIN_MAX_ZOOM, attributes: [] },
];

/** The layers of a district that have tiles, empty ones included; `version` goes into `v` of their tile addresses. */
export async function listLayers(
  database: Database,
  versions: LayerVersions,
  { districtId, levels }: Scope,
): Promise<LayerList> {
  const { rows } = await database.query<Summary>(sql, [districtId, levels]);
  const summaries = new Map(rows.map((row) => [row.name, row]));
  const lowM = await readLow(database, districtId, versions.of(districtId, "elevation"));
  const items = DRAWN.map((layer) => {
    const summary = summaries.get(layer.name);
    if (!summary) throw new Error(`layers.sql does not count the layer ${layer.name}.`);
    const hidden = hiddenFields(layer.name, levels);
    return {
      ...layer,
      ...summary,
      attributes: layer.attributes.filter((name) => !hidden.includes(name)),
      version: versions.of(districtId, CHANGED_WITH.get(layer.name)!),
      lowM: layer.name === "terrain" ? lowM : null,
    };
  });
  return { items, total: items.length, next: null };
}
