import { describe, expect, test } from "vitest";
import type { ProfileEdge } from "../../../server/walking/line-chain.ts";
import { profileOf } from "../../../server/walking/line-profile.ts";
import { standardParameters, standardPersona } from "../../support/walking-standards.ts";

const standards = {
  personas: [standardPersona("adult"), standardPersona("wheelchair")],
  parameters: standardParameters(),
};

const HEIGHTS: Readonly<Record<number, number | null>> = { 1: 200, 2: 205, 3: 215.5, 4: 213.5, 9: null };

function edge(from: number, to: number, given: Partial<ProfileEdge>): ProfileEdge {
  return {
    ...{ from, to, kind: "path", lengthM: 100, climbM: null, steps: null, lon: from / 1000, lat: 0 },
    ...{ fromHeightM: HEIGHTS[from] ?? null, toHeightM: HEIGHTS[to] ?? null },
    ...given,
  };
}

// 100 m of path up 5 m, 20 m of stairs of 70 steps up 10.85 m, 50 m of path down 2 m; drawn in no order and direction
const PATH = edge(2, 1, { lengthM: 100, climbM: -5 });
const STAIRS = edge(2, 3, { kind: "stairs", lengthM: 20, climbM: 10.85, steps: 70, stepFree: false });
const DOWN = edge(3, 4, { lengthM: 50, climbM: -2 });
const LINE = [STAIRS, DOWN, PATH];

describe("the profile of a walkway", () => {
  test("runs from its lower end, in order, with what was known of each part", () => {
    const { sections } = profileOf(LINE, standards);
    expect(sections).toHaveLength(1);
    expect(sections[0]!.parts.map(({ kind, climbM }) => [kind, climbM])).toEqual([
      ["path", 5],
      ["stairs", 10.85],
      ["path", -2],
    ]);
    expect(sections[0]!.parts.map(({ fromHeightM, toHeightM }) => [fromHeightM, toHeightM])).toEqual([
      [200, 205],
      [205, 215.5],
      [215.5, 213.5],
    ]);
  });

  test("adds up lengths, climbs and steps, and finds the steepest part", () => {
    const profile = profileOf(LINE, standards);
    expect(profile.lengthM).toBe(170);
    expect(profile.riseM).toBeCloseTo(15.85, 9);
    expect(profile.fallM).toBe(2);
    expect(profile.stairsM).toBe(20);
    expect(profile.steps).toBe(70);
    // (15.85 + 2) ÷ 170
    expect(profile.meanSlope).toBeCloseTo(0.105, 9);
    expect(profile.steepest).toEqual({ slope: 10.85 / 20, kind: "stairs", startM: 100, lengthM: 20 });
  });

  test("takes the walking times of the speed model both ways, and none where stairs forbid it", () => {
    const [adult, wheelchair] = profileOf(LINE, standards).walks;
    // up: W(0.05) = exp(-3.5·0.10) ÷ exp(-3.5·0.05) = 0.839457, 100 ÷ (1.33 · 0.839457) = 89.57 s;
    // stairs max(20 ÷ 0.45, 10.85 ÷ 0.22) = 49.32 s; S = -0.04: W = exp(-3.5·0.01) ÷ exp(-3.5·0.05) = 1.150274,
    // 50 ÷ (1.33 · 1.150274) = 32.68 s
    expect(adult!.forwardS).toBeCloseTo(89.57 + 49.32 + 32.68, 2);
    // back: 50 ÷ (1.33 · W(0.04) = 0.869358) = 43.24; stairs max(20 ÷ 0.6, 10.85 ÷ 0.3) = 36.17; S = -0.05: 100 ÷ (1.33 · 1.191246) = 63.12
    expect(adult!.backwardS).toBeCloseTo(43.24 + 36.17 + 63.12, 2);
    expect(wheelchair).toEqual({ persona: "wheelchair", forwardS: null, backwardS: null });
  });

  test("says what is unknown instead of taking it for flat: uncounted stairs have no steps and no climb", () => {
    const uncounted = { ...STAIRS, climbM: null, steps: null };
    const profile = profileOf([PATH, uncounted, DOWN], standards);
    expect(profile.steps).toBeNull();
    expect(profile.unknownRiseM).toBe(20);
    expect(profile.riseM).toBe(5);
    // (5 + 2) ÷ 150
    expect(profile.meanSlope).toBeCloseTo(7 / 150, 9);
    expect(profile.steepest).toMatchObject({ slope: 0.05, kind: "path" });
  });

  test("without stairs has 0 steps, and without any known rise no slope", () => {
    const profile = profileOf([edge(1, 9, {})], standards);
    expect(profile).toMatchObject({ steps: 0, meanSlope: null, steepest: null, unknownRiseM: 100, riseM: 0 });
    expect(profile.sections[0]!.parts[0]).toMatchObject({ fromHeightM: 200, toHeightM: null });
  });

  test("of no edge at all is empty and walked by nobody", () => {
    const profile = profileOf([], standards);
    expect(profile).toMatchObject({ lengthM: 0, sections: [], meanSlope: null });
    expect(profile.walks.map(({ forwardS }) => forwardS)).toEqual([null, null]);
  });

  test("judges a part of 10 m, and none shorter, for the steepest", () => {
    const short = (lengthM: number) => profileOf([PATH, { ...STAIRS, lengthM }, DOWN], standards).steepest!;
    expect(short(10)).toMatchObject({ kind: "stairs", slope: 1.085 });
    expect(short(9.99)).toMatchObject({ kind: "path", slope: 0.05 });
  });
});

describe("what lies beside and apart", () => {
  test("an escalator beside the stairs is told, is not length, and is taken where it is quicker", () => {
    const escalator = edge(2, 3, {
      kind: "escalator",
      lengthM: 20,
      climbM: 10.85,
      oneWay: true,
      stepFree: false,
    });
    const profile = profileOf([...LINE, escalator], standards);
    expect(profile.lengthM).toBe(170);
    expect(profile.sections[0]!.parts[1]).toMatchObject({ kind: "stairs", beside: ["escalator"] });
    // 5 s + 20 ÷ 0.5 = 45 s against 49.32 s up the stairs; down it does not run
    const plain = profileOf(LINE, standards).walks[0]!;
    expect(profile.walks[0]!.forwardS).toBeCloseTo(plain.forwardS! - 49.32 + 45, 2);
    expect(profile.walks[0]!.backwardS).toBe(plain.backwardS);
  });

  test("a branch is measured apart", () => {
    const profile = profileOf([...LINE, edge(2, 7, { lengthM: 30, climbM: 1 })], standards);
    expect(profile.lengthM).toBe(170);
    expect(profile.branchesM).toBe(30);
  });

  test("pieces that do not hang together follow each other, the lower end of the whole first", () => {
    const far = edge(11, 12, { lengthM: 40, climbM: 3, lon: 1, fromHeightM: 120, toHeightM: 123 });
    const { sections, lengthM, unknownRiseM } = profileOf([...LINE, far], standards);
    expect(lengthM).toBe(210);
    expect(unknownRiseM).toBe(0);
    // eastwards the ground falls from 200 to 123, so the eastern piece comes first, from its far end
    expect(sections.map(({ parts }) => parts.map(({ climbM }) => climbM))).toEqual([[-3], [2, -10.85, -5]]);
  });
});
