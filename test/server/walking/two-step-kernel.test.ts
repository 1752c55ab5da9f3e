import { describe, expect, it } from "vitest";
import {
  type Catchments,
  type CostRow,
  type Decay,
  decayByZone,
  gaussianDecay,
  twoStepCatchment,
  withoutDecay,
} from "../../../server/walking/two-step-kernel.ts";

/** Rows from a full table of costs, [supply][demand]; Infinity = no way. */
const rowsOf = (table: readonly (readonly number[])[]): CostRow[] =>
  table.map((costs) => {
    const places = costs.flatMap((cost, place) => (Number.isFinite(cost) ? [place] : []));
    return { places, costs: places.map((place) => costs[place]!) };
  });

const ask = (
  table: readonly (readonly number[])[],
  {
    demand,
    supply,
    limit,
    decay = withoutDecay,
  }: { demand: number[]; supply: number[]; limit: number; decay?: Decay },
) =>
  twoStepCatchment({
    rows: rowsOf(table),
    demand: Float64Array.from(demand),
    supply: Float64Array.from(supply),
    limit,
    decay,
  });

const FAR = Number.POSITIVE_INFINITY;

describe("two-step catchments over a given matrix", () => {
  it("gives the figures by which the method is explained", () => {
    /*
     The situation by which Luo & Wang (2003) explain it: tracts of one resident each, a physician at a with eight of them
     within half an hour, one at b with five; a tract in both catchments has 1/8 + 1/5 = 0.325 physicians per resident.
    */
    const toA = [5, 10, 15, 20, 22, 25, 28, 30, 31, 40, 50, 60];
    const toB = [45, 50, 55, 60, 31, 40, 50, 30, 29, 20, 10, 5];
    const { accessibility, competition } = ask([toA, toB], {
      demand: new Array(12).fill(1),
      supply: [1, 1],
      limit: 30,
    });
    expect(competition.map(({ people }) => people)).toEqual([8, 5]);
    expect(accessibility[0]).toBe(0.125);
    expect(accessibility[11]).toBe(0.2);
    expect(accessibility[7]).toBeCloseTo(0.325, 12);
  });

  it("counts a walk of exactly the limit, and no longer one", () => {
    const { reached } = ask([[900, 901]], { demand: [1, 1], supply: [1], limit: 900 });
    expect([...reached]).toEqual([1, 0]);
  });

  it("weighs demand and supply by zone in the enhanced method", () => {
    /*
     Three homes of 100, 50 and 25 people at 5, 10 and 15 minutes from a school of 232 places, weights 1, 0.68, 0.22:
     R = 232 / (100 + 34 + 5.5) = 232 / 139.5; A = R, 0.68 R, 0.22 R.
    */
    const { accessibility, competition } = ask([[5, 10, 15]], {
      demand: [100, 50, 25],
      supply: [232],
      limit: 15,
      decay: decayByZone([1, 0.68, 0.22], 15),
    });
    const ratio = 232 / 139.5;
    expect(competition[0]).toEqual({ people: 175, weighted: 139.5, ratio });
    expect([...accessibility]).toEqual([ratio, 0.68 * ratio, 0.22 * ratio]);
  });

  it("puts the end of a zone into the zone it ends, and the door into the first", () => {
    const decay = decayByZone([1, 0.68, 0.22], 90_000);
    expect([0, 1, 30_000, 30_001, 60_000, 60_001, 90_000].map(decay)).toEqual([
      1, 1, 1, 0.68, 0.68, 0.22, 0.22,
    ]);
  });

  it("fades as a bell in the Gaussian method, from 1 at the door to 0 at the limit", () => {
    // half way: (e^(-1/8) - e^(-1/2)) / (1 - e^(-1/2)) = (0.8824969 - 0.6065307) / 0.3934693 = 0.7013666
    const decay = gaussianDecay(600);
    expect(decay(0)).toBe(1);
    expect(decay(300)).toBeCloseTo(0.7013666, 6);
    expect(decay(600)).toBe(0);
  });

  it("never takes an unknown capacity for none", () => {
    // a: only the unknown school; b: both; c: the known one
    const table = [
      [1, 1, FAR],
      [FAR, 1, 1],
    ];
    const { accessibility, reached, unknown, competition } = ask(table, {
      demand: [10, 10, 10],
      supply: [Number.NaN, 40],
      limit: 5,
    });
    expect([...unknown]).toEqual([1, 1, 0]);
    expect([...reached]).toEqual([1, 1, 1]);
    expect([...accessibility]).toEqual([0, 2, 2]);
    expect(competition[0]!.ratio).toBeNaN();
    expect(competition[0]!.people).toBe(20);
  });

  it("leaves people whose number is not known out of the competition, and answers what they could reach", () => {
    const { accessibility, competition } = ask([[1, 1]], {
      demand: [20, Number.NaN],
      supply: [10],
      limit: 5,
    });
    expect(competition[0]!.people).toBe(20);
    expect([...accessibility]).toEqual([0.5, 0.5]);
  });

  it("says of homes that only a school without known pupils is near that nothing can be said, not that they have none", () => {
    const { accessibility, unknown } = ask([[1, 1]], { demand: [Number.NaN, 0], supply: [10], limit: 5 });
    expect([...accessibility]).toEqual([0, 0]);
    expect([...unknown]).toEqual([1, 1]);
  });

  it("gives nobody the places of a school without demand in reach", () => {
    const { accessibility, competition } = ask([[1], [FAR]], { demand: [10], supply: [5, 7], limit: 5 });
    expect(competition[1]).toEqual({ people: 0, weighted: 0, ratio: Number.NaN });
    expect([...accessibility]).toEqual([0.5]);
  });

  it("refuses rows that do not fit the supplies", () => {
    expect(() => ask([[1]], { demand: [1], supply: [1, 1], limit: 5 })).toThrow("1 rows for 2 supplies");
    expect(() => ask([[1], [1]], { demand: [1], supply: [1], limit: 5 })).toThrow(
      "more rows than the 1 supplies",
    );
  });
});

