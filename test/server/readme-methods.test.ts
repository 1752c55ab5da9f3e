import { expect, test } from "vitest";
import { coverageMasks, sharesOf } from "../../server/analysis/coverage-kernel.ts";
import { createIsochroneKernel } from "../../server/walking/isochrone-kernel.ts";
import { buildNetwork } from "../../server/walking/network.ts";
import { standardParameters, standardPersonas } from "../support/walking-standards.ts";

// what the README shows of methods as plain functions

test("coverage: 70 of 100 in time both ways, 80 within the metres, 50 within both", () => {
  const reach = {
    toS: Int16Array.of(600, 880, 300),
    fromS: Int16Array.of(700, 950, 300),
    metres: Int16Array.of(800, 990, 1200),
  };
  const ordinals = Int32Array.of(0, 1, 2);
  const weights = {
    residents: Float64Array.of(50, 30, 20),
    buildings: null,
    dwellings: null,
    group: null,
  };
  const masks = coverageMasks(ordinals, reach, { seconds: 900, metres: 1000 });
  const { residents } = sharesOf({ ordinals, weights }, masks, true);
  expect(residents).toEqual({ byTime: 0.7, byDistance: 0.8, byBoth: 0.5 });
});

test("an isochrone over a network of one street: ten minutes reach farther than five", () => {
  const network = buildNetwork({
    nodes: [
      { lon: 106.57, lat: 29.56 },
      { lon: 106.58, lat: 29.56 },
    ],
    edges: [{ from: 0, to: 1, kind: "road", lengthM: 969, climbM: 24 }],
  });
  const [parameters, personas] = [standardParameters(), [...standardPersonas().values()]];
  const kernel = createIsochroneKernel({ network, parameters, personas, water: [] });
  const at = { weekday: 2, minute: 600 };
  const asked = { lon: 106.57, lat: 29.56, minutes: [5, 10], persona: "adult", flat: false, at } as const;
  const { areas } = kernel.isochrone({ ...asked, direction: "from" })!;
  const [five, ten] = areas.map(({ coordinates }) => Math.max(...coordinates.flat(2).map(([lon]) => lon)));
  expect(ten! - 106.57).toBeGreaterThan(1.9 * (five! - 106.57));
  expect(ten).toBeLessThan(106.58);
});
