import type { TFunction } from "i18next";
import type { CategoryCoverage, TierCoverage } from "../../server/contract/life-circle-coverage.ts";
import type { BlockBand } from "../../server/contract/plot-ratio.ts";
import { type BuiltField, builtOf, netNote } from "../analyses/plot-ratio-ends.ts";
import type { Table } from "../formats/table.ts";
import { nameIn } from "../locale/name-text.ts";
import { numberText } from "../locale/number-text.ts";
import { sourceText } from "../locale/source-text.ts";
import type { AppState } from "../state/app-state.ts";
import type { Language } from "../state/appearance-state.ts";
import type { SheetAnswer } from "../state/sheet-state.ts";

interface Writer {
  readonly t: TFunction;
  readonly language: Language;
}

/** Part, quantity, value, unit, remark; an unknown value is null. */
type Row = readonly [string, string, number | null, string, string];

/** An indicator sheet as a table to work on: numbers unrounded in one unit each, shares in per cent, unknown left empty. */
export function sheetTable(
  answer: SheetAnswer,
  { title, ...writer }: Writer & { readonly title: string },
): Table {
  const { t } = writer;
  const { persona, tiers } = answer.result.lifeCircleCoverage;
  return {
    title,
    columns: (["part", "quantity", "value", "unit", "remark"] as const).map((column) =>
      t(`file.field.${column}`),
    ),
    rows: [
      ...densityRows(answer, writer),
      ...plotRatioRows(answer, writer),
      ...classRows(answer, writer),
      ...tiers.flatMap((tier) => tierRows(tier, t(`persona.${persona}`), writer)),
      ...qualityRows(answer, writer),
    ],
  };
}

// 0…1 to per cent without the noise of binary fractions
const percent = (share: number | null) => (share === null ? null : Number((share * 100).toFixed(6)));

function rowMaker(part: string, { t }: Writer) {
  return (field: string, value: number | null, unit: string, remark = ""): Row => [
    part,
    t(`field.${field}`),
    value,
    unit,
    remark,
  ];
}

function densityRows({ result: { density } }: SheetAnswer, writer: Writer): Row[] {
  const { t } = writer;
  const row = rowMaker(t("sheet.density"), writer);
  return [
    row("areaSqm", density.areaSqm, t("unit.sqm")),
    row("landAreaSqm", density.landAreaSqm, t("unit.sqm")),
    row("insideDistrictShare", percent(density.insideDistrictShare), "%"),
    row("landShare", percent(density.landShare), "%"),
    row("residents", density.residents, t("unit.persons")),
    row("residentsPerSqkm", density.residentsPerSqkm, t("unit.personsPerSqkm")),
    row("residentialLandSqm", density.residentialLandSqm, t("unit.sqm")),
    row("residentsPerResidentialSqkm", density.residentsPerResidentialSqkm, t("unit.personsPerSqkm")),
    row("dwellings", density.dwellings, t("unit.dwellings")),
    row("dwellingsPerHa", density.dwellingsPerHa, t("unit.dwellingsPerHa")),
    row("buildings", density.buildings, t("unit.buildings")),
    row("footprintSqm", density.footprintSqm, t("unit.sqm")),
    row("siteCoverage", percent(density.siteCoverage), "%"),
  ];
}

function plotRatioRows({ result: { plotRatio } }: SheetAnswer, writer: Writer): Row[] {
  const { t } = writer;
  const row = rowMaker(t("sheet.plotRatio"), writer);
  const { netPlotRatio, buildingCompleteness } = plotRatio;
  const built = (field: BuiltField, unit: string, remark: string): Row[] => {
    const { value, ends } = builtOf(plotRatio, field);
    if (ends === null) return [row(field, value, unit, remark)];
    const remarks = (end: string) => [remark, end].filter(Boolean).join(" · ");
    return [
      row(field, ends[0], unit, remarks(t("file.lowest"))),
      row(field, ends[1], unit, remarks(t("file.highest"))),
    ];
  };
  return [
    row("constructionLandSqm", plotRatio.constructionLandSqm, t("unit.sqm")),
    ...built("gfaAboveSqm", t("unit.sqm"), t(`value.${buildingCompleteness}`)),
    ...built("grossPlotRatio", "", ""),
    ...built("landAreaPlotRatio", "", ""),
    ...built("netPlotRatio", "", netNote(netPlotRatio, t)),
    ...plotRatio.bands.map((band) => bandRow(band, writer)),
    row("missingFootprintShare", percent(plotRatio.missingFootprintShare), "%"),
  ];
}

