import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useShallow } from "zustand/react/shallow";
import { areaName } from "../analyses/area-name.ts";
import { SERIES, type SeriesLetter } from "../cartography/series-colour.ts";
import type { Run } from "../state/app-state.ts";
import { selectComparedQuestion } from "../state/comparison.ts";
import type { AskedArea } from "../state/drawing-state.ts";
import { askKeptSheet, selectDistrictQuestion } from "../state/kept-sheets.ts";
import type { SheetAnswer, SheetQuestion } from "../state/sheet-state.ts";
import { answerOfRun, useApp } from "../state/store.ts";

/** One column of a comparison; its answer is null until it is there. */
export interface ComparedColumn {
  /** The question as text, which no other column has. */
  readonly question: string;
  /** A, B, C, D; null for the district. */
  readonly letter: SeriesLetter | null;
  readonly name: string;
  /** null for the district, which is no chosen area. */
  readonly area: AskedArea | null;
  readonly run: Run<SheetQuestion, SheetAnswer> | undefined;
  readonly answer: SheetAnswer | null;
}

/** A column for every compared area, asked about as soon as it is shown. */
export function useComparedColumns(): readonly ComparedColumn[] {
  const { t } = useTranslation();
  // not the whole state: the map moves more often than a column changes
  useApp(
    useShallow((state) => [
      ...[state.compared, state.keptSheets, state.sheetParams, state.conditions, state.district, state.start],
      ...[state.catalogue, state.namedAreas, state.language],
    ]),
  );
  const state = useApp.getState();
  const columns = state.compared.flatMap((compared, index): ComparedColumn[] => {
    const question = selectComparedQuestion(state, compared);
    if (question === null) return [];
    const letter = SERIES[index] ?? null;
    const isUnnamed = !("zone" in compared.area) && areaName(state, compared.area, t) === t("analyse.drawn");
    const name =
      compared.name ??
      (isUnnamed ? t("sheetPage.comparison.drawn", { letter }) : areaName(state, compared.area, t));
    const run = state.keptSheets[question];
    return [{ question, letter, name, area: compared.area, run, answer: run ? answerOfRun(run) : null }];
  });
  // asked anew where an answer was put away because the data have changed
  const open = columns.filter(({ run }) => run === undefined).map(({ question }) => question);
  useAsking(open.join("\n"));
  return columns;
}

/** The column of the whole district; null where its boundary is not in the data. */
export function useDistrictColumn(): ComparedColumn | null {
  const { t } = useTranslation();
  const question = useApp(selectDistrictQuestion);
  const run = useApp(({ keptSheets }) => (question === null ? undefined : keptSheets[question]));
  useAsking(run === undefined ? (question ?? "") : "");
  if (question === null) return null;
  const name = t("sheetPage.chart.district");
  return { question, letter: null, name, area: null, run, answer: run ? answerOfRun(run) : null };
}

// the texts of questions hold no line break
function useAsking(questions: string): void {
  useEffect(() => {
    for (const question of questions.split("\n")) if (question !== "") void askKeptSheet(question);
  }, [questions]);
}
