import type { ProgrammePage } from "../../server/contract/programme-page.ts";
import type { Run } from "./app-state.ts";

export interface PageQuestion {
  readonly district: string;
  /** YYYY-MM; null = this month. */
  readonly month: string | null;
}

/** The programme on one page. */
export interface ProgrammePageState {
  readonly programmePage: Run<PageQuestion, ProgrammePage>;
}

export const PROGRAMME_PAGE_START: ProgrammePageState = {
  programmePage: { status: "idle" },
};
