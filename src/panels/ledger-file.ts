import type { TFunction } from "i18next";
import type { Asset } from "../../server/contract/assets.ts";
import type { Estate } from "../../server/contract/estates.ts";
import type { SafetyRecord } from "../../server/contract/safety-records.ts";
import { saveFile } from "../formats/save-file.ts";
import type { Table } from "../formats/table.ts";
import { type TableKind, tableFile } from "../formats/table-file.ts";
import { nameIn } from "../locale/name-text.ts";
import { sourceText } from "../locale/source-text.ts";
import type { Language } from "../state/appearance-state.ts";
import { selectDistrict } from "../state/session.ts";
import { useApp } from "../state/store.ts";
import { tableName } from "./table-name.ts";

interface Writer {
  readonly t: TFunction;
  readonly language: Language;
}
type Cell = string | number | null;

const middle = ([west, south, east, north]: Estate["extent"]): Cell[] => [
  Number(((west + east) / 2).toFixed(6)),
  Number(((south + north) / 2).toFixed(6)),
];

/** The estates found, a row each, numbers unrounded; what is not known is an empty cell. */
export function estateTable(estates: readonly Estate[], { t, language }: Writer): Table {
  const label = (key: string) => t(`ledger.estates.${key}`);
  return {
    title: label("file"),
    columns: [
      ...["ID", label("name"), label("built"), label("builtFrom"), label("builtTo"), label("buildings")],
      ...[label("dwellings"), `${label("gfa")} m²`, label("lift")],
      ...["needed", "with", "without", "unknown"].map((key) => label(`liftColumn.${key}`)),
      ...[label("project"), label("surveyDate"), t("ledger.lon"), t("ledger.lat")],
    ],
    rows: estates.map((each): Cell[] => [
      ...[each.id, nameIn(language, each), each.builtYear, each.builtFrom, each.builtUntil, each.buildings],
      ...[each.dwellings, each.gfaAboveSqm, label(`liftState.${each.liftState}`)],
      ...[each.liftNeeded, each.liftWith, each.liftWithout, each.liftUnknown],
      each.projects === null
        ? null
        : each.projects.map((project) => nameIn(language, project)).join("、") || label("projectState.none"),
      ...[each.surveyedOn, ...middle(each.extent)],
    ]),
  };
}

/** The idle assets found, a row each; what is not known is an empty cell. */
export function assetTable(assets: readonly Asset[], { t, language }: Writer): Table {
  const label = (key: string) => t(`ledger.assets.${key}`);
  return {
    title: label("file"),
    columns: [
      ...["ID", label("kind"), label("name"), label("vacantSince"), label("areaSqm")],
      ...[label("intendedUse"), label("operator"), label("closedOn"), label("source")],
      ...[t("ledger.lon"), t("ledger.lat")],
    ],
    rows: assets.map((each): Cell[] => [
      ...[each.id, label(`kindOf.${each.kind}`), nameIn(language, each), each.vacantSince, each.areaSqm],
      ...[each.intendedUse, each.operator, each.closedOn, each.source, each.lon, each.lat],
    ]),
  };
}

/** The buildings of the archive found, a row each; internal, and marked so. */
export function safetyTable(records: readonly SafetyRecord[], { t, language }: Writer): Table {
  const label = (key: string) => t(`ledger.safety.${key}`);
  return {
    title: `${label("title")}（${t("ledger.internal")}）`,
    columns: [
      ...["ID", label("building"), t("ledger.estates.name"), t("field.yearBuilt"), label("structure")],
      ...[t("field.floorsAbove"), label("grade"), label("inspectedOn"), label("due"), label("dueColumn")],
      ...[label("hazards"), label("disposition"), label("insuredUntil")],
      ...[t("ledger.lon"), t("ledger.lat")],
    ],
    rows: records.map((each): Cell[] => [
      ...[each.id, nameIn(language, each), language === "en" ? each.estateEn : each.estateZh],
      ...[each.yearBuilt, each.structure, each.floorsAbove, each.grade, each.inspectedOn, each.dueOn],
      ...[label(`dueState.${each.dueState}`), each.openHazards],
      each.disposition && label(`dispositionOf.${each.disposition}`),
      ...[each.insuredUntil, ...middle(each.extent)],
    ]),
  };
}

/** Hands a table to the reader, with where it is from beneath it. */
export async function saveTable(kind: TableKind, table: Table, t: TFunction): Promise<void> {
  const district = selectDistrict(useApp.getState());
  const source = district && [sourceText(district, t), district.sample ? t("app.sample") : ""].join(" ");
  const blank = table.columns.slice(2).map(() => null);
  const whole = { ...table, rows: [...table.rows, [t("sheet.source"), source, ...blank]] };
  saveFile(await tableFile(kind, whole), `${tableName(table.title)}.${kind}`);
}
