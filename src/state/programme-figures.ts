import type { ProgrammeFigure, ProgrammeFigureList } from "../../server/contract/programme-figures.ts";
import { readProgrammeFigures } from "../backend.ts";
import type { AppState } from "./app-state.ts";
import { following } from "./following.ts";
import type { ProjectsView } from "./projects-view.ts";
import type { QuestionName } from "./question-names.ts";
import { useApp } from "./store.ts";

const { follow, again } = following<string, ProgrammeFigureList>({
  select: ({ projectsView, district, start }) =>
    (projectsView === "figures" || projectsView === "programme") && start.status === "done" ? district : null,
  ask: readProgrammeFigures,
  put: (figures) => useApp.setState({ figures }),
});

/** Reads the figures of the programme while they are open; returns how to stop. */
export const followFigures = follow;
export const figuresAgain = again;

interface FollowedFigure extends Pick<ProgrammeFigure, "list"> {
  readonly leadsTo: NonNullable<ProgrammeFigure["leadsTo"]>;
}

/** The question that shows the things behind a figure; null = the list of projects, or of zones. */
const QUESTION_OF: Readonly<Record<NonNullable<ProgrammeFigure["leadsTo"]>, QuestionName | null>> = {
  projects: null,
  "programme-items": null,
  signing: null,
  zones: null,
  "life-circle": "gap",
  riverfront: "riverfront",
  walkways: "street",
  "road-network": "street",
  "park-coverage": "radius",
};

const VIEW_OF: Readonly<Partial<Record<NonNullable<ProgrammeFigure["leadsTo"]>, ProjectsView>>> = {
  "programme-items": "lists",
  signing: "signing",
};

/** Shows the list behind a figure; of a list of the programme that one alone. */
export function followFigureTo({ leadsTo: list, list: itemList }: FollowedFigure): void {
  const projectsView = VIEW_OF[list];
  if (projectsView !== undefined) {
    const asked = { itemList, consentPurpose: "acquisition" } as const;
    useApp.setState({ ...asked, projectsView, selection: null, mode: "projects" });
    return;
  }
  const openedQuestion = QUESTION_OF[list];
  const shown: Partial<AppState> =
    openedQuestion === null
      ? { mode: list === "projects" ? "projects" : "explore" }
      : { mode: "analyse", openedQuestion };
  useApp.setState({ ...shown, projectsView: "list", selection: null });
}
