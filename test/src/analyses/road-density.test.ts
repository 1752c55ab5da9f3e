import { expect, test } from "vitest";
import { densityTexts } from "../../../src/analyses/road-density.ts";
import type { RoadNetworkAnswer } from "../../../src/state/street-state.ts";

const answer = (densityKmPerSqkm: number | null, codes: readonly string[] = []) =>
  ({
    result: { densityKmPerSqkm, references: { density: { value: 8 } } },
    dataQuality: codes.map((code) => ({ code, message: "" })),
  }) as unknown as RoadNetworkAnswer;

test.each([
  ["over land stands above from the reference on", answer(8), "byLand", "above"],
  ["over land stands below just under it", answer(7.99), "byLand", "below"],
  ["over an area with its rivers stands above all the more", answer(8, ["water-absent"]), "byAll", "above"],
  ["over an area with its rivers is not yet too low", answer(7.99, ["water-absent"]), "byAll", "undecided"],
  ["of no land stands nowhere", answer(null), "byLand", "noLand"],
])("a density %s", (_, asked, divided, verdict) => {
  expect(densityTexts(asked)).toEqual({
    divided: `street.road.${divided}`,
    verdict: `street.road.${verdict}`,
  });
});
