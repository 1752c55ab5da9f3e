import { useTranslation } from "react-i18next";
import type { AnswerSheetResult } from "../../server/contract/answer-sheet.ts";
import { cornerCount } from "../geometry/area-text.ts";
import { nameIn } from "../locale/name-text.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import type { SheetAnswer } from "../state/app-state.ts";
import { selectZone } from "../state/selection.ts";
import { selectAskedArea } from "../state/sheet.ts";
import { useApp } from "../state/store.ts";
import type { AnalysisView } from "./analysis-view.ts";
import { Density } from "./density.tsx";
import { FilterCounts } from "./filter-count.tsx";
import { Headline } from "./headline.tsx";
import { LifeCircleCoverage } from "./life-circle-coverage.tsx";
import { MethodNotes, QualityNotes } from "./notes.tsx";
import { PlotRatio } from "./plot-ratio.tsx";
import { CopySentence } from "./sheet-sentence.tsx";

/** The indicator sheet of an area: headline figures, then each part, then how they are made. */
function AnswerSheet({ answer }: { readonly answer: SheetAnswer }) {
  const { t } = useTranslation();
  const { result } = answer;
  const isDistrict = useApp((state) => {
    const area = selectAskedArea(state);
    return area !== null && "zone" in area && selectZone(state, area.zone)?.properties.kind === "district";
  });
  return (
    <article className="sheet">
      <header className="sheet-head">
        <SheetTitle />
        <CopySentence answer={answer} />
      </header>
      <Headline answer={answer} />
      <QualityNotes notes={answer.dataQuality} />
      <Part title={t("sheet.density")}>
        <Density
          result={result.density}
          isDistrict={isDistrict}
          constructionLandSqm={result.plotRatio.constructionLandSqm}
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
      <Crossed result={result} />
      <MethodNotes methods={answer.method} />
      <p className="source">
        {t("sheet.rows")} {t("sheet.version", { version: answer.dataVersion })}
      </p>
    </article>
  );
}

function isLandPartial({ dataQuality }: SheetAnswer): boolean {
  return dataQuality.some(({ code }) => code === "construction-land-partial");
}

function SheetTitle() {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  const area = useApp(selectAskedArea);
  // the card of an explored zone has its name already
  const isNamed = useApp((state) => state.mode === "explore");
  const zone = useApp((state) => (area !== null && "zone" in area ? selectZone(state, area.zone) : null));
  const corners = area !== null && !("zone" in area) ? cornerCount(area) : 0;
  if (isNamed) return <h3 className="eyebrow">{t("sheet.title")}</h3>;
  return (
    <div>
      <p className="eyebrow">{t("sheet.title")}</p>
      <h2 className="card-title">{zone ? nameIn(language, zone.properties) : t("analyse.drawn")}</h2>
      {zone ? null : <p className="hint">{t("analyse.corners", { count: corners })}</p>}
      {zone?.properties.boundaryStatus === "schematic" ? (
        <p className="hint">{t("value.schematic")}</p>
      ) : null}
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

function Crossed({ result }: { readonly result: AnswerSheetResult }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const language = useApp((state) => state.language);
  return (
    <>
      {result.zones.length === 0 ? null : (
        <Part title={t("field.zones")}>
          <ul className="crossed" data-field="zones">
            {result.zones.map((zone) => (
              <li key={zone.id}>
                <span>
                  {nameIn(language, zone)} <small>{t(`zoneKind.${zone.kind}`)}</small>
                </span>
                <small>
                  {t("sheet.zonesIn", {
                    area: numbers.share(zone.areaShare),
                    zone: numbers.share(zone.zoneShare),
                  })}
                </small>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {result.projects.length === 0 ? null : (
        <Part title={t("field.projects")}>
          <ul className="crossed" data-field="projects">
            {result.projects.map((project) => (
              <li key={project.id}>
                <span>{nameIn(language, project)}</span>
                <small>
                  {project.stage === null
                    ? t("value.unknown")
                    : t(`stage.${project.stage}`, { defaultValue: project.stage })}
                </small>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  );
}

export const answerSheetView: AnalysisView<"answer-sheet"> = { Form: null, Result: AnswerSheet };
