import { validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import { describe, expect, test } from "vitest";
import type { Layer, ZoneFeature } from "../../../server/contract/catalogue.ts";
import type { Project } from "../../../server/contract/projects.ts";
import type { TwoStepCatchmentResult } from "../../../server/contract/two-step-catchment.ts";
import { TILE_LAYERS } from "../../../server/tiles/layers.ts";
import { CATCHMENT_SCHEMES, catchmentClasses } from "../../../src/cartography/catchment-classes.ts";
import { COLOURING_NAMES } from "../../../src/cartography/colourings/registry.ts";
import { SERIES_COLOURS } from "../../../src/cartography/series-colour.ts";
import { keepDrawing } from "../../../src/map/keep-drawing.ts";
import { styleFor } from "../../../src/map/style.ts";
import type { StyleInput } from "../../../src/map/style-input.ts";
import { LAYER_GROUPS } from "../../../src/state/appearance-state.ts";
import type { CatchmentAnswer } from "../../../src/state/catchment-state.ts";
import { fileOf, readValid } from "../../support/area-files.ts";

const layer = (name: string, count = 1): Layer => ({
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
const LAYERS = [...TILE_LAYERS.map(({ name }) => layer(name)), layer("terrain")];
const CORE: ZoneFeature = {
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
const INPUT: StyleInput = {
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
const ids = (input: StyleInput) => styleFor(input).layers.map(({ id }) => id);

describe.each([false, true])("with dark %s", (dark) => {
  test.each(["zh-CN", "en"] as const)("the style is valid by the style specification in %s", (language) => {
    const style = styleFor({
      ...INPUT,
      dark,
      language,
      tilted: true,
      litCategory: "edu.primary",
      area: { zone: "core:a" },
    });
    // the specification asks for glyphs where there is text; local fonts need none
    const faults = validateStyleMin(style).map(({ message }) => message);
    expect(faults.filter((message) => !message.includes("glyphs"))).toEqual([]);
  });
});

test.each(COLOURING_NAMES)(
  "a map in use is valid by the style specification, coloured by %s",
  (colouring) => {
    const used: Partial<StyleInput> = {
      ...{ colouring, litClass: 0, hasBuildingPoints: true, lit: 1, tilted: true, bothNames: true },
      ...{
        drawing: true,
        selection: { layer: "building", id: "b1" },
        selectionGeometry: CORE.geometry as GeoJSON.Geometry,
      },
      ...{ walkOrigin: [106.5, 29.5], place: [106.5, 29.5] },
      routeEnds: { origin: [106.5, 29.5], destination: [106.6, 29.6] },
      basemapUrl: "http://atlas/{z}/{x}/{y}.png",
    };
    const faults = validateStyleMin(styleFor({ ...INPUT, ...used })).map(({ message }) => message);
    expect(faults.filter((message) => !message.includes("glyphs"))).toEqual([]);
  },
);

const CATCHMENT = {
  zones: [{ id: "core:a", kind: "subdistrict", perThousand: 40 }],
  facilities: [
    { id: "f0", at: [106.5, 29.5], supply: 90 },
    { id: "f1", at: [106.6, 29.6], supply: null },
  ],
  perThousand: 50,
  balance: null,
  buildings: { ordinals: [4, 5, 6], perThousand: [0, 40, null], demand: [1, 1, null] },
} as unknown as TwoStepCatchmentResult;

test.each(CATCHMENT_SCHEMES)(
  "a catchment is drawn by building, zone and facility, classed by %s",
  (scheme) => {
    const answer = { result: CATCHMENT } as CatchmentAnswer;
    const classes = catchmentClasses(CATCHMENT, scheme);
    const style = styleFor({
      ...INPUT,
      catchment: { answer, classes, view: "facility", facility: "f0" },
    });
    const faults = validateStyleMin(style).map(({ message }) => message);
    expect(faults.filter((message) => !message.includes("glyphs"))).toEqual([]);
    const data = (source: string) =>
      (style.sources[source] as { data: GeoJSON.FeatureCollection }).data.features.map(
        ({ properties }) => properties,
      );
    expect(data("catchment-zone")).toEqual([{ colour: classes.classes[classes.classOf(40)]!.light }]);
    // what it holds is the size; unknown is hollow and small, never nothing
    expect(data("catchment-facility")).toEqual([
      { radius: 11, known: true, picked: true },
      { radius: 3.5, known: false, picked: false },
    ]);
    expect(style.layers.map(({ id }) => id)).toContain("catchment-building");
  },
);

test("the style names no glyph server, no sprite and no outside host", () => {
  const style = styleFor(INPUT);
  expect(style.glyphs).toBeUndefined();
  expect(style.sprite).toBeUndefined();
  expect(
    JSON.stringify(style)
      .match(/https?:\/\/[^/"]+/g)
      ?.every((host) => host === "http://atlas"),
  ).toBe(true);
});

test("tiles are asked for with the district and the version of their layer, so that they may be kept for good", () => {
  const { sources } = styleFor(INPUT);
  expect(sources.building).toMatchObject({
    tiles: ["http://atlas/tiles/building/{z}/{x}/{y}.mvt?district=990100&v=7"],
  });
  expect(sources.terrain).toMatchObject({ type: "raster-dem", encoding: "terrarium" });
});

test("a layer without anything in it has neither source nor layers", () => {
  const layers = LAYERS.map((each) => (each.name === "building" ? { ...each, count: 0 } : each));
  const style = styleFor({ ...INPUT, layers });
  expect(style.sources.building).toBeUndefined();
  expect(style.layers.some((each) => "source" in each && each.source === "building")).toBe(false);
});

test.each([
  ["relief", "relief"],
  ["buildings", "building"],
  ["green", "green"],
  ["land-use", "land-use"],
  ["walking", "stairs"],
  ["walkways", "walkway"],
  ["metro", "metro-line"],
  ["facilities", "facility"],
  ["projects", "project-area"],
  ["structure", "zone-face-core"],
  ["renewal-districts", "zone-face-renewal-district"],
  ["boundaries", "zone-edge-district"],
  ["riverfront", "riverfront-segment"],
] as const)("switching %s off takes %s away, and only then", (group, id) => {
  expect(ids(INPUT)).toContain(id);
  const shown = new Set(LAYER_GROUPS.filter((each) => each !== group));
  expect(ids({ ...INPUT, shown })).not.toContain(id);
});

test("streets, land and water cannot be switched off", () => {
  expect(ids({ ...INPUT, shown: new Set() })).toEqual(
    expect.arrayContaining(["district-ground", "water", "bank", "street-local", "bridge-arterial"]),
  );
});

test("bridges are drawn over the streets and the water below them", () => {
  const order = ids(INPUT);
  expect(order.indexOf("bridge-arterial")).toBeGreaterThan(order.indexOf("street-highway"));
  expect(order.indexOf("street-casing-service")).toBeGreaterThan(order.indexOf("water"));
});

test("beyond the elevation model there is no relief", () => {
  const source = styleFor(INPUT).sources["beyond-relief"];
  const data = source?.type === "geojson" ? (source.data as GeoJSON.Feature<GeoJSON.Polygon>) : null;
  // the hole is the extent of the model: west, south, east, north
  expect(data?.geometry.coordinates[1]).toEqual([
    [106.5, 29.5],
    [106.5, 29.6],
    [106.6, 29.6],
    [106.6, 29.5],
    [106.5, 29.5],
  ]);
  expect(ids(INPUT).indexOf("beyond-relief")).toBeGreaterThan(ids(INPUT).indexOf("relief"));
});

test("low ground that stands for a river lies flat over the relief, and ends where the model ends", () => {
  const order = ids({ ...INPUT, layers: LAYERS.filter(({ name }) => name !== "water") });
  expect(order.indexOf("low-ground")).toBeGreaterThan(order.indexOf("relief"));
  expect(order.indexOf("beyond-relief")).toBeGreaterThan(order.indexOf("low-ground"));
});

test("a river is named before stations and landmarks, which would else take its room", () => {
  const order = ids(INPUT);
  expect(order.indexOf("water-name")).toBeGreaterThan(order.indexOf("metro-station-name"));
  expect(order.indexOf("water-name")).toBeGreaterThan(order.indexOf("landmark"));
  // tilted, its name would stand on the towers
  const tilted = ids({ ...INPUT, tilted: true });
  expect(tilted.indexOf("water-name")).toBeLessThan(tilted.indexOf("landmark"));
});

test("a bank keeps its green under the relief's shadow", () => {
  const order = ids(INPUT);
  expect(order.indexOf("grass-over-relief")).toBeGreaterThan(order.indexOf("relief"));
  expect(order.indexOf("grass-over-relief")).toBeLessThan(order.indexOf("water"));
});

test("the land around the district lies under a veil with the district as its hole, above the relief", () => {
  const district: ZoneFeature = { ...CORE, properties: { ...CORE.properties, kind: "district" } };
  const style = styleFor({ ...INPUT, zones: [CORE, district] });
  const source = style.sources["outside-district"];
  const data = source?.type === "geojson" ? (source.data as GeoJSON.Feature<GeoJSON.Polygon>) : null;
  expect(data?.geometry.coordinates[1]).toEqual((CORE.geometry as GeoJSON.Polygon).coordinates[0]);
  const order = style.layers.map(({ id }) => id);
  expect(order.indexOf("outside-district")).toBeGreaterThan(order.indexOf("relief"));
  expect(order.indexOf("outside-district")).toBeLessThan(order.indexOf("water"));
  expect(ids(INPUT)).not.toContain("outside-district");
});

test("terrain in 3D stands on a source of its own, and only when asked for", () => {
  const { sources, terrain } = styleFor(INPUT);
  expect(terrain).toEqual({ source: "terrain-mesh" });
  // the shading ends with the model; the mesh must not, or it falls to nought there
  expect(sources.terrain).toHaveProperty("bounds");
  expect(sources["terrain-mesh"]).not.toHaveProperty("bounds");
  const shown = new Set(LAYER_GROUPS.filter((each) => each !== "terrain"));
  expect(styleFor({ ...INPUT, shown })).not.toHaveProperty("terrain");
});

test("zones that lie over others are hatched, and what finds no room first is the name of an estate", () => {
  const { layers } = styleFor(INPUT);
  expect(layers.find(({ id }) => id === "zone-face-belt")?.paint).toHaveProperty("fill-pattern");
  const order = layers.map(({ id }) => id);
  const names = [
    "facility-name",
    "zone-name-estate",
    "street-name",
    "metro-station-name",
    "zone-name-subdistrict",
  ];
  expect(names.map((id) => order.indexOf(id))).toEqual(
    names.map((id) => order.indexOf(id)).sort((a, b) => a - b),
  );
  expect(order).toEqual(expect.arrayContaining(names));
});

test("only a schematic boundary is dashed", () => {
  const { layers } = styleFor(INPUT);
  const dash = (id: string) => layers.find((each) => each.id === id)?.paint;
  expect(dash("zone-schematic-core")).toHaveProperty("line-dasharray");
  expect(dash("zone-edge-core")).not.toHaveProperty("line-dasharray");
});

test("the building one has chosen stands out among standing ones", () => {
  const selection = { layer: "building", id: "b1" };
  const chosen = styleFor({ ...INPUT, tilted: true, selection }).layers.find(
    ({ id }) => id === "selected-standing",
  );
  expect(chosen).toMatchObject({ filter: ["==", ["get", "id"], "b1"] });
  expect(ids({ ...INPUT, selection })).not.toContain("selected-standing");
  expect(ids({ ...INPUT, tilted: true, selection: { layer: "zone", id: "b1" } })).not.toContain(
    "selected-standing",
  );
});

test("buildings stand only on a tilted map", () => {
  const visibility = (tilted: boolean) =>
    styleFor({ ...INPUT, tilted }).layers.find(({ id }) => id === "building-standing")?.layout?.visibility;
  expect([visibility(false), visibility(true)]).toEqual(["none", "visible"]);
});

test("the area asked about is outlined, whether drawn or a zone", () => {
  const outlined = (area: StyleInput["area"]) => {
    const source = styleFor({ ...INPUT, area }).sources.asked;
    return source?.type === "geojson" ? (source.data as GeoJSON.FeatureCollection).features.length : -1;
  };
  expect(outlined(null)).toBe(0);
  expect(outlined({ zone: "core:a" })).toBe(1);
  expect(outlined({ zone: "core:gone" })).toBe(0);
  expect(outlined(CORE.geometry as StyleInput["area"])).toBe(1);
});

test("the areas of a dropped file are laid over the map, with a mark where one crosses itself", async () => {
  const bow = {
    type: "Polygon",
    coordinates: [
      [
        [106.5, 29.5],
        [106.52, 29.52],
        [106.52, 29.5],
        [106.5, 29.52],
        [106.5, 29.5],
      ],
    ],
  };
  const file = await readValid(fileOf("a.geojson", JSON.stringify(bow)));
  const dropped = { status: "read", name: "a.geojson", file, reading: 0, area: 0 } as const;
  const source = styleFor({ ...INPUT, dropped }).sources.preview;
  const { features } = (source as { data: GeoJSON.FeatureCollection }).data;
  expect(features.map(({ geometry }) => geometry.type)).toEqual(["MultiLineString", "Point"]);
  expect(features[1]?.geometry).toMatchObject({ coordinates: [106.51, 29.51] });
  expect(ids(INPUT)).toEqual(expect.arrayContaining(["preview-face", "preview-edge", "preview-crossing"]));
});

test("an area that crosses itself is still outlined, as lines", () => {
  const bow: GeoJSON.Polygon = {
    type: "Polygon",
    coordinates: [
      [
        [0, 0],
        [1, 1],
        [1, 0],
        [0, 1],
        [0, 0],
      ],
    ],
  };
  const style = styleFor({ ...INPUT, area: bow });
  const outline = style.sources["asked-outline"];
  const data = outline?.type === "geojson" ? (outline.data as GeoJSON.FeatureCollection) : null;
  expect(data?.features[0]?.geometry).toEqual({ type: "MultiLineString", coordinates: bow.coordinates });
  expect(style.layers.find(({ id }) => id === "asked-edge")).toMatchObject({ source: "asked-outline" });
});

test("a new style keeps the layers and sources of the pen, on top", () => {
  const before = {
    version: 8 as const,
    sources: {
      "td-polygon": { type: "geojson" as const, data: "" },
      old: { type: "geojson" as const, data: "" },
    },
    layers: [{ id: "td-polygon", type: "fill" as const, source: "td-polygon" }],
  };
  const kept = keepDrawing(before, styleFor(INPUT));
  expect(kept.layers.at(-1)?.id).toBe("td-polygon");
  expect(Object.keys(kept.sources)).toContain("td-polygon");
  expect(Object.keys(kept.sources)).not.toContain("old");
});

test("in the mode of the projects the map shows those of the list and no others", () => {
  const project: Project = {
    id: "p1",
    code: null,
    nameZh: "甲",
    nameEn: null,
    categories: [],
    stage: null,
    renewalDistrict: null,
    yearStart: null,
    yearEnd: null,
    summaryZh: null,
    summaryEn: null,
    amounts: [],
    extent: [106.5, 29.5, 106.5, 29.5],
    place: [106.5, 29.5],
    distanceM: 0,
  };
  const near = { lon: 106.5, lat: 29.5, metres: 500 };
  const style = styleFor({
    ...INPUT,
    found: { items: [project], lights: new Map([["p1", "red" as const]]), lit: "p1", near },
  });
  expect(validateStyleMin(style)).toEqual([]);
  const area = style.layers.find(({ id }) => id === "project-area")!;
  expect(JSON.stringify(area)).toContain('["in",["get","id"],["literal",["p1"]]]');
  expect(JSON.stringify(style.sources["found-projects"])).toContain('"id":"p1"');
  // the place itself, and a ring around it whose corners are no dots
  const marked = style.layers.find(({ id }) => id === "found-near-place");
  expect(marked).toMatchObject({ type: "circle", filter: ["==", ["geometry-type"], "Point"] });
  expect(JSON.stringify(style.sources["found-near"])).toContain(
    '{"type":"Point","coordinates":[106.5,29.5]}',
  );
  // without a list the source of the dots is not there at all
  expect(styleFor(INPUT).sources["found-projects"]).toBeUndefined();
});

test("areas side by side are outlined each in its colour and under its letter, and only while there are any", () => {
  const shape = CORE.geometry as GeoJSON.Geometry;
  const compared = [
    { letter: "A", nameZh: "核", nameEn: null, shape },
    { letter: "B", nameZh: null, nameEn: null, shape },
  ] as const;
  const style = styleFor({ ...INPUT, compared });
  expect(validateStyleMin(style).filter(({ message }) => !message.includes("glyphs"))).toEqual([]);
  const edge = JSON.stringify(style.layers.find(({ id }) => id === "compared-edge"));
  for (const letter of ["A", "B"] as const) expect(edge).toContain(SERIES_COLOURS.light[letter]);
  const { data } = style.sources["compared-names"] as { data: GeoJSON.FeatureCollection };
  expect(data.features.map(({ properties }) => properties)).toEqual([
    { letter: "A", nameZh: "核" },
    { letter: "B" },
  ]);
  expect(ids(INPUT).some((id) => id.startsWith("compared"))).toBe(false);
});

test("parcels are outlined while the pen is out, for it snaps to them", () => {
  expect(ids(INPUT)).not.toContain("parcel-edge");
  expect(ids({ ...INPUT, drawing: true })).toContain("parcel-edge");
});

test("where a walk begins and a way ends stands over every name", () => {
  const asked = { origin: [106.5, 29.5], destination: [106.6, 29.6] } as const;
  const order = ids({ ...INPUT, walkOrigin: [106.5, 29.5], routeEnds: asked });
  const highestName = Math.max(
    ...["landmark", "metro-station-name", "water-name"].map((id) => order.indexOf(id)),
  );
  expect(order.indexOf("walk-origin")).toBeGreaterThan(highestName);
  expect(order.indexOf("route-end")).toBeGreaterThan(highestName);
});
