import { describe, expect, test } from "vitest";
import { readWalkLine, readWidthM } from "../../../server/import/osm/walk-line.ts";

const LIMIT_M = 0.9;

describe("the width of a way", () => {
  test("is read in metres, centimetres and feet, and not at all where nobody can tell", () => {
    expect(["0.8", "0.8 m", "80 cm", "3'", "narrow", undefined].map(readWidthM)).toEqual([
      ...[0.8, 0.8, 0.8],
      expect.closeTo(0.9144, 9),
      ...[Number.NaN, Number.NaN],
    ]);
  });

  test("keeps wheelchairs off below the limit, not at it, and not where it is unknown", () => {
    const stepFree = (width?: string) =>
      readWalkLine({ highway: "footway", ...(width && { width }) }, LIMIT_M)!.stepFree;
    expect([stepFree("89 cm"), stepFree("0.9"), stepFree("2.5"), stepFree()]).toEqual([
      false,
      ...[true, true, true],
    ]);
  });
});
