import { type AppState, FINDING_VIEWS, type FindingChoice } from "./app-state.ts";

type Parts = Record<string, string | null>;
type Addressed = Pick<AppState, "findingView" | "findingChoice">;

const listText = (codes: readonly string[]) => (codes.length === 0 ? null : codes.join(","));

/** How the findings are shown and filtered, as it stands in the address; null = left out. */
export function findingParts({ findingView, findingChoice }: Addressed): Parts {
  const { severities, states, sources, indicator, zone, text } = findingChoice;
  return {
    issues: findingView,
    severity: listText(severities),
    state: listText(states),
    from: listText(sources),
    indicator,
    lies: zone,
    issue: text === "" ? null : text,
  };
}

/** What the parts of an address say of findings. */
export function findingsFrom(given: URLSearchParams): Addressed {
  const codes = (name: string) => (given.get(name) ?? "").split(",").filter((code) => code !== "");
  const findingChoice: FindingChoice = {
    ...{ severities: codes("severity"), states: codes("state"), sources: codes("from") },
    ...{ indicator: given.get("indicator"), zone: given.get("lies"), text: given.get("issue") ?? "" },
  };
  return {
    findingView: FINDING_VIEWS.find((view) => view === given.get("issues")) ?? null,
    findingChoice,
  };
}
