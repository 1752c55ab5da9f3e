import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useApp } from "../state/store.ts";
import { readWalkingStandards, showWalkingStandards } from "../state/walking-standards.ts";
import { FailureNote } from "./failure-note.tsx";
import { lazyPart } from "./lazy-part.tsx";
import { Question } from "./question.tsx";

const Tables = lazyPart(async () => ({
  default: (await import("./walking-standards.tsx")).WalkingStandards,
}));

/** The rows that walking times rest on, to be read and edited. */
export function StandardsRun() {
  const { t } = useTranslation();
  const run = useApp((state) => state.walkingStandards);
  return (
    <Question name="standards" icon="walk" title={t("walking.standards.title")}>
      <details
        className="standards-fold"
        data-standards={run.status}
        onToggle={({ currentTarget }) => showWalkingStandards(currentTarget.open)}
      >
        <summary>{t("walking.standards.open")}</summary>
        {run.status === "failed" ? (
          <FailureNote failure={run.failure} onRetry={readWalkingStandards} />
        ) : null}
        {run.status === "done" ? (
          <Suspense fallback={<p className="hint">{t("app.loading")}</p>}>
            <Tables {...run.result} />
          </Suspense>
        ) : null}
      </details>
    </Question>
  );
}
