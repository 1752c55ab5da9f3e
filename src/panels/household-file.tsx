import "../look/lists-view.css";
import { useState } from "react";
import type { HouseholdFileReport, HouseholdList } from "../../server/contract/households.ts";
import { nameIn } from "../locale/name-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { checkFile, importFile, undoImport } from "../state/households.ts";
import { useApp } from "../state/store.ts";
import { FormRefusal } from "./form-parts.tsx";
import { minuteText } from "./today-text.ts";

interface FileProps {
  readonly plot: string;
  readonly answer: HouseholdList;
  readonly replaces: boolean;
}

/** Brings in a file of households: first what each row would do, then all of it or nothing; what came in can be taken back. */
export function HouseholdFile({ plot, answer, replaces }: FileProps) {
  const { t, language } = useReader();
  const refusal = useApp((state) => state.householdRefusal);
  const [file, setFile] = useState<File | null>(null);
  const [report, setReport] = useState<HouseholdFileReport | null>(null);
  const given = file && { plot, file, replace: replaces };
  const ready = (report?.counts.new ?? 0) + (report?.counts.changed ?? 0);
  const take = async () => {
    if (given === null || !(await importFile(given))) return;
    setReport(null);
    setFile(null);
  };
  return (
    <details className="item-file">
      <summary>{t("households.file.open")}</summary>
      <p className="hint">
        {t("households.file.hint", {
          stages: answer.stages.map((stage) => nameIn(language, stage)).join(language === "en" ? ", " : "、"),
        })}
      </p>
      <label className="field">
        <span>{t("households.file.choose")}</span>
        <input
          type="file"
          accept=".csv,.xlsx"
          onChange={({ target }) => {
            setFile(target.files?.[0] ?? null);
            setReport(null);
          }}
        />
      </label>
      <p className="actions">
        <button
          type="button"
          disabled={given === null}
          onClick={async () => setReport(given && (await checkFile(given)))}
        >
          {t("lists.file.check")}
        </button>
        {report !== null && report.counts.wrong === 0 && ready > 0 ? (
          <button type="button" className="primary" onClick={() => void take()}>
            {t("households.file.take", { count: ready })}
          </button>
        ) : null}
      </p>
      <FormRefusal refusal={refusal} title={t("households.refused")} />
      {report === null ? null : <Report report={report} />}
      {answer.imports.length === 0 ? null : (
        <ul className="list-items">
          {answer.imports.map(({ version, at, file: name, households }) => (
            <li key={version} data-import={version}>
              {t("households.file.imported", {
                at: minuteText(at),
                file: name,
                count: households,
              })}{" "}
              <button type="button" onClick={() => void undoImport(plot, version)}>
                {t("lists.file.undo")}
              </button>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

function Report({ report: { counts, rows } }: { readonly report: HouseholdFileReport }) {
  const { t } = useReader();
  const empty = t("lists.file.empty");
  return (
    <div aria-live="polite" data-report={counts.wrong}>
      <p>
        <b>{t("lists.file.counts", counts)}</b>
      </p>
      {counts.wrong > 0 ? <p className="hint">{t("lists.file.wrongHint")}</p> : null}
      <ol className="file-rows">
        {rows
          .filter(({ outcome }) => outcome !== "same")
          .map(({ line, title, outcome, changes, problems }) => (
            <li key={line} data-outcome={outcome}>
              <span>{t("lists.file.line", { line })}</span> <b>{t(`lists.file.outcome.${outcome}`)}</b>{" "}
              {title}
              {problems.map(({ code, column, value, expected }) => (
                <small key={`${code} ${column}`}>
                  {t(`households.problem.${code}`, { column, value, expected })}
                </small>
              ))}
              {changes.map(({ column, before, after }) => (
                <small key={column}>
                  {t("lists.file.change", { column, before: before || empty, after: after || empty })}
                </small>
              ))}
            </li>
          ))}
      </ol>
    </div>
  );
}
