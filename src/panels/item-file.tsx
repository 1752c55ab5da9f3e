import { type ChangeEvent, useState } from "react";
import type {
  ItemFile,
  ItemFileReport,
  ItemRow,
  ProgrammeItemList,
} from "../../server/contract/programme-items.ts";
import { decodeText } from "../formats/text-encoding.ts";
import { useReader } from "../locale/use-reader.ts";
import { checkItemFile, importItemFile, undoItemImport } from "../state/programme-items.ts";
import { useApp } from "../state/store.ts";
import { SigningRefusal } from "./signing-field.tsx";
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
          <ul className="list-items">
            {imports.map(({ version, at, items }) => (
              <li key={version} data-import={version}>
                {t("lists.file.imported", { at: minuteText(at), count: items })}{" "}
                <button type="button" onClick={() => void undoItemImport(version)}>
                  {t("lists.file.undo")}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <SigningRefusal />
    </section>
  );
}

function ItemFileForm() {
  const { t } = useReader();
  const [table, setTable] = useState<ItemTable | null>(null);
  const [source, setSource] = useState("");
  const [report, setReport] = useState<ItemFileReport | null>(null);
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
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
      <label className="field">
        <span>{t("lists.file.choose")}</span>
        <input type="file" accept=".xlsx,.csv,text/csv" onChange={(event) => void choose(event)} />
      </label>
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
      {report === null ? null : <Report report={report} />}
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

function Report({ report }: { readonly report: ItemFileReport }) {
  const { t } = useReader();
  return (
    <div aria-live="polite">
      <p>
        <b>{t("lists.file.counts", report.counts)}</b>
      </p>
      {report.counts.wrong > 0 ? <p className="hint">{t("lists.file.wrongHint")}</p> : null}
      <ol className="file-rows">
        {report.rows.map((row) => (
          <Row key={row.line} row={row} />
        ))}
      </ol>
    </div>
  );
}

function Row({ row: { line, title, outcome, changes, problems } }: { readonly row: ItemRow }) {
  const { t } = useReader();
  const empty = t("lists.file.empty");
  return (
    <li data-outcome={outcome}>
      <span>{t("lists.file.line", { line })}</span> <b>{t(`lists.file.outcome.${outcome}`)}</b> {title}
      {problems.map(({ code, ...told }) => (
        <small key={`${code} ${told.value}`}>{t(`lists.file.problem.${code}`, told)}</small>
      ))}
      {changes.map(({ column, before, after }) => (
        <small key={column}>
          {t("lists.file.change", { column, before: before || empty, after: after || empty })}
        </small>
      ))}
    </li>
  );
}
