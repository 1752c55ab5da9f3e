import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Table } from "../formats/table.ts";
import { sourceText } from "../locale/source-text.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import type { AppState } from "../state/app-state.ts";
import { MINUTES, type MinutesHistogram } from "../state/minutes-histogram.ts";
import { useApp } from "../state/store.ts";
import type { Minutes } from "./use-minutes.ts";

/** Every minute with how many walk so long, for who does not look at the chart, and to take away. */
export function MinutesTable({ minutes, title }: { readonly minutes: Minutes; readonly title: string }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const { columns, rows } = minutesTable(minutes, { t, title });
  const download = async () => {
    const { writeCsv } = await import("../formats/csv-table.ts");
    const { saveFile } = await import("../formats/save-file.ts");
    const source = [t("sheet.source"), sourceOf(useApp.getState(), t), ...columns.slice(2).map(() => null)];
    saveFile(writeCsv({ title, columns, rows: [...rows, source] }), `${title}.csv`);
  };
  return (
    <details className="minutes-table">
      <summary>{t("minutesView.table")}</summary>

      <div className="minutes-scroll">
        <table className="minutes-rows">
          <caption className="unseen">{title}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ...values]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {values.map((value, at) => (
                  <td key={columns[at + 1]}>{typeof value === "number" ? numbers.number(value, 1) : "–"}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <button type="button" className="quiet" onClick={() => void download()}>
        {t("minutesView.download")}
      </button>
    </details>
  );
}

// what the minutes rest on, and that a sample is one
function sourceOf({ districts, district: id }: AppState, t: TFunction): string {
  const district = districts.find((each) => each.id === id);
  if (!district) return "";
  const { asOf, sample } = district;
  const date = asOf === null ? t("app.asOfUnknown") : t("app.asOf", { date: asOf });
  const said = [
    t("app.data", { source: sourceText(district, t) }),
    date,
    ...(sample ? [t("app.sample")] : []),
  ];
  return said.join(" · ");
}

/**
 * The histogram as a table: minutes, how many residents where they are known, buildings and the cumulative share in per cent,
 * the right side after the left.
 */
export function minutesTable(
  { first, beside, by }: Minutes,
  { t, title }: { readonly t: TFunction; readonly title: string },
): Table {
  const sides = beside ? [first, beside] : [first];
  const named = (side: number, name: string) =>
    beside ? `${t(side === 0 ? "minutesView.first" : "minutesView.beside")} ${name}` : name;
  const columns = sides.flatMap((_, side) => [
    ...(by === "residents" ? [named(side, t(`minutesView.people.${by}`))] : []),
    named(side, t("minutesView.column.buildings")),
    named(side, `${t("minutesView.column.cumulative")} %`),
  ]);
  // later minutes that nobody walks are left out
  const last = Math.max(...sides.map(lastMinute));
  const minutes = Array.from({ length: MINUTES }, (_, minute) => minute).filter((minute) => minute <= last);
  return {
    title,
    columns: [t("minutesView.column.minutes"), ...columns],
    rows: [
      ...minutes.map((minute) => [
        `${minute}–${minute + 1}`,
        ...sides.flatMap((each) => rowOf(each, minute, by)),
      ]),
      [t("minutesView.over"), ...sides.flatMap((each) => rowOf(each, MINUTES, by))],
      [
        t("minutesView.unknown"),
        ...sides.flatMap(({ offNetwork, offNetworkBuildings }) => [
          ...(by === "residents" ? [offNetwork] : []),
          offNetworkBuildings,
          null,
        ]),
      ],
    ],
  };
}

function lastMinute({ buildings }: MinutesHistogram): number {
  return buildings.subarray(0, MINUTES).findLastIndex((each) => each > 0);
}

function rowOf(
  { weights, buildings, total }: MinutesHistogram,
  minute: number,
  by: Minutes["by"],
): (number | null)[] {
  const reached = weights.subarray(0, minute + 1).reduce((sum, each) => sum + each, 0);
  const percent = total > 0 ? Number(((100 * reached) / total).toFixed(4)) : null;
  return [...(by === "residents" ? [weights[minute]!] : []), buildings[minute]!, percent];
}
