import type { Answer } from "../../server/contract/analysis.ts";
import type { FilterCondition, FilterCountResult } from "../../server/contract/filter-count.ts";
import type { FilterListResult, FilterSort } from "../../server/contract/filter-list.ts";
import type { FilterFieldFacts, FilterPreset } from "../../server/contract/filter-presets.ts";
import type { FilterDraft } from "../../server/contract/filter-text.ts";
import type { Run } from "./app-state.ts";
import type { AskedArea } from "./drawing-state.ts";
import { NO_FILTER } from "./filter-address.ts";

/** A question by conditions being put together, and how its list is sorted. */
export interface FilterChoice {
  readonly conditions: readonly FilterDraft[];
  /** Of the whole district, also where an area is chosen. */
  readonly whole: boolean;
  readonly sort: FilterSort;
  readonly descending: boolean;
}

/** A whole question by conditions; whether their values can be is judged by the service. */
export interface FilterQuestion {
  readonly district: string;
  readonly area: AskedArea;
  readonly conditions: readonly FilterCondition[];
}

export type FilterAnswer = Answer<FilterCountResult>;

export type FilterListAnswer = Answer<FilterListResult>;

/** Buildings by conditions. */
export interface FilterState {
  readonly filter: FilterChoice;
  /** The cursors of the pages of the list up to the present one; none = the first page. */
  readonly filterCursors: readonly string[];
  readonly filterCount: Run<FilterQuestion, FilterAnswer>;
  readonly filterList: Run<FilterQuestion, FilterListAnswer>;
  /** What the buildings of the district know of each field, and the questions often asked. */
  readonly filterFacts: Run<
    string,
    { readonly fields: readonly FilterFieldFacts[]; readonly presets: readonly FilterPreset[] }
  >;
}

export const FILTER_START: FilterState = {
  filter: NO_FILTER,
  filterCursors: [],
  filterCount: { status: "idle" },
  filterList: { status: "idle" },
  filterFacts: { status: "idle" },
};
