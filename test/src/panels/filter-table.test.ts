import i18next from "i18next";
import { beforeAll, describe, expect, test } from "vitest";
import type { FilteredBuilding } from "../../../server/contract/filter-list.ts";
import type { FilterDraft } from "../../../server/contract/filter-text.ts";
import { en } from "../../../src/locale/en.ts";
import { filterSentence, refusalText } from "../../../src/locale/filter-sentence.ts";
import { zhCn } from "../../../src/locale/zh-cn.ts";
import { filterFigures, filterListTable, oneTable } from "../../../src/panels/filter-table.ts";

beforeAll(async () => {
  const resources = { "zh-CN": { translation: zhCn }, en: { translation: en } };
  await i18next.init({ resources, lng: "zh-CN", interpolation: { escapeValue: false } });
});
const reader = (language: "zh-CN" | "en") => ({ t: i18next.getFixedT(language), language });
const chinese = () => reader("zh-CN");
const english = () => reader("en");

const QUESTION: FilterDraft[] = [
  { field: "yearBuilt", op: "lt", value: 2000 },
  { field: "floorsAbove", op: "gte", value: 7 },
  { field: "hasLift", op: "eq", value: false },
  { field: "safetyGrade", op: "in", value: ["C", "D"] },
];

describe("a question as a sentence", () => {
  test("is read in Chinese and in English", () => {
    expect(filterSentence("试区全区", QUESTION, chinese())).toBe(
      "试区全区：2000 年前建成、7 层及以上、无电梯、房屋安全等级为 C 或 D 的建筑",
    );
    expect(filterSentence("Trial", QUESTION, english())).toBe(
      "Trial: buildings built before 2000, of 7 floors or more, without a lift, with safety grade C or D",
    );
  });

  test.each<[FilterDraft, string, string]>([
    [
      { field: "use", op: "in", value: ["residential", "office"] },
      "用途为居住或办公",
      "with use residential or office",
    ],
    [{ field: "hasLift", op: "ne", value: false }, "有电梯", "with a lift"],
    [{ field: "dwellings", op: "gt", value: 10 }, "多于 10 套", "with more than 10 dwellings"],
    [{ field: "heightM", op: "lte", value: 24 }, "高度不超过 24 m ", "with height of at most 24 m"],
    [{ field: "structure", op: "known", value: false }, "结构不详", "with unknown structure"],
    [
      { field: "disposition", op: "ne", value: "demolish" },
      "处置方式不是拆除",
      "with disposition other than demolish",
    ],
  ])("says %j", (condition, zh, enText) => {
    expect(filterSentence("甲", [condition], chinese())).toBe(`甲：${zh}的建筑`);
    expect(filterSentence("A", [condition], english()).toLowerCase()).toBe(
      `a: buildings ${enText}`.toLowerCase(),
    );
  });

  test.each<[FilterDraft, string]>([
    [{ field: "yearBuilt", op: "lt", value: 20000 }, "“20000”不行：应为 1000 至 2100 的整数。"],
    [{ field: "heightM", op: "lt", value: "高" }, "“高”不行：应为 0 至 1000 的数。"],
    [{ field: "safetyGrade", op: "in", value: ["E"] }, "“E”不行：应为 A 或 B 或 C 或 D。"],
    [{ field: "hasLift", op: "eq", value: "maybe" }, "“maybe”不行：应为是或否。"],
  ])("a refused value says what would be right: %j", (condition, sentence) => {
    expect(refusalText(condition, chinese().t)).toBe(sentence);
  });
});

const HOUSE: FilteredBuilding = {
  id: "building:7",
  ordinal: 6,
  nameZh: null,
  nameEn: null,
  estateZh: "甲小区",
  estateEn: null,
  use: "residential",
  yearBuilt: 1990,
  floorsAbove: 7.5,
  heightM: null,
  footprintSqm: 100.25,
  gfaAboveSqm: 751.875,
  structure: "砖混",
  safetyGrade: "C",
  hasLift: false,
  heritage: null,
  disposition: "demolish",
  dwellings: 8,
  residents: 0,
  extent: [106.5, 29.5, 106.6, 29.7],
  insideShare: 0.5,
};
const UNKNOWN: FilteredBuilding = {
  ...HOUSE,
  ...{ estateZh: null, use: "unknown", yearBuilt: null, floorsAbove: null, gfaAboveSqm: null },
  ...{
    structure: null,
    safetyGrade: null,
    hasLift: null,
    disposition: null,
    dwellings: null,
    residents: null,
  },
};

describe("the files of a question", () => {
  const list = () => filterListTable([HOUSE, UNKNOWN], chinese());
  const figures = () =>
    filterFigures(
      {
        result: {
          buildings: 1.5,
          gfaAboveSqm: 751.875,
          dwellings: 8,
          residents: null,
          unknown: [{ field: "hasLift", buildings: 1, share: 0.25 }],
        },
        method: [
          {
            quantity: "conditions",
            standard: null,
            edition: null,
            clause: null,
            status: "own",
            text: "in English",
          },
        ],
        inputs: {},
        dataQuality: [{ code: "generated-sample", message: "sample" }],
        dataVersion: 3,
      },
      {
        sentence: "甲：有电梯的建筑",
        question: {
          district: "1",
          area: { zone: "district:1" },
          conditions: [{ field: "hasLift", op: "eq", value: true }],
        },
        source: "来源 · 演示数据（非真实）",
        ...chinese(),
      },
    );

  test("the list has a row a building; a known zero is 0 and what is not known is empty", () => {
    const { columns, rows } = list();
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
    const at = (row: number, column: string) => rows[row]![columns.indexOf(column)];
    expect(at(0, "编号")).toBe("building:7");
    expect(at(0, "建筑")).toBe("甲小区");
    expect(at(0, "用途")).toBe("居住");
    expect(at(0, "有电梯")).toBe("否");
    expect(at(0, "处置方式")).toBe("拆除");
    expect(at(0, "地上建筑面积")).toBe(751.875);
    expect(at(0, "常住人口")).toBe(0);
    expect(at(0, "范围内占比 %")).toBe(50);
    // the middle of 106.5 … 106.6 and of 29.5 … 29.7
    expect([at(0, "lon"), at(0, "lat")]).toEqual([106.55, 29.6]);
    for (const column of ["用途", "建成年份", "有电梯", "常住人口", "处置方式"])
      expect(at(1, column)).toBeNull();
  });

  test("the figures carry question, conditions, unknown shares, method, quality and the sample mark", () => {
    const said = figures().rows.map((row) => row.join("|"));
    expect(said).toContain("问题|甲：有电梯的建筑||");
    expect(said).toContain("结果|建筑数|1.5|栋");
    expect(said).toContain("结果|常住人口||人");
    expect(said).toContain("条件|有电梯||");
    expect(said).toContain("不详|有电梯|25|%");
    expect(said.some((row) => row.includes("各条件均已知且成立的建筑"))).toBe(true);
    expect(said).toContain("数据质量|演示数据，并非真实||");
    expect(said.at(-1)).toContain("演示数据（非真实）");
  });

  test("a format of one table holds the list first, then the figures, in rows of one length", () => {
    const { columns, rows } = oneTable(list(), figures());
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([columns.length]));
    expect(rows[2]!.every((cell) => cell === null)).toBe(true);
    expect(rows.at(-1)!.slice(0, 2).join("|")).toContain("来源 · 演示数据（非真实）");
  });
});
