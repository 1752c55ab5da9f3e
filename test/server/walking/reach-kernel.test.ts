import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FacilityPlace } from "../../../server/walking/facility-entries.ts";
import type { WalkNetwork } from "../../../server/walking/network.ts";
import { createReachKernel } from "../../../server/walking/reach-kernel.ts";
import type { Rings } from "../../../server/walking/water-barrier.ts";
import { standardParameters, standardPersonas } from "../../support/walking-standards.ts";
import { at, ring, type WorldEdge, world } from "../../support/walking-world.ts";

interface Setting {
  readonly network: WalkNetwork;
  readonly buildings: readonly (readonly [number, number])[];
  readonly facilities: readonly FacilityPlace[];
  readonly persona?: string;
  readonly water?: readonly Rings[];
}

function reach({ network, buildings, facilities, persona = "adult", water = [] }: Setting) {
  const kernel = createReachKernel({
    network,
    parameters: standardParameters(),
    personas: [...standardPersonas().values()],
    water,
    buildingLon: Float64Array.from(buildings, ([x, y]) => at(x, y).lon),
    buildingLat: Float64Array.from(buildings, ([x, y]) => at(x, y).lat),
    facilities: new Map([["shop", facilities]]),
  });
  const { toS, fromS, metres } = kernel.categories(persona, ["shop"])[0]!;
  return { onNetwork: [...kernel.onNetwork(persona)], toS: [...toS], fromS: [...fromS], metres: [...metres] };
}

// a street of so many metres from the origin to the east
const street = (lengthM: number, edge: WorldEdge = {}) =>
  world(
    [
      [0, 0],
      [lengthM, 0],
    ],
    [[0, 1, edge]],
  );

describe("a building and a facility on one edge", () => {
  test("are joined along it, connectors walked flat at both sides", () => {
    // building 13.3 m off at x = 100, shop 26.6 m off at x = 366: 10 + 266 ÷ 1.33 + 20 = 230 s; 13.3 + 266 + 26.6 = 305.9 m
    const answer = reach({ network: street(1000), buildings: [[100, 13.3]], facilities: [at(366, -26.6)] });
    expect(answer).toEqual({ onNetwork: [1], toS: [230], fromS: [230], metres: [306] });
  });

  test("go up and down at their own speed", () => {
    // 1000 m at +10 %, shop 500 m above the building: 533.48 s up (domain: about 8.9 min), 375.94 s down, rounded up
    const answer = reach({
      network: street(1000, { climbM: 100 }),
      buildings: [[200, 0]],
      facilities: [at(700, 0)],
    });
    expect(answer).toMatchObject({ toS: [534], fromS: [376], metres: [500] });
  });

  test("follow a one-way edge round the block where the direct way is against it", () => {
    // a square of 133 m sides (100 s each) walked one way round: from x = 33.25 to x = 99.75 is 66.5 m = 50 s,
    // back it is the rest of the 532 m: 465.5 m = 350 s
    const block = world(
      [
        [0, 0],
        [133, 0],
        [133, 133],
        [0, 133],
      ],
      [
        [0, 1, { oneWay: true }],
        [1, 2, { oneWay: true }],
        [2, 3, { oneWay: true }],
        [3, 0, { oneWay: true }],
      ],
    );
    const answer = reach({ network: block, buildings: [[33.25, 0]], facilities: [at(99.75, 0)] });
    expect(answer).toMatchObject({ toS: [50], fromS: [350], metres: [67] }); // 66.5 m rounded up
  });

  test("a whole second is not rounded up, a hundredth over it is", () => {
    // 399 ÷ 1.33 = 300 s exactly; 399.02 ÷ 1.33 = 300.015 s
    const answer = reach({
      network: street(1000),
      buildings: [
        [399, 0],
        [399.02, 0],
      ],
      facilities: [at(0, 0)],
    });
    expect(answer.toS).toEqual([300, 301]);
  });
});

describe("the limits", () => {
  test("are 3,600 s and 5,000 m, inclusive, each for itself", () => {
    // 4788 ÷ 1.33 = 3600 s; 4789 m: 3600.75 s; 5001 m is too far in metres as well
    const answer = reach({
      network: street(6000),
      buildings: [
        [4788, 0],
        [4789, 0],
        [5000, 0],
        [5001, 0],
      ],
      facilities: [at(0, 0)],
    });
    expect(answer.toS).toEqual([3600, -1, -1, -1]);
    expect(answer.fromS).toEqual([3600, -1, -1, -1]);
    expect(answer.metres).toEqual([4788, 4789, 5000, -1]);
  });

  test("leave a building off the network out, counted", () => {
    const answer = reach({
      network: street(1000),
      buildings: [
        [500, 149],
        [500, 151],
      ],
      facilities: [at(500, 0)],
    });
    // 149 ÷ 1.33 = 112.03 s
    expect(answer).toEqual({ onNetwork: [1, 0], toS: [113, -1], fromS: [113, -1], metres: [149, -1] });
  });

  test("a category whose only facility is off the network is reached by nobody", () => {
    const answer = reach({ network: street(100), buildings: [[50, 0]], facilities: [at(50, 200)] });
    expect(answer).toEqual({ onNetwork: [1], toS: [-1], fromS: [-1], metres: [-1] });
  });
});

