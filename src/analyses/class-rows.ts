import type { TFunction } from "i18next";
import { AGE_CLASSES, type DensityResult } from "../../server/contract/density.ts";
import type { PlotRatioResult } from "../../server/contract/plot-ratio.ts";
import { classColour } from "../cartography/class-colour.ts";

export const CLASS_FIELDS = ["byHeightClass", "byAgeClass", "byUse"] as const;
/** The ways the buildings of an area are parted into classes. */
export type ClassField = (typeof CLASS_FIELDS)[number];

/** One class of buildings with what it holds; `footprintShare` is of all buildings of the area, null without any. */
export interface ClassRow {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly buildings: number;
  readonly footprintSqm: number;
  readonly footprintShare: number | null;
  readonly gfaAboveSqm: number | null;
  readonly residents: number | null;
  readonly isUnknown: boolean;
}

type Classed = Pick<DensityResult, "byHeightClass" | "byAgeClass"> & Pick<PlotRatioResult, "byUse">;

/** The classes of an area in their own order, the unknown last; uses by size. */
export function classRows(field: ClassField, of: Classed, t: TFunction): ClassRow[] {
  const rows =
    field === "byUse"
      ? of.byUse.map((row) => ({ ...row, id: row.use, residents: null }))
      : of[field].map((row) => ({ ...row, id: row.class }));
  const total = rows.reduce((sum, { footprintSqm }) => sum + footprintSqm, 0);
  const named = rows.map((row): ClassRow => {
    const { name, shortName } = namesOf(field, row.id, t);
    return {
      ...{ id: row.id, name, shortName, buildings: row.buildings, footprintSqm: row.footprintSqm },
      footprintShare: total === 0 ? null : row.footprintSqm / total,
      ...{ gfaAboveSqm: row.gfaAboveSqm, residents: row.residents, isUnknown: row.id === "unknown" },
    };
  });
  if (field !== "byUse") return named;
  return named.sort(
    (one, other) => Number(one.isUnknown) - Number(other.isUnknown) || other.footprintSqm - one.footprintSqm,
  );
}

function namesOf(field: ClassField, id: string, t: TFunction) {
  switch (field) {
    case "byHeightClass":
      return { name: t(`heightClass.${id}`), shortName: t(`sheetPage.heightShort.${id}`) };
    case "byAgeClass":
      return { name: t(`ageClass.${id}`), shortName: t(`sheetPage.ageShort.${id}`) };
    case "byUse": {
      const name = id === "unknown" ? `${t("field.use")} · ${t("value.unknown")}` : t(`value.${id}`);
      return { name, shortName: name };
    }
  }
}

/** Classes worth a place in a chart: every known class of an order, so that gaps show; else those with buildings. */
export const isCharted = (field: ClassField, { id, buildings }: ClassRow): boolean =>
  buildings > 0 || (field !== "byUse" && id !== "unknown");

/** The colour of a class: as the map has it; heights, whose greys are for whole cities, in the one of the page. */
export function colourOfClass(field: ClassField, id: string, isDark: boolean): string | null {
  if (field === "byHeightClass") return null;
  if (field === "byUse") return classColour("use", id, isDark);
  return classColour("age", AGE_CLASSES.indexOf(id as (typeof AGE_CLASSES)[number]), isDark);
}
