import { expect, test } from "vitest";
import {
  BARS,
  barAt,
  barWeights,
  cumulativeShares,
  rangeOfBars,
} from "../../../src/analyses/minutes-chart-frame.ts";
import { foldMinutes } from "../../../src/state/minutes-histogram.ts";

// 1 in the first minute, 2 in the 30th, 3 in the 31st, 4 over an hour, 5 off the network
const histogram = foldMinutes({
  seconds: Int16Array.of(10, 1800, 1801, -1, -2),
  weights: { by: "residents", of: Float64Array.of(1, 2, 3, 4, 5) },
  isInside: new Uint8Array(5).fill(1),
});

test("the bars hold everyone once: thirty single minutes, to the hour, over it, and what is not known", () => {
  const weights = barWeights(histogram);
  expect([weights.length, weights[0], weights[29], ...weights.slice(30)]).toEqual([33, 1, 2, 3, 4, 5]);
  expect(weights.reduce((sum, each) => sum + each, 0)).toBe(histogram.total);
});

test("the curve ends at the share of those whose minutes are known", () => {
  expect(cumulativeShares(histogram).at(-1)).toBeCloseTo(10 / 15, 12);
});

test("dragging from bar to bar takes their minutes, whichever comes first, and never the unknown", () => {
  expect(rangeOfBars(4, 9)).toEqual({ from: 4, to: 10 });
  expect(rangeOfBars(9, 4)).toEqual({ from: 4, to: 10 });
  expect(rangeOfBars(30, 31)).toEqual({ from: 30, to: null });
  expect([barAt(-50), barAt(BARS[7]!.x + 1), barAt(9999)]).toEqual([0, 7, 31]);
});
