import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useApp } from "../state/store.ts";
import { SheetRun } from "./sheet-run.tsx";
import { WalkRun } from "./walk-run.tsx";

const ImportPreview = lazy(async () => ({ default: (await import("./import-preview.tsx")).ImportPreview }));
const AreaTools = lazy(async () => ({ default: (await import("./area-tools.tsx")).AreaTools }));

/** Draw an area or choose a zone, and read its indicator sheet. */
export function AnalysePanel() {
  const { t } = useTranslation();
  const tool = useApp((state) => state.tool);
  const area = useApp((state) => state.area);
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
        <AreaTools />
      </Suspense>
      {area === null || tool === "draw" ? null : <SheetRun />}
      {tool === "draw" ? null : <WalkRun />}
    </>
  );
}
