import type { Layer, ZoneFeature } from "../../server/contract/catalogue.ts";
import { TILE_LAYERS } from "../../server/tiles/layers.ts";
import { styleFor } from "../../src/map/style.ts";
import type { StyleInput } from "../../src/map/style-input.ts";
import { LAYER_GROUPS } from "../../src/state/appearance-state.ts";

/** A layer of the catalogue with so many features. */
export const layer = (name: string, count = 1): Layer => ({
  name,
  geometryType: name === "terrain" ? "raster" : "polygon",
  version: 7,
  level: "public",
  count,
  extent: [106.5, 29.5, 106.6, 29.6],
  minZoom: 0,
  maxZoom: 16,
  attributes: [],
  lowM: name === "terrain" ? 155 : null,
});
export const LAYERS = [...TILE_LAYERS.map(({ name }) => layer(name)), layer("terrain")];
/** A zone drawn as schematic. */
export const CORE: ZoneFeature = {
  type: "Feature",
  id: "core:a",
  geometry: {
    type: "Polygon",
    coordinates: [
      [
        [106.5, 29.5],
        [106.6, 29.5],
        [106.6, 29.6],
        [106.5, 29.5],
      ],
    ],
  },
  properties: {
    id: "core:a",
    kind: "core",
    code: null,
    nameZh: "核",
    nameEn: null,
    areaSqm: 1,
    landAreaSqm: 1,
    boundaryStatus: "schematic",
    parent: null,
  },
};
/** A page just opened, every layer in it and switched on. */
export const INPUT: StyleInput = {
  findings: null,
  conflicts: null,
  district: "990100",
  layers: LAYERS,
  zones: [CORE],
  categories: [{ code: "edu.primary", nameZh: "小学", nameEn: "School", group: "education", facilities: 1 }],
  shown: new Set(LAYER_GROUPS),
  colouring: "height",
  litClass: null,
  buildingClasses: null,
  hasBuildingPoints: false,
  dark: false,
  tilted: false,
  language: "zh-CN",
  bothNames: false,
  selection: null,
  selectionGeometry: null,
  area: null,
  dropped: { status: "none" },
  isochrone: null,
  walkOrigin: null,
  route: null,
  routeEnds: { origin: null, destination: null },
  gap: null,
  radius: null,
  riverfront: null,
  street: null,
  cells: null,
  pickedCell: null,
  drawing: false,
  compared: [],
  catchment: null,
  place: null,
  ledger: null,
  found: null,
  plots: null,
  litCategory: null,
  lit: 0,
  basemapUrl: null,
  addressOf: (path, query) => `http://atlas/${path}?${new URLSearchParams(query)}`,
};
/** The layers of the style, from below. */
export const ids = (input: StyleInput) => styleFor(input).layers.map(({ id }) => id);
