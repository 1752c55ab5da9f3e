import { useTranslation } from "react-i18next";
import {
  HEALTH_DIMENSIONS,
  type HealthCheckResult,
  type HealthIndicator,
} from "../../server/contract/health-check.ts";
import { nameIn } from "../locale/name-text.ts";
import { dayText } from "../panels/today-text.ts";
import { setHealth } from "../state/health.ts";
import type { HealthAnswer } from "../state/health-state.ts";
import { useApp } from "../state/store.ts";
import type { AnalysisView } from "./analysis-view.ts";
import { HealthDownloads } from "./health-downloads.tsx";
import { HealthValue, useUnit } from "./health-value.tsx";
import { ListFinding } from "./list-finding.tsx";
import { MethodNotes, QualityNotes } from "./notes.tsx";

/** How many indicators have a value, then each by dimension, then what others must tell, then how it is made. */
function HealthCheck({ answer }: { readonly answer: HealthAnswer }) {
  const { result } = answer;
  const measurable = result.indicators.filter(({ computability }) => computability !== "survey");
  const surveys = result.indicators.filter(({ computability }) => computability === "survey");
  return (
    <article className="health-answer">
      <Headline result={result} />
      {HEALTH_DIMENSIONS.map((dimension) => (
        <Dimension
          key={dimension}
          dimension={dimension}
          answer={answer}
          indicators={measurable.filter((each) => each.dimension === dimension)}
        />
      ))}
      {surveys.length === 0 ? null : <Surveys indicators={surveys} answer={answer} />}
      <HealthDownloads answer={answer} />
      <QualityNotes notes={answer.dataQuality} />
      <MethodNotes methods={answer.method} under="health" />
    </article>
  );
}

function Headline({ result }: { readonly result: HealthCheckResult }) {
  const { t } = useTranslation();
  const isWhole = useApp((state) => state.area === null);
  const { indicators, editions, edition } = result;
  const told = indicators.filter(({ value }) => value !== null);
  const surveys = indicators.filter(({ reason }) => reason === "survey").length;
  return (
    <div className="health-headline" data-field="indicators">
      <label className="field">
        <span>{t("health.edition")}</span>
        <select value={edition} onChange={({ target }) => setHealth({ edition: target.value })}>
          {editions.map((each) => (
            <option key={each} value={each}>
              {t("health.editionName", { edition: each })}
            </option>
          ))}
        </select>
      </label>
      <p className="hint">{t(isWhole ? "health.scopeDistrict" : "health.scopeArea")}</p>
      <p className="health-summary">{t("health.summary", { total: indicators.length, told: told.length })}</p>
      <p className="hint">
        {t("health.summaryMore", {
          proxy: told.filter(({ computability }) => computability === "proxy").length,
          surveys,
          missing: indicators.length - told.length - surveys,
        })}
        <em className="trial" title={t("sheet.trialHint")}>
          {t("sheet.unverified")}
        </em>
      </p>
    </div>
  );
}

interface Some {
  readonly answer: HealthAnswer;
  readonly indicators: readonly HealthIndicator[];
}

function Dimension({
  dimension,
  indicators,
  answer,
}: Some & { readonly dimension: HealthIndicator["dimension"] }) {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  if (indicators.length === 0) return null;
  return (
    <table className="classes health-table" data-dimension={dimension}>
      <caption>{t(`health.dimension.${dimension}`)}</caption>
      <thead>
        <tr>
          <th scope="col">{t("health.indicator")}</th>
          <th scope="col">{t("health.value")}</th>
        </tr>
      </thead>
      <tbody>
        {indicators.map((each) => (
          <tr key={each.code} data-indicator={each.code}>
            <th scope="row">
              {nameIn(language, each)}
              {each.computability === "proxy" ? <span className="tag">{t("health.proxy")}</span> : null}
              <small>{language === "en" ? each.basisEn : each.basisZh}</small>
              <small className="health-clause" lang="zh-CN" title={each.source}>
                {t("health.clause", { clause: each.clause, status: t(`sheet.${each.status}`) })}
              </small>
            </th>
            <td>
              <HealthValue of={each} answer={answer} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Surveys({ indicators, answer }: Some) {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  const told = indicators.filter(({ entered }) => entered !== null);
  return (
    <details className="notes" data-field="surveys">
      <summary>
        {t("health.surveys", { count: indicators.length })}
        {told.length === 0 ? null : ` · ${t("health.told", { count: told.length })}`}
      </summary>
      <ul>
        {indicators.map((each) => (
          <li key={each.code}>
            {nameIn(language, each)}{" "}
            <small title={each.source}>
              {t(`health.dimension.${each.dimension}`)} · <span lang="zh-CN">{each.clause}</span>
            </small>
            {each.entered === null ? null : <Told of={each} entered={each.entered} answer={answer} />}
          </li>
        ))}
      </ul>
    </details>
  );
}

interface ToldProps {
  readonly of: HealthIndicator;
  readonly entered: NonNullable<HealthIndicator["entered"]>;
  readonly answer: HealthAnswer;
}

// told and not measured: never in the place of a value
function Told({ of, entered, answer }: ToldProps) {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  const textOf = useUnit(of.unit);
  const { value, asOf, toldBy, note, enteredAt, met } = entered;
  return (
    <span className="health-told" data-told={of.code}>
      <b>{t("findings.entered", { value: textOf(value) })}</b>{" "}
      <small>
        {t("findings.enteredBy", { date: asOf, who: toldBy, entered: dayText(enteredAt) })}
        {note === null ? null : ` · ${note}`}
        {met === null ? null : ` · ${t(met ? "findings.met" : "findings.notMet")}`}
      </small>
      {met === false || (of.direction === "lower" && value > 0 && met === null) ? (
        <ListFinding
          answer={answer}
          indicator={of.code}
          zone={null}
          about={nameIn(language, of) ?? of.code}
        />
      ) : null}
    </span>
  );
}

export const healthCheckView: AnalysisView<"health-check"> = { Form: null, Result: HealthCheck };
