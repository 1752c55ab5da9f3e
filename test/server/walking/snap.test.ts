import { describe, expect, test } from "vitest";
import { type FacilityPlace, facilityEntries } from "../../../server/walking/facility-entries.ts";
import type { WalkNetwork } from "../../../server/walking/network.ts";
import { projectAll, projectionAt } from "../../../server/walking/projection.ts";
import { accessOf, buildSnapIndex, type SnapOptions, snapPoint } from "../../../server/walking/snap.ts";
import { buildWaterBarrier, crossesWater } from "../../../server/walking/water-barrier.ts";
import { standardParameters } from "../../support/walking-standards.ts";
import { at, ring, type WorldEdge, world } from "../../support/walking-world.ts";

const parameters = standardParameters();

function indexOf(network: WalkNetwork, options: Partial<SnapOptions> = {}) {
  return buildSnapIndex(network, { mobilityClass: "any", parameters, ...options });
}
function snapAt(network: WalkNetwork, [x, y]: [number, number], options: Partial<SnapOptions> = {}) {
  const { lon, lat } = at(x, y);
  return snapPoint(indexOf(network, options), lon, lat);
}
const close = (value: number) => expect.closeTo(value, 3);

// a street of 100 m from west to east
const street = world(
  [
    [0, 0],
    [100, 0],
  ],
  [[0, 1]],
);

describe("wheels", () => {
  const parameters = { ...standardParameters(), componentMinNodes: 1, heightErrorM: 6 };
  // a path with a step along y = 0 at 200 m, and a street along y = 100 that lies higher or lower
  const above = (heightM: number | null, y = 100) =>
    world(
      [
        [0, 0, 200],
        [100, 0, 200],
        [0, y, heightM],
        [100, y, heightM],
      ],
      [
        [0, 1, { stepFree: false }],
        [2, 3],
      ],
    );
  const wheels = { mobilityClass: "step-free", parameters } as const;
  const onFoot = (network: WalkNetwork) => {
    const { lon, lat } = at(50, 10);
    return accessOf(indexOf(network, { parameters }), lon, lat).map(({ edge }) => edge);
  };

  test("go farther to a street without steps, and nobody else has to", () => {
    expect(snapAt(above(200), [50, 10], wheels)).toEqual({
      edge: 1,
      fraction: close(0.5),
      connectorM: close(90),
    });
    expect(onFoot(above(200))).toEqual([0, 1]);
  });

  // 6 m of error and 1:12 of 90 m = 7.5 m
  test.each([213, 187])("get on at %s m, as far as 1:12 and the error of heights allow", (heightM) => {
    expect(snapAt(above(heightM), [50, 10], wheels)?.edge).toBe(1);
  });

  test.each([214, 186, 300])(
    "do not get up or down a cliff to %s m, nor does anybody else that way",
    (heightM) => {
      expect(snapAt(above(heightM), [50, 10], wheels)).toBeNull();
      expect(onFoot(above(heightM))).toEqual([0]);
    },
  );

  test("are not held by a height that nobody knows", () => {
    expect(snapAt(above(null), [50, 10], wheels)?.edge).toBe(1);
  });
});

