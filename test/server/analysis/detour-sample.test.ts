import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { samplePairs } from "../../../server/analysis/detour-sample.ts";
import { localMetres } from "../../support/world.ts";

const toLonLat = localMetres([106.55, 29.56]);
const RULES = { pairs: 20, fromM: 100, toM: 800 };

function placesAt(points: readonly (readonly [number, number])[]) {
  const places = points.map(toLonLat);
  return {
    ordinals: Int32Array.from(points, (_, at) => at),
    lon: Float64Array.from(places, ([lon]) => lon),
    lat: Float64Array.from(places, ([, lat]) => lat),
  };
}
const points = fc.array(fc.tuple(fc.integer({ min: 0, max: 1500 }), fc.integer({ min: 0, max: 1500 })), {
  maxLength: 60,
});

describe("the sample of pairs", () => {
  test("keeps to the distances, uses no building twice at one end, and is the same at every asking", () => {
    fc.assert(
      fc.property(points, (given) => {
        const places = placesAt(given);
        const { positions, straightM } = samplePairs(places, RULES);
        expect(positions.length).toBe(2 * straightM.length);
        expect(straightM.length).toBeLessThanOrEqual(RULES.pairs);
        const [from, to] = [0, 1].map((end) => [...positions].filter((_, at) => at % 2 === end));
        expect(new Set(from).size).toBe(straightM.length);
        expect(new Set(to).size).toBe(straightM.length);
        straightM.forEach((metres, pair) => {
          expect(metres).toBeGreaterThanOrEqual(RULES.fromM);
          expect(metres).toBeLessThanOrEqual(RULES.toM);
          const [a, b] = [given[positions[2 * pair]!]!, given[positions[2 * pair + 1]!]!];
          expect(metres).toBeCloseTo(Math.hypot(a[0] - b[0], a[1] - b[1]), 0);
        });
        expect(samplePairs(places, RULES)).toEqual({ positions, straightM });
      }),
    );
  });

  test("of two houses too near or too far apart is empty; 100 m and 800 m are neither", () => {
    const pairsAt = (x: number) =>
      samplePairs(
        placesAt([
          [0, 0],
          [x, 0],
        ]),
        RULES,
      ).straightM.length;
    expect([99, 100.01, 799.99, 801].map(pairsAt)).toEqual([0, 2, 2, 0]);
  });
});
