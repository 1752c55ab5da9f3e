import type { TFunction } from "i18next";
import type { AnswerSheetResult } from "../../server/contract/answer-sheet.ts";
import type { TierCoverage } from "../../server/contract/life-circle-coverage.ts";
import { nameIn } from "../locale/name-text.ts";
import type { NumberText } from "../locale/number-text.ts";
import type { Language } from "../state/appearance-state.ts";
import type { SheetParams } from "../state/sheet-state.ts";
import { CLASS_FIELDS, type ClassField, classRows } from "./class-rows.ts";
import { coverageOf, whomOf } from "./coverage-share.ts";
import { pointsOf, relativeTo } from "./headline-figures.ts";
import { BUILT_FIELDS, type BuiltField, builtOf, type Ends, isUntold, toldText } from "./plot-ratio-ends.ts";

/** How a quantity is written, and so how two of it differ: shares in points, minutes in minutes, the rest in per cent. */
type Kind = "area" | "count" | "perSqkm" | "perHa" | "share" | "ratio" | "floorArea" | "minutes";

/** A quantity of every compared sheet; null where a sheet does not know it. */
export interface ComparisonRow {
  readonly id: string;
  readonly part: string;
  readonly label: string;
  readonly kind: Kind;
  /** Unit of the values, for files. */
  readonly unit: string;
  readonly isTrial: boolean;
  readonly value: (result: AnswerSheetResult) => number | null;
  /** Where there is no value, the ends it lies between, if these can be said. */
  readonly ends?: (result: AnswerSheetResult) => Ends | null;
  /** What is said where there is no value, if more is known than that. */
  readonly withoutValue?: (result: AnswerSheetResult) => string;
}

interface Reader {
  readonly t: TFunction;
  readonly language: Language;
  readonly mode: SheetParams["mode"];
}

/** The rows of a comparison: those of the first sheet, to which every other has a twin. */
export function comparisonRows(first: AnswerSheetResult, reader: Reader): ComparisonRow[] {
  return [
    ...quantityRows(reader),
    ...CLASS_FIELDS.flatMap((field) => shareRows(field, first, reader)),
    ...first.lifeCircleCoverage.tiers.flatMap((tier) => tierRows(tier, reader)),
  ];
}

type Quantity = readonly [
  field: string,
  kind: Kind,
  value: ComparisonRow["value"],
  ends?: NonNullable<ComparisonRow["ends"]>,
];

function builtQuantity(field: BuiltField): Quantity {
  return [
    field,
    field === "gfaAboveSqm" ? "floorArea" : "ratio",
    ({ plotRatio }) => builtOf(plotRatio, field).value,
    ({ plotRatio }) => builtOf(plotRatio, field).ends,
  ];
}

const DENSITY: readonly Quantity[] = [
  ["areaSqm", "area", ({ density }) => density.areaSqm],
  ["landAreaSqm", "area", ({ density }) => density.landAreaSqm],
  ["residents", "count", ({ density }) => density.residents],
  ["residentsPerSqkm", "perSqkm", ({ density }) => density.residentsPerSqkm],
  ["residentsPerResidentialSqkm", "perSqkm", ({ density }) => density.residentsPerResidentialSqkm],
  ["dwellings", "count", ({ density }) => density.dwellings],
  ["dwellingsPerHa", "perHa", ({ density }) => density.dwellingsPerHa],
  ["buildings", "count", ({ density }) => density.buildings],
  ["siteCoverage", "share", ({ density }) => density.siteCoverage],
];
const PLOT_RATIO: readonly Quantity[] = [
  ["constructionLandSqm", "area", ({ plotRatio }) => plotRatio.constructionLandSqm],
  ...BUILT_FIELDS.map(builtQuantity),
  ["missingFootprintShare", "share", ({ plotRatio }) => plotRatio.missingFootprintShare],
];

function quantityRows({ t }: Reader): ComparisonRow[] {
  const rows = (part: string, quantities: readonly Quantity[]) =>
    quantities.map(([field, kind, value, ends]) => ({
      ...{ id: field, part, label: t(`field.${field}`), kind },
      ...{ unit: unitOf(kind, t), isTrial: false, value },
      ...(ends === undefined ? {} : { ends }),
    }));
  return [...rows(t("sheet.density"), DENSITY), ...rows(t("sheet.plotRatio"), PLOT_RATIO)];
}

