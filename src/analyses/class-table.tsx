import { useTranslation } from "react-i18next";
import { useNumbers } from "../locale/use-numbers.ts";
import { ShareBar } from "./figure.tsx";

/** One class of buildings with what it holds. */
export interface ClassRow {
  readonly name: string;
  readonly buildings: number;
  readonly footprintSqm: number;
  readonly gfaAboveSqm: number | null;
  readonly isUnknown?: boolean;
}

/** Buildings by class, the bar by footprint: the one measure known of every building. */
export function ClassTable({ field, rows }: { readonly field: string; readonly rows: readonly ClassRow[] }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const total = rows.reduce((sum, row) => sum + row.footprintSqm, 0);
  const largest = Math.max(...rows.map((row) => row.footprintSqm));
  const filled = rows.filter((row) => row.buildings > 0);
  if (total === 0 || filled.length === 0) return null;
  return (
    <table className="classes" data-field={field}>
      <caption>{t(`field.${field}`)}</caption>
      <thead>
        <tr>
          <th scope="col">{t("field.class")}</th>
          <th scope="col">{t("field.footprintSqm")}</th>
          <th scope="col">{t("field.buildings")}</th>
          <th scope="col">{t("field.gfaAboveSqm")}</th>
        </tr>
      </thead>
      <tbody>
        {filled.map((row) => (
          <tr key={row.name} className={row.isUnknown ? "unknown" : undefined}>
            <th scope="row">{row.name}</th>
            <td>
              <ShareBar
                share={row.footprintSqm / largest}
                text={numbers.share(row.footprintSqm / total)}
                tone={row.isUnknown ? "hollow" : "ink"}
              />
            </td>
            <td>{numbers.number(row.buildings, 1)}</td>
            <td>{numbers.floorArea(row.gfaAboveSqm)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
