import { describe, expect, test } from "vitest";
import { buildNetwork, type EdgeRow } from "../../../server/walking/network.ts";
import { isOpen } from "../../../server/walking/opening-hours.ts";
import {
  edgeCentimetres,
  edgeCosts,
  FORBIDDEN,
  partialCost,
  slopeFactor,
} from "../../../server/walking/speed-model.ts";
import { standardParameters, standardPersona } from "../../support/walking-standards.ts";

const parameters = standardParameters();
const nodes = [
  { lon: 0, lat: 0 },
  { lon: 0.001, lat: 0 },
];

// one edge between two nodes: [seconds forward, seconds back], null where forbidden
function secondsOf(personaId: string, edge: Partial<EdgeRow>, at?: { weekday: number; minute: number }) {
  const network = buildNetwork({
    nodes,
    edges: [{ from: 0, to: 1, kind: "path", lengthM: 100, climbM: 0, ...edge }],
  });
  const costs = edgeCosts(network, standardPersona(personaId), parameters, at);
  const seconds = (cost: number) => (cost === FORBIDDEN ? null : cost / 100);
  return [seconds(costs.forward[0]!), seconds(costs.reverse[0]!)];
}

describe("paths", () => {
  test("1 km flat takes an adult 12.5 minutes", () => {
    // 1000 ÷ 1.33 = 751.8797 s = 12.53 min
    expect(secondsOf("adult", { lengthM: 1000 })).toEqual([751.88, 751.88]);
  });

  test("500 m at +10 % take an adult about 8.9 minutes", () => {
    // W(0.10) = exp(-3.5·0.15) ÷ exp(-3.5·0.05) = exp(-0.35) = 0.704688; 500 ÷ (1.33 · 0.704688) = 533.48 s = 8.89 min
    // back, S = -0.10: |−0.10 + 0.05| = 0.05, W = 1, 500 ÷ 1.33 = 375.94 s
    expect(secondsOf("adult", { lengthM: 500, climbM: 50 })).toEqual([533.48, 375.94]);
  });

  test("the slope factor is 1 on the flat, greatest at -5 % and clipped beyond ±0.35", () => {
    expect(slopeFactor(0, parameters)).toBe(1);
    // exp(3.5 · 0.05) = 1.191246
    expect(slopeFactor(-0.05, parameters)).toBeCloseTo(1.191246, 6);
    expect(slopeFactor(0.36, parameters)).toBe(slopeFactor(0.35, parameters));
    expect(slopeFactor(0.34, parameters)).toBeGreaterThan(slopeFactor(0.35, parameters));
    expect(slopeFactor(-0.9, parameters)).toBe(slopeFactor(-0.35, parameters));
  });

  test("an unknown rise counts as flat", () => {
    expect(secondsOf("adult", { climbM: null })).toEqual(secondsOf("adult", { climbM: 0 }));
  });

  test("roads, bridges, tunnels and crossings are walked like paths", () => {
    for (const kind of ["road", "bridge", "tunnel", "crossing"] as const) {
      expect(secondsOf("elderly", { kind, climbM: 7 })).toEqual(secondsOf("elderly", { climbM: 7 }));
    }
  });

  test("a crossing with a signal waits 20 s, one without does not", () => {
    // 13.3 ÷ 1.33 = 10 s
    const crossing = { kind: "crossing", lengthM: 13.3 } as const;
    expect(secondsOf("adult", crossing)).toEqual([10, 10]);
    expect(secondsOf("adult", { ...crossing, signal: true })).toEqual([30, 30]);
  });

  test("a one-way path is walked in its direction only", () => {
    expect(secondsOf("adult", { lengthM: 133, oneWay: true })).toEqual([100, null]);
  });

  test("an edge never costs nothing", () => {
    expect(secondsOf("adult", { lengthM: 0 })).toEqual([0.01, 0.01]);
  });
});