describe("a hillside of stairs, a lift and an escalator", () => {
  // lower street y = 0, upper street y = 160 (too far for a connector), 30 m above it, each 133 m; between them, 60 m
  // long, at x = 133 a stair and at x = 0 whatever a test puts there
  const hillside = (side: WorldEdge | null, stairs: WorldEdge = {}) =>
    world(
      [
        [0, 0],
        [133, 0],
        [133, 160],
        [0, 160],
      ],
      [
        [0, 1, { stepFree: true }],
        [1, 2, { kind: "stairs", lengthM: 60, climbM: 30, fatigue: 1.05, ...stairs }],
        [3, 2, { stepFree: true }],
        ...(side ? ([[0, 3, side]] as const) : []),
      ],
    );
  const home: [number, number] = [0, 0];
  const shop = at(0, 160);

  test("stairs alone: up the longer of length and rise, times the fatigue of the run", () => {
    // street 100 s, stairs max(60 ÷ 0.45 = 133.33, 30 ÷ 0.22 = 136.36) · 1.05 = 143.18, street 100: 343.18 s
    // down: max(60 ÷ 0.60 = 100, 30 ÷ 0.30 = 100) · 1.05 = 105: 305 s; 133 + 60 + 133 = 326 m
    const answer = reach({ network: hillside(null), buildings: [home], facilities: [shop] });
    expect(answer).toMatchObject({ toS: [344], fromS: [305], metres: [326] });
  });

  test("stairs of unknown rise: length over the horizontal up speed, both ways", () => {
    // 100 + 133.33 · 1.05 + 100 = 340 s both ways
    const answer = reach({
      network: hillside(null, { climbM: null }),
      buildings: [home],
      facilities: [shop],
    });
    expect(answer).toMatchObject({ toS: [340], fromS: [340] });
  });

  test("a lift beside them is taken, both ways, and is 0 m long", () => {
    // 45 + 30 ÷ 1.25 = 69 s
    const lift = { kind: "lift", lengthM: 0, climbM: 30, stepFree: true } as const;
    const setting = { network: hillside(lift), buildings: [home], facilities: [shop] };
    expect(reach(setting)).toMatchObject({ toS: [69], fromS: [69], metres: [0] });
    expect(reach({ ...setting, persona: "wheelchair" })).toMatchObject({
      toS: [69],
      fromS: [69],
      metres: [0],
    });
  });

  test("an escalator is taken up only, and the way back is by the stairs", () => {
    // 5 + 60 ÷ 0.5 = 125 s up; down 305 s as before
    const escalator = { kind: "escalator", lengthM: 60, climbM: 30, oneWay: true } as const;
    const setting = { network: hillside(escalator), buildings: [home], facilities: [shop] };
    expect(reach(setting)).toMatchObject({ toS: [125], fromS: [305], metres: [60] });
    // a stroller keeps to the stairs: 133 + max(60 ÷ 0.2 = 300, 30 ÷ 0.1 = 300) · 1.05 + 133 = 581 s
    expect(reach({ ...setting, persona: "stroller" })).toMatchObject({ toS: [581], metres: [326] });
  });

  test("a wheelchair does not get up stairs", () => {
    const answer = reach({
      network: hillside(null),
      buildings: [home],
      facilities: [shop],
      persona: "wheelchair",
    });
    expect(answer).toMatchObject({ onNetwork: [1], toS: [-1], fromS: [-1], metres: [-1] });
  });

  test("a wheelchair passes a ramp of 1:12 and turns back at a steeper one", () => {
    const ramp = (climbM: number) =>
      reach({
        network: hillside({ lengthM: 360, climbM, stepFree: true }),
        buildings: [home],
        facilities: [shop],
        persona: "wheelchair",
      });
    // 360 ÷ (0.8 · 0.747018) = 602.4 s up; down 360 ÷ (0.8 · 1.060066) = 424.5 s
    expect(ramp(30)).toMatchObject({ toS: [603], fromS: [425], metres: [360] });
    expect(ramp(30.1)).toMatchObject({ toS: [-1], fromS: [-1], metres: [-1] });
  });
});

