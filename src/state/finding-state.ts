import type { Finding, FindingList, FindingPage, FindingTerm } from "../../server/contract/findings.ts";
import type { Indicator } from "../../server/contract/indicator-values.ts";
import type { Failure } from "../backend.ts";
import type { Run } from "./app-state.ts";

/** Which findings are looked for: any of the codes; null or empty = all. */
export interface FindingChoice {
  readonly severities: readonly string[];
  readonly states: readonly string[];
  readonly sources: readonly string[];
  readonly indicator: string | null;
  /** Id of a zone they lie in. */
  readonly zone: string | null;
  readonly text: string;
}

export interface FindingQuestion extends FindingChoice {
  readonly district: string;
}

/** The register of findings. */
export interface FindingState {
  readonly findingChoice: FindingChoice;
  readonly findings: Run<FindingQuestion, FindingList>;
  /** The words of the register and the indicators; empty until they are needed. */
  readonly findingTerms: readonly FindingTerm[];
  readonly indicators: readonly Indicator[];
  /** The selected finding with its chain, by its id. */
  readonly findingPage: Run<string, FindingPage>;
  /** The findings that the selected project takes up, by its id. */
  readonly projectFindings: Run<string, FindingList>;
  /** What the register did not take, until it is sent again; null = nothing. */
  readonly findingRefusal: Failure | null;
  readonly hoveredFinding: Finding["id"] | null;
  /** What pressing on a health check came to: the finding, or why there is none. */
  readonly listedFindings: Readonly<
    Record<string, { readonly id: string | null; readonly code: string | null }>
  >;
}

export const FINDING_START: FindingState = {
  findingChoice: { severities: [], states: [], sources: [], indicator: null, zone: null, text: "" },
  findings: { status: "idle" },
  findingTerms: [],
  indicators: [],
  findingPage: { status: "idle" },
  projectFindings: { status: "idle" },
  findingRefusal: null,
  hoveredFinding: null,
  listedFindings: {},
};
