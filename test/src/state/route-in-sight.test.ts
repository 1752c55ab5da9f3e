import { expect, test } from "vitest";
import { extentToSee } from "../../../src/state/route-in-sight.ts";
import type { RouteAnswer } from "../../../src/state/walk-state.ts";

const VIEW = { lon: 106.54, lat: 29.55, zoom: 13, bearing: 0, pitch: 0 };
const OWN = [106.54, 29.55, 106.55, 29.554];

const answer = (...coordinates: [number, number][]) =>
  ({ result: { route: { legs: [{ coordinates }] } } }) as unknown as RouteAnswer;
const route = answer([106.54, 29.55], [106.55, 29.553], [106.545, 29.554]);

test("a route out of sight, or but a speck, is gone to; one in sight is not", () => {
  expect(extentToSee(route, { view: null, viewExtent: null })).toEqual(OWN);
  const see = (viewExtent: [number, number, number, number]) =>
    extentToSee(route, { view: VIEW, viewExtent });
  expect(see([106.5, 29.5, 106.545, 29.6])).toEqual(OWN);
  expect(see([106.4, 29.5, 106.6, 29.6])).toEqual(OWN);
  expect(see([106.52, 29.54, 106.57, 29.56])).toBeNull();
});

test("the view of a link stays, and no way is no place to go to", () => {
  expect(extentToSee(route, { view: VIEW, viewExtent: null })).toBeNull();
  const none = { result: { route: null } } as unknown as RouteAnswer;
  expect(extentToSee(none, { view: null, viewExtent: null })).toBeNull();
});
