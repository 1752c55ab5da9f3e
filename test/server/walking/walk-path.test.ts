import { describe, expect, test } from "vitest";
import { buildSnapIndex } from "../../../server/walking/snap.ts";
import { createPathFinder } from "../../../server/walking/walk-path.ts";
import { standardParameters } from "../../support/walking-standards.ts";
import { at, type WorldEdge, world } from "../../support/walking-world.ts";

type Node = readonly [number, number];
type Edge = readonly [from: number, to: number, edge?: WorldEdge];

// asks for the way between places in metres; answers its corners in metres, whole, or why there is none
function finder(nodes: readonly Node[], edges: readonly Edge[]) {
  const index = buildSnapIndex(world(nodes, edges), {
    mobilityClass: "any",
    parameters: standardParameters(),
  });
  const { path } = createPathFinder(index);
  const { lon: originLon, lat: originLat } = at(0, 0);
  const { metresPerLonDegree, metresPerLatDegree } = index.projection;
  return (from: Node, to: Node, maxM = 5_000) => {
    const [a, b] = [at(...from), at(...to)];
    const way = path({ from: [a.lon, a.lat], to: [b.lon, b.lat], maxM });
    if (!way.found) return way.why;
    const corners = way.coordinates.map(([lon, lat]) => [
      Math.round((lon - originLon) * metresPerLonDegree) + 0,
      Math.round((lat - originLat) * metresPerLatDegree) + 0,
    ]);
    return { corners, lengthM: way.lengthM };
  };
}

// a block of 300 m by 400 m, its streets 0–1, 1–2, 2–3, 3–0
const BLOCK: readonly Node[] = [
  [0, 0],
  [300, 0],
  [300, 400],
  [0, 400],
];
const ROUND: readonly Edge[] = [
  [0, 1],
  [1, 2],
  [3, 2],
  [0, 3],
];

describe("the way round a block", () => {
  const ask = finder(BLOCK, ROUND);

  test("goes over the nearer corner, from the place on the street nearest to each click", () => {
    // 200 m along the south street and 100 m up the east street: 100 + 100 m
    expect(ask([200, -20], [310, 100])).toEqual({
      corners: [
        [200, 0],
        [300, 0],
        [300, 100],
      ],
      lengthM: 200,
    });
  });

  test("runs along an edge against the way it is stored", () => {
    // from the north street (stored from west to east) back to the west one: 100 + 100 m
    expect(ask([100, 400], [0, 300])).toEqual({
      corners: [
        [100, 400],
        [0, 400],
        [0, 300],
      ],
      lengthM: 200,
    });
  });

  test("lies along one street where both places do, either way", () => {
    expect(ask([50, 5], [250, 5])).toEqual({
      corners: [
        [50, 0],
        [250, 0],
      ],
      lengthM: 200,
    });
    expect(ask([250, 5], [50, 5])).toMatchObject({
      corners: [
        [250, 0],
        [50, 0],
      ],
    });
  });

  test("is a line of two positions where both places are one", () => {
    expect(ask([100, 0], [100, 0])).toEqual({
      corners: [
        [100, 0],
        [100, 0],
      ],
      lengthM: 0,
    });
  });

  test("is found up to the length asked for, inclusive, and not beyond", () => {
    expect(ask([200, 0], [300, 100], 200)).toMatchObject({ lengthM: 200 });
    expect(ask([200, 0], [300, 100], 199.9)).toBe("too-far");
    expect(ask([50, 0], [250, 0], 199.9)).toBe("too-far");
  });

  test("says which of the places is off the network: 149.9 m is on it, 150.1 m is not", () => {
    expect(ask([150, -149.9], [300, 100])).toMatchObject({ lengthM: 250 });
    expect(ask([150, -150.1], [300, 100])).toBe("from");
    expect(ask([300, 100], [150, -150.1])).toBe("to");
  });
});

test("a shorter way off an edge is taken even between two places of that edge", () => {
  // the edge bends 400 m out and back; a path of 100 m joins its ends
  const bent = [at(0, 0), at(0, 400), at(100, 400), at(100, 0)].flatMap(({ lon, lat }) => [lon, lat]);
  const ask = finder(
    [
      [0, 0],
      [100, 0],
    ],
    [
      [0, 1, { lengthM: 900, coordinates: bent }],
      [0, 1],
    ],
  );
  // 50 m down, 100 m across, 50 m up, against 350 + 100 + 350 m along the edge
  expect(ask([0, 50], [100, 50])).toEqual({
    corners: [
      [0, 50],
      [0, 0],
      [100, 0],
      [100, 50],
    ],
    lengthM: 200,
  });
  // and along it where that is the shorter: 50 + 100 + 50 m
  expect(ask([0, 350], [100, 350])).toMatchObject({
    corners: [
      [0, 350],
      [0, 400],
      [100, 400],
      [100, 350],
    ],
  });
});

test("a one-way street is drawn along against its direction, the cableway never", () => {
  const nodes: readonly Node[] = [
    [0, 0],
    [300, 0],
    [600, 0],
  ];
  const ask = finder(nodes, [
    [0, 1, { oneWay: true }],
    [1, 2, { kind: "cableway" }],
  ]);
  expect(ask([250, 0], [50, 0])).toMatchObject({ lengthM: 200 });
  const apart = finder(
    [...nodes, [900, 0]],
    [
      [0, 1],
      [1, 2, { kind: "cableway" }],
      [2, 3],
    ],
  );
  expect(apart([50, 0], [850, 0])).toBe("too-far");
});
