import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  cornerCount,
  lineFromText,
  roundShape,
  type Shape,
  shapeFromText,
  shapeToText,
} from "../../../src/geometry/area-text.ts";
import { cutShape, joinShapes } from "../../../src/geometry/combine-shapes.ts";
import { shapeFromLines, shapeToLines } from "../../../src/geometry/corner-lines.ts";
import { packRing, unpackRing } from "../../../src/geometry/packed-ring.ts";
import { measureShape } from "../../../src/geometry/shape-measure.ts";
import { withoutSpikes } from "../../../src/geometry/without-spikes.ts";

/** A square with its south-west corner x, y thousandths of a degree from 106.5, 29.5. */
function square(x: number, y: number, side: number): Shape {
  const at = (east: number, north: number) => [106.5 + (x + east) / 1000, 29.5 + (y + north) / 1000];
  return roundShape({
    type: "Polygon",
    coordinates: [[at(0, 0), at(side, 0), at(side, side), at(0, side), at(0, 0)]],
  });
}
const areaOf = (shape: Shape) => measureShape(shape).areaSqm;

describe("packed corners", () => {
  test("are those of the encoded polyline, in other letters: its worked example −179.9832104 is `~oia@ at 1e5", () => {
    // at 1e6 by the same steps: −0.000001 → ~(−1 << 1) = 1 → B, 0 → A, 0.000016 → 32 = 1 more-chunk 0, then 1 → gB
    expect(packRing([[-0.000001, 0]])).toBe("BA");
    expect(packRing([[0.000016, 0]])).toBe("gBA");
  });

  test("come back as they were, wherever on earth", () => {
    const corner = fc.tuple(fc.integer({ min: -180e6, max: 180e6 }), fc.integer({ min: -90e6, max: 90e6 }));
    fc.assert(
      fc.property(fc.array(corner, { minLength: 1 }), (corners) => {
        const ring = corners.map(([east, north]) => [east / 1e6, north / 1e6]);
        expect(unpackRing(packRing(ring))).toEqual(ring.map(([lon, lat]) => [lon! + 0, lat! + 0]));
      }),
    );
  });

  test("that are broken are no corners", () => {
    for (const broken of ["", "A", "g", "AAg", "A!", "________A"]) expect(unpackRing(broken)).toBeNull();
  });
});

describe("the text of a shape", () => {
  const circle = Array.from({ length: 41 }, (_, step) => [
    106.5 + Math.cos((step * 2 * Math.PI) / 41) / 500,
    29.5 + Math.sin((step * 2 * Math.PI) / 41) / 500,
  ]);
  const many = (corners: number) =>
    roundShape({ type: "Polygon", coordinates: [[...circle.slice(0, corners), circle[0]!]] });

  test("can be read up to 40 corners and is packed from 41 on", () => {
    expect(cornerCount(many(40))).toBe(40);
    expect(shapeToText(many(40))).toMatch(/^106\.502000,29\.500000;/);
    expect(shapeToText(many(41))).toMatch(/^~[\w-]+$/);
    for (const corners of [40, 41]) expect(shapeFromText(shapeToText(many(corners)))).toEqual(many(corners));
  });

  test("of no place on earth is none", () => {
    expect(lineFromText("181,0")).toBeNull();
    expect(lineFromText("180,90")).toEqual([[180, 90]]);
    expect(lineFromText("106.5,")).toBeNull();
    expect(shapeFromText("106.5,29.5;106.6,29.5")).toBeNull();
    expect(shapeFromText("106.5,29.5;106.6,29.5;106.6,29.6!!")).toBeNull();
  });
});

describe("the lines of a shape", () => {
  const TEXT = "106.500000,29.500000\n106.510000,29.500000\n106.510000,29.510000";
  const HOLE = "106.505000,29.502000\n106.506000,29.502000\n106.506000,29.503000";

  test("hold holes after an empty line and parts after a plus, and come back as they were", () => {
    const read = shapeFromLines(`${TEXT}\n\n${HOLE}\n+\n${TEXT}`);
    if (!("shape" in read)) throw new Error(read.refused);
    expect(read.shape.type).toBe("MultiPolygon");
    expect(read.shape.coordinates.map((part) => (part as unknown[]).length)).toEqual([2, 1]);
    expect(shapeToLines(read.shape)).toBe(`${TEXT}\n\n${HOLE}\n+\n${TEXT}`);
  });

  test("are taken as people type them: spaces, Chinese commas, empty lines at the ends", () => {
    const read = shapeFromLines("\n106.5，29.5\n 106.51  29.5 \n106.51, 29.51;\n\n");
    expect("shape" in read && cornerCount(read.shape)).toBe(3);
  });

  test("that cannot be read are told by their number", () => {
    expect(shapeFromLines(`${TEXT}\n106.5`)).toEqual({ refused: "bad-line", line: 4 });
    expect(shapeFromLines(`${TEXT}\n\n106.5,29.5\n106.6,29.6`)).toEqual({ refused: "few-corners", line: 5 });
    expect(shapeFromLines("")).toEqual({ refused: "few-corners", line: 1 });
  });
});

describe("shapes put together", () => {
  test("a square cut out of the middle of another leaves a hole of its area", () => {
    const cut = cutShape(square(0, 0, 9), square(3, 3, 3));
    if (!("shape" in cut)) throw new Error(cut.refused);
    expect(cut.shape.coordinates).toHaveLength(2);
    // nine squares without one
    expect(areaOf(cut.shape) / areaOf(square(3, 3, 3))).toBeCloseTo(8, 3);
  });

  test("a cut over the edge takes a bite, one across leaves two parts", () => {
    const bite = cutShape(square(0, 0, 9), square(6, 6, 9));
    expect("shape" in bite && bite.shape.type).toBe("Polygon");
    const across = cutShape(square(0, 0, 3), {
      type: "Polygon",
      coordinates: [
        [
          [106.501, 29.49],
          [106.502, 29.49],
          [106.502, 29.51],
          [106.501, 29.51],
          [106.501, 29.49],
        ],
      ],
    });
    expect("shape" in across && across.shape.type).toBe("MultiPolygon");
  });

  test("a cut of everything, or of nothing, is refused", () => {
    expect(cutShape(square(3, 3, 3), square(0, 0, 9))).toEqual({ refused: "nothing-left" });
    expect(cutShape(square(0, 0, 3), square(5, 5, 3))).toEqual({ refused: "nothing-cut" });
    // touching along a side cuts nothing either
    expect(cutShape(square(0, 0, 3), square(3, 0, 3))).toEqual({ refused: "nothing-cut" });
  });

  test("shapes apart are joined as parts, shapes that share a side as one", () => {
    expect(joinShapes(square(0, 0, 3), square(5, 0, 3)).type).toBe("MultiPolygon");
    expect(joinShapes(square(0, 0, 3), square(3, 0, 3)).type).toBe("Polygon");
  });
});

test("ways out and straight back are taken off a ring, also where it begins", () => {
  const [a, b, c, d, e] = [
    [0, 0],
    [1, 0],
    [1, 1],
    [2, 1],
    [3, 1],
  ] as const;
  expect(withoutSpikes([a, b, c, d, c, a])).toEqual([a, b, c, a]);
  // two corners out and the same two back
  expect(withoutSpikes([a, b, c, d, e, d, c, a])).toEqual([a, b, c, a]);
  // the way out to where it begins
  expect(withoutSpikes([d, c, b, a, c, d])).toEqual([c, b, a, c]);
  expect(withoutSpikes([a, b, c, a])).toEqual([a, b, c, a]);
});
