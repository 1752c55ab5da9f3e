import { readApprovals } from "../dispatch-backend.ts";
import { useReader } from "../locale/use-reader.ts";
import { chooseDispatch } from "../state/dispatch.ts";
import { useApp } from "../state/store.ts";
import { ApprovalsGantt } from "./approvals-gantt.tsx";
import { FailureNote } from "./failure-note.tsx";
import { Skeleton } from "./skeleton.tsx";
import { useAsked } from "./use-asked.ts";

/** 联合审批 of all projects, or only what is overdue. */
export function ApprovalsLedger() {
  const { t } = useReader();
  const district = useApp((state) => state.district);
  const canWrite = useApp((state) => state.settings?.readOnly === false);
  const overdue = useApp((state) => state.dispatchChoice.only === "overdue");
  const { result, failure, again } = useAsked(`${district} ${overdue}`, () =>
    readApprovals(district!, { overdue: String(overdue) }),
  );
  return (
    <>
      <label className="dispatch-only">
        <input
          type="checkbox"
          checked={overdue}
          onChange={({ target }) => chooseDispatch({ only: target.checked ? "overdue" : null })}
        />
        {t("dispatch.approval.overdueOnly")}
      </label>
      {failure === null ? null : <FailureNote failure={failure} onRetry={again} />}
      {result === null && failure === null ? <Skeleton lines={5} /> : null}
      {result?.total === 0 ? (
        <p className="hint">{t(overdue ? "dispatch.approval.noneOverdue" : "dispatch.approval.none")}</p>
      ) : null}
      {result === null || result.total === 0 ? null : (
        <>
          <p className="dispatch-count" aria-live="polite">
            <b>{t("dispatch.approval.count", { count: result.total })}</b>
          </p>
          <ApprovalsGantt approvals={result.items} named canWrite={canWrite} onChanged={again} />
        </>
      )}
    </>
  );
}
