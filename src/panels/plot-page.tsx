import "../look/programme.css";
import "../look/signing.css";
import { lazy, Suspense, useEffect } from "react";
import type { AcquisitionPlot, AcquisitionPlotPage } from "../../server/contract/acquisition-plots.ts";
import { nameIn } from "../locale/name-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { showExtent } from "../state/appearance.ts";
import { showView } from "../state/projects-view.ts";
import { select } from "../state/selection.ts";
import { followPlots, readPlotPage } from "../state/signing.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { ConsentVerdict } from "./consent-verdict.tsx";
import { FailureNote } from "./failure-note.tsx";
import { Icon } from "./icon.tsx";
import { PlotCurve } from "./plot-curve.tsx";
import { PlotTold } from "./plot-row.tsx";
import { PlotWrites } from "./plot-writes.tsx";
import { Skeleton } from "./skeleton.tsx";

const PlotHouseholds = lazy(async () => ({
  default: (await import("./plot-households.tsx")).PlotHouseholds,
}));

/** One plot: its households by kind, how far they have come in each stage and by day, and whether the law's shares are reached. */
export function PlotPage({ id }: { readonly id: string }) {
  const { t } = useReader();
  const run = useApp((state) => state.acquisitionPlot);
  const district = useApp((state) => state.district);
  useEffect(followPlots, []);
  useEffect(() => {
    if (district !== null) void readPlotPage(id);
  }, [id, district]);
  const page = answerOfRun(run);
  return (
    <article className="card signing plot-page">
      <button type="button" className="quiet" onClick={() => showView("signing")}>
        <Icon name="back" />
        {t("signing.plot.back")}
      </button>
      {run.status === "failed" ? (
        <FailureNote failure={run.failure} onRetry={() => readPlotPage(id)} />
      ) : page?.plot.id === id ? (
        <Page page={page} />
      ) : (
        <Skeleton lines={6} />
      )}
    </article>
  );
}

function Page({ page }: { readonly page: AcquisitionPlotPage }) {
  const { t, language } = useReader();
  const { plot, consent } = page;
  const { extent } = plot;
  const isInternal = useApp((state) => state.settings?.internal === true);
  return (
    <>
      <p className="eyebrow">{t(`signing.purpose.${plot.purpose}`)}</p>
      <h2 className="card-title">{nameIn(language, plot)}</h2>
      {plot.invented ? <p className="mark mark-sample">{t("app.sample")}</p> : null}
      {extent === null ? null : (
        <p className="actions">
          <button type="button" onClick={() => showExtent(extent)}>
            <Icon name="target" />
            {t("action.zoomTo")}
          </button>
        </p>
      )}
      <PlotFacts plot={plot} />
      {consent === null ? null : <ConsentVerdict consent={consent} stages={page.stages} />}
      <Stages page={page} />
      <PlotCurve page={page} />
      <PlotWrites page={page} />
      {isInternal ? (
        <Suspense fallback={<Skeleton lines={4} />}>
          <PlotHouseholds page={page} />
        </Suspense>
      ) : null}
      <p className="source">
        {t("signing.plot.source")}：{plot.source}
      </p>
    </>
  );
}

function PlotFacts({ plot }: { readonly plot: AcquisitionPlot }) {
  const { t, numbers, language } = useReader();
  const { project, areaSqm, byKind, withheld } = plot;
  const kindText = ({ households, areaSqm: area }: (typeof byKind)[number]) =>
    households === null
      ? t("signing.withheldPlot")
      : [t("signing.households", { count: numbers.number(households) }), area && numbers.area(area)]
          .filter(Boolean)
          .join(" · ");
  return (
    <dl className="facts">
      <div>
        <dt>{t("signing.plot.area")}</dt>
        <dd>{numbers.area(areaSqm)}</dd>
      </div>
      <div>
        <dt>{t("signing.plot.project")}</dt>
        <dd>
          {project === null ? (
            t("signing.plot.noProject")
          ) : (
            <button
              type="button"
              className="quiet"
              onClick={() => select({ layer: "project", id: project.id })}
            >
              {nameIn(language, project)}
            </button>
          )}
        </dd>
      </div>
      <div className="total">
        <dt>{t("signing.plot.households")}</dt>
        <dd>
          {withheld
            ? t("signing.withheldPlot")
            : t("signing.households", { count: numbers.number(plot.households) })}
        </dd>
      </div>
      {byKind.map((kind) => (
        <div key={kind.kind}>
          <dt>{t(`signing.kind.${kind.kind}`)}</dt>
          <dd>{kindText(kind)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Stages({ page: { plot, stages } }: { readonly page: AcquisitionPlotPage }) {
  const { t, numbers, language } = useReader();
  return (
    <section>
      <h3>{t("signing.plot.progress")}</h3>
      <ol className="signing-stages">
        {stages.map((stage) => {
          const reached = plot.progress.find((each) => each.stage === stage.code);
          const byKind = (reached?.byKind ?? []).map(
            ({ kind, households }) => `${t(`signing.kind.${kind}`)} ${numbers.number(households)}`,
          );
          return (
            <li key={stage.code} data-stage={stage.code}>
              <b>{nameIn(language, stage)}</b>
              <span>
                {stage.counted === "households" ? (
                  <PlotTold plot={plot} stage={stage.code} />
                ) : reached?.reachedOn ? (
                  t("signing.plot.reachedOn", { date: reached.reachedOn })
                ) : (
                  t("signing.plot.notReached")
                )}
                {byKind.length < 2 ? null : <small>{byKind.join(" · ")}</small>}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
