import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { askAgain } from "../state/sheet.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { isShapeFault } from "./area-fault.ts";
import { FailureNote } from "./failure-note.tsx";
import { lazyPart } from "./lazy-part.tsx";

const views = () => import("../analyses/registry.ts");
const downloads = () => import("./sheet-downloads.tsx");
const tools = () => import("./sheet-tools.tsx");
const AnswerSheet = lazyPart(async () => ({
  default: (await views()).ANALYSIS_VIEWS["answer-sheet"].Result,
}));
const SheetDownloads = lazyPart(async () => ({ default: (await downloads()).SheetDownloads }));
const SheetTools = lazyPart(async () => ({ default: (await tools()).SheetTools }));

/** Fetches the program of the sheet while an area is still being drawn, so that its answer does not wait for it. */
export function preloadSheet(): void {
  // what fails here is fetched again, and told, when it is needed
  for (const load of [views, downloads, tools, () => import("../analyses/chart.tsx")])
    load().catch(() => undefined);
}

/** The indicator sheet of the area asked about: under way, refused, or there. */
export function SheetRun() {
  const { t } = useTranslation();
  const run = useApp((state) => state.sheet);
  const answer = answerOfRun(run);
  return (
    <div
      className="sheet-run"
      tabIndex={-1}
      aria-live="polite"
      aria-busy={run.status === "running"}
      data-sheet={run.status}
    >
      {run.status === "running" ? (
        <p className="progress">
          <span />
          {t("analyse.asking")}
        </p>
      ) : null}
      {run.status === "failed" && !isShapeFault(run.failure) ? (
        <FailureNote failure={run.failure} onRetry={askAgain}>
          {"zone" in run.params.area ? null : <p>{t("analyse.kept")}</p>}
        </FailureNote>
      ) : null}
      {answer === null ? null : (
        <Suspense fallback={<p className="hint">{t("app.loading")}</p>}>
          <AnswerSheet answer={answer} />
        </Suspense>
      )}
      {answer === null ? null : (
        <Suspense fallback={null}>
          <SheetTools />
          <SheetDownloads answer={answer} />
        </Suspense>
      )}
    </div>
  );
}
