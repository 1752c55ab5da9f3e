import type { ComponentType } from "react";
import type { AnalysisName, AnalysisResult } from "../../server/contract/analyses.ts";
import type { Answer } from "../../server/contract/analysis.ts";

/** How the page shows one analysis: its answer, and the form of its parameters where it has any beside the area. */
export interface AnalysisView<Name extends AnalysisName> {
  readonly Form: ComponentType | null;
  readonly Result: ComponentType<{ readonly answer: Answer<AnalysisResult<Name>> }>;
}
