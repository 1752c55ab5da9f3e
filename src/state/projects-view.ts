import type { AppState } from "./app-state.ts";
import { useApp } from "./store.ts";

interface ViewFacts {
  /** The part of the address that says it, where that is not `show=` and its name. */
  readonly part?: readonly [name: string, value: string];
  /** What it asks of the panel beyond the width of a list: that of columns, of a table to read, or of a whole page. */
  readonly width?: "board" | "wide" | "page";
}

/** The views of mode Projects. A new one is a line here, and one in src/panels/projects-views.tsx. */
const VIEWS = {
  list: { part: ["as", "list"] },
  board: { part: ["as", "board"], width: "board" },
  timeline: { part: ["as", "timeline"], width: "board" },
  conflicts: { part: ["as", "conflicts"] },
  dispatch: { part: ["as", "dispatch"], width: "board" },
  money: { part: ["as", "money"], width: "board" },
  entry: {},
  advisers: {},
  findings: { part: ["issues", "list"] },
  "findings-add": { part: ["issues", "add"] },
  "findings-import": { part: ["issues", "import"] },
  "findings-values": { part: ["issues", "values"] },
  "findings-ranking": { part: ["issues", "ranking"] },
  estates: { part: ["ledger", "estates"] },
  assets: { part: ["ledger", "assets"] },
  safety: { part: ["ledger", "safety"] },
  signing: {},
  lists: {},
  operation: {},
  programme: { width: "page" },
  figures: { part: ["figures", "published"], width: "wide" },
} as const satisfies Readonly<Record<string, ViewFacts>>;
export type ProjectsView = keyof typeof VIEWS;
export const PROJECTS_VIEWS = Object.keys(VIEWS) as readonly ProjectsView[];

/**
 * How the projects found stand in the panel: one after the other, in a column per stage, in time, by who stands in whose way, as a
 * month of their dispatch, or by who pays for them.
 */
export const POOL_VIEWS = [
  "list",
  "board",
  "timeline",
  "conflicts",
  "dispatch",
  "money",
] as const satisfies readonly ProjectsView[];
/** What of the register of findings stands in the panel. */
export const FINDING_VIEWS = [
  "findings",
  "findings-add",
  "findings-import",
  "findings-values",
  "findings-ranking",
] as const satisfies readonly ProjectsView[];
/** Ledgers 台账 of the programme beside its projects. */
export const LEDGERS = ["estates", "assets", "safety"] as const satisfies readonly ProjectsView[];
export type Ledger = (typeof LEDGERS)[number];

type In<Names extends readonly ProjectsView[]> = Names[number];
const isOneOf =
  <const Names extends readonly ProjectsView[]>(names: Names) =>
  (view: ProjectsView): view is In<Names> =>
    names.includes(view);
export const isPoolView = isOneOf(POOL_VIEWS);
export const isFindingView = isOneOf(FINDING_VIEWS);
export const isLedger = isOneOf(LEDGERS);

/** What of the state goes with another view: nothing is selected, and no refusal stands any more. */
const cleared = {
  ...{ mode: "projects", selection: null, comparing: false, hoveredFinding: null },
  ...{ findingRefusal: null, programmeRefusal: null },
  ...{ operationRefusal: null, householdRefusal: null },
} as const satisfies Partial<AppState>;

/** Opens a view of mode Projects, with what is chosen in it: one step to go back over. */
export const showView = (projectsView: ProjectsView, choice: Partial<AppState> = {}) =>
  useApp.setState({ projectsView, ...cleared, ...choice });

/** Closes the view that stands open in place of the projects; whether there was any. */
export function closeView(): boolean {
  const { projectsView: view } = useApp.getState();
  if (isPoolView(view)) return false;
  showView(isFindingView(view) && view !== "findings" ? "findings" : "list");
  return true;
}

/** How wide the panel is beyond that of a list; null = as it comes. */
export function selectPanelWidth(state: AppState): "board" | "wide" | "page" | null {
  const { reportOpen, comparing, mode, selection, projectsView } = state;
  if (reportOpen) return null;
  if (comparing) return "wide";
  const { width }: ViewFacts = VIEWS[projectsView];
  return mode === "projects" && selection === null ? (width ?? null) : null;
}

const LAYER_OF = { estates: "zone", safety: "building" } as const;

/** The estate or building of the open ledger whose page is shown; null while the list is. */
export function selectLedgerThing({ projectsView, mode, selection }: AppState): string | null {
  if (mode !== "projects" || (projectsView !== "estates" && projectsView !== "safety")) return null;
  return selection?.layer === LAYER_OF[projectsView] ? selection.id : null;
}

const partOf = (view: ProjectsView): readonly [name: string, value: string] => {
  const { part }: ViewFacts = VIEWS[view];
  return part ?? ["show", view];
};
// where a link made before says more than one, the first of these stood above the others
const ORDER = ["ledger", "figures", "issues", "show", "as"];

/** The view as it stands in the address; null = left out, as at the start. */
export function viewParts({ projectsView }: Pick<AppState, "projectsView">): Record<string, string | null> {
  const [name, value] = partOf(projectsView);
  return { [name]: projectsView === "list" ? null : value };
}

/** The view that the parts of an address say. */
export function viewFrom(given: URLSearchParams): ProjectsView {
  for (const name of ORDER) {
    const said = PROJECTS_VIEWS.find((view) => {
      const [own, value] = partOf(view);
      return own === name && value === given.get(name);
    });
    if (said !== undefined) return said;
  }
  return "list";
}
