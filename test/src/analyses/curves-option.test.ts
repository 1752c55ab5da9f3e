import { describe, expect, test } from "vitest";
import { CURVES_PX, liftsOf } from "../../../src/analyses/curves-option.ts";

// what the axis and the room above leave of the height
const ROOM_PX = CURVES_PX - 32;

describe("the names at the ends of curves", () => {
  test("stay where they are while there is room between them", () => {
    expect(liftsOf([0.9, 0.5, 0])).toEqual([0, 0, 0]);
  });

  test("are lifted off each other, from below, however many end in one place", () => {
    const shares = [0.38, 0.39, 0, 0.38];
    const places = shares.map((share, at) => share * ROOM_PX + liftsOf(shares)[at]!).sort((a, b) => a - b);
    for (let at = 1; at < places.length; at++)
      expect(places[at]! - places[at - 1]!).toBeGreaterThanOrEqual(13 - 1e-9);
    expect(liftsOf(shares)[2]).toBe(0);
  });

  test("of none are none", () => {
    expect(liftsOf([])).toEqual([]);
  });
});
