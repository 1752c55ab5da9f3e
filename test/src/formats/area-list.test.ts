import { expect, test } from "vitest";
import { readAreaList, writeAreaList } from "../../../src/formats/area-list.ts";

const DISTRICT = [106.4, 29.5, 106.7, 29.7] as const;
// counter-clockwise, as RFC 7946 asks
const square = (west: number): GeoJSON.Polygon => ({
  type: "Polygon",
  coordinates: [
    [
      [west, 29.55],
      [west + 0.01, 29.55],
      [west + 0.01, 29.56],
      [west, 29.56],
      [west, 29.55],
    ],
  ],
});
const file = (text: string) => ({ name: "areas.geojson", bytes: new TextEncoder().encode(text) });

test("a list written is read again: drawn areas with their names, a zone by its id", async () => {
  const blob = await writeAreaList([
    { name: "甲", geometry: square(106.5), zone: null },
    { name: "核", geometry: square(106.52), zone: "core:one" },
    { name: "乙", geometry: square(106.54), zone: null },
  ]);
  const list = await readAreaList(file(await blob.text()), DISTRICT);
  if (!list.valid) throw new Error("refused");
  expect(list.zones).toEqual([{ name: "核", zone: "core:one" }]);
  expect(list.areas.map(({ name, polygon }) => [name, polygon.coordinates[0]?.[0]])).toEqual([
    ["甲", [106.5, 29.55]],
    ["乙", [106.54, 29.55]],
  ]);
});

test("a list of zones alone is read", async () => {
  const blob = await writeAreaList([{ name: "核", geometry: square(106.5), zone: "core:one" }]);
  expect(await readAreaList(file(await blob.text()), DISTRICT)).toEqual({
    valid: true,
    zones: [{ name: "核", zone: "core:one" }],
    areas: [],
  });
});

test.each([
  ["no JSON", "{"],
  ["no areas", JSON.stringify({ type: "FeatureCollection", features: [] })],
  ["a list of null", JSON.stringify({ type: "FeatureCollection", features: [null] })],
  ["null", "null"],
])("a file with %s is refused with a reason", async (_, text) => {
  const list = await readAreaList(file(text), DISTRICT);
  expect(list.valid).toBe(false);
});
