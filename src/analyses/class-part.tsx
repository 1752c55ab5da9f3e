import { useTranslation } from "react-i18next";
import type { AnswerSheetResult } from "../../server/contract/answer-sheet.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { ClassChart } from "./class-chart.tsx";
import { type ClassField, type ClassRow, classRows, isCharted } from "./class-rows.ts";
import { type DataColumn, DataTable } from "./data-table.tsx";
import { useDistrictSheet, useIsDistrict } from "./district-sheet.ts";

type Classed = Parameters<typeof classRows>[1];

/** The buildings of an area by class: a chart to look at, and the same as a table to sort and copy. */
export function ClassPart({ field, of }: { readonly field: ClassField; readonly of: Classed }) {
  const { t } = useTranslation();
  const district = useDistrictSheet();
  const isDistrict = useIsDistrict();
  const all = classRows(field, of, t);
  const rows = all.filter(({ buildings }) => buildings > 0);
  if (rows.length === 0) return null;
  const beside = district === null || isDistrict ? null : classRows(field, classedOf(district.result), t);
  return (
    <div className="class-part">
      <ClassChart field={field} rows={all.filter((row) => isCharted(field, row))} district={beside} />
      <details>
        <summary>{t("sheetPage.chart.table")}</summary>
        <ClassTable field={field} rows={rows} />
      </details>
    </div>
  );
}

/** What a sheet says of the classes of its buildings. */
export const classedOf = ({ density, plotRatio }: AnswerSheetResult): Classed => ({
  byHeightClass: density.byHeightClass,
  byAgeClass: density.byAgeClass,
  byUse: plotRatio.byUse,
});

function ClassTable({ field, rows }: { readonly field: ClassField; readonly rows: readonly ClassRow[] }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const known: DataColumn<ClassRow>[] = [
    { id: "class", label: t("field.class"), value: ({ name }) => name, cell: ({ name }) => name },
    {
      id: "footprintSqm",
      label: `${t("field.footprintSqm")} (m²)`,
      value: ({ footprintSqm }) => footprintSqm,
      cell: ({ footprintSqm, footprintShare }) =>
        `${numbers.number(footprintSqm)} · ${numbers.share(footprintShare)}`,
    },
    {
      id: "buildings",
      label: t("field.buildings"),
      value: ({ buildings }) => buildings,
      cell: ({ buildings }) => numbers.number(buildings, 1),
    },
    {
      id: "gfaAboveSqm",
      label: `${t("field.gfaAboveSqm")} (m²)`,
      value: ({ gfaAboveSqm }) => gfaAboveSqm,
      cell: ({ gfaAboveSqm }) => numbers.number(gfaAboveSqm),
    },
  ];
  const residents: DataColumn<ClassRow> = {
    id: "residents",
    label: t("field.residents"),
    value: (row) => row.residents,
    cell: (row) => numbers.number(row.residents),
  };
  return (
    <DataTable
      field={field}
      caption={t(`field.${field}`)}
      className="classes"
      columns={rows.some((row) => row.residents !== null) ? [...known, residents] : known}
      rows={rows}
      keyOf={({ id }) => id}
      isUnknown={({ isUnknown }) => isUnknown}
    />
  );
}
