import i18next from "i18next";
import { beforeAll, expect, test } from "vitest";
import type { AnswerSheetResult } from "../../../server/contract/answer-sheet.ts";
import { type ComparisonRow, differenceText } from "../../../src/analyses/comparison-rows.ts";
import { comparisonTable } from "../../../src/analyses/comparison-table.ts";
import { en } from "../../../src/locale/en.ts";
import { numberText } from "../../../src/locale/number-text.ts";

beforeAll(() => i18next.init({ lng: "en", resources: { en: { translation: en } } }));

const numbers = numberText("en");
const apart = (kind: ComparisonRow["kind"], here: number | null, there: number | null) =>
  differenceText(kind, [here, there], { t: i18next.t, numbers });

test("quantities differ in per cent or as a multiple, shares in points, minutes in minutes", () => {
  // 206 ÷ 263 = 0.7833
  expect(apart("area", 206, 263)).toBe("−21.7%");
  expect(apart("count", 300, 100)).toBe("3.0×");
  expect(apart("share", 0.19, 0.232)).toBe("−4.2 points");
  expect(apart("minutes", 13.8, 6)).toBe("+7.8 min");
  expect(apart("minutes", 6, 13.8)).toBe("−7.8 min");
});

test("minutes less than the decimal shown apart are the same", () => {
  expect(apart("minutes", 2.149, 2.1)).toBe("±0");
  expect(apart("minutes", 2.16, 2.1)).toBe("+0.1 min");
});

test("nothing is said of a difference to something unknown", () => {
  for (const kind of ["area", "share", "minutes"] as const) {
    expect(apart(kind, null, 1)).toBeNull();
    expect(apart(kind, 1, null)).toBeNull();
  }
});

test("a file has a column per area and one per difference, shares in per cent, unknown empty", () => {
  const shareOf = (share: number | null) => ({ density: { siteCoverage: share } }) as AnswerSheetResult;
  const row: ComparisonRow = {
    ...{ id: "siteCoverage", part: "Density", label: "Site coverage", kind: "share", unit: "%" },
    ...{ isTrial: false, value: ({ density }) => density.siteCoverage },
  };
  const columns = [
    { name: "A", result: shareOf(0.25) },
    { name: "B", result: shareOf(0.1) },
    { name: "C", result: shareOf(null) },
  ];
  const table = comparisonTable([row], columns, {
    title: "Comparison",
    heads: ["Part", "Quantity", "Unit"],
    difference: (name, base) => `${name} − ${base}`,
  });
  expect(table.columns).toEqual(["Part", "Quantity", "Unit", "A", "B", "C", "B − A", "C − A"]);
  expect(table.rows).toEqual([["Density", "Site coverage", "%", 25, 10, null, -15, null]]);
});
