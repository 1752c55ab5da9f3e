import type { AppState } from "./app-state.ts";
import type { FindingChoice } from "./finding-state.ts";

type Parts = Record<string, string | null>;
type Addressed = Pick<AppState, "findingChoice">;

const listText = (codes: readonly string[]) => (codes.length === 0 ? null : codes.join(","));

/** How the findings are shown and filtered, as it stands in the address; null = left out. */
export function findingParts({ findingChoice }: Addressed): Parts {
  const { severities, states, sources, indicator, zone, text } = findingChoice;
  return {
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
  return { findingChoice };
}
