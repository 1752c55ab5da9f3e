import { describe, expect, test } from "vitest";
import { closedRing, lineMeasure } from "../../../src/geometry/closed-ring.ts";
import { nestRings } from "../../../src/geometry/nest-rings.ts";
import { boundsOf, type Ring } from "../../../src/geometry/position.ts";
import { ringCrossing } from "../../../src/geometry/ring-crossing.ts";

const square = (west: number, south: number, size: number): Ring => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];

describe("a ring", () => {
  test("is closed, and corners set twice in a row count once", () => {
    expect(
      closedRing([
        [0, 0],
        [1, 0],
        [1, 0],
        [1, 1],
      ]),
    ).toEqual([
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ]);
    expect(closedRing(square(0, 0, 1))).toEqual(square(0, 0, 1));
  });

  test("needs three different corners", () => {
    expect(
      closedRing([
        [0, 0],
        [1, 0],
        [0, 0],
      ]),
    ).toBeNull();
    expect(
      closedRing([
        [0, 0],
        [1, 0],
        [0, 0],
        [1, 0],
      ]),
    ).toBeNull();
    expect(closedRing([])).toBeNull();
    expect(
      closedRing([
        [0, 0],
        [1, 0],
        [0, 1],
      ]),
    ).toHaveLength(4);
  });

  // 3 + 4 along a right angle, the ends 5 apart
  test("tells the length of a line and the gap of its ends", () => {
    expect(
      lineMeasure([
        [0, 0],
        [3, 0],
        [3, 4],
      ]),
    ).toEqual({ length: 7, gap: 5 });
    expect(boundsOf(square(2, 3, 4))).toEqual([2, 3, 6, 7]);
  });
});

describe("rings that cross", () => {
  test("are found at their place: the diagonals of a bow tie meet in its middle", () => {
    expect(
      ringCrossing([
        [
          [0, 0],
          [2, 2],
          [2, 0],
          [0, 2],
          [0, 0],
        ],
      ]),
    ).toEqual([1, 1]);
  });

  test("are found where the crossing is a corner, where a corner touches an edge, and where a line runs back", () => {
    expect(
      ringCrossing([
        [
          [0, 0],
          [1, 1],
          [2, 0],
          [2, 2],
          [1, 1],
          [0, 2],
          [0, 0],
        ],
      ]),
    ).toEqual([1, 1]);
    expect(
      ringCrossing([
        [
          [0, 0],
          [4, 0],
          [4, 4],
          [2, 0],
          [0, 4],
          [0, 0],
        ],
      ]),
    ).toEqual([2, 0]);
    expect(
      ringCrossing([
        [
          [0, 0],
          [4, 0],
          [4, 4],
          [6, 4],
          [4, 4],
          [0, 4],
          [0, 0],
        ],
      ]),
    ).not.toBeNull();
  });

  test("are not found in sound shapes: convex, concave, with a hole, with a hole that touches the outline once", () => {
    expect(ringCrossing([square(0, 0, 4)])).toBeNull();
    expect(
      ringCrossing([
        [
          [0, 0],
          [4, 0],
          [4, 4],
          [2, 1],
          [0, 4],
          [0, 0],
        ],
      ]),
    ).toBeNull();
    expect(ringCrossing([square(0, 0, 4), square(1, 1, 1)])).toBeNull();
    expect(
      ringCrossing([
        square(0, 0, 4),
        [
          [2, 0],
          [3, 1],
          [1, 1],
          [2, 0],
        ],
      ]),
    ).toBeNull();
  });

  test("are found where a hole leaves its outline", () => {
    expect(ringCrossing([square(0, 0, 4), square(3, 1, 2)])).not.toBeNull();
  });

  test("a regular outline of five thousand corners has none", () => {
    const circle: Ring = Array.from({ length: 5000 }, (_, index) => {
      const angle = (index / 5000) * 2 * Math.PI;
      return [Math.cos(angle), Math.sin(angle)] as const;
    });
    expect(ringCrossing([closedRing(circle)!])).toBeNull();
  });
});

describe("rings without order", () => {
  test("become polygons: a hole, an island in the hole, and another plot beside", () => {
    const [outer, hole, island, beside] = [
      square(0, 0, 10),
      square(2, 2, 6),
      square(4, 4, 2),
      square(20, 0, 3),
    ];
    const polygons = nestRings([island, beside, hole, outer]);
    expect(polygons).toContainEqual([outer, hole]);
    expect(polygons).toContainEqual([island]);
    expect(polygons).toContainEqual([beside]);
    expect(polygons).toHaveLength(3);
  });
});
