import type { TFunction } from "i18next";
import type { FilteredBuilding } from "../../server/contract/filter-list.ts";
import type { Table } from "../formats/table.ts";
import { buildingName } from "../locale/building-name.ts";
import { conditionPhrase } from "../locale/filter-sentence.ts";
import { numberText } from "../locale/number-text.ts";
import type { Language } from "../state/appearance-state.ts";
import type { FilterAnswer, FilterQuestion } from "../state/filter-state.ts";

interface Writer {
  readonly t: TFunction;
  readonly language: Language;
}

type Cell = string | number | null;

/** The figures of a question by conditions, its conditions, what is unknown, how it was counted and where it is from. */
export function filterFigures(
  answer: FilterAnswer,
  {
    sentence,
    question,
    source,
    t,
    language,
  }: Writer & {
    readonly sentence: string;
    readonly question: FilterQuestion;
    readonly source: string;
  },
): Table {
  const { result, method, dataQuality } = answer;
  const numbers = numberText(language);
  const figure = (field: "buildings" | "dwellings" | "residents" | "gfaAboveSqm", unit: string): Cell[] => [
    t("filter.result"),
    t(`field.${field}`),
    result[field],
    t(`unit.${unit}`),
  ];
  const percent = (share: number | null) => (share === null ? null : Number((share * 100).toFixed(6)));
  return {
    title: t("filter.result"),
    columns: ["part", "quantity", "value", "unit"].map((column) => t(`file.field.${column}`)),
    rows: [
      [t("filter.question"), sentence, null, ""],
      figure("buildings", "buildings"),
      figure("dwellings", "dwellings"),
      figure("residents", "persons"),
      figure("gfaAboveSqm", "sqm"),
      ...question.conditions.map((condition): Cell[] => [
        t("sheet.conditions"),
        conditionPhrase(condition, { t, language }),
        null,
        "",
      ]),
      ...result.unknown.map(({ field, share }): Cell[] => [
        t("value.unknown"),
        t(`field.${field}`),
        percent(share),
        "%",
      ]),
      ...method.map(({ quantity, text }): Cell[] => [
        t("sheet.method"),
        `${t(`field.${quantity}`, { defaultValue: t(`sheet.${quantity}`, { defaultValue: quantity }) })}: ${language === "en" ? text : t(`method.${quantity}`, { defaultValue: text })}`,
        null,
        "",
      ]),
      ...dataQuality.map(({ code, share, count, message }): Cell[] => [
        t("sheet.quality"),
        t(`quality.${code}`, {
          share: numbers.share(share ?? null),
          count: numbers.number(count ?? null) as never,
          defaultValue: message,
        }),
        count ?? percent(share ?? null),
        count === undefined && share !== undefined ? "%" : "",
      ]),
      [t("sheet.source"), source, null, ""],
    ],
  };
}

const NUMBERS = [
  "yearBuilt",
  "floorsAbove",
  "heightM",
  "footprintSqm",
  "gfaAboveSqm",
  "dwellings",
  "residents",
] as const;
const TEXTS = ["structure", "safetyGrade"] as const;
const TRUTHS = ["hasLift", "heritage"] as const;

/** The buildings found, a row each, numbers unrounded; what is not known is an empty cell. */
export function filterListTable(buildings: readonly FilteredBuilding[], { t, language }: Writer): Table {
  const yesNo = (value: boolean | null) => (value === null ? null : t(value ? "value.yes" : "value.no"));
  const named = (value: string | null) =>
    value === null || value === "unknown" ? null : t(`value.${value}`, { defaultValue: value });
  // what is internal is left out of the buildings where it is not served
  const texts = TEXTS.filter((field) => buildings[0] === undefined || field in buildings[0]);
  return {
    title: t("filter.list"),
    columns: [
      t("filter.id"),
      t("filter.building"),
      t("field.use"),
      ...[...NUMBERS, ...texts, ...TRUTHS, "disposition"].map((field) => t(`field.${field}`)),
      `${t("filter.shareInside")} %`,
      "lon",
      "lat",
    ],
    rows: buildings.map((building): Cell[] => {
      const [west, south, east, north] = building.extent;
      return [
        building.id,
        buildingName(building, { t, language }).title,
        named(building.use),
        ...NUMBERS.map((field) => building[field]),
        ...texts.map((field) => building[field] ?? null),
        ...TRUTHS.map((field) => yesNo(building[field])),
        named(building.disposition),
        Number((building.insideShare * 100).toFixed(4)),
        Number(((west + east) / 2).toFixed(6)),
        Number(((south + north) / 2).toFixed(6)),
      ];
    }),
  };
}

/** List and figures beneath one another, for formats that hold one table. */
export function oneTable(list: Table, figures: Table): Table {
  const width = list.columns.length;
  const padded = (row: readonly Cell[]): Cell[] => [
    ...row,
    ...new Array<Cell>(width - row.length).fill(null),
  ];
  return { ...list, rows: [...list.rows, padded([]), padded(figures.columns), ...figures.rows.map(padded)] };
}