function bandRow(band: BlockBand, { t, language }: Writer): Row {
  const name = t("sheetPage.band.name", { ...band, name: language === "en" ? band.nameEn : band.nameZh });
  const note = t("sheetPage.band.reference", {
    plotRatio: `${band.plotRatioMin}–${band.plotRatioMax}`,
    siteCoverage: `${percent(band.siteCoverageMax)}%`,
  });
  return [t("sheetPage.band.title"), name, band.plotRatioMedian, "", note];
}

function classRows({ result: { density, plotRatio } }: SheetAnswer, writer: Writer): Row[] {
  const { t } = writer;
  const groups = [
    ["byHeightClass", density.byHeightClass.map((row) => ({ ...row, name: t(`heightClass.${row.class}`) }))],
    ["byAgeClass", density.byAgeClass.map((row) => ({ ...row, name: t(`ageClass.${row.class}`) }))],
    ["byUse", plotRatio.byUse.map((row) => ({ ...row, name: t(`value.${row.use}`) }))],
  ] as const;
  return groups.flatMap(([field, rows]) => {
    const part = t(`field.${field}`);
    return rows.flatMap(({ name, buildings, footprintSqm, gfaAboveSqm }): Row[] => [
      [part, name, buildings, t("unit.buildings"), ""],
      [part, name, footprintSqm, t("unit.sqm"), t("field.footprintSqm")],
      [part, name, gfaAboveSqm, t("unit.sqm"), t("field.gfaAboveSqm")],
    ]);
  });
}

const WAYS = ["byTime", "byDistance", "byBoth"] as const;

function tierRows(tier: TierCoverage, persona: string, writer: Writer): Row[] {
  const { t } = writer;
  const part = `${t("sheet.lifeCircle")} ${t("sheet.tier", { minutes: tier.minutes })} · ${persona}`;
  const { allPresent } = tier;
  const people = allPresent.residents ?? allPresent.buildings;
  const whom = t(allPresent.residents === null ? "sheet.ofBuildings" : "sheet.ofResidents");
  const trial = tier.trial ? ` · ${t("sheet.trial")}` : "";
  return [
    ...WAYS.map(
      (way): Row => [
        part,
        t("sheet.presentOf", allPresent),
        percent(people[way]),
        "%",
        `${whom} · ${t(`sheet.${way}`)}${trial}`,
      ],
    ),
    ...tier.categories.flatMap((category) => categoryRows(category, { part, trial, writer })),
  ];
}

function categoryRows(
  category: CategoryCoverage,
  {
    part,
    trial,
    writer: { t, language },
  }: { readonly part: string; readonly trial: string; readonly writer: Writer },
): Row[] {
  const name = nameIn(language, category) ?? category.category;
  if (category.test !== "walk") return [[part, name, null, "%", t("sheet.notByWalk")]];
  const shares = category.residents ?? category.buildings;
  if (category.status === "absent" || shares === null) return [[part, name, null, "%", t("sheet.absent")]];
  const whom = t(category.residents === null ? "sheet.ofBuildings" : "sheet.ofResidents");
  return [
    ...WAYS.map(
      (way): Row => [part, name, percent(shares[way]), "%", `${whom} · ${t(`sheet.${way}`)}${trial}`],
    ),
    [part, name, category.medianSeconds, t("unit.s"), t("sheet.time")],
  ];
}

function qualityRows(answer: SheetAnswer, { t, language }: Writer): Row[] {
  const numbers = numberText(language);
  const part = t("sheet.quality");
  return answer.dataQuality.map(({ code, field, share, count, message }): Row => {
    const values = { share: numbers.share(share ?? null), count: numbers.number(count ?? null) };
    const quantity = field === undefined ? "" : t(`field.${field}`, { defaultValue: field });
    const text = t(`quality.${code}`, { ...values, defaultValue: message });
    return [
      part,
      quantity,
      count ?? percent(share ?? null),
      count === undefined && share !== undefined ? "%" : "",
      text,
    ];
  });
}

/** What every export says of itself: area, source with its date, data version, sample mark. */
export function sourceLine(answer: Pick<SheetAnswer, "dataVersion">, state: AppState, t: TFunction): string {
  const district = state.districts.find(({ id }) => id === state.district);
  if (!district) return "";
  const date = district.asOf ?? t("app.asOfUnknown");
  const source = t("sentence.source", { source: sourceText(district, t), date, version: answer.dataVersion });
  return district.sample ? `${source} · ${t("app.sample")}` : source;
}
