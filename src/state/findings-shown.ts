import type { Finding } from "../../server/contract/findings.ts";
import type { AppState } from "./app-state.ts";
import { isLedger } from "./projects-view.ts";
import { answerOfRun, useApp } from "./store.ts";

export const setHoveredFinding = (hoveredFinding: string | null) => useApp.setState({ hoveredFinding });

/** Findings as the map shows them. */
interface FindingsShown {
  readonly items: readonly Finding[];
  readonly lit: string | null;
  readonly linked: boolean;
  readonly levels: readonly string[];
}

const NONE: readonly Finding[] = [];
let last: FindingsShown & { readonly terms: AppState["findingTerms"] | null } = {
  ...{ items: NONE, lit: null, linked: false, levels: [], terms: null },
};

/**
 * The findings on the map: those of the list, the one whose page is open or those of the project whose page is, each with its
 * projects; null where none are looked at. The same object while nothing of it has changed.
 */
export function selectFindingsShown(state: AppState): FindingsShown | null {
  const shown = itemsShown(state);
  if (shown === null) return null;
  const { hoveredFinding, selection, findingTerms: terms } = state;
  const lit = hoveredFinding ?? (selection?.layer === "finding" ? selection.id : null);
  const isSame = last.terms === terms && last.lit === lit && last.linked === shown.linked;
  const hasSame =
    last.items.length === shown.items.length && last.items.every((item, at) => item === shown.items[at]);
  if (isSame && hasSame) return last;
  const levels = terms.filter(({ kind }) => kind === "severity").map(({ code }) => code);
  last = { ...shown, lit, levels, terms };
  return last;
}

function itemsShown(state: AppState): Pick<FindingsShown, "items" | "linked"> | null {
  const { mode, selection, projectsView, findings, findingPage, projectFindings } = state;
  if (mode !== "projects" || isLedger(projectsView)) return null;
  if (selection?.layer === "finding") {
    const page = answerOfRun(findingPage);
    return { items: page?.finding.id === selection.id ? [page.finding] : NONE, linked: true };
  }
  if (selection?.layer === "project") {
    const isOf = projectFindings.status === "done" && projectFindings.params === selection.id;
    return { items: isOf ? projectFindings.result.items : NONE, linked: true };
  }
  if (selection !== null || projectsView !== "findings") return null;
  return { items: answerOfRun(findings)?.items ?? NONE, linked: false };
}

/** The shape of the finding whose page is open; null where it is not read, or is a point. */
export function selectFindingShape({ selection, findingPage }: AppState): GeoJSON.Geometry | null {
  const page = answerOfRun(findingPage);
  if (selection?.layer !== "finding" || page?.finding.id !== selection.id) return null;
  const shape = page.geometry as GeoJSON.Geometry | null;
  return shape?.type === "Point" ? null : shape;
}
