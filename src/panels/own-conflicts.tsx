import "../look/conflicts.css";
import { useEffect } from "react";
import { useReader } from "../locale/use-reader.ts";
import { followOwnConflicts, ownConflictsAgain } from "../state/pool.ts";
import { useApp } from "../state/store.ts";
import { ConflictItem } from "./conflict-item.tsx";
import { FailureNote } from "./failure-note.tsx";
import { Skeleton } from "./skeleton.tsx";

/** The conflicts of the project whose page is open. */
export function OwnConflicts({ id }: { readonly id: string }) {
  const { t, numbers } = useReader();
  const run = useApp((state) => state.ownConflicts);
  useEffect(followOwnConflicts, []);
  return (
    <section className="conflicts" data-conflicts={run.status}>
      <h3>
        {t("pool.conflicts")}
        {run.status === "done" && run.result.total > 0 ? (
          <span className="chip-count"> {numbers.number(run.result.total)}</span>
        ) : null}
      </h3>
      {run.status === "failed" ? <FailureNote failure={run.failure} onRetry={ownConflictsAgain} /> : null}
      {run.status === "running" ? <Skeleton lines={2} /> : null}
      {run.status !== "done" ? null : run.result.total === 0 ? (
        <p className="hint">{t("pool.noOwnConflicts")}</p>
      ) : (
        <ul className="conflict-list">
          {run.result.items.map((conflict) => (
            <ConflictItem key={conflict.id} conflict={conflict} rules={run.result.rules} of={id} />
          ))}
        </ul>
      )}
    </section>
  );
}
