import { describe, expect, it } from "vitest";
import type { TwoStepCatchmentResult } from "../../../server/contract/two-step-catchment.ts";
import { catchmentClasses } from "../../../src/cartography/catchment-classes.ts";

const answer = (
  perThousand: (number | null)[],
  demand: (number | null)[],
  mean: number | null = null,
): TwoStepCatchmentResult =>
  ({
    perThousand: mean,
    balance: mean === null ? null : { perThousand: mean },
    buildings: { ordinals: perThousand.map((_, at) => 10 + at), perThousand, demand },
  }) as unknown as TwoStepCatchmentResult;

describe("the classes of a catchment", () => {
  it("put as many people as can be into each, those who have none and the unknown apart", () => {
    const values = [0, 10, 20, 30, 40, 50, null];
    const { classes, ofBuildings } = catchmentClasses(answer(values, [5, 8, 8, 8, 8, 8, 3]), "quantile");
    expect(classes.map(({ kind, from, to, people }) => [kind, from, to, people])).toEqual([
      ["none", 0, 0, 5],
      ["some", 0, 10, 8],
      ["some", 10, 20, 8],
      ["some", 20, 30, 8],
      ["some", 30, 40, 8],
      ["some", 40, Number.POSITIVE_INFINITY, 8],
      ["unknown", 0, 0, 3],
    ]);
    expect([...ofBuildings]).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it("are fewer where many have the same, and the limit itself lies below it", () => {
    const { classes, classOf } = catchmentClasses(answer([7, 7, 7, 9], [10, 10, 10, 10]), "quantile");
    expect(classes.map(({ to, people }) => [to, people])).toEqual([
      [0, 0],
      [7, 30],
      [Number.POSITIVE_INFINITY, 10],
      [0, 0],
    ]);
    expect([7, 7.001].map(classOf)).toEqual([1, 2]);
  });

  it("lie round the mean of the district in the other scheme", () => {
    const { classes, classOf } = catchmentClasses(answer([400, 100], [1, 1], 100), "mean");
    expect(classes.slice(1, -1).map(({ to }) => to)).toEqual([50, 80, 125, 200, Number.POSITIVE_INFINITY]);
    expect([0, 50, 51, 100, 126, 400, null].map(classOf)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it("have one class of some where nothing parts them, and no people where nobody's number is known", () => {
    const { classes } = catchmentClasses(answer([0, 5, null], [null, null, null]), "quantile");
    expect(classes.map(({ kind, people }) => [kind, people])).toEqual([
      ["none", null],
      ["some", null],
      ["unknown", null],
    ]);
  });
});
