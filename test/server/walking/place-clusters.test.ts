import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createGapKernel, type GapQuestion } from "../../../server/walking/gap-kernel.ts";
import type { WalkNetwork } from "../../../server/walking/network.ts";
import { STORED_TIME } from "../../../server/walking/opening-hours.ts";
import { standardParameters, standardPersonas } from "../../support/walking-standards.ts";
import { at, world } from "../../support/walking-world.ts";

type Metres = readonly [x: number, y: number];

const ask = (network: WalkNetwork, buildings: readonly Metres[], more: Partial<GapQuestion> = {}) =>
  createGapKernel({
    network,
    parameters: standardParameters(),
    personas: [...standardPersonas().values()],
    water: [],
  }).gap({
    persona: "adult",
    at: STORED_TIME,
    stairsS: null,
    limitS: 300,
    searchS: 3600,
    linkM: 100,
    lon: Float64Array.from(buildings, ([x, y]) => at(x, y).lon),
    lat: Float64Array.from(buildings, ([x, y]) => at(x, y).lat),
    group: new Int32Array(buildings.length),
    weight: new Float64Array(buildings.length).fill(1),
    facilities: null,
    sitedPlaces: 30,
    ...more,
  });

// a street of 1,000 m from west to east
const STREET = world(
  [
    [0, 0],
    [1000, 0],
  ],
  [[0, 1]],
);

describe("buildings on one street", () => {
  test("are one place up to the link, the link included, connectors counted", () => {
    // 10 m off the street: 10 + 80 + 10 = 100 m to the second, 10 + 81 + 10 = 101 m to the third
    const { place, places } = ask(STREET, [
      [100, 10],
      [180, -10],
      [261, 10],
    ]);
    expect([...place]).toEqual([0, 0, 1]);
    expect(places).toBe(2);
  });

  test("are joined by way of those between", () => {
    const { places } = ask(STREET, [
      [100, 0],
      [200, 0],
      [300, 0],
    ]);
    expect(places).toBe(1);
  });

  test("are joined past a nearer neighbour that lies far off the street", () => {
    // the second is 60 m off: 150 m to either; the first and the third are 90 m apart
    const { place } = ask(STREET, [
      [100, 0],
      [145, 60],
      [190, 0],
    ]);
    expect([...place]).toEqual([0, 1, 0]);
  });

  test("of two groups are never one place", () => {
    const { places } = ask(
      STREET,
      [
        [100, 0],
        [110, 0],
      ],
      { group: Int32Array.of(0, 1) },
    );
    expect(places).toBe(2);
  });
});

test("distance is along the network: across a gap without a path it is the way round", () => {
  // two parallel streets 40 m apart, joined at their far end only: 2 × 400 + 40 m from door to door
  const network = world(
    [
      [0, 0],
      [400, 0],
      [400, 40],
      [0, 40],
    ],
    [
      [0, 1],
      [1, 2],
      [2, 3],
    ],
  );
  const doors: Metres[] = [
    [5, 0],
    [5, 40],
  ];
  expect(ask(network, doors).places).toBe(2);
  expect(ask(network, doors, { linkM: 830 }).places).toBe(1);
});

test("places are numbered by the weight they hold, and those off the network are one", () => {
  const { place, onNetwork, places } = ask(
    STREET,
    [
      [100, 0],
      [500, 0],
      [300, 900],
      [500, 900],
    ],
    { weight: Float64Array.of(1, 5, 2, 2) },
  );
  expect([...onNetwork]).toEqual([1, 1, 0, 0]);
  // 5 on the street at 500 m; then the two off the network with 4 together; then 1
  expect([...place]).toEqual([2, 0, 1, 1]);
  expect(places).toBe(3);
});

