import { useEffect, useState } from "react";
import type { ProjectEntry } from "../../server/contract/entered-projects.ts";
import { type Failure, failureOf } from "../backend.ts";
import { readEntry } from "../entry-backend.ts";
import { useReader } from "../locale/use-reader.ts";
import { hasDraft } from "../state/drafts.ts";
import { takeProjectBack } from "../state/entered-projects.ts";
import { useApp } from "../state/store.ts";
import { EntryForm } from "./entry-form.tsx";
import { EntryRefusal } from "./entry-refusal.tsx";

/** Changes a project that was entered here, or takes it back. */
export function EntryTools({ id }: { readonly id: string }) {
  const { t } = useReader();
  const district = useApp((state) => state.district)!;
  const canWrite = useApp((state) => state.settings?.readOnly === false);
  const [entry, setEntry] = useState<ProjectEntry | null>(null);
  const [isSure, setSure] = useState(false);
  const [refusal, setRefusal] = useState<Failure | null>(null);
  const attempt = async (send: () => Promise<unknown>) => {
    try {
      await send();
      setRefusal(null);
    } catch (error) {
      setRefusal(failureOf(error));
    }
  };
  const open = () => attempt(async () => setEntry(await readEntry({ district, id })));
  // what was typed and not sent is shown again
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each project
  useEffect(() => {
    if (canWrite && hasDraft(`project ${id}`)) void open();
  }, [canWrite, id]);
  if (!canWrite) return null;
  if (entry !== null) return <EntryForm entry={entry} onClose={() => setEntry(null)} />;
  return (
    <>
      <p className="actions">
        <button type="button" onClick={() => void open()}>
          {t("entry.change")}
        </button>
        <button
          type="button"
          onClick={() => (isSure ? void attempt(() => takeProjectBack(id)) : setSure(true))}
        >
          {t(isSure ? "entry.removeSure" : "entry.remove")}
        </button>
      </p>
      {isSure ? <p className="hint">{t("entry.removeHint")}</p> : null}
      <EntryRefusal refusal={refusal} />
    </>
  );
}
