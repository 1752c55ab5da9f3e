import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hilbertOrder } from "../../../server/import/hilbert-order.ts";

const order = (places: readonly (readonly [number, number])[]) =>
  hilbertOrder(
    places.map(([lon]) => lon),
    places.map(([, lat]) => lat),
  );

describe("the Hilbert order", () => {
  test("goes round the four quarters as the curve does: up or right first, and ends beside its start", () => {
    // the corners of a square: south-west first, south-east last, never across the diagonal
    expect(
      order([
        [1, 0],
        [1, 1],
        [0, 1],
        [0, 0],
      ]),
    ).toEqual([3, 2, 1, 0]);
  });

  test("goes from cell to neighbouring cell on a grid of 8 by 8", () => {
    const places = Array.from({ length: 64 }, (_, index) => [index % 8, Math.floor(index / 8)] as const);
    const found = order(places).map((place) => places[place]!);
    for (let at = 1; at < found.length; at++) {
      const [x1, y1] = found[at - 1]!;
      const [x2, y2] = found[at]!;
      expect(Math.abs(x1 - x2) + Math.abs(y1 - y2)).toBe(1);
    }
  });

  test("names every place once, whatever they are, and keeps the order of equal ones", () => {
    const place = fc.tuple(fc.integer({ min: -180, max: 180 }), fc.integer({ min: -90, max: 90 }));
    fc.assert(
      fc.property(fc.array(place, { maxLength: 40 }), (places) => {
        const found = order(places);
        expect([...found].sort((a, b) => a - b)).toEqual(places.map((_, index) => index));
        const seen = new Map<string, number>();
        for (const index of found) {
          const key = String(places[index]);
          expect(seen.get(key) ?? -1).toBeLessThan(index);
          seen.set(key, index);
        }
      }),
    );
  });
});
