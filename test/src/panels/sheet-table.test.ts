import i18next from "i18next";
import { beforeAll, describe, expect, test } from "vitest";
import type { AnswerSheetResult } from "../../../server/contract/answer-sheet.ts";
import type { CategoryCoverage } from "../../../server/contract/life-circle-coverage.ts";
import { en } from "../../../src/locale/en.ts";
import { zhCn } from "../../../src/locale/zh-cn.ts";
import { sheetTable } from "../../../src/panels/sheet-table.ts";
import type { Language } from "../../../src/state/appearance-state.ts";
import type { SheetAnswer } from "../../../src/state/sheet-state.ts";

const shares = { byTime: 0.5, byDistance: 0.07, byBoth: 0 };
const category = (code: string, change: Partial<CategoryCoverage> = {}): CategoryCoverage => ({
  category: code,
  nameZh: `设施${code}`,
  nameEn: `Facility ${code}`,
  required: "required",
  test: "walk",
  status: "covered",
  clauseStatus: "unverified",
  distanceM: 500,
  tierDefault: false,
  proxy: false,
  residents: shares,
  buildings: shares,
  dwellings: null,
  group: null,
  medianSeconds: 240,
  ...change,
});

const RESULT: AnswerSheetResult = {
  density: {
    areaSqm: 300_000,
    landAreaSqm: 240_000,
    insideDistrictShare: 1,
    landShare: 0.8,
    residents: null,
    residentsPerSqkm: null,
    residentialLandSqm: null,
    residentsPerResidentialSqkm: null,
    dwellings: 0,
    dwellingsPerHa: 0,
    buildings: 12.25,
    footprintSqm: 67_200,
    siteCoverage: 0.28,
    byHeightClass: [
      { class: "unknown", buildings: 2, footprintSqm: 800, gfaAboveSqm: null, residents: null },
    ],
    byAgeClass: [],
    published: [],
  },
  plotRatio: {
    landAreaSqm: 240_000,
    constructionLandSqm: null,
    gfaAboveSqm: 516_000,
    gfaAboveSqmRange: [518_400, null],
    grossPlotRatio: null,
    grossPlotRatioRange: null,
    landAreaPlotRatio: 2.15,
    netPlotRatio: {
      parcels: 0,
      excluded: 0,
      median: null,
      medianRange: null,
      p10: null,
      p90: null,
      basis: null,
    },
    bands: [],
    missingFootprintShare: 0.011904761904761904,
    plotRatioRange: [2.16, null],
    buildingCompleteness: "partial",
    byUse: [{ use: "residential", buildings: 10, footprintSqm: 60_000, gfaAboveSqm: 500_000 }],
    published: [],
  },
  lifeCircleCoverage: {
    persona: "elderly",
    ruleSet: "gb-50180-2018",
    buildings: 12.25,
    residents: null,
    notOnNetwork: { buildings: 0, residents: null },
    conditions: { closed: [], unreadable: [], paid: [] },
    tiers: [
      {
        tier: 15,
        minutes: 15,
        trial: true,
        allRequired: null,
        allPresent: {
          residents: null,
          buildings: shares,
          dwellings: null,
          group: null,
          present: 2,
          required: 3,
        },
        categories: [
          category("a"),
          category("b", { status: "absent", residents: null, buildings: null, medianSeconds: null }),
          category("c", { test: "capacity" }),
        ],
        missingCount: [],
      },
    ],
  },
  filterCounts: [],
  zones: [],
  projects: [],
};
const ANSWER: SheetAnswer = {
  result: RESULT,
  method: [],
  inputs: {},
  dataQuality: [{ code: "floors-unknown", share: 0.25, message: "floors unknown" }],
  dataVersion: 3,
};

beforeAll(() =>
  i18next.init({
    lng: "en",
    resources: { "zh-CN": { translation: zhCn }, en: { translation: en } },
    interpolation: { escapeValue: false },
  }),
);

function rowsIn(language: Language) {
  const table = sheetTable(ANSWER, { title: "x", t: i18next.getFixedT(language), language });
  expect(table.rows.every((row) => row.length === table.columns.length)).toBe(true);
  return table.rows;
}
const rowsOf = (quantity: string) => rowsIn("en").filter((row) => row[1] === quantity);

describe("an indicator sheet as a table", () => {
  test("leaves what is unknown empty, and a known zero a zero", () => {
    expect(rowsOf(en.field.residents)[0]?.[2]).toBeNull();
    expect(rowsOf(en.field.grossPlotRatio)[0]?.[2]).toBeNull();
    expect(rowsOf(en.field.dwellings)[0]?.[2]).toBe(0);
    // a ratio that missing floors leave open has a row for each end, this one none above, and no row of its own
    expect(rowsOf(en.field.landAreaPlotRatio).map((row) => [row[2], row[4]])).toEqual([
      [2.16, en.file.lowest],
      [null, en.file.highest],
    ]);
  });

  // 0.28 × 100 is 28.000000000000004 in binary fractions
  test("gives shares in per cent without noise, everything else unrounded", () => {
    expect(rowsOf(en.field.siteCoverage)[0]?.slice(2, 4)).toEqual([28, "%"]);
    expect(rowsOf(en.field.missingFootprintShare)[0]?.slice(2, 4)).toEqual([1.190476, "%"]);
    expect(rowsOf(en.field.buildings)[0]?.[2]).toBe(12.25);
  });

  test("says who walks, how it is counted, what is absent and what is a trial", () => {
    const covered = rowsOf("Facility a");
    expect(covered.map((row) => row[2])).toEqual([50, 7, 0, 240]);
    expect(covered[0]?.[0]).toContain(en.persona.elderly);
    expect(covered[0]?.[4]).toContain(en.sheet.trial);
    expect(rowsOf("Facility b")).toEqual([[expect.any(String), "Facility b", null, "%", en.sheet.absent]]);
    expect(rowsOf("Facility c")[0]?.[4]).toBe(en.sheet.notByWalk);
  });

  test("carries the data quality with it, in the reader's language", () => {
    expect(rowsIn("zh-CN").at(-1)).toEqual([zhCn.sheet.quality, "", 25, "%", expect.stringContaining("25%")]);
    expect(rowsIn("zh-CN").some((row) => row[1] === "设施a")).toBe(true);
  });
});
