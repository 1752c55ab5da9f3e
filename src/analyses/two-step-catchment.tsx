import { useTranslation } from "react-i18next";
import { setCatchment } from "../state/catchment.ts";
import { CATCHMENT_VIEWS, type CatchmentAnswer } from "../state/catchment-state.ts";
import { useApp } from "../state/store.ts";
import type { AnalysisView } from "./analysis-view.ts";
import { CatchmentCurve, CatchmentHistogram } from "./catchment-charts.tsx";
import { CatchmentDownloads } from "./catchment-downloads.tsx";
import { CatchmentFacilities } from "./catchment-facilities.tsx";
import { CatchmentForm } from "./catchment-form.tsx";
import { CatchmentHeadline, CatchmentTrouble } from "./catchment-headline.tsx";
import { CatchmentLegend } from "./catchment-legend.tsx";
import { CatchmentZones } from "./catchment-zones.tsx";
import { MethodNotes, QualityNotes } from "./notes.tsx";
import { Segments } from "./segments.tsx";

/** How much there is for each, where, by which facility, then how it is made. */
function TwoStepCatchment({ answer }: { readonly answer: CatchmentAnswer }) {
  const { result } = answer;
  const isAnswered = result.status === "held" && result.buildings.ordinals.length > 0;
  return (
    <article className="gap-answer catchment-answer">
      <CatchmentTrouble answer={answer} />
      {isAnswered ? (
        <>
          {result.demand === null ? null : <CatchmentHeadline answer={answer} />}
          <CatchmentLegend answer={answer} />
          <CatchmentHistogram answer={answer} />
          <CatchmentCurve answer={answer} />
          <Ranking answer={answer} />
          <CatchmentDownloads answer={answer} />
        </>
      ) : null}
      <QualityNotes notes={answer.dataQuality} />
      <MethodNotes methods={answer.method} under="catchment" />
    </article>
  );
}

function Ranking({ answer }: { readonly answer: CatchmentAnswer }) {
  const { t } = useTranslation();
  const view = useApp((state) => state.catchment.view);
  return (
    <>
      <Segments
        className="gap-views"
        legend={t("catchment.ranking")}
        name="catchment-view"
        values={CATCHMENT_VIEWS}
        textOf={(each) => t(`catchment.view.${each}`)}
        chosen={view}
        onChoose={(each) => setCatchment({ view: each })}
      />
      {view === "facility" ? (
        <CatchmentFacilities answer={answer} />
      ) : (
        <CatchmentZones key={view} answer={answer} kind={view} />
      )}
    </>
  );
}

export const twoStepCatchmentView: AnalysisView<"two-step-catchment"> = {
  Form: CatchmentForm,
  Result: TwoStepCatchment,
};
