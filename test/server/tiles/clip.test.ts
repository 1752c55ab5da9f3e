import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clipLine, clipRing } from "../../../server/tiles/clip.ts";
import { addVertex, doubleArea, type Outline, outline } from "../../../server/tiles/outline.ts";
import { simplifyLine } from "../../../server/tiles/simplify.ts";

const BOX = { low: 0, high: 100 };
type Places = readonly (readonly [number, number])[];

function shapeOf(places: Places): Outline {
  const shape = outline(4);
  for (const [x, y] of places) addVertex(shape, x, y);
  return shape;
}
const placesOf = ({ xs, ys, length }: Outline): [number, number][] =>
  Array.from({ length }, (_, vertex) => [xs[vertex]!, ys[vertex]!]);

// wide enough to lie in and around the box
const coordinate = fc.integer({ min: -150, max: 250 });
const place = fc.tuple(coordinate, coordinate);

describe("a clipped ring", () => {
  it("of a square over a corner is the corner", () => {
    const ring = shapeOf([
      [-50, -50],
      [50, -50],
      [50, 50],
      [-50, 50],
    ]);
    clipRing(ring, outline(4), BOX);
    // 50 × 50, doubled
    expect(doubleArea(ring)).toBe(5000);
  });

  it("and what the ring has outside make up the whole: nine boxes share its area, holes in turn counted negative", () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 3, maxLength: 12 }), (places) => {
        const whole = doubleArea(shapeOf(places));
        let sum = 0;
        for (let column = -2; column <= 2; column++)
          for (let row = -2; row <= 2; row++) {
            // the box stays, the ring is moved under it
            const ring = shapeOf(places.map(([x, y]) => [x - column * 100, y - row * 100] as const));
            clipRing(ring, outline(4), BOX);
            sum += doubleArea(ring);
          }
        expect(sum).toBeCloseTo(whole, 5);
      }),
    );
  });
});

describe("a clipped line", () => {
  const clipped = (places: Places) => {
    const stretches: [number, number][][] = [];
    clipLine(shapeOf(places), outline(4), BOX, (stretch) => stretches.push(placesOf(stretch)));
    return stretches;
  };

  it("runs along the edge of the box unharmed", () => {
    expect(
      clipped([
        [0, 0],
        [100, 0],
      ]),
    ).toEqual([
      [
        [0, 0],
        [100, 0],
      ],
    ]);
  });

  it("that turns outside comes back as a second stretch", () => {
    expect(
      clipped([
        [50, 50],
        [150, 50],
        [150, 60],
        [50, 60],
      ]),
    ).toEqual([
      [
        [50, 50],
        [100, 50],
      ],
      [
        [100, 60],
        [50, 60],
      ],
    ]);
  });

  it("never leaves the box, and its stretches are as long as the line is inside", () => {
    const length = (places: Places) =>
      places
        .slice(1)
        .reduce((sum, [x, y], at) => sum + Math.hypot(x - places[at]![0], y - places[at]![1]), 0);
    fc.assert(
      fc.property(place, place, (start, end) => {
        const stretches = clipped([start, end]);
        for (const [x, y] of stretches.flat())
          expect(Math.min(x, y) >= -1e-9 && Math.max(x, y) <= 100 + 1e-9).toBe(true);
        // sampled: the share of 2,000 points of the line that lie in the box
        const steps = 2000;
        let inside = 0;
        for (let step = 0; step < steps; step++) {
          const share = (step + 0.5) / steps;
          const x = start[0] + (end[0] - start[0]) * share;
          const y = start[1] + (end[1] - start[1]) * share;
          if (x >= 0 && x <= 100 && y >= 0 && y <= 100) inside += 1;
        }
        const expected = (inside / steps) * length([start, end]);
        const found = stretches.reduce((sum, stretch) => sum + length(stretch), 0);
        if (start[0] !== end[0] && start[1] !== end[1]) expect(Math.abs(found - expected)).toBeLessThan(1);
      }),
    );
  });
});

describe("a simplified line", () => {
  it("passes every dropped vertex within the tolerance and keeps its ends", () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 2, maxLength: 30 }), (places) => {
        const line = shapeOf(places);
        simplifyLine(line, 10, { keep: new Uint8Array(0), stack: [] });
        const kept = placesOf(line);
        expect(kept[0]).toEqual(places[0]);
        expect(kept.at(-1)).toEqual(places.at(-1));
        for (const [x, y] of places) {
          const nearest = Math.min(...kept.slice(1).map((end, at) => distanceTo(kept[at]!, end, x, y)));
          expect(nearest).toBeLessThanOrEqual(10 + 1e-9);
        }
      }),
    );
  });
});

function distanceTo(start: [number, number], end: [number, number], x: number, y: number): number {
  const dx = end[0] - start[0];
  const dy = end[1] - start[1];
  const squared = dx * dx + dy * dy;
  const share =
    squared === 0 ? 0 : Math.max(0, Math.min(1, ((x - start[0]) * dx + (y - start[1]) * dy) / squared));
  return Math.hypot(x - start[0] - share * dx, y - start[1] - share * dy);
}
