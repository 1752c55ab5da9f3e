import { useState } from "react";
import type { HouseholdFileReport, HouseholdList } from "../../server/contract/households.ts";
import { nameIn } from "../locale/name-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { checkFile, importFile, undoImport } from "../state/households.ts";
import { useApp } from "../state/store.ts";
import { FormRefusal } from "./form-parts.tsx";
import { ItemRows } from "./item-rows.tsx";
import { TableField, TakenFiles } from "./table-file.tsx";
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
      <TableField
        label={t("households.file.choose")}
        onChoose={(chosen) => {
          setFile(chosen);
          setReport(null);
        }}
      />
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
      {report === null ? null : (
        <ItemRows
          report={{ ...report, rows: report.rows.filter(({ outcome }) => outcome !== "same") }}
          problemOf={({ code, ...told }) => t(`households.problem.${code}`, told)}
        />
      )}
      <TakenFiles
        files={answer.imports.map(({ version, at, file: name, households: count }) => ({
          ...{ version, undone: null },
          text: t("households.file.imported", { at: minuteText(at), file: name, count }),
        }))}
        undo={t("lists.file.undo")}
        onUndo={(version) => undoImport(plot, version)}
      />
    </details>
  );
}
