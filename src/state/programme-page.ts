import type { PageFigure, ProgrammePage } from "../../server/contract/programme-page.ts";
import { readProgrammePage } from "../overview-backend.ts";
import { type AppState, INITIAL_STATE } from "./app-state.ts";
import { DISPATCH_START, LIGHT_ORDER } from "./dispatch-state.ts";
import { following } from "./following.ts";
import { LEDGER_START } from "./ledger-state.ts";
import { oneOf } from "./one-of.ts";
import type { PageQuestion } from "./programme-page-state.ts";
import { type ProjectsView, showView } from "./projects-view.ts";
import { useApp } from "./store.ts";

// whoever comes back from a list finds the page as it was, while it is read anew
let last: { readonly question: PageQuestion; readonly page: ProgrammePage } | null = null;

const { follow, again } = following<PageQuestion, ProgrammePage>({
  select: ({ projectsView, district, start, dispatchChoice }) =>
    projectsView === "programme" && district !== null && start.status === "done"
      ? { district, month: dispatchChoice.month }
      : null,
  ask: readProgrammePage,
  put: (programmePage) => {
    if (programmePage.status === "done")
      last = { question: programmePage.params, page: programmePage.result };
    useApp.setState({ programmePage });
  },
  staleFor: ({ district, month }) =>
    last?.question.district === district && last.question.month === month ? last.page : null,
});

/** Reads the page of the programme while it is open; returns how to stop. */
export const followProgrammePage = follow;
export const programmePageAgain = again;

/** The month the page, and the dispatch, look at; null = this month. */
export const setPageMonth = (month: string | null) =>
  useApp.setState(({ dispatchChoice }) => ({ dispatchChoice: { ...dispatchChoice, month } }));

type Choice = Partial<AppState>;
type Query = Readonly<Record<string, string>>;
interface Behind {
  readonly view: ProjectsView;
  readonly choice: (query: Query, figure: PageFigure) => Choice;
}

const dispatchOf = (choice: Partial<AppState["dispatchChoice"]>): Choice => ({
  dispatchChoice: { ...DISPATCH_START.dispatchChoice, ...choice },
});
const allProjects = { projectText: "", projectChoice: INITIAL_STATE.projectChoice } as const;

/** By the list of a figure: the view that shows it, and what is chosen there. */
const BEHIND: Readonly<Record<string, Behind>> = {
  "/api/lists": {
    view: "lists",
    choice: ({ only }, { of }) => ({
      itemList: of,
      itemStanding: oneOf(["entered", "done", "overdue"], only),
    }),
  },
  "/api/projects": {
    view: "list",
    choice: ({ stages, batch = null }) => ({
      projectText: "",
      projectChoice: { ...INITIAL_STATE.projectChoice, batch, stages: stages ? [stages] : [] },
    }),
  },
  "/api/dispatch": {
    view: "dispatch",
    choice: ({ month = null, light }) => ({
      ...allProjects,
      ...dispatchOf({ part: "month", month, light: oneOf(LIGHT_ORDER, light) }),
    }),
  },
  "/api/matters": {
    view: "dispatch",
    choice: ({ open }) => dispatchOf({ part: "matters", only: open ? "open" : "overdue" }),
  },
  "/api/approvals": { view: "dispatch", choice: () => dispatchOf({ part: "approvals", only: "overdue" }) },
  "/api/project-money": {
    view: "money",
    choice: ({ kind = null, status }) => {
      const held = oneOf(["received", "approved", "declared"], status);
      return { ...allProjects, moneyChoice: { kind, status: held, sources: null } };
    },
  },
  "/api/fundings": {
    view: "money",
    choice: ({ status }) => {
      const sources = status === "target" ? "target" : "all";
      return { ...allProjects, moneyChoice: { kind: null, status: null, sources } };
    },
  },
  "/api/acquisition-plots": { view: "signing", choice: () => ({ consentPurpose: "acquisition" }) },
  "/api/operation-units": {
    view: "operation",
    choice: ({ state }) => ({ operationState: oneOf(["run", "closed"], state) }),
  },
  "/api/estates": {
    view: "estates",
    choice: ({ builtFrom, builtTo, survey, lift, project }) => ({
      estateChoice: {
        ...LEDGER_START.estateChoice,
        ...{ builtFrom: Number(builtFrom), builtTo: Number(builtTo) },
        ...{
          survey: oneOf(["none"], survey),
          lift: oneOf(["none"], lift),
          project: oneOf(["none"], project),
        },
      },
    }),
  },
  "/api/findings": {
    view: "findings",
    choice: ({ state = "", severity = "" }) => ({
      findingChoice: {
        ...INITIAL_STATE.findingChoice,
        states: state.split(",").filter(Boolean),
        severities: severity.split(",").filter(Boolean),
      },
    }),
  },
  "/api/assets": {
    view: "assets",
    choice: ({ kind = null }) => ({
      assetChoice: {
        ...{ ...LEDGER_START.assetChoice, state: "idle" as const },
        kind: kind as AppState["assetChoice"]["kind"],
      },
    }),
  },
  "/api/safety-records": {
    view: "safety",
    choice: ({ due, grade, hazards, disposition }) => ({
      safetyChoice: {
        ...LEDGER_START.safetyChoice,
        ...{ due: oneOf(["overdue"], due), grade: oneOf(["C", "D"], grade) },
        ...{ hazards: oneOf(["open"], hazards), disposition: oneOf(["none"], disposition) },
      },
    }),
  },
};

/** Shows the list a figure of the page stands for, narrowed as it is. */
export function followPageFigure(figure: PageFigure): void {
  const behind = BEHIND[figure.list.path];
  if (behind === undefined) return;
  showView(behind.view, behind.choice(figure.list.query, figure));
}
