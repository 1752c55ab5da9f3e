import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contourRings, polygonsOf } from "../../../server/walking/contour.ts";

// rows as drawn, north on top; # = inside
function lattice(...drawn: readonly string[]) {
  const rows = [...drawn].reverse();
  const columns = rows[0]!.length;
  const inside = Uint8Array.from(rows.join(""), (mark) => (mark === "#" ? 1 : 0));
  return { inside, size: { columns, rows: rows.length } };
}

const half = () => 0.5;

function area(ring: readonly number[]): number {
  let doubled = 0;
  for (let at = 2; at < ring.length; at += 2) {
    doubled += ring[at - 2]! * ring[at + 1]! - ring[at]! * ring[at - 1]!;
  }
  return doubled / 2;
}

describe("the rings round the inside of a lattice", () => {
  test("are a counter-clockwise diamond round a single node, closed", () => {
    const { inside, size } = lattice("...", ".#.", "...");
    const [ring, ...others] = contourRings(inside, size, half);
    expect(others).toEqual([]);
    expect(ring!.slice(0, 2)).toEqual(ring!.slice(-2));
    const corners = new Set(Array.from({ length: 4 }, (_, at) => `${ring![2 * at]} ${ring![2 * at + 1]}`));
    expect(corners).toEqual(new Set(["1.5 1", "1 1.5", "0.5 1", "1 0.5"]));
    expect(area(ring!)).toBe(0.5); // diagonals of 1 and 1
  });

  test("run from the inside node as far as the crossing says", () => {
    const { inside, size } = lattice("...", ".#.", "...");
    const [ring] = contourRings(inside, size, () => 0.25);
    expect(area(ring!)).toBe(0.125); // diagonals of 0.5 and 0.5
  });

  test("keep nodes across a diagonal apart, so that rings never touch", () => {
    const { inside, size } = lattice("....", "..#.", ".#..", "....");
    expect(contourRings(inside, size, () => 0.9)).toHaveLength(2);
  });

  test("keep holes, and put each into the polygon right round it", () => {
    const { inside, size } = lattice(
      ".........",
      ".#######.",
      ".#.....#.",
      ".#.###.#.",
      ".#.#.#.#.",
      ".#.###.#.",
      ".#.....#.",
      ".#######.",
      ".........",
    );
    const polygons = polygonsOf(contourRings(inside, size, half));
    expect(polygons.map((rings) => rings.map((ring) => Math.sign(area(ring))))).toEqual([
      [1, -1],
      [1, -1],
    ]);
    // squares of n nodes a side, each n × n less 1/8 at every corner
    const [inner, outer] = polygons;
    expect(area(inner![0]!)).toBe(3 * 3 - 4 / 8);
    expect(area(inner![1]!)).toBe(-0.5);
    expect(area(outer![0]!)).toBe(7 * 7 - 4 / 8);
    expect(area(outer![1]!)).toBe(-(5 * 5 - 4 / 8));
  });

  test("of any nodes are closed, and their areas add up to what the cells hold", () => {
    const nodes = fc.array(fc.boolean(), { minLength: 36, maxLength: 36 });
    fc.assert(
      fc.property(nodes, (picked) => {
        const inside = new Uint8Array(64);
        picked.forEach((isInside, index) => {
          inside[9 + (index % 6) + 8 * Math.floor(index / 6)] = isInside ? 1 : 0;
        });
        const rings = contourRings(inside, { columns: 8, rows: 8 }, half);
        for (const ring of rings) expect(ring.slice(0, 2)).toEqual(ring.slice(-2));
        // of a cell 1/8 belongs to a single corner, 1/2 to two side by side, 7/8 to three; two across keep 1/8 each
        let expected = 0;
        for (let cell = 0; cell < 56; cell++) {
          if (cell % 8 === 7) continue;
          const corners = [cell, cell + 1, cell + 9, cell + 8].map((node) => inside[node]!);
          const count = corners.reduce((sum, corner) => sum + corner, 0);
          const across = count === 2 && corners[0] === corners[2];
          expected += across ? 2 / 8 : [0, 1 / 8, 1 / 2, 7 / 8, 1][count]!;
        }
        expect(rings.reduce((sum, ring) => sum + area(ring), 0)).toBeCloseTo(expected, 9);
        expect(polygonsOf(rings).flat()).toHaveLength(rings.length);
      }),
    );
  });
});