describe("what would help", () => {
  // a climb of 30 m over 100 m of path between two level streets of 100 m; the shop is at the top
  const hill = world(
    [
      [0, 0],
      [100, 0],
      [200, 0],
      [300, 0],
    ],
    [
      [0, 1],
      [1, 2, { kind: "stairs", climbM: 30 }],
      [2, 3],
    ],
  );

  test("tells those a climb keeps away from those too far even on the level", () => {
    // from x = 90 to x = 300 level: 210 ÷ 1.33 = 157.9 s; really 10 ÷ 1.33 + 100 ÷ 0.45 (30 ÷ 0.22 is less) + 75.2 = 304.9 s
    // from x = 0: level 300 ÷ 1.33 = 225.6 s
    const { byCategory } = ask(
      hill,
      [
        [90, 0],
        [0, 0],
      ],
      { facilities: [at(300, 0)], limitS: 200 },
    );
    expect([...byCategory!.inTimeOnFlat]).toEqual([1, 0]);
  });

  test("names the facility walked to soonest, and none beyond the search", () => {
    const question = { facilities: [at(0, 0), at(1000, 0)], linkM: 100 };
    const doors: Metres[] = [
      [400, 0],
      [600, 0],
      [505, 0],
    ];
    expect([...ask(STREET, doors, question).byCategory!.facility]).toEqual([0, 1, 1]);
    // 400 m = 300.75 s
    expect([...ask(STREET, doors, { ...question, searchS: 300 }).byCategory!.facility]).toEqual([-1, -1, -1]);
    expect([...ask(STREET, doors, { ...question, searchS: 301 }).byCategory!.facility]).toEqual([0, 1, -1]);
  });

  test("sites a new facility at the door that serves most, whichever place they belong to", () => {
    // 300 s = 399 m: from x = 100 one reaches 0 … 499, from x = 500 all of 101 … 899
    const doors: Metres[] = [
      [100, 0],
      [190, 0],
      [500, 0],
    ];
    const { place, byCategory } = ask(STREET, doors, {
      facilities: [],
      weight: Float64Array.of(10, 1, 20),
      linkM: 100,
    });
    expect([...place]).toEqual([1, 1, 0]);
    const [far, near] = byCategory!.sites;
    // at 500: 190 and 500 = 21; at 190: 100, 190 and 500 = 31, better than at 100 (11)
    expect([far!.building, [...far!.served]]).toEqual([2, [1, 2]]);
    expect([near!.building, [...near!.served]]).toEqual([1, [0, 1, 2]]);
  });
});

test("places are what measuring every pair would give", () => {
  const coordinate = fc.integer({ min: 0, max: 60 }).map((step) => step * 10);
  const grid = world(
    [0, 200, 400, 600].flatMap((x) => [0, 200, 400, 600].map((y) => [x, y] as const)),
    Array.from({ length: 16 }, (_, node) => node).flatMap((node) => [
      ...(node % 4 < 3 ? [[node, node + 1] as const] : []),
      ...(node < 12 ? [[node, node + 4] as const] : []),
    ]),
  );
  // doors on the lines of the grid, where the way is the shortest one round its blocks
  const door = fc
    .tuple(coordinate, fc.constantFrom(0, 200, 400, 600), fc.boolean())
    .map(([along, line, turned]): Metres => (turned ? [line, along] : [along, line]));
  const isStreet = (value: number) => value % 200 === 0;
  const walk = ([ax, ay]: Metres, [bx, by]: Metres): number => {
    const straight = Math.abs(ax - bx) + Math.abs(ay - by);
    const [alongX, alongY] = [isStreet(ay) && isStreet(by), isStreet(ax) && isStreet(bx)];
    // both inside the same row of blocks on different streets: round the nearer corner
    const round = (a: number, b: number) => {
      const block = Math.floor(a / 200) * 200;
      return Math.min(a - block + (b - block), block + 200 - a + (block + 200 - b)) - Math.abs(a - b);
    };
    const apart = (a: number, b: number) =>
      !isStreet(a) && !isStreet(b) && Math.floor(a / 200) === Math.floor(b / 200) ? round(a, b) : 0;
    if (alongX && ay !== by) return straight + apart(ax, bx);
    if (alongY && ax !== bx) return straight + apart(ay, by);
    return straight;
  };
  fc.assert(
    fc.property(
      fc.uniqueArray(door, { minLength: 2, maxLength: 14, selector: String }),
      fc.integer({ min: 1, max: 12 }).map((step) => step * 20),
      (doors, linkM) => {
        // half a metre of slack for the projection: distances are whole tens of metres
        const { place } = ask(grid, doors, { linkM: linkM + 0.5 });
        const expected = doors.map((_, index) => index);
        for (let again = true; again; ) {
          again = false;
          for (const [a, one] of doors.entries())
            for (const [b, other] of doors.entries())
              if (walk(one, other) <= linkM && expected[a]! > expected[b]!) {
                expected[a] = expected[b]!;
                again = true;
              }
        }
        for (const [a] of doors.entries())
          for (const [b] of doors.entries()) expect(place[a] === place[b]).toBe(expected[a] === expected[b]);
      },
    ),
    { numRuns: 60 },
  );
});
