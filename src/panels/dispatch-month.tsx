import { useEffect } from "react";
import type { DispatchMonth } from "../../server/contract/dispatch.ts";
import { sheetAddress } from "../dispatch-backend.ts";
import { useReader } from "../locale/use-reader.ts";
import { dispatchAgain, followDispatch, readMoreDispatch } from "../state/dispatch.ts";
import type { DispatchQuestion } from "../state/dispatch-state.ts";
import { selectIsNarrowed } from "../state/projects.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { DispatchFilters } from "./dispatch-filters.tsx";
import { DispatchFreeze } from "./dispatch-freeze.tsx";
import { DispatchTable, LightMark } from "./dispatch-table.tsx";
import { DispatchTake } from "./dispatch-take.tsx";
import { FailureNote } from "./failure-note.tsx";
import { Icon } from "./icon.tsx";
import { Skeleton } from "./skeleton.tsx";

/** The month: filters, the sheet out and in, and its table, which the map shows the projects of. */
export function DispatchMonthPart() {
  const run = useApp((state) => state.dispatch);
  const answer = answerOfRun(run);
  useEffect(followDispatch, []);
  return (
    <div data-dispatch={run.status} aria-busy={run.status === "running"}>
      <DispatchFilters answer={answer} />
      {run.status === "failed" ? <FailureNote failure={run.failure} onRetry={dispatchAgain} /> : null}
      {run.status === "running" && answer === null ? <Skeleton lines={8} /> : null}
      {answer === null || run.status === "idle" ? null : <Month answer={answer} asked={run.params} />}
    </div>
  );
}

function Month({ answer, asked }: { readonly answer: DispatchMonth; readonly asked: DispatchQuestion }) {
  const { t, numbers } = useReader();
  const canWrite = useApp((state) => state.settings?.readOnly === false);
  const pool = useApp((state) => answerOfRun(state.projects));
  const isNarrowed = useApp(selectIsNarrowed);
  const listed = new Set(pool?.items.map(({ id }) => id));
  const rows =
    isNarrowed && pool !== null ? answer.items.filter(({ project }) => listed.has(project)) : answer.items;
  return (
    <>
      <p className="dispatch-count" aria-live="polite">
        <b>{t("dispatch.count", { total: numbers.number(answer.total) })}</b>
        <span className="hint">{t("dispatch.judgedOn", { date: answer.judgedOn })}</span>
      </p>
      {rows.length === answer.items.length ? null : (
        <p className="hint">{t("dispatch.narrowed", { shown: numbers.number(rows.length) })}</p>
      )}
      <div className="dispatch-tools">
        <a
          className="as-button"
          href={sheetAddress(asked)}
          download
          title={t("dispatch.handOutHint", { total: answer.total })}
        >
          <Icon name="import" />
          {t("dispatch.handOut")}
        </a>
        {canWrite ? <DispatchFreeze key={asked.month} month={asked.month} /> : null}
      </div>
      {canWrite ? <DispatchTake /> : <p className="hint">{t("dispatch.readOnly")}</p>}
      {rows.length === answer.items.length && rows.length > 0 ? <Sums sums={answer.sums} /> : null}
      {rows.length === 0 ? (
        <p className="hint">{t("dispatch.none")}</p>
      ) : (
        <DispatchTable rows={rows} month={answer.month} />
      )}
      {answer.next === null ? null : (
        <button type="button" onClick={() => void readMoreDispatch()}>
          {t("projects.more", { shown: answer.items.length, total: answer.total })}
        </button>
      )}
      <Rules rules={answer.rules} />
    </>
  );
}

const YUAN_PER_WAN = 10_000;
const SUMMED = [
  "yearPlanWanYuan",
  "monthDoneWanYuan",
  "yearDoneWanYuan",
  "arrivedWanYuan",
  "paidWanYuan",
] as const;

/** What the returns of the projects found add up to, and of how many it was not returned. */
function Sums({ sums }: Pick<DispatchMonth, "sums">) {
  const { t, numbers } = useReader();
  return (
    <dl className="dispatch-sums" aria-label={t("dispatch.sums")}>
      {SUMMED.map((field) => {
        const { wanYuan, unknown } = sums[field];
        return (
          <div key={field} data-sum={field}>
            <dt>{t(`dispatch.field.${field}`)}</dt>
            <dd>
              {wanYuan === null
                ? numbers.unknown
                : t("money.yuan", { amount: numbers.count(wanYuan * YUAN_PER_WAN) })}
              {unknown === 0 ? null : <small>{t("dispatch.sumUnknown", { count: unknown })}</small>}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function Rules({ rules }: Pick<DispatchMonth, "rules">) {
  const { t, language } = useReader();
  return (
    <details className="dispatch-take">
      <summary>{t("dispatch.rules")}</summary>
      {rules.map(({ rule, light, textZh, textEn, jurisdiction, clause, source, clauseStatus }) => (
        <p key={rule} className="source">
          <LightMark light={light} /> {language === "en" ? textEn : textZh} ·{" "}
          <span lang="zh-CN">{[jurisdiction, clause, source].join(" · ")}</span>
          {clauseStatus === "unverified" ? ` · ${t("programme.unverified")}` : null}
        </p>
      ))}
    </details>
  );
}