describe("stairs", () => {
  test("take the longer of the horizontal and the vertical time, up and down apart", () => {
    // up: max(10 ÷ 0.45 = 22.22, 6.6 ÷ 0.22 = 30) = 30 s; down: max(10 ÷ 0.60 = 16.67, 6.6 ÷ 0.30 = 22) = 22 s
    expect(secondsOf("adult", { kind: "stairs", lengthM: 10, climbM: 6.6 })).toEqual([30, 22]);
    // drawn downward: the other way round
    expect(secondsOf("adult", { kind: "stairs", lengthM: 10, climbM: -6.6 })).toEqual([22, 30]);
    // shallow: 20 ÷ 0.45 = 44.44 over 2.2 ÷ 0.22 = 10
    expect(secondsOf("adult", { kind: "stairs", lengthM: 20, climbM: 2.2 })).toEqual([44.44, 33.33]);
  });

  test("of unknown rise take length over the horizontal up speed, both ways", () => {
    // 9 ÷ 0.45 = 20 s
    expect(secondsOf("adult", { kind: "stairs", lengthM: 9, climbM: null })).toEqual([20, 20]);
  });

  test("are slowed by the fatigue of the whole run", () => {
    // a run of 60 m: 1 + 0.1 · (60 − 20) ÷ 20 = 1.2; 30 s · 1.2 and 22 s · 1.2
    expect(secondsOf("adult", { kind: "stairs", lengthM: 10, climbM: 6.6, fatigue: 1.2 })).toEqual([
      36, 26.4,
    ]);
  });

  test("carry a stroller slowly and a wheelchair never", () => {
    // 10 ÷ 0.20 = 50, 6.6 ÷ 0.10 = 66
    expect(secondsOf("stroller", { kind: "stairs", lengthM: 10, climbM: 6.6 })).toEqual([66, 66]);
    expect(secondsOf("wheelchair", { kind: "stairs", lengthM: 10, climbM: 6.6 })).toEqual([null, null]);
    expect(secondsOf("wheelchair", { kind: "stairs", lengthM: 10, stepFree: true })).toEqual([null, null]);
  });
});

describe("escalators, lifts, cableways", () => {
  test("the 112 m escalator at 0.75 m/s takes 149 s and the wait, in its direction only", () => {
    // 5 + 112 ÷ 0.75 = 154.33 s
    const crown = { kind: "escalator", lengthM: 112, climbM: 52.7, speedMps: 0.75, oneWay: true } as const;
    expect(secondsOf("adult", crown)).toEqual([154.33, null]);
    expect(secondsOf("stroller", crown)).toEqual([null, null]);
    expect(secondsOf("wheelchair", crown)).toEqual([null, null]);
  });

  test("an escalator goes one way even where nothing says so, at 0.5 m/s unless tagged", () => {
    // 5 + 10 ÷ 0.5 = 25 s
    expect(secondsOf("adult", { kind: "escalator", lengthM: 10 })).toEqual([25, null]);
  });

  test("a lift takes 45 s and its rise over 1.25 m/s, both ways, a wheelchair too", () => {
    // 45 + 25 ÷ 1.25 = 65 s
    const lift = { kind: "lift", lengthM: 0, climbM: 25 } as const;
    expect(secondsOf("adult", lift)).toEqual([65, 65]);
    expect(secondsOf("wheelchair", lift)).toEqual([65, 65]);
    expect(secondsOf("wheelchair", { ...lift, stepFree: false })).toEqual([null, null]);
    expect(secondsOf("adult", { ...lift, climbM: null })).toEqual([45, 45]);
  });

  test("a cableway takes half its headway and its length over 6 m/s", () => {
    // 300 ÷ 2 + 600 ÷ 6 = 250 s
    expect(secondsOf("adult", { kind: "cableway", lengthM: 600, headwayS: 300 })).toEqual([250, 250]);
  });

  test("a cableway of unknown headway is not used, unless a parameter gives one", () => {
    expect(secondsOf("adult", { kind: "cableway", lengthM: 600 })).toEqual([null, null]);
    const network = buildNetwork({
      nodes,
      edges: [{ from: 0, to: 1, kind: "cableway", lengthM: 600, climbM: null }],
    });
    const costs = edgeCosts(network, standardPersona("adult"), { ...parameters, cablewayHeadwayS: 60 });
    expect(costs.forward[0]).toBe(13_000); // 30 + 100 s
  });
});

describe("a wheelchair", () => {
  test("passes exactly 1:12 and nothing steeper, up or down", () => {
    // 100 ÷ 12 = 8.3333 m; S = 1/12: W = exp(-3.5/12) = 0.747018; 100 ÷ (0.8 · 0.747018) = 167.33 s;
    // down: |−1/12 + 0.05| = 1/30, W = exp(-3.5/30 + 0.175) = 1.060066; 100 ÷ (0.8 · 1.060066) = 117.92 s
    expect(secondsOf("wheelchair", { climbM: 100 / 12 })).toEqual([167.33, 117.92]);
    expect(secondsOf("wheelchair", { lengthM: 12, climbM: 1 })[0]).not.toBeNull();
    expect(secondsOf("wheelchair", { lengthM: 12, climbM: 1.001 })).toEqual([null, null]);
    expect(secondsOf("wheelchair", { lengthM: 12, climbM: -1.001 })).toEqual([null, null]);
    expect(secondsOf("adult", { lengthM: 12, climbM: 1.001 })[0]).not.toBeNull();
  });

  test("is kept off edges that are not step-free", () => {
    expect(secondsOf("wheelchair", { stepFree: false })).toEqual([null, null]);
    expect(secondsOf("wheelchair", { stepFree: true })).toEqual([125, 125]); // 100 ÷ 0.8
  });
});

