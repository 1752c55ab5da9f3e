import type { PageFigure, ProgrammePage } from "../../server/contract/programme-page.ts";
import { readProgrammePage } from "../overview-backend.ts";
import { type AppState, INITIAL_STATE } from "./app-state.ts";
import { DISPATCH_START, LIGHT_ORDER } from "./dispatch-state.ts";
import { following } from "./following.ts";
import { LEDGER_START } from "./ledger-state.ts";
import type { PageQuestion } from "./programme-page-state.ts";
import { type ProjectsView, showView } from "./projects-view.ts";
import { useApp } from "./store.ts";

const { follow, again } = following<PageQuestion, ProgrammePage>({
  select: ({ projectsView, district, start, dispatchChoice }) =>
    projectsView === "programme" && district !== null && start.status === "done"
      ? { district, month: dispatchChoice.month }
      : null,
  ask: readProgrammePage,
  put: (programmePage) => useApp.setState({ programmePage }),
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
const oneOf = <Name extends string>(names: readonly Name[], text: string | undefined) =>
  names.find((name) => name === text) ?? null;

/** By the list of a figure: the view that shows it, and what is chosen there. */
const BEHIND: Readonly<Record<string, Behind>> = {
  "/api/lists": { view: "lists", choice: (_, { of }) => ({ itemList: of }) },
  "/api/projects": {
    view: "list",
    choice: ({ stages }) => ({
      ...{ projectText: "", batchYear: null },
      projectChoice: { ...INITIAL_STATE.projectChoice, stages: stages ? [stages] : [] },
    }),
  },
  "/api/project-batches": {
    view: "list",
    choice: ({ year }) => ({ ...allProjects, batchYear: Number(year) }),
  },
  "/api/dispatch": {
    view: "dispatch",
    choice: ({ month = null, light }) => ({
      ...allProjects,
      ...dispatchOf({ part: "month", month, light: oneOf(LIGHT_ORDER, light) }),
    }),
  },
  "/api/matters": { view: "dispatch", choice: () => dispatchOf({ part: "matters" }) },
  "/api/approvals": { view: "dispatch", choice: () => dispatchOf({ part: "approvals" }) },
  "/api/project-money": {
    view: "money",
    choice: (_, { code, of }) => {
      const status = oneOf(["received", "approved", "declared"], code.replace("type-", ""));
      return { ...allProjects, moneyChoice: { kind: of, status } };
    },
  },
  "/api/fundings": {
    view: "money",
    choice: () => ({ ...allProjects, moneyChoice: { kind: null, status: null } }),
  },
  "/api/acquisition-plots": { view: "signing", choice: () => ({ consentPurpose: "acquisition" }) },
  "/api/operation-units": { view: "operation", choice: () => ({}) },
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
    choice: (_, { code, of }) => ({
      assetChoice: {
        ...{ ...LEDGER_START.assetChoice, state: "idle" as const },
        kind: code === "idle-kind" ? (of as AppState["assetChoice"]["kind"]) : null,
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
  useApp.setState(behind.choice(figure.list.query, figure));
  showView(behind.view);
}
