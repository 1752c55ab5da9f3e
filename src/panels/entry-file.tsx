import { useEffect, useState } from "react";
import {
  PROJECT_COLUMNS,
  type ProjectFault,
  type ProjectFileReport,
  type ProjectImportList,
} from "../../server/contract/entered-projects.ts";
import { BackendError, type Failure, failureOf } from "../backend.ts";
import { readProjectImports } from "../entry-backend.ts";
import { saveFile } from "../formats/save-file.ts";
import { categoriesText } from "../locale/category-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { checkProjectFile, takeFileBack, takeProjectFile } from "../state/entered-projects.ts";
import { useApp } from "../state/store.ts";
import { useKept } from "./draft-form.tsx";
import { EntryRefusal } from "./entry-refusal.tsx";
import { FileRows, TableField, TakenFiles } from "./table-file.tsx";
import { minuteText } from "./today-text.ts";

/** Brings in a file of projects: first what each row would do, then all of it or nothing; what came in can be taken back whole. */
export function EntryFile() {
  const { t } = useReader();
  const district = useApp((state) => state.district);
  const [file, setFile] = useState<File | null>(null);
  const [source, setSource] = useKept("source", "", "file of projects");
  const [report, setReport] = useState<ProjectFileReport | null>(null);
  const [refusal, setRefusal] = useState<Failure | null>(null);
  const [imports, setImports] = useState<ProjectImportList["items"]>([]);
  const [isSending, setSending] = useState(false);
  useEffect(() => {
    // without the list files can still be brought in
    if (district !== null)
      readProjectImports(district).then(
        ({ items }) => setImports(items),
        () => setImports([]),
      );
  }, [district]);
  const attempt = async (send: () => Promise<ProjectFileReport | ProjectImportList>) => {
    setSending(true);
    try {
      const answer = await send();
      setRefusal(null);
      if ("rows" in answer) setReport(answer);
      else {
        setImports(answer.items);
        // what it told of is gone again
        setReport(null);
      }
      if ("rows" in answer && answer.version !== null && district !== null)
        setImports((await readProjectImports(district)).items);
    } catch (error) {
      // a file with wrong rows is told of row by row
      const told = error instanceof BackendError ? error.failure.details.report : undefined;
      if (told) setReport(told as ProjectFileReport);
      setRefusal(told ? null : failureOf(error));
    }
    setSending(false);
  };
  const choose = (chosen: File | null) => {
    setReport(null);
    setRefusal(null);
    setFile(chosen);
  };
  const isReady = file !== null && source.trim() !== "" && !isSending;
  const isTakeable =
    report !== null && report.version === null && report.counts.new > 0 && isFaultless(report);
  return (
    <section className="evidence-form entry-file">
      <p className="hint">{t("entry.file.hint")}</p>
      <CategoryWords />
      <p>
        <button type="button" className="quiet" onClick={saveTemplate}>
          {t("entry.file.template")}
        </button>
      </p>
      <TableField label={t("entry.file.choose")} onChoose={choose} />
      <label className="field">
        <span>{t("entry.file.source")}</span>
        <input
          value={source}
          placeholder={t("entry.sourceHint")}
          maxLength={500}
          onChange={({ target }) => setSource(target.value)}
        />
      </label>
      <p className="actions">
        <button
          type="button"
          disabled={!isReady}
          onClick={() => attempt(() => checkProjectFile(file!, source.trim()))}
        >
          {t("entry.file.check")}
        </button>
        {isTakeable ? (
          <button
            type="button"
            className="primary"
            disabled={!isReady}
            onClick={() => attempt(() => takeProjectFile(file!, source.trim()))}
          >
            {t("entry.file.take", { count: report.counts.new })}
          </button>
        ) : null}
      </p>
      <EntryRefusal refusal={refusal} />
      {report === null ? null : <Report report={report} />}
      {imports.length === 0 ? null : <h3>{t("entry.file.imports")}</h3>}
      <TakenFiles
        files={imports.map(({ version, fileName: name, rows: count, at, undone }) => ({
          ...{ version, undone: undone ? t("entry.file.undone") : null },
          text: t("entry.file.imported", { at: minuteText(at), name, count }),
        }))}
        undo={t("entry.file.undo")}
        onUndo={(version) => attempt(() => takeFileBack(version))}
      />
    </section>
  );
}

// a file is written in Chinese, so the words are told as they are read
function CategoryWords() {
  const { t, terms } = useReader();
  const codes = terms.flatMap(({ kind, code }) => (kind === "category" ? [code] : []));
  const words = categoriesText(codes, { t, terms, language: "zh-CN" });
  return words === "" ? null : <p className="hint">{t("entry.file.categories", { words })}</p>;
}

const isFaultless = ({ faults, counts }: ProjectFileReport) => faults.length === 0 && counts.wrong === 0;

// the headings in a sheet that Excel opens as it is meant
function saveTemplate(): void {
  const headings = Object.values(PROJECT_COLUMNS).map((column) => column.headings[0]);
  saveFile(new Blob([`\ufeff${headings.join()}\r\n`], { type: "text/csv" }), "项目台账空白表.csv");
}

function Report({ report }: { readonly report: ProjectFileReport }) {
  const { t } = useReader();
  const { counts, faults, ignored, rows, version } = report;
  const faultText = ({ code, ...told }: ProjectFault) => t(`entry.file.fault.${code}`, told);
  return (
    <div aria-live="polite" data-report={version === null ? "checked" : "taken"}>
      <p>
        <b>
          {version !== null
            ? t("entry.file.taken", { count: counts.new })
            : faults.length > 0
              ? t("entry.file.unread")
              : t("entry.file.counts", counts)}
        </b>
      </p>
      {isFaultless(report) ? null : <p className="hint">{t("entry.file.allOrNothing")}</p>}
      {ignored.length === 0 ? null : (
        <p className="hint">{t("entry.file.ignored", { names: ignored.join("、") })}</p>
      )}
      {faults.map((fault) => (
        <p key={`${fault.code} ${fault.column} ${fault.line}`} className="file-fault">
          {faultText(fault)}
        </p>
      ))}
      <FileRows
        rows={rows.map(({ line, code, name, outcome, faults: wrong }) => ({
          ...{ line, outcome, title: [code, name].filter(Boolean).join(" · ") },
          told: t(`entry.file.outcome.${version !== null && outcome === "new" ? "taken" : outcome}`),
          notes: wrong.map(faultText),
        }))}
      />
    </div>
  );
}
