import type { ComponentType } from "react";
import type { ProjectsView } from "../state/projects-view.ts";
import { lazyPart } from "./lazy-part.tsx";
import { PoolView } from "./pool-view.tsx";

/** The groups of the menu, in their order. */
export const VIEW_GROUPS = ["pool", "health", "ledgers", "acquisition", "overview"] as const;

export interface PanelView {
  readonly View: ComponentType;
  /** Its name in the menu, as a key of the texts. */
  readonly label: string;
  /** Where the menu has it; null = it is reached from within the view `within`. */
  readonly group: (typeof VIEW_GROUPS)[number] | null;
  readonly within?: ProjectsView;
  /** Offered only where what is internal is served. */
  readonly internal?: true;
}

const Findings = lazyPart(async () => ({ default: (await import("./findings.tsx")).Findings }));
const ofFindings = { View: Findings, label: "findings.open", group: null, within: "findings" } as const;

/** The views of mode Projects, in the order of the menu: a new one is a line here and one in src/state/projects-view.ts. */
export const PANEL_VIEWS: Readonly<Record<ProjectsView, PanelView>> = {
  list: { View: PoolView, label: "projects.views.list", group: "pool" },
  board: { View: PoolView, label: "projects.views.board", group: "pool" },
  timeline: { View: PoolView, label: "projects.views.timeline", group: "pool" },
  conflicts: { View: PoolView, label: "projects.views.conflicts", group: "pool" },
  dispatch: {
    View: lazyPart(async () => ({ default: (await import("./dispatch-view.tsx")).DispatchView })),
    ...{ label: "projects.views.dispatch", group: "pool" },
  },
  money: { View: PoolView, label: "projects.views.money", group: "pool" },
  entry: {
    View: lazyPart(async () => ({ default: (await import("./entry-view.tsx")).EntryView })),
    ...{ label: "entry.open", group: "pool" },
  },
  advisers: {
    View: lazyPart(async () => ({ default: (await import("./advisers-view.tsx")).AdvisersView })),
    ...{ label: "entry.advisers.title", group: "ledgers" },
  },
  findings: { View: Findings, label: "findings.open", group: "health" },
  "findings-add": ofFindings,
  "findings-import": ofFindings,
  "findings-values": ofFindings,
  "findings-ranking": ofFindings,
  estates: {
    View: lazyPart(async () => ({ default: (await import("./estates-panel.tsx")).EstatesPanel })),
    ...{ label: "ledger.open.estates", group: "ledgers" },
  },
  assets: {
    View: lazyPart(async () => ({ default: (await import("./assets-panel.tsx")).AssetsPanel })),
    ...{ label: "ledger.open.assets", group: "ledgers" },
  },
  safety: {
    View: lazyPart(async () => ({ default: (await import("./safety-panel.tsx")).SafetyPanel })),
    ...{ label: "ledger.open.safety", group: "ledgers", internal: true },
  },
  signing: {
    View: lazyPart(async () => ({ default: (await import("./signing-view.tsx")).SigningView })),
    ...{ label: "signing.open", group: "acquisition" },
  },
  lists: {
    View: lazyPart(async () => ({ default: (await import("./lists-view.tsx")).ListsView })),
    ...{ label: "lists.open", group: "acquisition" },
  },
  operation: {
    View: lazyPart(async () => ({ default: (await import("./operation-view.tsx")).OperationView })),
    ...{ label: "operation.open", group: "ledgers" },
  },
  programme: {
    View: lazyPart(async () => ({ default: (await import("./programme-page.tsx")).ProgrammePageView })),
    ...{ label: "programmePage.title", group: "overview" },
  },
  figures: {
    View: lazyPart(async () => ({ default: (await import("./programme-figures.tsx")).ProgrammeFigures })),
    ...{ label: "figures.open", group: "overview" },
  },
};
