import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { answerOfRun, useApp } from "../state/store.ts";
import { SheetRun } from "./sheet-run.tsx";
import { WalkRun } from "./walk-run.tsx";

const FilterRun = lazy(async () => ({ default: (await import("./filter-run.tsx")).FilterRun }));
const ImportPreview = lazy(async () => ({ default: (await import("./import-preview.tsx")).ImportPreview }));
const AreaTools = lazy(async () => ({ default: (await import("./area-tools.tsx")).AreaTools }));
const NamedAreas = lazy(async () => ({ default: (await import("./named-areas.tsx")).NamedAreas }));

const GapRun = lazy(async () => ({ default: (await import("./gap-run.tsx")).GapRun }));

/** Draw an area or choose a zone, and read its indicator sheet. */
export function AnalysePanel() {
  const { t } = useTranslation();
  const tool = useApp((state) => state.tool);
  const area = useApp((state) => state.area);
  const isAsked = useApp((state) => state.filter.conditions.length > 0);
  const isDropped = useApp((state) => state.dropped.status !== "none");
  return (
    <>
      {area === null && tool === "none" && !isDropped && !isAsked ? (
        <section className="invite">
          <h2>{t("analyse.title")}</h2>
          <p className="hint">{t("analyse.hint")}</p>
        </section>
      ) : null}
      <Suspense fallback={<p className="hint">{t("app.loading")}</p>}>
        {isDropped ? <ImportPreview /> : null}
        <Folded summary={t("sheetPage.change")} isInUse={false}>
          <AreaTools />
        </Folded>
        {tool === "draw" ? null : (
          <Folded summary={t("filter.title")} isInUse={isAsked}>
            <FilterRun />
          </Folded>
        )}
      </Suspense>
      {area === null || tool === "draw" ? null : <SheetRun />}
      {tool === "draw" ? null : (
        <Suspense fallback={null}>
          <GapRun />
          <NamedAreas />
        </Suspense>
      )}
      {tool === "draw" ? null : <WalkRun />}
    </>
  );
}

interface FoldedProps {
  readonly summary: string;
  /** In use when the answer comes, and so left open. */
  readonly isInUse: boolean;
  readonly children: React.ReactNode;
}

// once there is an answer it comes first, and what leads to one folds away
function Folded({ summary, isInUse, children }: FoldedProps) {
  const isAnswered = useApp((state) => state.tool !== "draw" && answerOfRun(state.sheet) !== null);
  return (
    <details className="area-fold" data-answered={isAnswered} open={!isAnswered || isInUse}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
