import "../look/money.css";
import { useEffect } from "react";
import type { ProjectMoneyList } from "../../server/contract/project-money.ts";
import { termName } from "../locale/project-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { chooseMoney, clearMoneyChoice, followMoney, moneyAgain } from "../state/money.ts";
import { selectDistrict } from "../state/session.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { FailureNote } from "./failure-note.tsx";
import { MoneyBar } from "./money-bar.tsx";
import { MoneyDownloads } from "./money-downloads.tsx";
import { MoneyProjects } from "./money-projects.tsx";
import { MoneySourcesPart } from "./money-sources.tsx";
import { MoneyTargets } from "./money-targets.tsx";
import { amountOf, leverageText, SUREST_FIRST, sumOf, useYuan } from "./money-text.ts";
import { Skeleton } from "./skeleton.tsx";

/** Who pays for the projects as they are filtered: how sure it is, by type and by project, and what is wanting. */
export function MoneyView() {
  const { t } = useReader();
  const run = useApp((state) => state.projectMoney);
  const isSample = useApp((state) => selectDistrict(state)?.sample ?? false);
  useEffect(followMoney, []);
  const answer = answerOfRun(run);
  return (
    <section className="money" data-money={run.status} aria-busy={run.status === "running"}>
      {isSample ? (
        <p>
          <span className="mark mark-sample">{t("app.sample")}</span>
        </p>
      ) : null}
      <p className="hint">{t("money.hint")}</p>
      {run.status === "failed" ? <FailureNote failure={run.failure} onRetry={moneyAgain} /> : null}
      {answer === null ? (
        <Skeleton lines={8} />
      ) : (
        <>
          <Headline answer={answer} />
          <Kinds answer={answer} />
          <Narrowed answer={answer} />
          <MoneyProjects answer={answer} />
          <MoneyDownloads answer={answer} />
          <MoneyTargets answer={answer} />
          <MoneySourcesPart />
        </>
      )}
    </section>
  );
}

function Headline({ answer: { sums } }: { readonly answer: ProjectMoneyList }) {
  const { t } = useReader();
  const yuan = useYuan();
  const chosen = useApp((state) => state.moneyChoice.status);
  const isUnknown = sums.gapYuan === null;
  return (
    <div className="money-headline">
      <div className="money-figures">
        {SUREST_FIRST.map((status) => (
          <button
            key={status}
            type="button"
            data-figure={status}
            aria-pressed={chosen === status}
            onClick={() => chooseMoney({ status: chosen === status ? null : status })}
          >
            <small>
              <i className="money-key" data-status={status} />
              {t(`money.statusOf.${status}`)}
            </small>
            <b>{yuan(amountOf(sums, status))}</b>
          </button>
        ))}
      </div>
      <dl className="facts">
        <div>
          <dt>{t("money.allocated")}</dt>
          <dd>
            <b>{yuan(sums.allocatedYuan)}</b>
            <small>{t("money.projectsOf", { count: sums.projects })}</small>
          </dd>
        </div>
        <div>
          <dt>{t("money.total")}</dt>
          <dd>
            {isUnknown ? t("money.unknown") : yuan(sums.totalYuan)}
            {sums.totalUnknown === 0 || isUnknown ? null : (
              <small>
                {t("money.totalOf", {
                  projects: sums.totalKnown,
                  unknown: sums.totalUnknown,
                })}
              </small>
            )}
          </dd>
        </div>
        <div>
          <dt>{t("money.gap")}</dt>
          <dd data-figure="gap">
            {yuan(sums.gapYuan)}
            <small>{t("money.gapHint")}</small>
          </dd>
        </div>
        <div>
          <dt>{t("money.leverage")}</dt>
          <dd data-figure="leverage">
            {leverageText(t, sums.leverage, sums.allocatedYuan === 0)}
            {sums.leverage === null ? null : (
              <small>
                {t("money.leverageHint", { secured: leverageText(t, sums.leverageSecured, false) })}
              </small>
            )}
          </dd>
        </div>
      </dl>
    </div>
  );
}

function Kinds({ answer: { byKind } }: { readonly answer: ProjectMoneyList }) {
  const { t, terms, language } = useReader();
  const yuan = useYuan();
  const chosen = useApp((state) => state.moneyChoice.kind);
  if (byKind.length === 0) return <p className="hint">{t("money.noMoney")}</p>;
  const most = Math.max(...byKind.map(sumOf));
  return (
    <>
      <h3>{t("money.byKind")}</h3>
      <ul className="money-rows" data-rows="kinds">
        {byKind.map((money) => (
          <li key={money.kind}>
            <button
              type="button"
              aria-pressed={chosen === money.kind}
              onClick={() => chooseMoney({ kind: chosen === money.kind ? null : money.kind })}
            >
              <span>
                {termName(terms, { kind: "funding-source", code: money.kind, language })}
                {money.fiscal ? <small className="tag">{t("money.fiscal")}</small> : null}
              </span>
              <b>{yuan(sumOf(money))}</b>
              <MoneyBar money={money} most={most} />
              <small>{t("money.projectsOf", { count: money.projects })}</small>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function Narrowed({ answer: { items, byKind } }: { readonly answer: ProjectMoneyList }) {
  const { t, terms, language } = useReader();
  const yuan = useYuan();
  const { kind, status } = useApp((state) => state.moneyChoice);
  const asked = byKind.filter((money) => kind === null || money.kind === kind);
  const sum = asked.reduce(
    (all, money) => all + (status === null ? sumOf(money) : amountOf(money, status)),
    0,
  );
  const what = [
    kind === null ? null : termName(terms, { kind: "funding-source", code: kind, language }),
    status === null ? null : t(`money.status.${status}`),
  ].filter(Boolean);
  return (
    <>
      <h3>{t("money.byProject")}</h3>
      {what.length === 0 ? null : (
        <p className="actions" aria-live="polite">
          <span>{t("money.narrowed", { what: what.join(" · ") })}</span>
          <b data-sum="narrowed">{yuan(sum)}</b>
          <small>{t("money.projectsOf", { count: items.length })}</small>
          <button type="button" className="quiet" onClick={clearMoneyChoice}>
            {t("money.all")}
          </button>
        </p>
      )}
    </>
  );
}
