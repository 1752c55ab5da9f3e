import type { AcquisitionPlot } from "../../server/contract/acquisition-plots.ts";
import { nameIn } from "../locale/name-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { plotShare, shownStage } from "../state/plot-share.ts";
import { openPlot } from "../state/signing.ts";

/** A plot of the list: its name, how many of its households have come, and by when; of a case elsewhere it opens nothing. */
export function PlotRow({ plot }: { readonly plot: AcquisitionPlot }) {
  const { t, language } = useReader();
  const share = plotShare(plot);
  const isOwn = plot.jurisdiction === "区级";
  const name = nameIn(language, plot);
  return (
    <div className="plot-row" data-plot={plot.id}>
      <p>
        {isOwn ? (
          <button type="button" className="quiet" onClick={() => openPlot(plot)}>
            {name}
          </button>
        ) : (
          <b>{name}</b>
        )}
        {plot.invented ? <span className="mark mark-sample">{t("signing.invented")}</span> : null}
        {isOwn && plot.geometry === null ? <small>{t("signing.noShape")}</small> : null}
      </p>
      <div className="plot-bar" aria-hidden="true" data-unknown={share === null}>
        <span style={{ inlineSize: `${(share ?? 0) * 100}%` }} />
      </div>
      <p className="plot-told">
        <PlotTold plot={plot} stage={shownStage(plot.purpose)} />
      </p>
    </div>
  );
}

/** How many of a plot have come to a stage, in words; why not, where it is not told. */
export function PlotTold({ plot, stage }: { readonly plot: AcquisitionPlot; readonly stage: string }) {
  const { t, numbers, language } = useReader();
  const reached = plot.progress.find((each) => each.stage === stage);
  const note = language === "en" ? plot.noteEn : plot.noteZh;
  if (plot.withheld) return <>{t("signing.withheldPlot")}</>;
  const all = numbers.number(plot.households);
  if (!reached?.latest) {
    return (
      <>
        {t("signing.households", { count: all })} ·{" "}
        {t(reached?.withheld ? "signing.withheld" : "signing.notCounted")}
      </>
    );
  }
  const { households, on, partly } = reached.latest;
  const count = numbers.number(households);
  // 99.96% is not yet all: never rounded up
  const share = reached.share === null ? "" : `${numbers.number(Math.floor(reached.share * 1000) / 10, 1)}%`;
  const more = [t("signing.by", { date: on }), reached.withheld ? t("signing.withheld") : null, note];
  return (
    <>
      <span>{t(partly ? "signing.partly" : "signing.reached", { count, all, share })}</span>{" "}
      <small>{more.filter(Boolean).join(" · ")}</small>
    </>
  );
}
