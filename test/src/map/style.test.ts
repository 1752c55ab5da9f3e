import { validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import { describe, expect, test } from "vitest";
import type { ZoneFeature } from "../../../server/contract/catalogue.ts";
import { COLOURING_NAMES } from "../../../src/cartography/colourings/registry.ts";
import { styleFor } from "../../../src/map/style.ts";
import type { StyleInput } from "../../../src/map/style-input.ts";
import { LAYER_GROUPS } from "../../../src/state/appearance-state.ts";
import { CORE, INPUT, ids, LAYERS } from "../../support/style-input.ts";

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
