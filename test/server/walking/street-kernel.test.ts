import { describe, expect, test } from "vitest";
import type { StreetEnd } from "../../../server/walking/street-ends.ts";
import { createStreetKernel } from "../../../server/walking/street-kernel.ts";
import { standardParameters, standardPersonas } from "../../support/walking-standards.ts";
import { at, world } from "../../support/walking-world.ts";

// a street of 5 km from west to east with a branch of 400 m to the north at 1 km
const streets = createStreetKernel({
  network: world(
    [
      [0, 0],
      [1000, 0],
      [5000, 0],
      [1000, 400],
    ],
    [
      [0, 1],
      [1, 2],
      [1, 3],
    ],
  ),
  parameters: standardParameters(),
  personas: [...standardPersonas().values()],
  water: [],
});

const PLACES = [at(0, 0), at(900, 0), at(1000, 300), at(4500, 0), at(2500, 3000)];

describe("the shortest walks between places", () => {
  const walk = (from: number, to: number, searchM: number) =>
    streets.streets({
      streets: "detours",
      persona: "adult",
      lon: Float64Array.from(PLACES, ({ lon }) => lon),
      lat: Float64Array.from(PLACES, ({ lat }) => lat),
      pairs: Int32Array.of(from, to),
      searchM,
    }) as Float64Array;

  test("are as long near by as far away, up to the search, inclusive", () => {
    expect(walk(0, 1, 5000)[0]).toBeCloseTo(900, 0);
    // 1,000 m along the street, 300 m up the branch
    expect(walk(0, 2, 5000)[0]).toBeCloseTo(1300, 0);
    expect(walk(0, 3, 4600)[0]).toBeCloseTo(4500, 0);
    expect(walk(0, 3, 4400)).toEqual(Float64Array.of(-1));
  });

  test("are none where a place is not on the network", () => {
    expect(walk(0, 4, 5000)).toEqual(Float64Array.of(-2));
  });
});

describe("dead ends", () => {
  const ends = (nodes: number[], edges: number[] | null) => {
    const question = { nodes: Int32Array.from(nodes), edges: edges && Int32Array.from(edges) };
    const found = streets.streets({ streets: "ends", ...question, gapM: 20, searchM: 1000 });
    return (found as readonly StreetEnd[]).map(({ node, branchM }) => [node, Math.round(branchM)]);
  };

  test("are the same whichever nodes were asked about before, and depend on what counts as a street", () => {
    expect(ends([3], null)).toEqual([[3, 400]]);
    expect(ends([0, 1, 2, 3], null)).toEqual([
      [0, 1000],
      [2, 4000],
      [3, 400],
    ]);
    // without the branch the street ends twice, and either way leads back to the other end
    expect(ends([0, 1, 2, 3], [0, 1])).toEqual([
      [0, 5000],
      [2, 5000],
    ]);
  });
});
