import "../look/sheet-page.css";
import "../look/print.css";
import { useDeferredValue } from "react";
import { useTranslation } from "react-i18next";
import { cornerCount } from "../geometry/area-text.ts";
import { selectZone } from "../state/selection.ts";
import { selectAskedArea } from "../state/sheet.ts";
import type { SheetAnswer } from "../state/sheet-state.ts";
import { useApp } from "../state/store.ts";
import type { AnalysisView } from "./analysis-view.ts";
import { areaName } from "./area-name.ts";
import { CrossedZones, ProjectsInside } from "./crossed.tsx";
import { Density } from "./density.tsx";
import { useIsDistrict } from "./district-sheet.ts";
import { FilterCounts } from "./filter-count.tsx";
import { Headline } from "./headline.tsx";
import { LifeCircleCoverage } from "./life-circle-coverage.tsx";
import { MethodNotes, QualityNotes } from "./notes.tsx";
import { PlotRatio } from "./plot-ratio.tsx";
import { PrintFoot, PrintHead } from "./sheet-print.tsx";
import { PasteSentence } from "./sheet-sentence.tsx";

/** The indicator sheet of an area: headline figures, then each part, then how they are made. */
function AnswerSheet({ answer }: { readonly answer: SheetAnswer }) {
  // the figures asked for first are on the screen before the tables and charts below are made
  const painted = useDeferredValue<SheetAnswer | null>(answer, null);
  return (
    <article className="sheet">
      <PrintHead />
      <header className="sheet-head">
        <SheetTitle />
      </header>
      <Headline answer={answer} />
      {painted === answer ? <Parts answer={answer} /> : null}
    </article>
  );
}

function Parts({ answer }: { readonly answer: SheetAnswer }) {
  const { t } = useTranslation();
  const { result } = answer;
  const isDistrict = useIsDistrict();
  return (
    <>
      <PasteSentence answer={answer} />
      <QualityNotes notes={answer.dataQuality} />
      <Part title={t("sheet.density")}>
        <Density
          result={result.density}
          isDistrict={isDistrict}
          constructionLandSqm={result.plotRatio.constructionLandSqm}
          dataQuality={answer.dataQuality}
        />
      </Part>
      <Part title={t("sheet.plotRatio")}>
        <PlotRatio result={result.plotRatio} isDistrict={isDistrict} isLandPartial={isLandPartial(answer)} />
      </Part>
      <Part title={t("sheet.lifeCircle")}>
        <LifeCircleCoverage result={result.lifeCircleCoverage} />
      </Part>
      {result.filterCounts.length === 0 ? null : (
        <Part title={t("field.filterCounts")}>
          <FilterCounts counts={result.filterCounts} />
        </Part>
      )}
      {result.zones.length === 0 ? null : (
        <Part title={t("field.zones")}>
          <CrossedZones zones={result.zones} />
        </Part>
      )}
      {result.projects.length === 0 ? null : (
        <Part title={t("field.projects")}>
          <ProjectsInside projects={result.projects} />
        </Part>
      )}
      <MethodNotes methods={answer.method} />
      <p className="source">
        {t("sheet.rows")} {t("sheet.version", { version: answer.dataVersion })}
      </p>
      <PrintFoot />
    </>
  );
}

function isLandPartial({ dataQuality }: SheetAnswer): boolean {
  return dataQuality.some(({ code }) => code === "construction-land-partial");
}

function SheetTitle() {
  const { t } = useTranslation();
  const area = useApp(selectAskedArea);
  // the card of an explored zone has its name already
  const isNamed = useApp((state) => state.mode === "explore");
  const zone = useApp((state) => (area !== null && "zone" in area ? selectZone(state, area.zone) : null));
  const name = useApp((state) => areaName(state, area, t));
  const corners = area !== null && !("zone" in area) ? cornerCount(area) : 0;
  if (isNamed) return <h3 className="eyebrow">{t("sheet.title")}</h3>;
  const ofZone = zone?.properties.boundaryStatus === "schematic" ? t("value.schematic") : null;
  const note = zone ? ofZone : t("analyse.corners", { count: corners });
  return (
    <div>
      <p className="eyebrow">{[t("sheet.title"), ...(note === null ? [] : [note])].join(" · ")}</p>
      <h2 className="card-title">{name}</h2>
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <section className="part">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

export const answerSheetView: AnalysisView<"answer-sheet"> = { Form: null, Result: AnswerSheet };
