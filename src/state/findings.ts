import type { Finding, FindingList, FindingTerm } from "../../server/contract/findings.ts";
import { failureOf } from "../backend.ts";
import { type FindingQuery, readFindings, readFindingTerms, readIndicators } from "../findings-backend.ts";
import { type AppState, INITIAL_STATE } from "./app-state.ts";
import { showExtent } from "./appearance.ts";
import type { FindingChoice, FindingQuestion } from "./finding-state.ts";
import { following } from "./following.ts";
import { isLedger } from "./projects-view.ts";
import { select } from "./selection.ts";
import { useApp } from "./store.ts";

export function chooseFindings(change: Partial<FindingChoice>): void {
  useApp.setState(({ findingChoice }) => ({ findingChoice: { ...findingChoice, ...change } }));
}
export const clearFindingChoice = () => useApp.setState({ findingChoice: INITIAL_STATE.findingChoice });

/** Opens the page of a finding and shows where it is. */
export function openFinding({ id, extent }: Pick<Finding, "id" | "extent">): void {
  useApp.setState(({ projectsView: view }) => ({
    ...{ mode: "projects", findingRefusal: null },
    projectsView: isLedger(view) ? "list" : view,
  }));
  select({ layer: "finding", id });
  if (extent !== null) showExtent(extent);
}

/** Whether anything narrows the list. */
export const selectFindingsNarrowed = ({ findingChoice }: AppState) =>
  JSON.stringify(findingChoice) !== JSON.stringify(INITIAL_STATE.findingChoice);

/** The words of the register in their order. */
export const findingTermsOf = (terms: readonly FindingTerm[], kind: FindingTerm["kind"]) =>
  terms.filter((term) => term.kind === kind);

/** The words and the indicators of the register, read once. */
export async function readFindingWords(): Promise<void> {
  if (useApp.getState().findingTerms.length > 0) return;
  const read = await Promise.all([readFindingTerms(), readIndicators()]).catch(() => null);
  if (read) useApp.setState({ findingTerms: read[0].items, indicators: read[1].items });
}

const queryOf = ({ severities, states, sources, indicator, zone, text }: FindingChoice): FindingQuery => ({
  severity: severities.join(",") || undefined,
  state: states.join(",") || undefined,
  source: sources.join(",") || undefined,
  indicator: indicator ?? undefined,
  zone: zone ?? undefined,
  text: text.trim() || undefined,
  project: undefined,
});

/** Reads the findings while the list stands open, beneath an opened one too; returns how to stop. */
export const { follow: followFindings, again: findingsAgain } = following<FindingQuestion, FindingList>({
  select: ({ projectsView, mode, district, start, findingChoice }) =>
    projectsView === "findings" && mode === "projects" && district !== null && start.status === "done"
      ? { district, ...findingChoice }
      : null,
  ask: ({ district, ...choice }, signal) => readFindings(district, queryOf(choice), { signal }),
  put: (findings) => useApp.setState({ findings }),
  staleFor: () => {
    const { findings } = useApp.getState();
    return findings.status === "done" ? findings.result : null;
  },
});

/** Reads the next page of the list; what is there stays. */
export async function readMoreFindings(): Promise<void> {
  const { findings } = useApp.getState();
  if (findings.status !== "done" || findings.result.next === null) return;
  const { params, result } = findings;
  const { district, ...choice } = params;
  try {
    const more = await readFindings(district, queryOf(choice), { cursor: result.next! });
    if (useApp.getState().findings !== findings) return;
    const all = { ...more, items: [...result.items, ...more.items] };
    useApp.setState({ findings: { status: "done", params, result: all } });
  } catch (error) {
    useApp.setState({ findings: { status: "failed", params, failure: failureOf(error) } });
  }
}

/** Reads the findings that a project takes up. */
export async function readProjectFindings(project: string): Promise<void> {
  const { district } = useApp.getState();
  useApp.setState({ projectFindings: { status: "running", params: project, stale: null } });
  const run = await readFindings(district!, { project })
    .then((result) => ({ status: "done", params: project, result }) as const)
    .catch((error: unknown) => ({ status: "failed", params: project, failure: failureOf(error) }) as const);
  if (useApp.getState().selection?.id === project) useApp.setState({ projectFindings: run });
}