// Park & Miller's generator: the same cases in every run
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

describe("whatever the matrix", () => {
  const LIMIT = 900;
  const decays: readonly (readonly [string, Decay])[] = [
    ["two-step", withoutDecay],
    ["enhanced", decayByZone([1, 0.42, 0.09], LIMIT)],
    ["gaussian", gaussianDecay(LIMIT)],
  ];
  const cases = Array.from({ length: 40 }, (_, seed) => {
    const random = chance(seed + 1);
    const places = 1 + Math.floor(random() * 60);
    const supplies = 1 + Math.floor(random() * 12);
    const table = Array.from({ length: supplies }, () =>
      Array.from({ length: places }, () => (random() < 0.3 ? FAR : Math.round(random() * 1500))),
    );
    // every supply has somebody at its door
    for (const costs of table) costs[Math.floor(random() * places)] = 10;
    const demand = Array.from({ length: places }, () => 1 + Math.floor(random() * 400));
    return { table, demand, supply: table.map(() => Math.floor(random() * 1000)) };
  });
  const sum = (values: Iterable<number>) => [...values].reduce((total, each) => total + each, 0);

  it.each(decays)("all that is supplied is distributed, and no more: %s", (_, decay) => {
    for (const { table, demand, supply } of cases) {
      const { accessibility } = ask(table, { demand, supply, limit: LIMIT, decay });
      const distributed = sum(accessibility.map((each, place) => each * demand[place]!));
      expect(Math.abs(distributed - sum(supply))).toBeLessThanOrEqual(1e-9 * Math.max(1, sum(supply)));
    }
  });

  it.each(decays)("one place more for everybody never gives anybody less: %s", (_, decay) => {
    for (const { table, demand, supply } of cases) {
      const input = { demand, limit: LIMIT, decay };
      const before = ask(table, { ...input, supply }).accessibility;
      const after = ask([...table, table[0]!], { ...input, supply: [...supply, 50] }).accessibility;
      for (const [place, each] of before.entries()) expect(after[place]).toBeGreaterThanOrEqual(each - 1e-12);
    }
  });

  it("does not ask for all rows at once", () => {
    let open = 0;
    function* rows(): Generator<CostRow> {
      for (let supply = 0; supply < 3; supply++) {
        open++;
        expect(open).toBe(supply + 1);
        yield { places: [0], costs: [1] };
      }
    }
    const given: Catchments = {
      rows: rows(),
      demand: Float64Array.of(10),
      supply: Float64Array.of(1, 2, 3),
      limit: 5,
      decay: withoutDecay,
    };
    expect(twoStepCatchment(given).accessibility[0]).toBeCloseTo(0.6, 12);
  });
});
