import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coverageMasks, sharesOf } from "../../../server/analysis/coverage-kernel.ts";
import { createReachKernel, type CategoryReach as Reach } from "../../../server/walking/reach-kernel.ts";
import { standardParameters, standardPersonas } from "../../support/walking-standards.ts";
import { at, world } from "../../support/walking-world.ts";

type Metres = readonly [x: number, y: number];

// 4 × 4 corners 150 m apart; each street rises as it may, some are stairs, some have a step
const grids = fc
  .array(fc.record({ climb: fc.integer({ min: -20, max: 20 }), stairs: fc.boolean(), step: fc.boolean() }), {
    minLength: 24,
    maxLength: 24,
  })
  .map((streets) => {
    const nodes = Array.from({ length: 16 }, (_, n): Metres => [150 * (n % 4), 150 * Math.floor(n / 4)]);
    const pairs = nodes.flatMap((_, n): Metres[] => [
      ...(n % 4 < 3 ? [[n, n + 1] as const] : []),
      ...(n < 12 ? [[n, n + 4] as const] : []),
    ]);
    return world(
      nodes,
      pairs.map(([from, to], index) => {
        const { climb, stairs, step } = streets[index]!;
        const kind = stairs && index > 6 ? "stairs" : "path";
        return [from, to, { climbM: climb, kind, stepFree: kind === "path" && !step }] as const;
      }),
    );
  });
const place = fc.tuple(fc.integer({ min: 0, max: 450 }), fc.integer({ min: 0, max: 450 }));
const places = fc.array(place, { minLength: 3, maxLength: 8 });
const facilities = fc.array(place, { minLength: 1, maxLength: 3 });

interface Setting {
  readonly network: ReturnType<typeof world>;
  readonly buildings: readonly Metres[];
  readonly facilities: readonly Metres[];
  readonly persona?: string;
  readonly minutes?: number;
}

function reachOf({ network, buildings, facilities: to, persona = "adult" }: Setting): Reach {
  const [reach] = createReachKernel({
    network,
    parameters: standardParameters(),
    personas: [...standardPersonas().values()],
    water: [],
    buildingLon: Float64Array.from(buildings, ([x, y]) => at(x, y).lon),
    buildingLat: Float64Array.from(buildings, ([x, y]) => at(x, y).lat),
    facilities: new Map([["shop", to.map((each) => at(...each))]]),
  }).categories(persona, ["shop"]);
  return reach!;
}

// the share of buildings that have a facility in time there and back, and within the metres one walks in it
function coverage({ minutes = 5, ...setting }: Setting) {
  const { buildings } = setting;
  const ordinals = Int32Array.from(buildings.keys());
  const kept = Object.fromEntries(
    Object.entries(reachOf(setting)).map(([key, values]) => [key, Int16Array.from(values)]),
  ) as unknown as Parameters<typeof coverageMasks>[1];
  const masks = coverageMasks(ordinals, kept, { seconds: 60 * minutes, metres: 80 * minutes });
  const weights = {
    buildings: new Float64Array(buildings.length).fill(1),
    ...{ residents: null, dwellings: null, group: null },
  };
  const { byTime, byDistance, byBoth } = sharesOf({ ordinals, weights }, masks, true).buildings!;
  return [byTime!, byDistance!, byBoth!];
}

function expectAtLeast(more: readonly number[], less: readonly number[]): void {
  for (const [at, share] of more.entries()) expect(share).toBeGreaterThanOrEqual(less[at]!);
}

describe("coverage on any streets", () => {
  test("is never lowered by one more facility", () => {
    fc.assert(
      fc.property(grids, places, facilities, place, (network, buildings, few, more) => {
        expectAtLeast(
          coverage({ network, buildings, facilities: [...few, more] }),
          coverage({ network, buildings, facilities: few }),
        );
      }),
      { numRuns: 40 },
    );
  });

  test("is never lower within a longer time", () => {
    fc.assert(
      fc.property(
        grids,
        places,
        facilities,
        fc.integer({ min: 1, max: 14 }),
        (network, buildings, to, minutes) => {
          const setting = { network, buildings, facilities: to };
          expectAtLeast(coverage({ ...setting, minutes: minutes + 1 }), coverage({ ...setting, minutes }));
        },
      ),
      { numRuns: 40 },
    );
  });

  test("of wheelchair users is never more than of anybody, and no house is nearer for them", () => {
    fc.assert(
      fc.property(grids, places, facilities, (network, buildings, to) => {
        const setting = { network, buildings, facilities: to };
        const wheelchair = reachOf({ ...setting, persona: "wheelchair" });
        for (const persona of ["adult", "elderly", "child", "stroller"]) {
          expectNowhereLater(reachOf({ ...setting, persona }), wheelchair);
          expectAtLeast(coverage({ ...setting, persona }), coverage({ ...setting, persona: "wheelchair" }));
        }
      }),
      { numRuns: 40 },
    );
  });
});

// not within the limits, or not on the network, is later than any time
function expectNowhereLater(sooner: Reach, later: Reach): void {
  for (const field of ["toS", "fromS", "metres"] as const) {
    for (const [building, value] of later[field].entries()) {
      if (value < 0) continue;
      expect(sooner[field][building]).toBeGreaterThanOrEqual(0);
      expect(sooner[field][building]).toBeLessThanOrEqual(value);
    }
  }
}
