import fc from "fast-check";
import { expect, test } from "vitest";
import { CELL_EMPTY, CELL_UNKNOWN } from "../../../src/cartography/cell-classes.ts";
import { FADED_CLASS } from "../../../src/cartography/colourings/colouring.ts";
import { INITIAL_STATE } from "../../../src/state/app-state.ts";
import type { Buildings } from "../../../src/state/buildings.ts";
import { communitiesOf, hexagonsOf } from "../../../src/state/follow-minutes-cells.ts";
import { type CellGround, cellFigures } from "../../../src/state/minutes-cells.ts";
import {
  compareMinutes,
  countInRange,
  foldMinutes,
  isInRange,
  minuteOf,
  shareWithin,
  weightsOf,
} from "../../../src/state/minutes-histogram.ts";
import { selectCellClasses, selectDrawnClasses } from "../../../src/state/minutes-sight.ts";

/*
 Six buildings, the last but one part of another:
   0  300 s, 40 residents   the last second of the fifth minute
   1  301 s, 30 residents   the first of the sixth
   2  farther, 20 residents
   3  off the network, 10 residents
   4  60 s, 500 residents, part of another: not counted
   5  900 s, residents unknown: no weight
*/
const SECONDS = Int16Array.of(300, 301, -1, -2, 60, 900);
const NAN = Number.NaN;
const POSITIONS = Float64Array.of(
  106.5,
  29.5,
  106.5001,
  29.5,
  106.6,
  29.6,
  106.6001,
  29.6,
  NAN,
  NAN,
  106.6,
  29.6001,
);

function buildings(residents: readonly number[]): Buildings {
  const unknown = new Float32Array(6).fill(NAN);
  const columns = {
    ...{ footprintSqm: unknown, floors: unknown, heightM: unknown, yearBuilt: unknown, use: unknown },
    ...{ safetyGrade: unknown, permittedPlotRatio: unknown, builtPlotRatio: unknown },
    residents: Float32Array.from(residents),
    inSums: Float32Array.of(1, 1, 1, 1, 0, 1),
  };
  return { count: 6, positions: POSITIONS, columns };
}
const TOWN = buildings([40, 30, 20, 10, 500, NAN]);
const isInside = Uint8Array.of(1, 1, 1, 1, 0, 1);
const folded = foldMinutes({ seconds: SECONDS, weights: weightsOf(TOWN), isInside });

test("the upper end of a minute belongs to it: 300 s are five minutes, 301 s no more", () => {
  expect([0, 60, 61, 300, 301, 3600].map(minuteOf)).toEqual([0, 0, 1, 4, 5, 59]);
  expect([minuteOf(-1), minuteOf(-2)]).toEqual([60, -1]);
});

test("residents are counted by minute, with those farther and those off the network apart", () => {
  expect([folded.weights[4], folded.weights[5], folded.weights[60]]).toEqual([40, 30, 20]);
  expect([folded.offNetwork, folded.offNetworkBuildings, folded.total]).toEqual([10, 1, 100]);
  // whose residents are not known is still a building
  expect([folded.weights[14], folded.buildings[14]]).toEqual([0, 1]);
});

test("shares are of all, those off the network included; half walk at most 301 s", () => {
  // 40 of 100 within five minutes, 70 within six
  expect([shareWithin(folded, 5), shareWithin(folded, 6)]).toEqual([0.4, 0.7]);
  expect(folded.medianS).toBe(301);
});

test("a median over an hour, and that of nobody, is no number", () => {
  const far = foldMinutes({
    seconds: Int16Array.of(60, -1),
    weights: { by: "residents", of: Float64Array.of(1, 2) },
    isInside: Uint8Array.of(1, 1),
  });
  expect(far.medianS).toBeNull();
  const nobody = foldMinutes({ seconds: SECONDS, weights: weightsOf(TOWN), isInside: new Uint8Array(6) });
  expect([nobody.total, nobody.medianS, shareWithin(nobody, 15)]).toEqual([0, null, null]);
});

test("where no residents are known at all, each building counts as one", () => {
  const weights = weightsOf(buildings([NAN, NAN, NAN, NAN, NAN, NAN]));
  expect(weights.by).toBe("buildings");
  expect(foldMinutes({ seconds: SECONDS, weights, isInside }).total).toBe(5);
});

test("a range is more than its first and at most its last minute, and open without a last", () => {
  expect([isInRange(300, { from: 5, to: 15 }), isInRange(301, { from: 5, to: 15 })]).toEqual([false, true]);
  expect([isInRange(0, { from: 0, to: 1 }), isInRange(-1, { from: 60, to: null })]).toEqual([true, true]);
  expect(isInRange(-2, { from: 0, to: null })).toBe(false);
  expect(countInRange(folded, { from: 5, to: null })).toEqual({ weight: 50, buildings: 3 });
});

test("minutes and what is off the network add up to all, whatever the walks", () => {
  const house = fc.record({
    seconds: fc.integer({ min: -2, max: 3600 }),
    weight: fc.integer({ min: 0, max: 500 }),
  });
  fc.assert(
    fc.property(fc.array(house), (houses) => {
      const of = Float64Array.from(houses, ({ weight }) => weight);
      const seconds = Int16Array.from(houses, (each) => each.seconds);
      const all = new Uint8Array(houses.length).fill(1);
      const { weights, offNetwork, total } = foldMinutes({
        seconds,
        weights: { by: "residents", of },
        isInside: all,
      });
      expect(weights.reduce((sum, each) => sum + each, 0) + offNetwork).toBe(total);
      expect(total).toBe(of.reduce((sum, each) => sum + each, 0));
    }),
  );
});

