import { expect, test } from "vitest";
import { pointsOf, relativeTo } from "../../../src/analyses/headline-figures.ts";

test("below twice the other a figure lies so many per cent from it, from twice on it is so many times as large", () => {
  // 2.98 ÷ 2.41 = 1.2365
  expect(relativeTo(2.98, 2.41)).toEqual({ percent: "+23.7%" });
  expect(relativeTo(1.999, 1)).toEqual({ percent: "+99.9%" });
  expect(relativeTo(2, 1)).toEqual({ times: "2.0" });
  expect(relativeTo(120, 10)).toEqual({ times: "12" });
  expect(relativeTo(3, 4)).toEqual({ percent: "−25.0%" });
  expect(relativeTo(0, 4)).toEqual({ percent: "−100.0%" });
});

test("equal figures are said to be so, and nothing is said of what is unknown or of a share of nothing", () => {
  expect(relativeTo(5, 5)).toEqual({ percent: "±0%" });
  expect(relativeTo(null, 5)).toBeNull();
  expect(relativeTo(5, null)).toBeNull();
  expect(relativeTo(5, 0)).toBeNull();
});

test("shares differ in points, not in per cent", () => {
  // 22 % against 9.6 %
  expect(pointsOf(0.022, 0.096)).toBe("−7.4");
  expect(pointsOf(0.234, 0.217)).toBe("+1.7");
  expect(pointsOf(0.5, 0.5004)).toBe("±0");
  expect(pointsOf(null, 0.5)).toBeNull();
});
