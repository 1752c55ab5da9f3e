import { expect, it } from "vitest";
import { longestMinutes } from "../../../server/analysis/catchment-bound.ts";

const district = { places: 26_000, districtSqm: 18_000_000, flatMps: 1.33 };

it("bounds no question whose searches may all meet the whole district", () => {
  // 1,538 · 26,000 = 39,988,000
  expect(longestMinutes({ ...district, searches: 1538 })).toBe(Number.POSITIVE_INFINITY);
});

it("shortens the walk until the circle of its time holds few enough", () => {
  // 4,000 searches may meet 10,000 places each, 10/26 of 18 km²: 1,484.5 m, or 18.6 minutes at 1.33 m/s
  expect(longestMinutes({ ...district, searches: 4000 })).toBe(18);
});

it("never grows with the number of facilities", () => {
  let before = Number.POSITIVE_INFINITY;
  for (let searches = 1000; searches < 100_000; searches *= 1.3) {
    const longest = longestMinutes({ ...district, searches });
    expect(longest).toBeLessThanOrEqual(before);
    before = longest;
  }
});
