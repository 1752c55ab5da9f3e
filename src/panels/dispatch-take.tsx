import { type ChangeEvent, useState } from "react";
import type { ImportPreview } from "../../server/contract/dispatch.ts";
import { type Failure, failureOf } from "../backend.ts";
import { sendSheet } from "../dispatch-backend.ts";
import { useReader } from "../locale/use-reader.ts";
import { dispatchAgain } from "../state/dispatch.ts";
import { useApp } from "../state/store.ts";
import { DispatchImports } from "./dispatch-imports.tsx";
import { FailureNote } from "./failure-note.tsx";
import { SheetChanges, SheetFaults } from "./sheet-preview.tsx";

/** Takes a filled sheet in: what is wrong or what would change is shown first, and written only when confirmed. */
export function DispatchTake() {
  const { t } = useReader();
  const taking = useTaking();
  const { preview, failure, isBusy, hasMoved } = taking;
  return (
    <details className="dispatch-take">
      <summary>{t("dispatch.take.open")}</summary>
      <p className="hint">{t("dispatch.take.hint")}</p>
      <label className="as-button">
        {t("dispatch.take.choose")}
        <input className="unseen" type="file" accept=".xlsx" onChange={taking.choose} />
      </label>
      {isBusy ? <p aria-live="polite">{t("dispatch.take.reading")}</p> : null}
      {failure === null ? null : <FailureNote failure={failure} onRetry={taking.again} />}
      {hasMoved ? <p role="alert">{t("dispatch.take.moved")}</p> : null}
      {preview === null ? null : <Shown preview={preview} taking={taking} />}
      <DispatchImports written={preview?.written ?? null} />
    </details>
  );
}

function Shown({ preview, taking }: { readonly preview: ImportPreview; readonly taking: Taking }) {
  const { t } = useReader();
  const { faults, changes, written, month, returned } = preview;
  if (faults.length > 0) return <SheetFaults faults={faults} />;
  if (written !== null) {
    return (
      <p className="dispatch-written" role="status">
        {t("dispatch.take.written", { month, projects: returned, version: written })}
      </p>
    );
  }
  if (preview.digest === null) return <p role="status">{t("dispatch.take.nothing")}</p>;
  return (
    <>
      <SheetChanges preview={preview} />
      <p className="actions">
        <button type="button" className="primary" disabled={taking.isBusy} onClick={taking.confirm}>
          {t("dispatch.take.confirm", { count: changes.length })}
        </button>
        <button type="button" onClick={taking.leave}>
          {t("dispatch.take.cancel")}
        </button>
      </p>
    </>
  );
}

interface Taking {
  readonly preview: ImportPreview | null;
  readonly failure: Failure | null;
  readonly isBusy: boolean;
  /** The record changed between what was shown and its confirmation. */
  readonly hasMoved: boolean;
  readonly choose: (event: ChangeEvent<HTMLInputElement>) => void;
  readonly again: () => void;
  readonly confirm: () => void;
  readonly leave: () => void;
}

// the file stays in hand until it is written or left: a refusal loses nothing
function useTaking(): Taking {
  const district = useApp((state) => state.district);
  const [file, setFile] = useState<File | null>(null);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [hasMoved, setMoved] = useState(false);
  const send = async (chosen: File, confirm: string | null) => {
    setBusy(true);
    setFailure(null);
    try {
      const next = await sendSheet({ district: district!, file: chosen, confirm });
      setPreview(next);
      if (next.written !== null) void dispatchAgain();
    } catch (error) {
      const refused = failureOf(error);
      const isMoved = confirm !== null && refused.code === "conflict";
      setMoved(isMoved);
      if (isMoved) return send(chosen, null);
      setFailure(refused);
    } finally {
      setBusy(false);
    }
  };
  return {
    ...{ preview, failure, isBusy, hasMoved },
    choose: ({ target }) => {
      const chosen = target.files?.[0] ?? null;
      // the same file, put right, may be chosen again
      target.value = "";
      setFile(chosen);
      setPreview(null);
      setMoved(false);
      if (chosen) void send(chosen, null);
    },
    again: () => file && void send(file, null),
    confirm: () => file && preview && void send(file, preview.digest),
    leave: () => {
      setFile(null);
      setPreview(null);
    },
  };
}
