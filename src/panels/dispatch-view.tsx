import "../look/board.css";
import "../look/dispatch.css";
import { lazy, Suspense } from "react";
import { useReader } from "../locale/use-reader.ts";
import { chooseDispatch } from "../state/dispatch.ts";
import { DISPATCH_PARTS, type DispatchPart } from "../state/dispatch-state.ts";
import { selectDistrict } from "../state/session.ts";
import { useApp } from "../state/store.ts";
import { DispatchMonthPart } from "./dispatch-month.tsx";
import { PoolChoice } from "./pool-choice.tsx";
import { Skeleton } from "./skeleton.tsx";

const PARTS: Readonly<Record<DispatchPart, React.ComponentType>> = {
  month: DispatchMonthPart,
  snapshots: lazy(async () => ({ default: (await import("./dispatch-snapshots.tsx")).DispatchSnapshots })),
  matters: lazy(async () => ({ default: (await import("./matters-ledger.tsx")).MattersLedger })),
  approvals: lazy(async () => ({ default: (await import("./approvals-ledger.tsx")).ApprovalsLedger })),
  scorecard: lazy(async () => ({ default: (await import("./scorecard-view.tsx")).ScorecardView })),
};

/** 调度: the month by project, its snapshots, the matters of the quarter, approvals, and the scorecard. */
export function DispatchView() {
  const { t } = useReader();
  const part = useApp((state) => state.dispatchChoice.part);
  const isSample = useApp((state) => selectDistrict(state)?.sample ?? false);
  const Part = PARTS[part];
  return (
    <section className="dispatch" data-part={part}>
      <PoolChoice />
      <fieldset className="dispatch-parts">
        <legend className="unseen">{t("dispatch.partsLabel")}</legend>
        {DISPATCH_PARTS.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === part}
            onClick={() => chooseDispatch({ part: each })}
          >
            {t(`dispatch.parts.${each}`)}
          </button>
        ))}
      </fieldset>
      {isSample ? (
        <p>
          <span className="mark mark-sample">{t("app.sample")}</span>
        </p>
      ) : null}
      <Suspense fallback={<Skeleton lines={6} />}>
        <Part />
      </Suspense>
    </section>
  );
}
