import fc from "fast-check";
import { expect, test } from "vitest";
import { roundShape, shapeFromText, shapeToText } from "../../../src/geometry/area-text.ts";
import { extentOf } from "../../../src/geometry/extent.ts";
import { representativePoint } from "../../../src/geometry/representative-point.ts";
import { measureShape } from "../../../src/geometry/shape-measure.ts";

const SQUARE: GeoJSON.Polygon = {
  type: "Polygon",
  coordinates: [
    [
      [106.5, 29.5],
      [106.51, 29.5],
      [106.51, 29.51],
      [106.5, 29.51],
      [106.5, 29.5],
    ],
  ],
};

test("a polygon with a hole is the same after a turn through text", () => {
  const hole = [
    [106.502, 29.502],
    [106.504, 29.502],
    [106.504, 29.504],
    [106.502, 29.502],
  ];
  const polygon = { type: "Polygon" as const, coordinates: [SQUARE.coordinates[0]!, hole] };
  expect(shapeFromText(shapeToText(polygon))).toEqual(polygon);
});

test("rounding moves no corner by more than half a millionth of a degree, and twice is as once", () => {
  const corner = fc.tuple(
    fc.double({ min: -180, max: 180, noNaN: true }),
    fc.double({ min: -85, max: 85, noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(corner, { minLength: 3 }), (corners) => {
      const polygon = { type: "Polygon" as const, coordinates: [corners.map(([lon, lat]) => [lon, lat])] };
      const rounded = roundShape(polygon);
      for (const [index, [lon, lat]] of (rounded.coordinates[0] as number[][]).entries()) {
        expect(Math.abs(lon! - corners[index]![0])).toBeLessThanOrEqual(5.001e-7);
        expect(Math.abs(lat! - corners[index]![1])).toBeLessThanOrEqual(5.001e-7);
      }
      expect(roundShape(rounded)).toEqual(rounded);
    }),
  );
});

test("an extent is west, south, east, north of every part", () => {
  const two: GeoJSON.MultiPolygon = {
    type: "MultiPolygon",
    coordinates: [
      SQUARE.coordinates,
      [
        [
          [106.4, 29.6],
          [106.41, 29.6],
          [106.41, 29.61],
          [106.4, 29.6],
        ],
      ],
    ],
  };
  expect(extentOf(two)).toEqual([106.4, 29.5, 106.51, 29.61]);
  expect(extentOf({ type: "Point", coordinates: [106.5, 29.5] })).toEqual([106.5, 29.5, 106.5, 29.5]);
});

test("a hundredth of a degree at 29.5° N is about 968 m by 1,112 m", () => {
  // sphere of 6,371,008.8 m: 1,111.95 m a hundredth of latitude; × cos 29.505° = 967.7 m of longitude
  const { areaSqm, lengthM } = measureShape(SQUARE);
  expect(areaSqm / (1_111.95 * 967.73)).toBeCloseTo(1, 2);
  expect(lengthM / (2 * (1_111.95 + 967.73))).toBeCloseTo(1, 2);
});

test("the point of a name lies on the shape, also where the middle does not", () => {
  // a U open to the north: its middle is in the gap
  const u: GeoJSON.Polygon = {
    type: "Polygon",
    coordinates: [
      [
        [0, 0],
        [3, 0],
        [3, 3],
        [2, 3],
        [2, 1],
        [1, 1],
        [1, 3],
        [0, 3],
        [0, 0],
      ],
    ],
  };
  const [lon, lat] = representativePoint(u)!;
  expect(lat <= 1 || lon <= 1 || lon >= 2).toBe(true);
});
