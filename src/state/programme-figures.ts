import type { ProgrammeFigure, ProgrammeFigureList } from "../../server/contract/programme-figures.ts";
import { readProgrammeFigures } from "../backend.ts";
import type { AppState } from "./app-state.ts";
import { following } from "./following.ts";
import type { QuestionName } from "./question-names.ts";
import { useApp } from "./store.ts";

export const openFigures = () =>
  useApp.setState({
    figuresOpen: true,
    findingView: null,
    mode: "projects",
    selection: null,
    comparing: false,
  });
export const closeFigures = () => useApp.setState({ figuresOpen: false });

const { follow, again } = following<string, ProgrammeFigureList>({
  select: ({ figuresOpen, district, start }) => (figuresOpen && start.status === "done" ? district : null),
  ask: readProgrammeFigures,
  put: (figures) => useApp.setState({ figures }),
});

/** Reads the figures of the programme while they are open; returns how to stop. */
export const followFigures = follow;
export const figuresAgain = again;

/** The question that shows the things behind a figure; null = the list of projects, or of zones. */
const QUESTION_OF: Readonly<Record<NonNullable<ProgrammeFigure["leadsTo"]>, QuestionName | null>> = {
  projects: null,
  zones: null,
  "life-circle": "gap",
  riverfront: "riverfront",
  walkways: "street",
  "road-network": "street",
  "park-coverage": "radius",
};

/** Shows the list behind a figure. */
export function followFigureTo(list: NonNullable<ProgrammeFigure["leadsTo"]>): void {
  const openedQuestion = QUESTION_OF[list];
  const shown: Partial<AppState> =
    openedQuestion === null
      ? { mode: list === "projects" ? "projects" : "explore" }
      : { mode: "analyse", openedQuestion };
  useApp.setState({ ...shown, figuresOpen: false, selection: null });
}
