import { describe, expect, test } from "vitest";
import { createIsochroneKernel, type IsochroneQuestion } from "../../../server/walking/isochrone-kernel.ts";
import type { WalkNetwork } from "../../../server/walking/network.ts";
import { parseLocalTime, STORED_TIME } from "../../../server/walking/opening-hours.ts";
import { isWithin } from "../../support/point-within.ts";
import { standardParameters, standardPersonas } from "../../support/walking-standards.ts";
import { at, ring, world } from "../../support/walking-world.ts";

const parameters = standardParameters();
const personas = [...standardPersonas().values()];

type Asked = Partial<Omit<IsochroneQuestion, "lon" | "lat">>;

// asks about the place (x, y) in metres; answers whether (x, y) lies within so many minutes
function asker(network: WalkNetwork, water: number[][] = []) {
  const kernel = createIsochroneKernel({ network, parameters, personas, water: water.map((each) => [each]) });
  return (x: number, y: number, more: Asked = {}) => {
    const question = {
      minutes: [5],
      persona: "adult",
      direction: "from",
      at: STORED_TIME,
      flat: false,
    } as const;
    const answer = kernel.isochrone({ ...at(x, y), ...question, ...more });
    if (!answer) return null;
    const holds = (toX: number, toY: number, index = 0) => {
      const { lon, lat } = at(toX, toY);
      return isWithin(answer.areas[index]!.coordinates, [lon, lat]);
    };
    return Object.assign(holds, answer);
  };
}

// The line is right to 1.25 m along the grid, and between two rows of the grid, 20 m apart, a tip may be cut off by 10 m.
const TIP_M = 12;

describe("along a straight level street of 2 km, 5 minutes at 1.33 m/s", () => {
  const ask = asker(
    world(
      [
        [0, 0],
        [1000, 0],
        [2000, 0],
      ],
      [
        [0, 1],
        [1, 2],
      ],
    ),
  );

  test("are 399 m each way", () => {
    const holds = ask(1000, 0)!;
    expect(holds(1399 - TIP_M, 0)).toBe(true);
    expect(holds(1399 + 2, 0)).toBe(false);
    expect(holds(601 + TIP_M, 0)).toBe(true);
    expect(holds(601 - 2, 0)).toBe(false);
  });

  test("are 269 m each way from 130 m beside it, and reach no farther than a connector beside it", () => {
    const holds = ask(1000, 130)!; // 399 − 130
    expect(holds(1269 - TIP_M, 0)).toBe(true);
    expect(holds(1269 + 2, 0)).toBe(false);
    const fromStreet = ask(1000, 0)!;
    expect(fromStreet(1000, 150 - 2)).toBe(true);
    expect(fromStreet(1000, 150 + 2)).toBe(false);
    // 150 m beside it 249 m along are left
    expect(fromStreet(1000 + 249 - TIP_M, 147)).toBe(true);
    expect(fromStreet(1000 + 252 + 4, 147)).toBe(false);
  });

  test("are 270 m for the elderly, at 0.9 m/s", () => {
    const holds = ask(1000, 0, { persona: "elderly" })!;
    expect(holds(1270 - TIP_M, 0)).toBe(true);
    expect(holds(1270 + 2, 0)).toBe(false);
  });

  test("lie within 10 minutes, and these within 15, in the order asked", () => {
    const holds = ask(1000, 0, { minutes: [5, 10] })!;
    expect(holds.areas.map(({ minutes }) => minutes)).toEqual([5, 10]);
    expect([holds(1500, 0, 0), holds(1500, 0, 1)]).toEqual([false, true]);
    expect([holds(1798 - TIP_M, 0, 1), holds(1798 + 2, 0, 1)]).toEqual([true, false]);
  });

  test("have rings that are closed and counter-clockwise", () => {
    for (const [outer] of ask(1000, 0)!.areas[0]!.coordinates) {
      expect(outer!.at(-1)).toEqual(outer![0]);
      const doubled = outer!
        .slice(1)
        .reduce((sum, [x, y], index) => sum + outer![index]![0] * y - x * outer![index]![1], 0);
      expect(doubled).toBeGreaterThan(0);
    }
  });

  test("cannot be asked from farther than a connector off it, and not for a persona that is none", () => {
    expect(ask(1000, 149)).not.toBeNull();
    expect(ask(1000, 151)).toBeNull();
    expect(() => ask(1000, 0, { persona: "dog" })).toThrow('There is no persona "dog".');
  });
});

describe("on a slope of 10 %", () => {
  // up: 1.33 · exp(−3.5 · 0.15) ÷ exp(−3.5 · 0.05) = 0.93725 m/s, 281.2 m in 300 s; down: exp(−3.5 · |−0.05|) the same, 399 m
  const ask = asker(
    world(
      [
        [0, 0],
        [1000, 0],
        [2000, 0],
      ],
      [
        [0, 1, { climbM: 100 }],
        [1, 2, { climbM: 100 }],
      ],
    ),
  );

  test("one gets farther down than up, and it is the other way round for those who come", () => {
    const leaving = ask(1000, 0)!;
    expect([leaving(1281 - TIP_M, 0), leaving(1281 + 3, 0)]).toEqual([true, false]);
    expect([leaving(601 + TIP_M, 0), leaving(601 - 2, 0)]).toEqual([true, false]);
    const coming = ask(1000, 0, { direction: "to" })!;
    expect([coming(1399 - TIP_M, 0), coming(1399 + 2, 0)]).toEqual([true, false]);
    expect([coming(719 + TIP_M, 0), coming(719 - 3, 0)]).toEqual([true, false]);
  });

  test("a flat map makes it 399 m each way", () => {
    const holds = ask(1000, 0, { flat: true })!;
    expect([holds(1399 - TIP_M, 0), holds(1399 + 2, 0)]).toEqual([true, false]);
    expect([holds(601 + TIP_M, 0), holds(601 - 2, 0)]).toEqual([true, false]);
  });
});

