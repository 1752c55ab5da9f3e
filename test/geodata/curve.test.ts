import { describe, expect, it } from "vitest";
import { curveThrough } from "../../geodata/generate/curve.ts";
import type { Point } from "../../geodata/generate/plane.ts";

describe("a curve through places", () => {
  it("keeps every place and both ends", () => {
    const places: Point[] = [
      [0, 0],
      [100, 20],
      [140, 120],
      [60, 200],
    ];
    const curve = curveThrough(places);
    for (const place of places) expect(curve).toContainEqual(place);
    expect(curve[0]).toEqual([0, 0]);
    expect(curve.at(-1)).toEqual([60, 200]);
  });

  it("stays straight where the places lie on a line, in pieces of 12 m at most", () => {
    // 40 m are four pieces (40 / 12 = 3.3), so 2 · 4 + 1 points
    const curve = curveThrough([
      [0, 5],
      [40, 5],
      [80, 5],
    ]);
    expect(curve).toHaveLength(9);
    for (const [at, [x, y]] of curve.entries()) {
      expect(x).toBeCloseTo(at * 10, 6);
      expect(y).toBeCloseTo(5, 9);
    }
  });

  it("bends outwards evenly round a square that ends where it begins", () => {
    const curve = curveThrough([
      [0, 0],
      [100, 0],
      [100, 100],
      [0, 100],
      [0, 0],
    ]);
    const [xs, ys] = [curve.map(([x]) => x), curve.map(([, y]) => y)];
    expect(-Math.min(...xs)).toBeCloseTo(Math.max(...xs) - 100, 6);
    expect(-Math.min(...ys)).toBeCloseTo(Math.max(...ys) - 100, 6);
    expect(Math.min(...xs)).toBeCloseTo(Math.min(...ys), 6);
    expect(Math.min(...xs)).toBeLessThan(-5);
  });

  it("is the line itself where there are but two places", () => {
    expect(
      curveThrough([
        [1, 2],
        [30, 4],
      ]),
    ).toEqual([
      [1, 2],
      [30, 4],
    ]);
  });
});
