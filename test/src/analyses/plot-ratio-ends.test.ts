import i18next from "i18next";
import { beforeAll, expect, test } from "vitest";
import type { AnswerSheetResult } from "../../../server/contract/answer-sheet.ts";
import type { PlotRatioResult } from "../../../server/contract/plot-ratio.ts";
import { comparisonRows, differenceText, toldOf } from "../../../src/analyses/comparison-rows.ts";
import { rowsWithEnds } from "../../../src/analyses/comparison-table.ts";
import { headlineFigures } from "../../../src/analyses/headline-figures.ts";
import { builtOf, isUntold, toldText } from "../../../src/analyses/plot-ratio-ends.ts";
import { en } from "../../../src/locale/en.ts";
import { numberText } from "../../../src/locale/number-text.ts";

beforeAll(() => i18next.init({ lng: "en", resources: { en: { translation: en } } }));

const numbers = numberText("en");

/** 10,000 m² of land, a half of it construction land, with so much floor area; no parcels. */
function built(gfaAboveSqm: number | null, [least, most]: [number, number | null]): PlotRatioResult {
  const over = (sqm: number): [number, number | null] => [least / sqm, most === null ? null : most / sqm];
  return {
    ...{ landAreaSqm: 10_000, constructionLandSqm: 5_000, gfaAboveSqm, gfaAboveSqmRange: [least, most] },
    grossPlotRatio: gfaAboveSqm === null ? null : gfaAboveSqm / 5_000,
    grossPlotRatioRange: over(5_000),
    landAreaPlotRatio: gfaAboveSqm === null ? null : gfaAboveSqm / 10_000,
    plotRatioRange: over(10_000),
    netPlotRatio: {
      ...{ parcels: 0, excluded: 0, median: null, medianRange: null },
      ...{ p10: null, p90: null, basis: null },
    },
    ...{ bands: [], missingFootprintShare: null, buildingCompleteness: "complete", byUse: [], published: [] },
  };
}
const KNOWN = built(12_000, [12_000, 12_000]);
const OPEN = built(12_000, [14_000, 80_000]);
const NONE = built(null, [2_000, null]);

test("a ratio of known floors is told as it is, of missing floors by its ends, never by the known floors alone", () => {
  const told = (of: PlotRatioResult) => toldText(builtOf(of, "landAreaPlotRatio"), numbers.ratio);
  expect([KNOWN, OPEN, NONE].map(told)).toEqual(["1.20", "1.40–8.00", "≥ 0.20"]);
  expect(toldText(builtOf(OPEN, "grossPlotRatio"), numbers.ratio)).toBe("2.80–16.00");
  expect(toldText(builtOf(OPEN, "gfaAboveSqm"), numbers.floorArea)).toBe("14,000–80,000 m²");
  const zh = numberText("zh-CN");
  const inChinese = (ends: [number, number]) => toldText({ value: null, ends }, zh.floorArea);
  expect(inChinese([191_222, 1_118_030])).toBe("19.1–111.8 万 m²");
  expect(inChinese([14_000, 1_118_030])).toBe("14,000 m²–111.8 万 m²");
  expect(isUntold(builtOf(OPEN, "netPlotRatio"))).toBe(true);
});

const sheetOf = (plotRatio: PlotRatioResult) =>
  ({
    ...{ plotRatio, density: { byHeightClass: [], byAgeClass: [] } },
    lifeCircleCoverage: { tiers: [], residents: null },
  }) as unknown as AnswerSheetResult;

test("the headline has the gross ratio wherever its ends can be said, else that by land", () => {
  const ratioOf = (of: PlotRatioResult) => headlineFigures(sheetOf(of))[1]!.field;
  expect([KNOWN, NONE].map(ratioOf)).toEqual(["grossPlotRatio", "grossPlotRatio"]);
  expect(ratioOf({ ...NONE, grossPlotRatioRange: null })).toBe("landAreaPlotRatio");
});

test("compared areas have the ends in their cell and in rows of the file, and no multiple of a ratio that is not known", () => {
  const sheets = [KNOWN, OPEN].map(sheetOf);
  const rows = comparisonRows(sheets[0]!, { t: i18next.t, language: "en", mode: "time" });
  const row = rows.find(({ id }) => id === "landAreaPlotRatio")!;
  expect(sheets.map((sheet) => toldOf(row, sheet, numbers))).toEqual(["1.20", "1.40–8.00"]);
  const [here, there] = sheets.map(row.value);
  expect(differenceText("ratio", [there!, here!], { t: i18next.t, numbers })).toBeNull();
  const ofRatio = rowsWithEnds(rows, sheets, i18next.t).filter(({ id }) => id.startsWith(row.id));
  expect(ofRatio.map(({ value }) => sheets.map(value))).toEqual([
    [1.2, null],
    [1.2, 1.4],
    [1.2, 8],
  ]);
  expect(rowsWithEnds(rows, [sheets[0]!], i18next.t)).toHaveLength(rows.length);
});