test("between two sides those who fall out of the time and those who walk five minutes longer are told apart", () => {
  // 0: 300 → 601 s is slower by 301 s and within fifteen minutes still; 1: 301 → farther is lost and slower; 2: farther → 900 s is gained
  const other = Int16Array.of(601, -1, 900, -2, 60, 900);
  const change = compareMinutes({ seconds: SECONDS, weights: weightsOf(TOWN), isInside }, other, 15);
  expect(change).toEqual({ lost: 30, gained: 20, slower: 70, faster: 20, differing: 90 });
  // 1 s more for one house: neither lost nor much slower, and yet not the same
  const nearly = Int16Array.of(300, 302, -1, -2, 60, 900);
  const little = compareMinutes({ seconds: SECONDS, weights: weightsOf(TOWN), isInside }, nearly, 15);
  expect(little).toEqual({ lost: 0, gained: 0, slower: 0, faster: 0, differing: 30 });
});

const GROUND: CellGround = {
  unit: "hexagon",
  cellOf: Int32Array.of(0, 0, 1, 1, 1, 2),
  cells: [0, 1, 2].map(() => ({ zone: null, geometry: { type: "Point", coordinates: [0, 0] } })),
};
const figures = cellFigures(GROUND, SECONDS, { weights: weightsOf(TOWN), isCounted: isInside });

test("a cell has the median of its residents and their shares; the far half is far, and nobody has none", () => {
  expect(figures[0]).toEqual({
    weight: 70,
    buildings: 2,
    medianS: 300,
    within: { "5": 40 / 70, "10": 1, "15": 1 },
  });
  expect(figures[1]).toMatchObject({ weight: 30, medianS: Number.POSITIVE_INFINITY, within: { "15": 0 } });
  expect(figures[2]).toMatchObject({ weight: 0, buildings: 1, medianS: null, within: { "15": null } });
});

test("a cell most of which is off the network is unknown, and never zero", () => {
  const weights = { by: "residents" as const, of: Float64Array.of(1, 1, 10, 20, 0, 0) };
  const [, off] = cellFigures(GROUND, SECONDS, { weights, isCounted: isInside });
  expect(off!.medianS).toBeNull();
  const [, , alone] = cellFigures(GROUND, Int16Array.of(1, 1, 1, 1, 1, -2), {
    weights: { by: "residents", of: Float64Array.of(1, 1, 1, 1, 1, 9) },
    isCounted: isInside,
  });
  expect(alone!.within).toEqual({ "5": null, "10": null, "15": null });
});

test("cells are drawn in the class of their median or share, faded outside a range, not at all where nobody is", () => {
  const cells = { by: "residents" as const, ground: GROUND, first: figures, beside: null };
  const minutes = { ...INITIAL_STATE.minutes, unit: "hexagon" as const };
  const state = { ...INITIAL_STATE, colouring: "minutes" as const, minutesCells: cells, minutes };
  expect([...selectCellClasses(state, "first")!]).toEqual([0, 4, CELL_EMPTY]);
  expect(selectCellClasses(state, "beside")).toBeNull();
  // 57 % within five minutes is the third class of shares
  const shares = { ...state, minutes: { ...minutes, measure: "5" as const } };
  expect([...selectCellClasses(shares, "first")!]).toEqual([2, 4, CELL_EMPTY]);
  const ranged = { ...state, minutes: { ...minutes, range: { from: 5, to: null } } };
  expect([...selectCellClasses(ranged, "first")!]).toEqual([FADED_CLASS, 4, CELL_EMPTY]);
  const unknown = { ...figures[0]!, medianS: null };
  const withUnknown = { ...state, minutesCells: { ...cells, first: [unknown] } };
  expect([...selectCellClasses(withUnknown, "first")!]).toEqual([CELL_UNKNOWN]);
  expect(selectDrawnClasses(state, "first")).toBeNull();
});

test("buildings lie in the hexagon and the community of their point, and one that may not be seen in none", () => {
  const hexagons = hexagonsOf(TOWN);
  // 0 and 1 are 10 m apart, 2 and 3 too, and 11 km away
  expect([...hexagons.cellOf]).toEqual([0, 0, 1, 1, -1, 1]);
  const square = (west: number) => ({
    type: "Polygon" as const,
    coordinates: [
      [
        [west, 29.4],
        [west + 0.05, 29.4],
        [west + 0.05, 29.7],
        [west, 29.7],
        [west, 29.4],
      ],
    ],
  });
  const zone = (id: string, kind: string, west: number) =>
    ({ type: "Feature", id, geometry: square(west), properties: { kind } }) as never;
  const zones = [
    zone("s", "subdistrict", 106.4),
    zone("c1", "community", 106.49),
    zone("c2", "community", 106.59),
  ];
  const communities = communitiesOf(TOWN, zones);
  expect([...communities.cellOf]).toEqual([0, 0, 1, 1, -1, 1]);
  expect(communities.cells.map((cell) => cell.zone)).toEqual(["c1", "c2"]);
});
