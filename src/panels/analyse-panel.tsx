import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { answerOfRun, useApp } from "../state/store.ts";
import { SheetRun } from "./sheet-run.tsx";
import { WalkRun } from "./walk-run.tsx";

const FilterRun = lazy(async () => ({ default: (await import("./filter-run.tsx")).FilterRun }));
const ImportPreview = lazy(async () => ({ default: (await import("./import-preview.tsx")).ImportPreview }));
const NamedAreas = lazy(async () => ({ default: (await import("./named-areas.tsx")).NamedAreas }));
const AreaTools = lazy(async () => ({ default: (await import("./area-tools.tsx")).AreaTools }));

/** Draw an area or choose a zone, and read its indicator sheet. */
export function AnalysePanel() {
  const { t } = useTranslation();
  const tool = useApp((state) => state.tool);
  const area = useApp((state) => state.area);
  const isFiltering = useApp((state) => state.filter.conditions.length > 0);
  const isDropped = useApp((state) => state.dropped.status !== "none");
  return (
    <>
      {area === null && tool === "none" && !isDropped ? (
        <section className="invite">
          <h2>{t("analyse.title")}</h2>
          <p className="hint">{t("analyse.hint")}</p>
        </section>
      ) : null}
      <Suspense fallback={<p className="hint">{t("app.loading")}</p>}>
        {isDropped ? <ImportPreview /> : null}
        <Folded summary={t("sheetPage.change")}>
          <AreaTools />
        </Folded>
        {tool === "draw" ? null : (
          <Folded summary={t("filter.title")} startsOpen={isFiltering}>
            <FilterRun />
          </Folded>
        )}
      </Suspense>
      {area === null || tool === "draw" ? null : <SheetRun />}
      {tool === "draw" ? null : (
        <Suspense fallback={null}>
          <NamedAreas />
        </Suspense>
      )}
      {tool === "draw" ? null : <WalkRun />}
    </>
  );
}

// once there is an answer it comes first, and what leads to one folds away; what is in use when it comes stays open
function Folded({
  summary,
  startsOpen = false,
  children,
}: {
  readonly summary: string;
  readonly startsOpen?: boolean;
  readonly children: React.ReactNode;
}) {
  const isAnswered = useApp((state) => state.tool !== "draw" && answerOfRun(state.sheet) !== null);
  const [open] = useState(startsOpen);
  if (!isAnswered) return children;
  return (
    <details className="area-fold" open={open}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
