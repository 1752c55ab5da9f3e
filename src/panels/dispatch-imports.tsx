import { useEffect, useState } from "react";
import { type Failure, failureOf } from "../backend.ts";
import { readImports, undoImport } from "../dispatch-backend.ts";
import { useReader } from "../locale/use-reader.ts";
import { dispatchAgain } from "../state/dispatch.ts";
import { useApp } from "../state/store.ts";
import { TakenFiles } from "./table-file.tsx";
import { dayText } from "./today-text.ts";
import { useAsked } from "./use-asked.ts";

/** The files taken in, each to be taken back as a whole. */
export function DispatchImports({ written }: { readonly written: number | null }) {
  const { t } = useReader();
  const district = useApp((state) => state.district);
  const { result, again, put } = useAsked(district, () => readImports(district!));
  const [refusal, setRefusal] = useState<Failure | null>(null);
  useEffect(() => {
    if (written !== null) void again();
  }, [written, again]);
  const undo = async (version: number) => {
    try {
      put(await undoImport(district!, version));
      setRefusal(null);
      void dispatchAgain();
    } catch (error) {
      setRefusal(failureOf(error));
    }
  };
  if (result === null || result.total === 0) return null;
  const changed = refusal?.details.changed as readonly string[] | undefined;
  return (
    <section className="dispatch-imports">
      <h3>{t("dispatch.take.imports")}</h3>
      {refusal === null ? null : (
        <p role="alert">
          {changed ? t("dispatch.take.changedSince", { count: changed.length }) : refusal.message}
        </p>
      )}
      <TakenFiles
        files={result.items.map(({ version, month, at, projects, fileName: name, undoneAt }) => ({
          version,
          text: t("dispatch.take.importOf", { at: dayText(at), month, projects, name }),
          undone: undoneAt === null ? null : t("dispatch.take.undone", { at: dayText(undoneAt) }),
        }))}
        undo={t("dispatch.take.undo")}
        onUndo={undo}
      />
    </section>
  );
}
