import { useTranslation } from "react-i18next";
import { answerOfRun, useApp } from "../state/store.ts";
import type { Reader } from "./guard-text.ts";
import { useNumbers } from "./use-numbers.ts";

/** What the programme is told with: language, numbers, and the words of the project pool as far as they are read. */
export function useReader(): Reader {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const language = useApp((state) => state.language);
  const projects = useApp((state) => state.projects);
  return { t, numbers, language, terms: answerOfRun(projects)?.terms ?? [] };
}