describe("opening hours", () => {
  const wednesdayAtTen = { weekday: 2, minute: 600 };

  test("close an edge at the local time", () => {
    const lift = { kind: "lift", lengthM: 0, climbM: 25, openHours: "Mo-Fr 06:30-22:00" } as const;
    expect(secondsOf("adult", lift)).toEqual([65, 65]); // the stored time is a weekday at 10:00
    expect(secondsOf("adult", lift, { weekday: 2, minute: 389 })).toEqual([null, null]); // 06:29
    expect(secondsOf("adult", lift, { weekday: 2, minute: 390 })).toEqual([65, 65]);
    expect(secondsOf("adult", lift, { weekday: 2, minute: 1320 })).toEqual([null, null]); // 22:00, the end
    expect(secondsOf("adult", lift, { weekday: 5, minute: 600 })).toEqual([null, null]); // Saturday
    expect(secondsOf("adult", { ...lift, openHours: "ask the guard" })).toEqual([65, 65]);
  });

  test.each([
    ["24/7", true],
    ["08:00-20:00", true],
    ["10:00-11:00", true],
    ["10:01-11:00", false],
    ["09:00-10:00", false],
    ["Sa,Su 08:00-20:00", false],
    ["Fr-We 08:00-20:00", true],
    ["18:00-02:00", false],
    ["20:00-10:30", true],
    ["08:00-20:00; We off", false],
    ["06:00-09:00, 09:30-12:00", true],
    ["sunrise-sunset", null],
    ["Mo-Fr 08:00-09:00, We 09:30-11:00", true],
    ["Mo-Fr 08:00-09:00; We 09:30-11:00", true],
    ["Mo-Fr 08:00-11:00; We 11:00-12:00", false],
    ["Mo-Su,PH 08:00-20:00", true],
    ["08:00-20:00; PH off", true],
    ["周三 08:00-20:00", null],
    ["08:00-20:75", null],
    ["06：30～22：30", true],
    ["06:30–09:30", false],
    ["", null],
  ])("%s on a Wednesday at ten: %s", (text, open) => {
    expect(isOpen(text, wednesdayAtTen)).toBe(open);
  });

  test.each(["Fr 22:00-02:00", "Fr 22:00-26:00", "Fr 22:00-02:00; Sa 10:00-12:00"])(
    "%s ends on Saturday at two, and says nothing of the night before",
    (text) => {
      expect(isOpen(text, { weekday: 4, minute: 60 })).toBe(false); // Friday, 1:00
      expect(isOpen(text, { weekday: 4, minute: 1_320 })).toBe(true); // Friday, 22:00
      expect(isOpen(text, { weekday: 5, minute: 119 })).toBe(true); // Saturday, 1:59
      expect(isOpen(text, { weekday: 5, minute: 120 })).toBe(false);
      expect(isOpen(text, { weekday: 5, minute: 1_320 })).toBe(false);
    },
  );

  test("of Sunday night reach into Monday", () => {
    expect(isOpen("Su 23:00-01:00", { weekday: 0, minute: 30 })).toBe(true);
    expect(isOpen("Mo 23:00-01:00", { weekday: 0, minute: 30 })).toBe(false);
  });
});

describe("metres", () => {
  test("are the lengths of the edges a persona may use, lifts and cableways 0", () => {
    const network = buildNetwork({
      nodes,
      edges: [
        { from: 0, to: 1, kind: "path", lengthM: 12.345, climbM: 0 },
        { from: 0, to: 1, kind: "lift", lengthM: 0, climbM: 20 },
        { from: 0, to: 1, kind: "cableway", lengthM: 900, climbM: 20, headwayS: 60 },
        { from: 0, to: 1, kind: "escalator", lengthM: 30, climbM: 10 },
        { from: 0, to: 1, kind: "stairs", lengthM: 10, climbM: 5 },
      ],
    });
    const metres = (id: string) =>
      edgeCentimetres(network, edgeCosts(network, standardPersona(id), parameters));
    expect([...metres("adult").forward]).toEqual([1235, 0, 0, 3000, 1000]);
    expect([...metres("adult").reverse]).toEqual([1235, 0, 0, FORBIDDEN, 1000]);
    expect([...metres("wheelchair").forward]).toEqual([1235, 0, 0, FORBIDDEN, FORBIDDEN]);
  });

  test("a part of an edge costs its share, and no part costs nothing even where the edge is forbidden", () => {
    expect(partialCost(1000, 0.25)).toBe(250);
    expect(partialCost(FORBIDDEN, 0.25)).toBe(FORBIDDEN);
    expect(partialCost(FORBIDDEN, 0)).toBe(0);
  });
});
