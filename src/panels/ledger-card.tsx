import { type ReactNode, useEffect } from "react";
import { useReader } from "../locale/use-reader.ts";
import type { Run } from "../state/app-state.ts";
import { clearSelection } from "../state/selection.ts";
import { FailureNote } from "./failure-note.tsx";
import { Icon } from "./icon.tsx";
import { Skeleton } from "./skeleton.tsx";

interface LedgerCardProps<Page> {
  readonly name: "estate" | "safety";
  readonly id: string;
  readonly run: Run<string, Page>;
  readonly read: (id: string) => Promise<void>;
  readonly children: (page: Page) => ReactNode;
}

/** What a ledger holds of one thing: read when it is opened, with the way back to the list. */
export function LedgerCard<Page>({ name, id, run, read, children }: LedgerCardProps<Page>) {
  const { t } = useReader();
  useEffect(() => {
    void read(id);
  }, [id, read]);
  return (
    <article className="card ledger-page" {...{ [`data-${name}-page`]: run.status }}>
      <button type="button" className="quiet" onClick={clearSelection}>
        <Icon name="back" />
        {t("action.back")}
      </button>
      {run.status === "running" ? <Skeleton lines={8} /> : null}
      {run.status === "failed" ? <FailureNote failure={run.failure} onRetry={() => read(id)} /> : null}
      {run.status === "done" && run.params === id ? children(run.result) : null}
    </article>
  );
}
