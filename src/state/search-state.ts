import type { SearchHit } from "../../server/contract/catalogue.ts";
import type { Run } from "./app-state.ts";

/** The search, and what was lately found. */
export interface SearchState {
  readonly searchText: string;
  /** What was lately found, the newest first; kept on the device. */
  readonly recentHits: readonly { readonly district: string; readonly hit: SearchHit }[];
  readonly hits: Run<string, readonly SearchHit[]>;
}

export const SEARCH_START: SearchState = {
  searchText: "",
  recentHits: [],
  hits: { status: "idle" },
};
