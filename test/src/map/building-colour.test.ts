import { createExpression } from "@maplibre/maplibre-gl-style-spec";
import { describe, expect, test } from "vitest";
import { GRADE_CODES, USE_CODES } from "../../../server/contract/building-columns.ts";
import { classesOf } from "../../../src/cartography/colourings/classes.ts";
import { FADED_CLASS } from "../../../src/cartography/colourings/colouring.ts";
import {
  COLOURING_NAMES,
  COLOURINGS,
  type ColouringName,
} from "../../../src/cartography/colourings/registry.ts";
import { buildingColour, classColour } from "../../../src/map/building-layers.ts";
import { classByOrdinal } from "../../../src/map/class-by-ordinal.ts";

// what a building is drawn in, by the style specification's own evaluator, as an index of class; "unknown" apart
function classOf(name: ColouringName, properties: Record<string, unknown>, classes = new Uint8Array(0)) {
  const colouring = COLOURINGS[name];
  const look = { dark: false, lit: null };
  const compiled = createExpression(
    colouring.attribute === null
      ? classColour(colouring, look, classByOrdinal(classes))
      : buildingColour(colouring, look),
  );
  if (compiled.result !== "success") throw new Error(compiled.value.map(({ message }) => message).join());
  const feature = { type: "Polygon" as const, properties };
  const colour = compiled.value.evaluate({ zoom: 15 }, feature as never);
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
    const seconds = [0, 300, 301, 900, 901, 1800, 1801, Number.POSITIVE_INFINITY];
    expect([...classesOf(COLOURINGS.minutes, seconds)]).toEqual([0, 0, 1, 2, 3, 3, 4, 4]);
  });
  test("a use that is not recorded is unknown, another is of its class", () => {
    expect(["unknown", "residential", "religious"].map((use) => classOf("use", { use }))).toEqual([
      "unknown",
      0,
      5,
    ]);
  });
});

test("a plot ratio of exactly 1 is no more below 1, and 6 is the highest class", () => {
  expect([...classesOf(COLOURINGS.permitted, [0.99, 1, 3.99, 4, 6, Number.NaN])]).toEqual([0, 1, 3, 4, 5, 6]);
});

test("a class that is not in the tiles is found by ordinal; the last class, none and a building too many are unknown", () => {
  const { classes } = COLOURINGS.built;
  const ofBuildings = Uint8Array.from({ length: 200 }, (_, ordinal) => ordinal % (classes.length + 1));
  const drawn = [0, 3, 63, 64, 199].map((ordinal) => classOf("built", { ordinal }, ofBuildings));
  const wanted = [0, 3, 63, 64, 199].map((ordinal) => ofBuildings[ordinal]!);
  expect(drawn).toEqual(wanted.map((at) => (at === classes.length ? "unknown" : at)));
  expect([{ ordinal: 200 }, {}].map((properties) => classOf("built", properties, ofBuildings))).toEqual([
    "unknown",
    "unknown",
  ]);
});

test("a class that steps back is faded, not unknown", () => {
  const faded = classOf("built", { ordinal: 1 }, Uint8Array.of(0, FADED_CLASS));
  expect(faded).toMatch(/^#/);
});

// the columns hold codes where the tiles hold names: both must come to the same class
test.each(["use", "grade"] as const)(
  "%s has the same class by its code in the columns as by its name in the tiles",
  (name) => {
    const colouring = COLOURINGS[name];
    const codes = name === "use" ? USE_CODES : GRADE_CODES;
    const byCode = [...classesOf(colouring, [...codes.keys(), Number.NaN])];
    const byName = [...codes, null].map((value) =>
      classOf(name, value === null ? {} : { [colouring.attribute!]: value }),
    );
    expect(byCode.map((at) => (at === colouring.classes.length ? "unknown" : at))).toEqual(byName);
  },
);

test("while a class is lit it alone keeps its colour", () => {
  const lit = createExpression(buildingColour(COLOURINGS.height, { dark: false, lit: 1 }));
  if (lit.result !== "success") throw new Error("no expression");
  const colourOf = (floors: number) =>
    lit.value.evaluate({ zoom: 15 }, { type: "Polygon" as const, properties: { floors } } as never);
  expect(colourOf(5)).toBe(COLOURINGS.height.classes[1]!.light);
  expect(colourOf(3)).toBe(colourOf(30));
  expect(colourOf(3)).not.toBe(colourOf(5));
});
