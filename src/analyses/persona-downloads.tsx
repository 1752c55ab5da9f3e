import { useTranslation } from "react-i18next";
import { saveFile } from "../formats/save-file.ts";
import { sourceLine } from "../panels/sheet-table.ts";
import type { CoverageAnswer } from "../state/app-state.ts";
import { useApp } from "../state/store.ts";
import { whomOf } from "./coverage-share.ts";
import { personaTable } from "./persona-table.ts";

const KINDS = ["csv", "xlsx"] as const;

/** The walkers side by side to take away. */
export function PersonaDownloads({ answers }: { readonly answers: readonly CoverageAnswer[] }) {
  const { t } = useTranslation();
  const labels = { csv: t("file.downloadCsv"), xlsx: t("file.downloadXlsx") };
  const download = async (kind: (typeof KINDS)[number]) => {
    const state = useApp.getState();
    const { mode, ruleSet } = state.sheetParams;
    const whom = whomOf(answers[0]?.result.residents ?? null);
    const title = `${t("personas.title")} ${t(`personas.of.${whom}`)} ${t(`countMode.${mode}`)} ${ruleSet}`;
    const table = personaTable(answers, { t, language: state.language, title, whom, mode });
    const source = sourceLine(answers[0]!, state, t);
    const blank = table.columns.slice(2).map(() => null);
    const whole = { ...table, rows: [...table.rows, [t("sheet.source"), source, ...blank]] };
    const blob =
      kind === "csv"
        ? (await import("../formats/csv-table.ts")).writeCsv(whole)
        : await (await import("../formats/xlsx-table.ts")).writeXlsx(whole);
    saveFile(blob, `${title}.${kind}`);
  };
  return (
    <p className="downloads">
      {t("personas.download")}
      {KINDS.map((kind) => (
        <button key={kind} type="button" className="quiet" onClick={() => void download(kind)}>
          {labels[kind]}
        </button>
      ))}
    </p>
  );
}
