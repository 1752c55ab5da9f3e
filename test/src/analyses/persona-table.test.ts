import { expect, test } from "vitest";
import { categoriesBeside, personaTable } from "../../../src/analyses/persona-table.ts";
import type { CoverageAnswer } from "../../../src/state/sheet-state.ts";

const shares = (byBoth: number | null) => ({ byTime: byBoth, byDistance: byBoth, byBoth });
const covered = (byBoth: number | null) => ({
  ...{ residents: shares(byBoth), buildings: shares(byBoth), dwellings: null, group: null },
});
// one tier: a clinic as needed, a school required, a switching station that walking does not judge
const answerOf = (persona: string, school: number, clinic: number) =>
  ({
    result: {
      persona,
      residents: 100,
      tiers: [
        {
          tier: 10,
          allRequired: null,
          allPresent: { ...covered(school), present: 1, required: 2 },
          categories: [
            {
              category: "health.clinic",
              nameZh: "门诊部",
              nameEn: "Clinic",
              ...about("as-needed"),
              ...covered(clinic),
            },
            {
              category: "edu.primary",
              nameZh: "小学",
              nameEn: "School",
              ...about("required"),
              ...covered(school),
            },
            { category: "utl.switch", nameZh: "开闭所", nameEn: "Switch", ...about("required", "capacity") },
          ],
        },
      ],
    },
  }) as unknown as CoverageAnswer;
const about = (required: string, judged = "walk") => ({ required, test: judged, status: "covered" });
const ANSWERS = [answerOf("adult", 0.9, 0.5), answerOf("wheelchair", 0.1, 0)];
const LOOK = { whom: "residents", mode: "both" } as const;

test("the categories that walking judges stand with a share for each walker, required ones first", () => {
  expect(
    categoriesBeside(ANSWERS, { ...LOOK, tier: 10 }).map(({ category, shares: each }) => [category, each]),
  ).toEqual([
    ["edu.primary", [0.9, 0.1]],
    ["health.clinic", [0.5, 0]],
  ]);
  expect(categoriesBeside(ANSWERS, { ...LOOK, tier: 5 })).toEqual([]);
});

test("the table has a column for each walker, in per cent, and leaves empty what is not known", () => {
  const t = ((key: string) => key) as never;
  const { columns, rows } = personaTable(ANSWERS, { ...LOOK, t, language: "zh-CN", title: "" });
  expect(columns.slice(3)).toEqual(["persona.adult (%)", "persona.wheelchair (%)"]);
  expect(rows.map((row) => row.slice(1))).toEqual([
    ["field.allRequired", "", null, null],
    ["personas.allPresent", "", 90, 10],
    ["小学", "personas.required", 90, 10],
    ["门诊部", "sheet.asNeeded", 50, 0],
  ]);
});
