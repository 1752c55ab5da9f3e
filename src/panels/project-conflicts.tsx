import "../look/board.css";
import "../look/conflicts.css";
import { useEffect } from "react";
import { CONFLICT_TESTS, type ProjectConflictList } from "../../server/contract/project-conflicts.ts";
import { useReader } from "../locale/use-reader.ts";
import { chooseConflicts, conflictsAgain, followConflicts, readMoreConflicts } from "../state/pool.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { ConflictItem } from "./conflict-item.tsx";
import { FailureNote } from "./failure-note.tsx";
import { Skeleton } from "./skeleton.tsx";

/** Where the filtered projects stand in each other's way, or on protected ground, beside the map that shows it. */
export function ProjectConflicts() {
  const { t } = useReader();
  const run = useApp((state) => state.projectConflicts);
  useEffect(followConflicts, []);
  const answer = answerOfRun(run);
  return (
    <section className="conflicts" aria-label={t("pool.conflicts")} data-conflicts={run.status}>
      <p className="hint">{t("pool.conflictsHint")}</p>
      {run.status === "failed" ? <FailureNote failure={run.failure} onRetry={conflictsAgain} /> : null}
      {answer === null && run.status !== "failed" ? <Skeleton lines={8} /> : null}
      {answer === null ? null : <Answer answer={answer} />}
    </section>
  );
}

function Answer({ answer }: { readonly answer: ProjectConflictList }) {
  const { t } = useReader();
  return (
    <>
      <Tests answer={answer} />
      {answer.dataQuality.map(({ code, count }) => (
        <p key={code} className="hint">
          {t(`pool.quality.${code}`, { count: count ?? 0 })}
        </p>
      ))}
      {answer.total === 0 ? <p>{t("pool.noConflicts")}</p> : null}
      <ul className="conflict-list">
        {answer.items.map((conflict) => (
          <ConflictItem key={conflict.id} conflict={conflict} rules={answer.rules} />
        ))}
      </ul>
      {answer.next === null ? null : (
        <button type="button" onClick={() => void readMoreConflicts()}>
          {t("pool.moreConflicts", { shown: answer.items.length, total: answer.total })}
        </button>
      )}
    </>
  );
}

function Tests({ answer }: { readonly answer: ProjectConflictList }) {
  const { t, numbers } = useReader();
  const chosen = useApp((state) => state.conflictTest);
  const counts = new Map(answer.tests.map(({ test, conflicts }) => [test, conflicts]));
  const all = answer.tests.reduce((sum, { conflicts }) => sum + conflicts, 0);
  return (
    <p className="conflict-tests">
      {[null, ...CONFLICT_TESTS].map((test) => (
        <button
          key={test ?? "all"}
          type="button"
          className="chip"
          aria-pressed={test === chosen}
          onClick={() => chooseConflicts(test)}
        >
          {test === null ? t("pool.allTests") : t(`pool.testOf.${test}`)}
          <span className="chip-count">{numbers.number(test === null ? all : (counts.get(test) ?? 0))}</span>
        </button>
      ))}
    </p>
  );
}