describe("a point", () => {
  test("gets onto the nearest place of the nearest edge", () => {
    expect(snapAt(street, [25, 12])).toEqual({ edge: 0, fraction: close(0.25), connectorM: close(12) });
  });

  test("is on the network 149 m from an edge and not on it 151 m from one", () => {
    expect(snapAt(street, [50, 149])?.connectorM).toBeCloseTo(149, 2);
    expect(snapAt(street, [50, 151])).toBeNull();
    expect(snapAt(street, [249, 0])).toEqual({ edge: 0, fraction: 1, connectorM: close(149) });
    expect(snapAt(street, [-151, 0])).toBeNull();
  });

  test("keeps its fraction along a bent edge", () => {
    const { lon, lat } = at(60, 0);
    const corner = at(60, 60);
    // 60 m east, then 60 m north; 15 m up the second leg is (60 + 15) ÷ 120 = 0.625 of the way
    const bent = world(
      [
        [0, 0],
        [60, 60],
      ],
      [[0, 1, { lengthM: 120, coordinates: [at(0, 0).lon, at(0, 0).lat, lon, lat, corner.lon, corner.lat] }]],
    );
    expect(snapAt(bent, [70, 15])).toEqual({ edge: 0, fraction: close(0.625), connectorM: close(10) });
  });

  test.each(["bridge", "tunnel", "lift", "escalator", "cableway", "stairs"] as const)(
    "passes over the %s beside it to the street farther off",
    (kind) => {
      const network = world(
        [
          [0, 0],
          [100, 0],
          [0, 40],
          [100, 40],
        ],
        [
          [0, 1],
          [0, 2],
          [2, 3, { kind }],
        ],
      );
      expect(snapAt(network, [50, 35])).toEqual({ edge: 0, fraction: close(0.5), connectorM: close(35) });
    },
  );

  test.each(["road", "path", "crossing"] as const)("gets onto a %s", (kind) => {
    const network = world(
      [
        [0, 0],
        [100, 0],
      ],
      [[0, 1, { kind }]],
    );
    expect(snapAt(network, [50, 5])?.edge).toBe(0);
  });

  test("of the step-free class passes over edges that are not step-free", () => {
    const network = world(
      [
        [0, 0],
        [100, 0],
        [0, 40],
        [100, 40],
      ],
      [
        [0, 1, { stepFree: true }],
        [0, 2, { stepFree: true }],
        [2, 3, { stepFree: false }],
      ],
    );
    expect(snapAt(network, [50, 35])?.edge).toBe(2);
    expect(snapAt(network, [50, 35], { mobilityClass: "step-free" })?.edge).toBe(0);
  });

  test("is nowhere on a network without edges", () => {
    expect(snapAt(world([[0, 0]], []), [0, 0])).toBeNull();
  });
});

describe("components", () => {
  // a long chain of 300 nodes at y = 1000 and a chain of so many nodes at y = 0, 10 m a step
  function chains(nodeCount: number, middle: WorldEdge = {}) {
    const nodes = [
      ...Array.from({ length: nodeCount }, (_, index): [number, number] => [10 * index, 0]),
      ...Array.from({ length: 300 }, (_, index): [number, number] => [10 * index, 1000]),
    ];
    const edges = nodes.flatMap((_, index): [number, number, WorldEdge?][] =>
      index === 0 || index === nodeCount ? [] : [[index - 1, index, index === 100 ? middle : {}]],
    );
    return world(nodes, edges);
  }

  test("of 200 nodes are entered, of 199 nodes not", () => {
    expect(snapAt(chains(200), [55, 5])).not.toBeNull();
    expect(snapAt(chains(199), [55, 5])).toBeNull();
    expect(snapAt(chains(199), [55, 1005])).not.toBeNull();
  });

  test("are those of the persona's own class: stairs in the middle part the step-free network", () => {
    const network = chains(250, { kind: "stairs" });
    expect(snapAt(network, [55, 5])).not.toBeNull();
    expect(snapAt(network, [55, 5], { mobilityClass: "step-free" })).toBeNull();
  });

  test("are entered when largest, however small", () => {
    expect(snapAt(street, [50, 5])).not.toBeNull();
  });
});

describe("water", () => {
  // a canal 10 m wide along the street, from y = 10 to y = 20
  const canal = [ring([-500, 10], [600, 10], [600, 20], [-500, 20])];

  test("is not crossed by a connector", () => {
    expect(snapAt(street, [50, 30], { water: [canal] })).toBeNull();
    expect(snapAt(street, [50, 9], { water: [canal] })?.connectorM).toBeCloseTo(9, 3);
  });

  test("sends a place on the far bank to its own bank's path, though it is farther", () => {
    const banks = world(
      [
        [0, 0],
        [100, 0],
        [100, 60],
        [0, 60],
      ],
      [
        [0, 1],
        [1, 2],
        [2, 3],
      ],
    );
    expect(snapAt(banks, [50, 25])?.edge).toBe(0);
    expect(snapAt(banks, [50, 25], { water: [canal] })).toEqual({
      edge: 2,
      fraction: close(0.5),
      connectorM: close(35),
    });
  });

  test("is told from its islands, its banks and what overlaps it", () => {
    const projection = projectionAt(29.55);
    const lake = [ring([0, 0], [100, 0], [100, 100], [0, 100]), ring([40, 40], [60, 40], [60, 60], [40, 60])];
    const overlapping = [ring([90, 0], [200, 0], [200, 100], [90, 100])];
    const crosses = (
      polygons: Parameters<typeof buildWaterBarrier>[0],
      from: [number, number],
      to: [number, number],
    ) => {
      const [a, b] = [at(...from), at(...to)];
      const [x1, y1, x2, y2] = projectAll([a.lon, a.lat, b.lon, b.lat], projection) as unknown as number[];
      return crossesWater(buildWaterBarrier(polygons, projection), { x1: x1!, y1: y1!, x2: x2!, y2: y2! });
    };
    expect(crosses([lake], [-10, 50], [110, 50])).toBe(true); // right across
    expect(crosses([lake], [-10, 50], [10, 50])).toBe(true); // into it
    expect(crosses([lake], [10, 10], [30, 30])).toBe(true); // within it
    expect(crosses([lake], [45, 50], [55, 50])).toBe(false); // on the island
    expect(crosses([lake], [45, 50], [30, 50])).toBe(true); // off the island
    expect(crosses([lake], [-10, 50], [-1, 50])).toBe(false); // on land
    expect(crosses([lake], [-10, 10], [10, -10])).toBe(false); // touching a corner
    expect(crosses([lake, overlapping], [92, 50], [98, 50])).toBe(true); // where two waters overlap
    expect(crosses([], [-10, 50], [110, 50])).toBe(false);
  });
});

