import "../look/minutes.css";
import { Suspense, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { readReachAgain } from "../state/colouring.ts";
import { closeMinutes, openMinutes } from "../state/minutes.ts";
import { useApp } from "../state/store.ts";
import { FailureNote } from "./failure-note.tsx";
import { lazyPart } from "./lazy-part.tsx";
import { Question } from "./question.tsx";

const View = lazyPart(async () => ({ default: (await import("../analyses/minutes-view.tsx")).MinutesView }));

interface MinutesRunProps {
  /** Told once the counts stand or cannot come: what is below them can be shown and is not pushed. */
  readonly onCome?: () => void;
}

/** How long everyone walks to a kind of facility, counted and on the map. */
export function MinutesRun({ onCome }: MinutesRunProps) {
  const { t } = useTranslation();
  const isOpen = useApp((state) => state.colouring === "minutes");
  return (
    <Question
      name="minutes"
      icon="swipe"
      title={t("minutesView.title")}
      action={
        isOpen ? (
          <button type="button" className="quiet" onClick={closeMinutes}>
            {t("minutesView.close")}
          </button>
        ) : null
      }
    >
      {isOpen ? (
        <Asked onCome={onCome} />
      ) : (
        <>
          <p className="hint">{t("minutesView.hint")}</p>
          <p className="actions">
            <button type="button" onClick={openMinutes}>
              {t("minutesView.open")}
            </button>
          </p>
        </>
      )}
    </Question>
  );
}

function Asked({ onCome }: { readonly onCome: (() => void) | undefined }) {
  const { t } = useTranslation();
  const [reach, beside] = [useApp((state) => state.reach), useApp((state) => state.reachBeside)];
  const failed = [reach, beside].find(({ status }) => status === "failed");
  const hasFailed = failed !== undefined;
  useEffect(() => {
    if (hasFailed) onCome?.();
  }, [hasFailed, onCome]);
  const isRunning = reach.status === "running" || beside.status === "running";
  return (
    <div
      className="minutes-asked"
      aria-busy={isRunning}
      data-minutes={isRunning ? "running" : reach.status}
      data-beside={beside.status}
    >
      {failed?.status === "failed" ? <FailureNote failure={failed.failure} onRetry={readReachAgain} /> : null}
      <Suspense fallback={<p className="hint">{t("app.loading")}</p>}>
        <View onCome={onCome} />
      </Suspense>
    </div>
  );
}
