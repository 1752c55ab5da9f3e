import { expect, test } from "vitest";
import { PALETTES } from "../../../src/cartography/palette.ts";
import { radiusBuildings, radiusLayers, radiusSources } from "../../../src/map/radius-layers.ts";
import type { Brush, StyleInput } from "../../../src/map/style-input.ts";

const PICKED = {
  definition: "health-check-2022",
  cover: { type: "MultiPolygon", coordinates: [] },
  places: [
    { id: "a", nameZh: "甲", nameEn: null, at: [106.5, 29.5], areaSqm: 6000, radiusM: 500 },
    { id: "b", nameZh: "乙", nameEn: null, at: [106.6, 29.5], areaSqm: 300, radiusM: null },
  ],
  buildings: { ordinals: [3] },
  zones: [],
};
const inputOf = (radius: unknown, dark = false) => ({ radius, dark }) as unknown as StyleInput;
const brushOf = (radius: unknown) =>
  ({ input: inputOf(radius), palette: PALETTES.light }) as unknown as Brush;

test("without a question nothing is laid over the map", () => {
  expect(radiusSources(inputOf(null))).toEqual({});
  expect([...radiusLayers(brushOf(null)), ...radiusBuildings(brushOf(null))]).toEqual([]);
});

test("places that do not count are told from those that do", () => {
  const { data } = radiusSources(inputOf(PICKED))["radius-place"]!;
  const counted = (data as GeoJSON.FeatureCollection).features.map(({ properties }) => properties!.counted);
  expect(counted).toEqual([true, false]);
});

test("every layer draws a source there is", () => {
  const sources = [...Object.keys(radiusSources(inputOf(PICKED))), "building"];
  const layers = [...radiusLayers(brushOf(PICKED)), ...radiusBuildings(brushOf(PICKED))];
  expect(layers.length).toBeGreaterThan(3);
  for (const layer of layers) expect(sources).toContain("source" in layer ? layer.source : null);
});

test("a cover of nothing has no face", () => {
  const { data } = radiusSources(inputOf({ ...PICKED, cover: null }))["radius-cover"]!;
  expect((data as GeoJSON.FeatureCollection).features).toEqual([]);
});
