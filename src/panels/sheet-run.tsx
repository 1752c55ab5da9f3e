import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { askAgain } from "../state/sheet.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { FailureNote } from "./failure-note.tsx";

const AnswerSheet = lazy(async () => ({
  default: (await import("../analyses/registry.ts")).ANALYSIS_VIEWS["answer-sheet"].Result,
}));
const SheetDownloads = lazy(async () => ({
  default: (await import("./sheet-downloads.tsx")).SheetDownloads,
}));
const SheetTools = lazy(async () => ({ default: (await import("./sheet-tools.tsx")).SheetTools }));

/** The indicator sheet of the area asked about: under way, refused, or there. */
export function SheetRun() {
  const { t } = useTranslation();
  const run = useApp((state) => state.sheet);
  const answer = answerOfRun(run);
  return (
    <div
      className="sheet-run"
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
      {run.status === "failed" ? (
        <FailureNote failure={run.failure} onRetry={askAgain}>
          {"zone" in run.params.area ? null : <p>{t("analyse.kept")}</p>}
        </FailureNote>
      ) : null}
      {answer === null ? null : (
        <Suspense fallback={<p className="hint">{t("app.loading")}</p>}>
          <AnswerSheet answer={answer} />
          <SheetTools />
          <SheetDownloads answer={answer} />
        </Suspense>
      )}
    </div>
  );
}
