import { useTranslation } from "react-i18next";
import type { CoverageAnswer } from "../state/sheet-state.ts";
import { AnswerDownloads } from "./answer-downloads.tsx";
import { whomOf } from "./coverage-share.ts";
import { personaTable } from "./persona-table.ts";

/** The walkers side by side to take away. */
export function PersonaDownloads({ answers }: { readonly answers: readonly CoverageAnswer[] }) {
  const { t } = useTranslation();
  const whom = whomOf(answers[0]?.result.residents ?? null);
  // each walker has a column of its own
  const { persona: _, ...inputs } = answers[0]!.inputs;
  return (
    <AnswerDownloads
      label={t("personas.download")}
      answer={{ ...answers[0]!, inputs }}
      titleOf={({ sheetParams: { mode, ruleSet } }) =>
        `${t("personas.title")} ${t(`personas.of.${whom}`)} ${t(`countMode.${mode}`)} ${ruleSet}`
      }
      tableOf={({ language, sheetParams: { mode } }, title) =>
        personaTable(answers, { t, language, title, whom, mode })
      }
    />
  );
}
