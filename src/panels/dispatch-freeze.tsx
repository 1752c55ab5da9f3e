import { useState } from "react";
import type { DispatchSnapshot } from "../../server/contract/dispatch-snapshot.ts";
import { type Failure, failureOf } from "../backend.ts";
import { makeSnapshot, readSnapshots } from "../dispatch-backend.ts";
import { useReader } from "../locale/use-reader.ts";
import { chooseDispatch } from "../state/dispatch.ts";
import { useApp } from "../state/store.ts";
import { FailureNote } from "./failure-note.tsx";
import { minuteText } from "./today-text.ts";

const open = (snapshot: string) => chooseDispatch({ part: "snapshots", snapshot });

/** Freezes a month at a press and opens what was made; where the month is frozen already it tells so and asks before. */
export function DispatchFreeze({ month }: { readonly month: string }) {
  const { t } = useReader();
  const district = useApp((state) => state.district)!;
  const [before, setBefore] = useState<readonly DispatchSnapshot[] | null>(null);
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const attempt = async (send: () => Promise<void>) => {
    setSending(true);
    setFailure(null);
    try {
      await send();
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setSending(false);
    }
  };
  const freeze = async () => open((await makeSnapshot(district, month)).snapshot.id);
  const ask = async () => {
    const frozen = (await readSnapshots(district)).items.filter((each) => each.month === month);
    if (frozen.length === 0) return freeze();
    setBefore(frozen);
  };
  return (
    <>
      {before === null ? (
        <button
          type="button"
          disabled={isSending}
          title={t("dispatch.freezeHint")}
          onClick={() => void attempt(ask)}
        >
          {t("dispatch.freeze")}
        </button>
      ) : (
        <Again
          {...{ month, before, isSending }}
          onFreeze={() => void attempt(freeze)}
          onLeave={() => setBefore(null)}
        />
      )}
      {failure === null ? null : (
        <FailureNote failure={failure} onRetry={() => void attempt(before === null ? ask : freeze)} />
      )}
    </>
  );
}

interface AgainProps {
  readonly month: string;
  /** The snapshots of the month, the newest first. */
  readonly before: readonly DispatchSnapshot[];
  readonly isSending: boolean;
  readonly onFreeze: () => void;
  readonly onLeave: () => void;
}

function Again({ month, before, isSending, onFreeze, onLeave }: AgainProps) {
  const { t } = useReader();
  const [{ id, madeAt }] = before as [DispatchSnapshot];
  return (
    <div className="freeze-again" role="status">
      <p>{t("dispatch.frozenBefore", { month, count: before.length, id, at: minuteText(madeAt) })}</p>
      <button type="button" disabled={isSending} onClick={onFreeze}>
        {t("dispatch.freezeAgain")}
      </button>
      <button type="button" onClick={() => open(id)}>
        {t("dispatch.openFrozen", { id })}
      </button>
      <button type="button" className="quiet" onClick={onLeave}>
        {t("entry.cancel")}
      </button>
    </div>
  );
}
