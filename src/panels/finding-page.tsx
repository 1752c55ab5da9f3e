import { useEffect } from "react";
import type { FindingPage as Page } from "../../server/contract/findings.ts";
import { useFindingReader } from "../locale/use-finding-reader.ts";
import { showExtent } from "../state/appearance.ts";
import { readFindingOf } from "../state/finding-page.ts";
import { showView } from "../state/projects-view.ts";
import { clearSelection } from "../state/selection.ts";
import { selectDistrict } from "../state/session.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { FailureNote } from "./failure-note.tsx";
import { FindingChain } from "./finding-chain.tsx";
import { FindingMark } from "./finding-mark.tsx";
import { FindingRefusal } from "./finding-refusal.tsx";
import { FindingTrend } from "./finding-trend.tsx";
import { Icon } from "./icon.tsx";
import { Skeleton } from "./skeleton.tsx";
import { minuteText } from "./today-text.ts";

/** One finding with its chain drawn as steps, the values over time, and who wrote what. */
export function FindingPage({ id }: { readonly id: string }) {
  const { t } = useFindingReader();
  const run = useApp((state) => state.findingPage);
  const district = useApp((state) => state.district);
  useEffect(() => {
    if (district !== null) void readFindingOf(id);
  }, [id, district]);
  const page = answerOfRun(run);
  const leave = () => {
    clearSelection();
    showView("findings");
  };
  return (
    <article className="card project-page finding-page">
      <button type="button" className="quiet" onClick={leave}>
        <Icon name="back" />
        {t("findings.back")}
      </button>
      {run.status === "failed" ? (
        <FailureNote failure={run.failure} onRetry={() => readFindingOf(id)} />
      ) : null}
      {page?.finding.id === id ? (
        <Told page={page} />
      ) : run.status === "failed" ? null : (
        <Skeleton lines={8} />
      )}
    </article>
  );
}

function Told({ page }: { readonly page: Page }) {
  const { t, nameOf, titleOf } = useFindingReader();
  const isSample = useApp((state) => selectDistrict(state)?.sample ?? false);
  const refusal = useApp((state) => state.findingRefusal);
  const { finding, trend } = page;
  const { extent, source, severity, state, level, note, indicator, unit } = finding;
  return (
    <>
      <p className="eyebrow">
        {[nameOf("source", source), level === "internal" ? t("findings.internal") : null]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <h2 className="card-title">{titleOf(finding)}</h2>
      {isSample ? <p className="mark mark-sample">{t("app.sample")}</p> : null}
      <p className="finding-tags">
        <FindingMark severity={severity} />
        <span className="tag" data-state={state}>
          {nameOf("state", state)}
        </span>
      </p>
      {note === null ? null : <p className="project-summary">{note}</p>}
      {extent === null ? (
        <p className="hint">{t("findings.placeUnknown")}</p>
      ) : (
        <p className="actions">
          <button type="button" onClick={() => showExtent(extent)}>
            <Icon name="target" />
            {t("action.zoomTo")}
          </button>
        </p>
      )}
      {refusal === null ? null : <FindingRefusal refusal={refusal} />}
      <FindingChain page={page} />
      {indicator === null ? null : <FindingTrend points={trend} unit={unit} />}
      <History page={page} />
    </>
  );
}

function History({ page: { changes } }: { readonly page: Page }) {
  const { t } = useFindingReader();
  return (
    <details className="history">
      <summary>
        {t("findings.history")} <span className="chip-count">{changes.length}</span>
      </summary>
      <ol>
        {changes.map(({ version, entity, after, at, actor }) => (
          <li key={version}>
            <b>
              {t(`findings.change.${entity}${entity === "finding-project" && after === null ? "-out" : ""}`, {
                defaultValue: entity,
              })}
            </b>
            <small>
              {t("programme.by", {
                date: minuteText(at),
                actor: actor === "local" ? t("programme.local") : actor,
              })}
            </small>
          </li>
        ))}
      </ol>
    </details>
  );
}
