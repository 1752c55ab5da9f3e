import { expect, test } from "vitest";
import { COLOURING_NAMES } from "../../../src/cartography/colourings/registry.ts";
import type { Catalogue } from "../../../src/state/app-state.ts";
import { offeredColourings } from "../../../src/state/offered-colourings.ts";

const carrying = (attributes: string[]) =>
  ({ layers: [{ name: "building", attributes }] }) as unknown as Pick<Catalogue, "layers">;

test("buildings are coloured by what their tiles carry here; grades are not offered where they are not served", () => {
  const attributes = ["id", "use", "floors", "yearBuilt"];
  expect(offeredColourings(carrying([...attributes, "safetyGrade"]))).toEqual(COLOURING_NAMES);
  expect(offeredColourings(carrying(attributes))).toEqual(COLOURING_NAMES.filter((name) => name !== "grade"));
  // not known yet
  expect(offeredColourings(null)).toEqual(COLOURING_NAMES);
});
