import type { ProgrammeFigure, ProgrammeFigureList } from "../../server/contract/programme-figures.ts";
import { readProgrammeFigures } from "../backend.ts";
import type { AppState, ProgrammeView } from "./app-state.ts";
import { following } from "./following.ts";
import type { QuestionName } from "./question-names.ts";
import { useApp } from "./store.ts";

export const openFigures = () =>
  useApp.setState({
    ...{ figuresOpen: true, findingView: null, programmeView: null, ledger: null },
    ...{ mode: "projects", selection: null, comparing: false },
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

const VIEW_OF: Readonly<Partial<Record<NonNullable<ProgrammeFigure["leadsTo"]>, ProgrammeView>>> = {
  "programme-items": "lists",
  signing: "signing",
};

/** Shows the list behind a figure; of a list of the programme that one alone. */
export function followFigureTo({ leadsTo: list, list: itemList }: FollowedFigure): void {
  const programmeView = VIEW_OF[list];
  if (programmeView !== undefined) {
    const closed = { figuresOpen: false, selection: null };
    useApp.setState({ ...closed, programmeView, itemList, consentPurpose: "acquisition", mode: "projects" });
    return;
  }
  const openedQuestion = QUESTION_OF[list];
  const shown: Partial<AppState> =
    openedQuestion === null
      ? { mode: list === "projects" ? "projects" : "explore" }
      : { mode: "analyse", openedQuestion };
  useApp.setState({ ...shown, figuresOpen: false, selection: null });
}
