import { area, polygon } from "@turf/turf";
import fc from "fast-check";
import { expect, test } from "vitest";
import { hexagonOf, hexagonRing } from "../../../src/geometry/hexagons.ts";

const GRID = { edgeM: 150, latitude: 30 };
const place = fc.record({
  lon: fc.double({ min: 106, max: 107, noNaN: true }),
  lat: fc.double({ min: 29, max: 30, noNaN: true }),
});

test("a hexagon of 150 m has the area 3√3 ÷ 2 × 150² = 58,457 m²", () => {
  const areaSqm = area(
    polygon([hexagonRing(GRID, hexagonOf(GRID, 106.55, 30)).map(([lon, lat]) => [lon, lat])]),
  );
  expect(Math.abs(areaSqm / 58_457 - 1)).toBeLessThan(0.01);
});

test("a place lies within 150 m of the middle of its hexagon, and in no neighbour nearer", () => {
  fc.assert(
    fc.property(place, ({ lon, lat }) => {
      const [q, r] = hexagonOf(GRID, lon, lat);
      const distanceM = (hex: readonly [number, number]) => {
        const corners = hexagonRing(GRID, hex).slice(0, 6);
        const middle = [0, 1].map((axis) => corners.reduce((sum, corner) => sum + corner[axis]! / 6, 0));
        const east = (lon - middle[0]!) * 111_320 * Math.cos(Math.PI / 6);
        return Math.hypot(east, (lat - middle[1]!) * 111_320);
      };
      const own = distanceM([q, r]);
      expect(own).toBeLessThanOrEqual(150.001);
      const neighbours = [
        [1, 0],
        [-1, 0],
        [0, 1],
        [0, -1],
        [1, -1],
        [-1, 1],
      ] as const;
      for (const [dq, dr] of neighbours)
        expect(distanceM([q + dq, r + dr])).toBeGreaterThanOrEqual(own - 1e-6);
    }),
  );
});

test("the outline is closed and runs counter-clockwise", () => {
  const ring = hexagonRing(GRID, [3, -2]);
  expect(ring).toHaveLength(7);
  expect(ring[6]).toEqual(ring[0]);
  const doubled = ring.slice(1).reduce((sum, [x, y], at) => sum + ring[at]![0] * y - x * ring[at]![1], 0);
  expect(doubled).toBeGreaterThan(0);
});
