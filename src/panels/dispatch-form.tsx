import type { DispatchRow } from "../../server/contract/dispatch.ts";
import type { SnapshotPage } from "../../server/contract/dispatch-snapshot.ts";
import { lightReasonText } from "../locale/dispatch-text.ts";
import type { Reader } from "../locale/guard-text.ts";
import { nameIn } from "../locale/name-text.ts";
import { termName } from "../locale/project-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { selectDistrict } from "../state/session.ts";
import { useApp } from "../state/store.ts";
import { LightMark } from "./dispatch-table.tsx";
import { dayText } from "./today-text.ts";

const AMOUNTS = [
  "totalWanYuan",
  "yearPlanWanYuan",
  "monthDoneWanYuan",
  "yearDoneWanYuan",
  "totalDoneWanYuan",
  "arrivedWanYuan",
  "paidWanYuan",
] as const;

/** The A3 form of a snapshot, landscape, on paper only. */
export function DispatchForm({ page: { snapshot, items, totals } }: { readonly page: SnapshotPage }) {
  const reader = useReader();
  const { t, numbers, language } = reader;
  const district = useApp(selectDistrict);
  return (
    <section className="dispatch-form" aria-hidden="true">
      <h2>
        {district && nameIn(language, district)} {t("dispatch.formTitle", { month: snapshot.month })}
      </h2>
      <p>
        {district?.sample ? <b>{t("app.sample")} · </b> : null}
        {t("dispatch.formUnits")} · {t("dispatch.snapshot")} {snapshot.id} · {dayText(snapshot.madeAt)}
      </p>
      <table>
        <thead>
          <tr>
            <th>{t("dispatch.lightFilter")}</th>
            <th>{t("dispatch.project")}</th>
            <th>{t("dispatch.unit")}</th>
            <th>{t("dispatch.field.implementer")}</th>
            <th>{t("dispatch.field.leader")}</th>
            {AMOUNTS.map((field) => (
              <th key={field}>{t(`dispatch.field.${field}`)}</th>
            ))}
            <th className="wide">{t("dispatch.progress")}</th>
            <th className="wide">{t("dispatch.field.problem")}</th>
            <th className="wide">{t("dispatch.field.coordination")}</th>
            <th className="wide">{t("dispatch.reasons")}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((row) => (
            <FormRow key={row.project} row={row} reader={reader} />
          ))}
          <tr className="form-sum">
            <td colSpan={5}>{t("dispatch.sumRow")}</td>
            {AMOUNTS.map((field) => {
              const total = totals.find((each) => each.field === field);
              return (
                <td key={field} className="sum">
                  {total?.sumWanYuan == null ? "" : numbers.number(total.sumWanYuan, 2)}
                </td>
              );
            })}
            <td colSpan={4} />
          </tr>
        </tbody>
      </table>
      <p className="signatures">{t("programme.review.signatures")}</p>
    </section>
  );
}

function FormRow({ row, reader }: { readonly row: DispatchRow; readonly reader: Reader }) {
  const { numbers, language, terms } = reader;
  const { values } = row;
  const stage = row.stage === null ? null : termName(terms, { kind: "stage", code: row.stage, language });
  const place = language === "en" ? (row.subdistrictEn ?? row.subdistrictZh) : row.subdistrictZh;
  const share = values?.progressShare ?? null;
  return (
    <tr>
      <td>
        <LightMark light={row.light} />
      </td>
      <td>
        {nameIn(language, row)}
        <br />
        <small>{[row.code, stage, place].filter(Boolean).join(" · ")}</small>
      </td>
      <td>{row.unit}</td>
      <td>{values?.implementer}</td>
      <td>{values?.leader}</td>
      {AMOUNTS.map((field) => {
        const sum = values?.[field] ?? null;
        return (
          <td key={field} className="sum">
            {sum === null ? "" : numbers.number(sum, 2)}
          </td>
        );
      })}
      <td>
        {share === null ? null : `${numbers.share(share)} `}
        {values?.progressText}
      </td>
      <td>{values?.problem}</td>
      <td>{values?.coordination}</td>
      <td>{row.reasons.map((reason) => lightReasonText(reason, reader)).join("；")}</td>
    </tr>
  );
}
