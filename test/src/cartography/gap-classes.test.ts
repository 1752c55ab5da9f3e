import { expect, test } from "vitest";
import { GAP_CLASSES, GAP_UNKNOWN, gapClasses, gapColour } from "../../../src/cartography/gap-classes.ts";

const ONE = { categories: ["edu.primary"] };
const ANY = { categories: ["edu.primary", "health.clinic"] };
// ten zones in which nearly everybody lacks something
const SHARES = [0.812, 0.83, 0.85, 0.88, 0.9, 0.92, 0.94, 0.96, 0.98, 1];

test("one service has the same classes everywhere, each up to its limit, inclusive", () => {
  expect(gapClasses(ONE, SHARES)).toBe(GAP_CLASSES);
  const colourOf = (share: number | null) => gapColour(share, GAP_CLASSES, false);
  expect([0, 0.1, 0.1001, 1].map(colourOf)).toEqual([0, 1, 2, 5].map((at) => GAP_CLASSES[at]!.light));
  expect(colourOf(null)).toBe(GAP_UNKNOWN.light);
});

test("several services part the zones into fifths at whole per cents, and every zone is of one", () => {
  const classes = gapClasses(ANY, SHARES);
  // of ten the 2nd, 4th, 6th, 8th and 10th end a class: 83, 88, 92, 96, 100
  expect(classes.map(({ upTo }) => upTo)).toEqual([0.83, 0.88, 0.92, 0.96, 1]);
  expect(classes.map(({ label }) => label)).toEqual(["81–83%", "83–88%", "88–92%", "92–96%", "96–100%"]);
  expect(new Set(SHARES.map((share) => gapColour(share, classes, false))).size).toBe(5);
  expect(SHARES.map((share) => gapColour(share, classes, true))).not.toContain(GAP_UNKNOWN.dark);
});

test("a limit is rounded up, so that the zone that makes it is within", () => {
  const [only, ...others] = gapClasses(ANY, [0.9012]);
  expect([only!.upTo, only!.label, others]).toEqual([0.91, "90–91%", []]);
  expect(gapColour(0.9012, [only!], false)).toBe(only!.light);
});

test("shares that are alike make fewer classes, from one end of the ramp to the other", () => {
  const classes = gapClasses(ANY, [0.5, 0.5, 0.5, 0.9, 0.9, null]);
  expect(classes.map(({ upTo }) => upTo)).toEqual([0.5, 0.9]);
  expect(classes.map(({ light }) => light)).toEqual([GAP_CLASSES[1]!.light, GAP_CLASSES[5]!.light]);
  expect(classes[0]!.label).toBe("50%");
});

test("where nothing is known the usual classes stand", () => {
  expect(gapClasses(ANY, [null])).toBe(GAP_CLASSES);
});
