import { readMatters } from "../dispatch-backend.ts";
import { useReader } from "../locale/use-reader.ts";
import { chooseDispatch, quarterOf, quartersBack, thisMonth } from "../state/dispatch.ts";
import { useApp } from "../state/store.ts";
import { FailureNote } from "./failure-note.tsx";
import { MatterForm } from "./matter-form.tsx";
import { MatterList } from "./matter-list.tsx";
import { Skeleton } from "./skeleton.tsx";
import { useAsked } from "./use-asked.ts";

const QUARTERS_OFFERED = 8;

/** 季会商: the ledger of a quarter, with the open matters of those before it carried over. */
export function MattersLedger() {
  const { t } = useReader();
  const district = useApp((state) => state.district);
  const chosen = useApp((state) => state.dispatchChoice.quarter);
  const canWrite = useApp((state) => state.settings?.readOnly === false);
  const quarter = chosen ?? quarterOf(thisMonth());
  const only = useApp((state) => state.dispatchChoice.only);
  const { result, failure, again } = useAsked(`${district} ${quarter} ${only}`, () =>
    readMatters(district!, only === null ? { quarter } : { [only]: "true" }),
  );
  return (
    <>
      <label className="field">
        <span>{t("dispatch.quarter")}</span>
        <select
          value={only ?? quarter}
          onChange={({ target: { value } }) =>
            chooseDispatch(
              value === "open" || value === "overdue" ? { only: value } : { quarter: value, only: null },
            )
          }
        >
          <option value="open">{t("dispatch.matter.onlyOpen")}</option>
          <option value="overdue">{t("dispatch.matter.onlyOverdue")}</option>
          {quartersBack(QUARTERS_OFFERED, quarter).map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </label>
      {canWrite ? <MatterForm quarter={quarter} project={null} onAdded={again} /> : null}
      {failure === null ? null : <FailureNote failure={failure} onRetry={again} />}
      {result === null && failure === null ? <Skeleton lines={5} /> : null}
      {result === null || result.total === 0 ? null : (
        <p className="dispatch-count" aria-live="polite">
          <b>{t("dispatch.matter.count", { count: result.total })}</b>
          {only === null ? null : (
            <button type="button" className="quiet" onClick={() => chooseDispatch({ only: null })}>
              {t("dispatch.matter.thisQuarter", { quarter })}
            </button>
          )}
        </p>
      )}
      {result === null ? null : <MatterList matters={result.items} canWrite={canWrite} onChanged={again} />}
    </>
  );
}
