import { useState } from "react";
import type { ItemFile, ItemFileReport, ProgrammeItemList } from "../../server/contract/programme-items.ts";
import { decodeText } from "../formats/text-encoding.ts";
import { useReader } from "../locale/use-reader.ts";
import { checkItemFile, ITEM_FILE, importItemFile, undoItemImport } from "../state/programme-items.ts";
import { useApp } from "../state/store.ts";
import { useKept } from "./draft-form.tsx";
import { ItemRows } from "./item-rows.tsx";
import { SigningRefusal } from "./signing-field.tsx";
import { TableField, TakenFiles } from "./table-file.tsx";
import { minuteText } from "./today-text.ts";

const MAX_CHARACTERS = 900_000;

/** Brings in a file of items: first what each row would do, then all of it or nothing; what came in can be taken back whole. */
export function ItemFilePart({ imports }: { readonly imports: ProgrammeItemList["imports"] }) {
  const { t } = useReader();
  const canWrite = useApp((state) => state.settings?.readOnly === false);
  if (!canWrite) return null;
  return (
    <section>
      <details className="item-file">
        <summary>{t("lists.file.open")}</summary>
        <ItemFileForm />
      </details>
      {imports.length === 0 ? null : (
        <>
          <h3>{t("lists.file.imports")}</h3>
          <TakenFiles
            files={imports.map(({ version, at, items: count }) => ({
              ...{ version, undone: null },
              text: t("lists.file.imported", { at: minuteText(at), count }),
            }))}
            undo={t("lists.file.undo")}
            onUndo={undoItemImport}
          />
        </>
      )}
      <SigningRefusal asked={ITEM_FILE} />
    </section>
  );
}

function ItemFileForm() {
  const { t } = useReader();
  const [table, setTable] = useState<ItemTable | null>(null);
  const [source, setSource] = useKept("source", "", "file of items");
  const [report, setReport] = useState<ItemFileReport | null>(null);
  const choose = async (file: File | null) => {
    setReport(null);
    setTable(file ? await readTable(file) : null);
  };
  const length = (table?.csv ?? table?.xlsx)?.length ?? 0;
  if (length > MAX_CHARACTERS) return <p className="hint">{t("lists.file.tooLarge")}</p>;
  const given = { ...table, source: source.trim() };
  const isReady = table !== null && given.source !== "";
  const take = async () => {
    if (await importItemFile(given)) {
      setReport(null);
      setTable(null);
    }
  };
  const ready = (report?.counts.new ?? 0) + (report?.counts.changed ?? 0);
  return (
    <div className="evidence-form">
      <p className="hint">{t("lists.file.hint")}</p>
      <TableField label={t("lists.file.choose")} onChoose={(file) => void choose(file)} />
      <label className="field">
        <span>{t("lists.file.source")}</span>
        <input value={source} onChange={({ target }) => setSource(target.value)} autoComplete="off" />
      </label>
      <p className="actions">
        <button type="button" disabled={!isReady} onClick={async () => setReport(await checkItemFile(given))}>
          {t("lists.file.check")}
        </button>
        {report !== null && report.counts.wrong === 0 && ready > 0 ? (
          <button type="button" className="primary" onClick={() => void take()}>
            {t("lists.file.take", { count: ready })}
          </button>
        ) : null}
      </p>
      {report === null ? null : (
        <ItemRows report={report} problemOf={({ code, ...told }) => t(`lists.file.problem.${code}`, told)} />
      )}
    </div>
  );
}

type ItemTable = Pick<ItemFile, "csv" | "xlsx">;

// spreadsheets in China save CSV as GBK as often as UTF-8
async function readTable(file: File): Promise<ItemTable> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!/\.xlsx$/i.test(file.name)) return { csv: decodeText(bytes, null).text };
  return { xlsx: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")) };
}