describe("an escalator up to a street 200 m above the other on the map", () => {
  // 5 + 100 ÷ 0.5 = 205 s: from its foot 95 s · 1.33 = 126 m of the upper street are left
  const ask = asker(
    world(
      [
        [-500, 0],
        [0, 0],
        [500, 0],
        [0, 400],
        [-500, 400],
        [500, 400],
      ],
      [
        [0, 1],
        [1, 2],
        [
          1,
          3,
          { kind: "escalator", lengthM: 100, oneWay: true, stepFree: false, openHours: "Mo-Su 07:00-22:00" },
        ],
        [4, 3],
        [3, 5],
      ],
    ),
  );

  test("is taken up but not down", () => {
    const up = ask(0, 0)!;
    expect([up(126 - TIP_M, 400), up(126 + 2, 400)]).toEqual([true, false]);
    expect(up(0, 200)).toBe(false); // nobody steps off an escalator
    expect(ask(0, 0, { direction: "to" })!(0, 400)).toBe(false);
    expect(ask(0, 400)!(0, 0)).toBe(false);
    expect(ask(0, 400, { direction: "to" })!(0, 0)).toBe(true);
  });

  test("is not taken while it is closed, nor by a wheelchair", () => {
    expect(ask(0, 0, { at: parseLocalTime("monT21:59") })!(0, 400)).toBe(true);
    expect(ask(0, 0, { at: parseLocalTime("monT22:00") })!(0, 400)).toBe(false);
    expect(ask(0, 0, { persona: "wheelchair", minutes: [15] })!(0, 400)).toBe(false);
  });

  test("is a level path of its drawn length both ways on a flat map", () => {
    // 100 m as its length says: 299 m of the upper street are left, and down as well
    const up = ask(0, 0, { flat: true })!;
    expect([up(299 - TIP_M, 400), up(299 + 2, 400)]).toEqual([true, false]);
    expect(ask(0, 400, { flat: true })!(0, 0)).toBe(true);
  });
});

describe("stairs", () => {
  const ask = asker(
    world(
      [
        [-500, 0],
        [0, 0],
        [500, 0],
        [0, 400],
        [500, 400],
      ],
      [
        [0, 1],
        [1, 2],
        [1, 3, { kind: "stairs", lengthM: 90, climbM: null }],
        [3, 4],
      ],
    ),
  );

  test("of unknown rise are walked at their length, and counted", () => {
    // 90 ÷ 0.45 = 200 s: 100 s · 1.33 = 133 m are left
    const holds = ask(0, 0)!;
    expect([holds(133 - TIP_M, 400), holds(133 + 2, 400)]).toEqual([true, false]);
    expect(holds.edgesWithoutRise).toBe(1);
    expect(ask(0, 0, { flat: true })!.edgesWithoutRise).toBe(0);
    expect(ask(-450, 0)!.edgesWithoutRise).toBe(0); // 450 m are out of reach
  });
});

test("where most of the network has no rise, no error of the elevation model is told", () => {
  // 399 m in five minutes: both ends lie in the last fifth of them
  const streets = [
    [-350, 0],
    [0, 0],
    [350, 0],
  ] as const;
  const plusMinusOf = (climbM: number | null) =>
    asker(
      world(streets, [
        [0, 1, { climbM }],
        [1, 2, { climbM: null }],
      ]),
    )(0, 0)!.areas[0]!.plusMinusS;
  expect([plusMinusOf(0), plusMinusOf(null)]).toEqual([0, null]);
});

describe("a river 60 m wide between two streets", () => {
  const river = ring([-900, 20], [900, 20], [900, 80], [-900, 80]);
  const banks = [
    [-800, 0],
    [200, 0],
    [800, 0],
    [-800, 100],
    [200, 100],
    [800, 100],
  ] as const;
  const streets = [
    [0, 1],
    [1, 2],
    [3, 4],
    [4, 5],
  ] as const;

  test("without a bridge is not crossed, and the area stops at its bank", () => {
    const holds = asker(world(banks, streets), [river])(0, 0)!;
    expect([holds(0, 20 - 2), holds(0, 20 + 2)]).toEqual([true, false]);
    expect([holds(0, 60), holds(0, 82), holds(200, 100)]).toEqual([false, false, false]);
  });

  test("is crossed on a bridge, whose deck is no ground: 300 m are 225.6 s, 99 m of the far bank are left", () => {
    const bridged = world(banks, [...streets, [1, 4, { kind: "bridge" }]]);
    const holds = asker(bridged, [river])(0, 0)!;
    expect([holds(299 - TIP_M, 100), holds(299 + 2, 100)]).toEqual([true, false]);
    expect([holds(101 + TIP_M, 100), holds(101 - 2, 100)]).toEqual([true, false]);
    expect(holds(200, 50)).toBe(false);
    const inRiver = holds.areas[0]!.coordinates.flat(2).filter(([lon, lat]) =>
      isWithin([[pairs(river)]], [lon, lat]),
    );
    // points of the line stand within 1.25 m of the bank
    for (const [, lat] of inRiver) {
      const intoM = Math.min(lat - at(0, 20).lat, at(0, 80).lat - lat) * 110_870;
      expect(intoM).toBeLessThan(1.5);
    }
  });
});

function pairs(flat: readonly number[]): number[][] {
  return Array.from({ length: flat.length / 2 }, (_, index) => [flat[2 * index]!, flat[2 * index + 1]!]);
}