function unitOf(kind: Kind, t: TFunction): string {
  const units: Readonly<Record<Kind, string>> = {
    area: t("unit.sqm"),
    floorArea: t("unit.sqm"),
    count: "",
    perSqkm: t("unit.personsPerSqkm"),
    perHa: t("unit.dwellingsPerHa"),
    share: "%",
    ratio: "",
    minutes: t("unit.minutes"),
  };
  return units[kind];
}

const classedOf = ({ density, plotRatio }: AnswerSheetResult) => ({ ...density, byUse: plotRatio.byUse });

function shareRows(field: ClassField, first: AnswerSheetResult, { t }: Reader): ComparisonRow[] {
  return classRows(field, classedOf(first), t).map(({ id, name }) => ({
    ...{ id: `${field}/${id}`, part: `${t(`field.${field}`)} · ${t("sheetPage.chart.share")}`, label: name },
    ...{ kind: "share", unit: "%", isTrial: false },
    value: (result) =>
      classRows(field, classedOf(result), t).find((row) => row.id === id)?.footprintShare ?? null,
  }));
}

function tierRows(tier: TierCoverage, { t, language, mode }: Reader): ComparisonRow[] {
  const part = `${t("sheet.lifeCircle")} · ${t("sheet.tier", { minutes: tier.minutes })}`;
  const ofTier = (result: AnswerSheetResult) =>
    result.lifeCircleCoverage.tiers.find((each) => each.tier === tier.tier);
  const met: ComparisonRow = {
    ...{ id: `tier/${tier.tier}`, part, label: t("field.allPresent"), kind: "share", unit: "%" },
    isTrial: tier.trial,
    value: (result) => {
      const twin = ofTier(result);
      return twin ? coverageOf(twin.allPresent, whomOf(result.lifeCircleCoverage.residents), mode) : null;
    },
  };
  const walked = tier.categories.filter(({ required, test }) => required === "required" && test === "walk");
  const twinOf = (result: AnswerSheetResult, category: string) =>
    ofTier(result)?.categories.find((each) => each.category === category);
  const medians = walked.map(
    ({ category, nameZh, nameEn }): ComparisonRow => ({
      ...{ id: `median/${tier.tier}/${category}`, part },
      label: t("sheetPage.comparison.medianOf", { category: nameIn(language, { nameZh, nameEn }) }),
      ...{ kind: "minutes", unit: unitOf("minutes", t), isTrial: false },
      value: (result) => {
        const seconds = twinOf(result, category)?.medianSeconds ?? null;
        return seconds === null ? null : seconds / 60;
      },
      withoutValue: (result) =>
        t(twinOf(result, category)?.status === "covered" ? "sheet.unreachable" : "sheet.absent"),
    }),
  );
  return [met, ...medians];
}

/** What a sheet has of a row as the page writes it; null where nothing is known. */
export function toldOf(row: ComparisonRow, result: AnswerSheetResult, numbers: NumberText): string | null {
  const told = { value: row.value(result), ends: row.ends?.(result) ?? null };
  return isUntold(told) ? null : toldText(told, (value) => rowText(row.kind, value, numbers));
}

/** A value of a row as the page writes it. */
function rowText(kind: Kind, value: number | null, numbers: NumberText): string {
  if (kind === "minutes") return numbers.minutes(value === null ? null : value * 60);
  if (kind === "perHa") return numbers.number(value, 1);
  return numbers[kind](value);
}

/** Less is not written apart: minutes have one decimal. */
const LEAST_MINUTES = 0.05;

/** How far a value lies from another of its row, in words; null where either is unknown. */
export function differenceText(
  kind: Kind,
  [here, there]: readonly [number | null, number | null],
  { t, numbers }: { readonly t: TFunction; readonly numbers: NumberText },
): string | null {
  if (here === null || there === null) return null;
  if (kind === "share") return t("sheetPage.points", { points: pointsOf(here, there) });
  if (kind === "minutes") {
    const apart = here - there;
    return Math.abs(apart) < LEAST_MINUTES
      ? "±0"
      : `${apart > 0 ? "+" : "−"}${numbers.minutes(Math.abs(apart) * 60)}`;
  }
  const relative = relativeTo(here, there);
  if (relative === null) return null;
  return "percent" in relative ? relative.percent : t("sheetPage.timesDistrict", relative);
}