describe("a bridge over a street", () => {
  test("is not joined to it where they cross without a shared node", () => {
    // street along y = 0, bridge along x = 50 over it, joined only by a road round the east
    const network = world(
      [
        [0, 0],
        [183, 0],
        [50, 133],
        [50, -133],
        [183, 133],
      ],
      [
        [0, 1],
        [2, 3, { kind: "bridge" }],
        [1, 4],
        [4, 2],
      ],
    );
    // home at (50, 0) right under the bridge, shop at the bridge's north end:
    // 133 m east, 133 m north, 133 m west = 399 m = 300 s; straight up it would be 133 m
    const answer = reach({ network, buildings: [[50, 0]], facilities: [at(50, 133)] });
    expect(answer).toMatchObject({ toS: [300], fromS: [300], metres: [399] });
  });
});

describe("a facility that is an area", () => {
  const outline = [ring([500, 10], [900, 10], [900, 90], [500, 90])];

  test("is entered at its gate where one is mapped, else where its outline is nearest", () => {
    const buildings: [number, number][] = [[101, 0]];
    // no gate: to the corner at x = 500, 399 m = 300 s, and 10 m off: 7.52 s
    expect(
      reach({ network: street(1000), buildings, facilities: [{ outline, entrances: [] }] }),
    ).toMatchObject({ toS: [308], metres: [409] });
    // a gate at x = 899: 798 m = 600 s, and 7.52 s
    const gate = at(899, 10);
    expect(
      reach({
        network: street(1000),
        buildings,
        facilities: [{ outline, entrances: [[gate.lon, gate.lat]] }],
      }),
    ).toMatchObject({ toS: [608], metres: [808] });
  });

  test("is entered anywhere along the street that runs beside it", () => {
    const answer = reach({
      network: street(1000),
      buildings: [
        [500, 0],
        [900, 0],
      ],
      facilities: [{ outline, entrances: [] }],
    });
    expect(answer.metres).toEqual([10, 10]);
  });
});

describe("the far bank", () => {
  const river = [ring([-50, 20], [1050, 20], [1050, 80], [-50, 80])];
  const nodes = [
    [0, 0],
    [399, 0],
    [399, 100],
    [0, 100],
  ] as const;

  test("is reached over the bridge", () => {
    // 399 + 100 + 399 = 898 m = 675.19 s
    const network = world(nodes, [
      [0, 1],
      [1, 2, { kind: "bridge" }],
      [2, 3],
    ]);
    const answer = reach({ network, buildings: [[0, 0]], facilities: [at(0, 100)], water: [river] });
    expect(answer).toMatchObject({ toS: [676], metres: [898] });
  });

  test("is not reached where there is none", () => {
    const network = world(nodes, [
      [0, 1],
      [2, 3],
    ]);
    const setting = { network, buildings: [[0, 0]] as [number, number][], facilities: [at(0, 100)] };
    expect(reach({ ...setting, water: [river] })).toMatchObject({ toS: [-1], fromS: [-1], metres: [-1] });
  });
});

describe("on any street grid", () => {
  const place = fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }));
  const grids = fc.array(fc.integer({ min: -8, max: 8 }), { minLength: 24, maxLength: 24 }).map((climbs) => {
    // 4 × 4 nodes, 100 m apart, 24 streets with a rise each
    const nodes = Array.from({ length: 16 }, (_, n): [number, number] => [
      100 * (n % 4),
      100 * Math.floor(n / 4),
    ]);
    const pairs = nodes.flatMap((_, n): [number, number][] => [
      ...(n % 4 < 3 ? [[n, n + 1] as [number, number]] : []),
      ...(n < 12 ? [[n, n + 4] as [number, number]] : []),
    ]);
    return world(
      nodes,
      pairs.map(([from, to], index) => [from, to, { climbM: climbs[index]! }] as const),
    );
  });
  const isFarther = (a: number, b: number) => a === -1 || (b !== -1 && a >= b);

  test("more facilities take no building farther", () => {
    fc.assert(
      fc.property(
        grids,
        fc.array(place, { minLength: 1, maxLength: 5 }),
        place,
        place,
        (network, buildings, a, b) => {
          const one = reach({ network, buildings, facilities: [at(...a)] });
          const two = reach({ network, buildings, facilities: [at(...a), at(...b)] });
          for (const key of ["toS", "fromS", "metres"] as const) {
            one[key].forEach((value, building) => {
              expect(isFarther(value, two[key][building]!)).toBe(true);
            });
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  test("the way there is the way back seen from the other side", () => {
    fc.assert(
      fc.property(grids, place, place, (network, a, b) => {
        const there = reach({ network, buildings: [a], facilities: [at(...b)] });
        const back = reach({ network, buildings: [b], facilities: [at(...a)] });
        expect(there.toS).toEqual(back.fromS);
        expect(there.fromS).toEqual(back.toS);
        expect(Math.abs(there.metres[0]! - back.metres[0]!)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });
});