describe("a facility", () => {
  // two streets 100 m apart, joined in the west; a school ground between them, 5 m from the southern
  // street and 35 m from the northern one
  const block = world(
    [
      [0, 0],
      [200, 0],
      [0, 100],
      [200, 100],
    ],
    [
      [0, 1],
      [0, 2],
      [2, 3],
    ],
  );
  const ground = [ring([80, 5], [120, 5], [120, 65], [80, 65])];
  const entriesOf = (place: FacilityPlace, options: Partial<SnapOptions> = {}) =>
    facilityEntries(indexOf(block, options), place);
  const entrance = (x: number, y: number) => [at(x, y).lon, at(x, y).lat] as const;

  test("that is a point snaps as a building does", () => {
    expect(entriesOf(at(50, 20))).toEqual([{ edge: 0, fraction: close(0.25), connectorM: close(20) }]);
    expect(entriesOf(at(351, 0))).toEqual([]);
  });

  test("with a mapped entrance is entered there only", () => {
    // the gate is in the north, 35 m from the northern street, at 100 m of 200 m
    expect(entriesOf({ outline: ground, entrances: [entrance(100, 65)] })).toEqual([
      { edge: 2, fraction: close(0.5), connectorM: close(35) },
    ]);
  });

  test("without entrances is entered from every edge within 20 m of its outline, at its corners", () => {
    // corners at x = 80 and x = 120 of 200 m, each 5 m off; the northern street at 35 m is too far
    expect(entriesOf({ outline: ground, entrances: [] })).toEqual([
      { edge: 0, fraction: close(0.4), connectorM: close(5) },
      { edge: 0, fraction: close(0.6), connectorM: close(5) },
    ]);
  });

  test("counts an edge 19.9 m off and leaves out one 20.1 m off", () => {
    const upTo = (y: number) => [ring([80, 19.9], [120, 19.9], [120, y], [80, y])];
    const edges = (y: number) => [
      ...new Set(entriesOf({ outline: upTo(y), entrances: [] }).map(({ edge }) => edge)),
    ];
    expect(edges(80.1)).toEqual([0, 2]);
    expect(edges(79.9)).toEqual([0]);
  });

  test("with no edge within 20 m is entered from the one nearest to its outline, never its centroid", () => {
    // outline 40 m from the southern and 30 m from the northern street; its centroid is nearer to the southern
    const high = [ring([80, 40], [120, 40], [120, 41], [100, 70], [80, 41])];
    expect(entriesOf({ outline: high, entrances: [] })).toEqual([
      { edge: 2, fraction: close(0.5), connectorM: close(30) },
    ]);
  });

  test("is crossed by a path that runs through it", () => {
    const across = [ring([80, -10], [120, -10], [120, 5], [80, 5])];
    const entries = entriesOf({ outline: across, entrances: [] });
    expect(entries).toContainEqual({ edge: 0, fraction: close(0.4), connectorM: 0 });
    expect(entries).toContainEqual({ edge: 0, fraction: close(0.6), connectorM: 0 });
  });

  test("is not entered over water", () => {
    const moat = [ring([-100, 1], [300, 1], [300, 4], [-100, 4])];
    const entries = entriesOf({ outline: ground, entrances: [] }, { water: [moat] });
    // the southern street is cut off; the northern one is the nearest, 35 m
    expect(entries.map(({ edge }) => edge)).toEqual([2]);
    expect(entries[0]?.connectorM).toBeCloseTo(35, 3);
  });
});
