import { useCallback, useEffect, useRef, useState } from "react";
import { IMPORT_KINDS, type ImportReport, type TakenImport } from "../../server/contract/indicator-values.ts";
import { type Failure, failureOf } from "../backend.ts";
import { readImports, sendImport, sendUndo } from "../findings-backend.ts";
import { useFindingReader } from "../locale/use-finding-reader.ts";
import { useApp } from "../state/store.ts";
import { FindingRefusal } from "./finding-refusal.tsx";
import { Icon } from "./icon.tsx";
import { ImportRows } from "./import-rows.tsx";
import { TakenFiles } from "./table-file.tsx";
import { minuteText } from "./today-text.ts";

/** A CSV told row by row, taken whole or not at all, and taken back whole. */
export function FindingImport() {
  const { t } = useFindingReader();
  const district = useApp((state) => state.district)!;
  const canWrite = useApp((state) => state.settings?.readOnly === false);
  const [kind, setKind] = useState<TakenImport["kind"]>("findings");
  const [file, setFile] = useState<File | null>(null);
  const [report, setReport] = useState<ImportReport | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isSending, setSending] = useState(false);
  const [taken, setTaken] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const send = async (given: File, preview: boolean) => {
    setSending(true);
    setFailure(null);
    try {
      setReport(await sendImport({ district, kind, file: given, preview }));
      if (!preview) setTaken((count) => count + 1);
    } catch (error) {
      setFailure(failureOf(error));
    }
    setSending(false);
  };
  const choose = (given: File | undefined) => {
    if (!given) return;
    setFile(given);
    setReport(null);
    void send(given, true);
  };
  return (
    <section className="finding-import" aria-busy={isSending}>
      <label className="field">
        <span>{t("findings.imports.kind")}</span>
        <select
          value={kind}
          onChange={({ target }) => {
            setKind(target.value as TakenImport["kind"]);
            setReport(null);
          }}
        >
          {IMPORT_KINDS.map((each) => (
            <option key={each} value={each}>
              {t(`findings.imports.kinds.${each}`)}
            </option>
          ))}
        </select>
      </label>
      <p className="import-columns">{t(`findings.imports.columns.${kind}`)}</p>
      <p className="hint">{t("findings.imports.hint")}</p>
      {canWrite ? (
        <p className="actions">
          <button type="button" onClick={() => input.current?.click()}>
            <Icon name="import" />
            {t("findings.imports.choose")}
          </button>
        </p>
      ) : (
        <p className="hint">{t("findings.readOnly")}</p>
      )}
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.csv,text/csv"
        aria-label={t("findings.imports.choose")}
        onChange={({ target }) => {
          choose(target.files?.[0]);
          // the same file may be chosen again after it was mended
          target.value = "";
        }}
      />
      {isSending && report === null ? <p className="hint">{t("findings.imports.reading")}</p> : null}
      {failure === null ? null : <FindingRefusal refusal={failure} />}
      {report === null ? null : (
        <Report report={report} isSending={isSending} onTake={() => file && void send(file, false)} />
      )}
      <Past district={district} taken={taken} canWrite={canWrite} />
    </section>
  );
}

interface ReportProps {
  readonly report: ImportReport;
  readonly isSending: boolean;
  readonly onTake: () => void;
}

function Report({ report, isSending, onTake }: ReportProps) {
  const { t } = useFindingReader();
  const { faultRows, freshRows, version } = report;
  const count = freshRows;
  return (
    <div className="import-report" data-faults={faultRows} data-taken={version !== null}>
      <ImportRows report={report} />
      {version === null ? null : (
        <p role="status">
          <b>{t("findings.imports.taken", { count })}</b>
        </p>
      )}
      {version === null && faultRows > 0 ? <p className="hint">{t("findings.imports.mend")}</p> : null}
      {version === null && faultRows === 0 && freshRows === 0 ? (
        <p className="hint">{t("findings.imports.nothing")}</p>
      ) : null}
      {version === null && faultRows === 0 && freshRows > 0 ? (
        <button type="button" className="primary" disabled={isSending} onClick={onTake}>
          {t("findings.imports.take", { count })}
        </button>
      ) : null}
    </div>
  );
}

interface PastProps {
  readonly district: string;
  /** Read anew whenever another was taken. */
  readonly taken: number;
  readonly canWrite: boolean;
}

function Past({ district, taken, canWrite }: PastProps) {
  const { t } = useFindingReader();
  const [past, setPast] = useState<readonly TakenImport[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const read = useCallback(async (asking: ReturnType<typeof readImports>) => {
    try {
      setPast((await asking).items);
      setFailure(null);
    } catch (error) {
      setFailure(failureOf(error));
    }
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another file was taken
  useEffect(() => void read(readImports(district)), [district, taken, read]);
  return (
    <section>
      <h3>{t("findings.imports.past")}</h3>
      {failure === null ? null : <FindingRefusal refusal={failure} />}
      {past.length === 0 ? <p className="hint">{t("findings.imports.pastNone")}</p> : null}
      <TakenFiles
        files={past.map(({ version, kind, fileName, rows, at, undone }) => ({
          ...{ version, undone: undone ? t("findings.imports.undone") : null },
          text: [
            fileName,
            t(`findings.imports.kinds.${kind}`),
            t("findings.imports.pastRow", { at: minuteText(at), rows }),
          ].join(" · "),
        }))}
        undo={t("findings.imports.undo")}
        onUndo={canWrite ? (version) => read(sendUndo(district, version)) : null}
      />
    </section>
  );
}
