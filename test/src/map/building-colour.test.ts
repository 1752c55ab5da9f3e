import { createExpression } from "@maplibre/maplibre-gl-style-spec";
import { describe, expect, test } from "vitest";
import { countByClass } from "../../../src/cartography/colourings/class-counts.ts";
import {
  COLOURING_NAMES,
  COLOURINGS,
  type ColouringName,
} from "../../../src/cartography/colourings/registry.ts";
import { buildingColour, REACH_STATE } from "../../../src/map/building-layers.ts";

// what a building is drawn in, by the style specification's own evaluator, as an index of class; "unknown" apart
function classOf(
  name: ColouringName,
  properties: Record<string, unknown>,
  state: Record<string, unknown> = {},
) {
  const colouring = COLOURINGS[name];
  const compiled = createExpression(buildingColour(colouring, false));
  if (compiled.result !== "success") throw new Error(compiled.value.map(({ message }) => message).join());
  const feature = { type: "Polygon" as const, properties };
  const colour = compiled.value.evaluate({ zoom: 15 }, feature as never, state);
  const at = colouring.classes.findIndex(({ light }) => light === colour);
  return at >= 0 ? at : colour === colouring.unknown.light ? "unknown" : colour;
}

test.each(COLOURING_NAMES)("%s has a colour by day and by night for every class", (name) => {
  const { classes, scale } = COLOURINGS[name];
  expect(classes).toHaveLength(scale.kind === "steps" ? scale.breaks.length + 1 : scale.groups.length);
  const hex = /^#[0-9a-f]{6}$/;
  expect(classes.every(({ light, dark }) => hex.test(light) && hex.test(dark))).toBe(true);
});

test.each(COLOURING_NAMES)("%s draws a building of which nothing is known as unknown", (name) => {
  expect(classOf(name, {})).toBe("unknown");
});

describe("the limits of classes", () => {
  test("three floors are the lowest class, four the next, 27 the highest", () => {
    expect([3, 4, 26, 27].map((floors) => classOf("height", { floors }))).toEqual([0, 1, 4, 5]);
  });
  test("1979 is before 1980, 2000 belongs to the nineties, 2011 is after 2010", () => {
    const years = [1979, 1980, 2000, 2001, 2010, 2011];
    expect(years.map((yearBuilt) => classOf("age", { yearBuilt }))).toEqual([0, 1, 2, 3, 3, 4]);
  });
  test("300 seconds are still five minutes, 301 no more; farther than was searched is the last class", () => {
    const seconds = [0, 300, 301, 900, 901, 1800, 1801, -1];
    expect(seconds.map((each) => classOf("minutes", {}, { [REACH_STATE]: each }))).toEqual([
      0, 0, 1, 2, 3, 3, 4, 4,
    ]);
  });
  test("a use that is not recorded is unknown, another is of its class", () => {
    expect(["unknown", "residential", "religious"].map((use) => classOf("use", { use }))).toEqual([
      "unknown",
      0,
      5,
    ]);
  });
});

test("counts of the legend follow the colours, the unknown last", () => {
  const seconds = Int16Array.of(0, 300, 301, 901, -1, -2, -2);
  expect(countByClass(COLOURINGS.minutes, seconds)).toEqual([2, 1, 0, 1, 1, 2]);
});
