import { FILTER_FIELDS, type FilterCondition, type FilterField } from "../../server/contract/filter-count.ts";
import type { FilteredBuilding, FilterListParams, FilterSort } from "../../server/contract/filter-list.ts";
import type { FilterPreset } from "../../server/contract/filter-presets.ts";
import type { FilterDraft } from "../../server/contract/filter-text.ts";
import { failureOf, readFilterFields, readFilterPresets, runAnalysis, wasAborted } from "../backend.ts";
import type { AppState } from "./app-state.ts";
import { showExtent } from "./appearance.ts";
import { NO_FILTER } from "./filter-address.ts";
import { selectFilterQuestion } from "./filter-question.ts";
import type { FilterChoice, FilterListAnswer, FilterQuestion } from "./filter-state.ts";
import { select } from "./selection.ts";
import { selectAskedArea } from "./sheet.ts";
import { answerOfRun, useApp } from "./store.ts";

/** Buildings of one page of the list. */
export const PAGE_SIZE = 50;

export function changeFilter(change: Partial<FilterChoice>): void {
  useApp.setState(({ filter }) => ({ filter: { ...filter, ...change }, filterCursors: [] }));
}

export const takePreset = ({ conditions }: Pick<FilterPreset, "conditions">) => changeFilter({ conditions });
/** Asks in the mode Analyse which buildings a count is of, in the area it was made for. */
export function showFilter(conditions: readonly FilterCondition[]): void {
  useApp.setState((state) => ({ mode: "analyse", area: selectAskedArea(state), tool: "none", sketch: null }));
  changeFilter({ conditions, whole: false });
}
export const clearFilter = () => changeFilter(NO_FILTER);

/** Adds a condition on a field, without a value as yet where its kind has no likely one. */
export function addCondition(field: FilterField): void {
  const { conditions } = useApp.getState().filter;
  changeFilter({ conditions: [...conditions, firstDraft(field)] });
}

function firstDraft(field: FilterField): FilterDraft {
  const { kind } = FILTER_FIELDS[field];
  if (kind === "boolean") return { field, op: "eq", value: field !== "hasLift" };
  if (kind === "text") return { field, op: "in", value: null };
  return { field, op: field === "yearBuilt" ? "lt" : "gte", value: null };
}

/** Changes the condition at a place, counted from 0. */
export function changeCondition(at: number, change: Partial<FilterDraft>): void {
  const { conditions } = useApp.getState().filter;
  changeFilter({
    conditions: conditions.map((each, index) => (index === at ? { ...each, ...change } : each)),
  });
}

export function removeCondition(at: number): void {
  const { conditions } = useApp.getState().filter;
  changeFilter({ conditions: conditions.filter((_, index) => index !== at) });
}

/** Sorts the list; the same field again turns it round. */
export function sortFilterList(sort: FilterSort): void {
  const { filter } = useApp.getState();
  changeFilter({ sort, descending: filter.sort === sort ? !filter.descending : true });
}

export function nextFilterPage(): void {
  const { filterList } = useApp.getState();
  const next = answerOfRun(filterList)?.result.next;
  if (next) useApp.setState(({ filterCursors }) => ({ filterCursors: [...filterCursors, next] }));
}

export const previousFilterPage = () =>
  useApp.setState(({ filterCursors }) => ({ filterCursors: filterCursors.slice(0, -1) }));

/** Opens the card of a building of the list and shows where it is. */
export function openBuilding({ id, extent }: Pick<FilteredBuilding, "id" | "extent">): void {
  select({ layer: "building", id });
  showExtent(extent);
}

/** A page of the list as it is asked for. */
export function listParams(question: FilterQuestion, filter: FilterChoice): Omit<FilterListParams, "limit"> {
  const { area, conditions } = question;
  return { area, conditions: [...conditions], sort: filter.sort, descending: filter.descending };
}

let counting: AbortController | null = null;
let listing: AbortController | null = null;

/** Asks whenever the question, its order or its page changes, at once and from now on; returns how to stop. */
export function followFilter(): () => void {
  let counted = "null";
  let listed = "null";
  let known: string | null = null;
  const look = (state: AppState) => {
    if (state.district !== null && state.start.status === "done" && state.district !== known) {
      known = state.district;
      void readFilterFacts();
    }
    const question = selectFilterQuestion(state);
    const text = JSON.stringify(question);
    const page = JSON.stringify([question, state.filter.sort, state.filter.descending, state.filterCursors]);
    const isNewCount = text !== counted;
    const isNewPage = page !== listed;
    [counted, listed] = [text, page];
    if (isNewCount) void askCount(question);
    if (isNewPage) void askList(question);
  };
  look(useApp.getState());
  const stop = useApp.subscribe(look);
  return () => {
    stop();
    void askCount(null);
    void askList(null);
  };
}

/** Asks the present question again, after a failure. */
export function filterAgain(): void {
  const question = selectFilterQuestion(useApp.getState());
  void askCount(question);
  void askList(question);
}

async function askCount(question: FilterQuestion | null): Promise<void> {
  counting?.abort();
  if (question === null) {
    useApp.setState({ filterCount: { status: "idle" } });
    return;
  }
  counting = new AbortController();
  const { signal } = counting;
  const { district, area, conditions } = question;
  // the figures of other conditions must never be read as those of these
  useApp.setState({ filterCount: { status: "running", params: question, stale: null } });
  try {
    const params = { area, conditions: [...conditions], ordinals: true };
    const result = await runAnalysis("filter-count", { district, params, signal });
    if (!signal.aborted) useApp.setState({ filterCount: { status: "done", params: question, result } });
  } catch (error) {
    if (wasAborted(error) || signal.aborted) return;
    useApp.setState({ filterCount: { status: "failed", params: question, failure: failureOf(error) } });
  }
}

async function askList(question: FilterQuestion | null): Promise<void> {
  listing?.abort();
  if (question === null) {
    useApp.setState({ filterList: { status: "idle" } });
    return;
  }
  listing = new AbortController();
  const { signal } = listing;
  const { filter, filterCursors } = useApp.getState();
  const cursor = filterCursors.at(-1);
  // another page or order of one question keeps the present page in sight meanwhile
  useApp.setState(({ filterList }) => ({
    filterList: { status: "running", params: question, stale: staleFor(filterList, question) },
  }));
  try {
    const params = { ...listParams(question, filter), limit: PAGE_SIZE, ...(cursor ? { cursor } : {}) };
    const result = await runAnalysis("filter-list", { district: question.district, params, signal });
    if (!signal.aborted) useApp.setState({ filterList: { status: "done", params: question, result } });
  } catch (error) {
    if (wasAborted(error) || signal.aborted) return;
    useApp.setState({ filterList: { status: "failed", params: question, failure: failureOf(error) } });
  }
}

function staleFor(run: AppState["filterList"], question: FilterQuestion): FilterListAnswer | null {
  if (run.status !== "done" && run.status !== "running") return null;
  return JSON.stringify(run.params) === JSON.stringify(question) ? answerOfRun(run) : null;
}

/** Reads what the district's buildings know of each field, and the questions often asked. */
export async function readFilterFacts(): Promise<void> {
  const { district } = useApp.getState();
  if (district === null) return;
  useApp.setState({ filterFacts: { status: "running", params: district, stale: null } });
  try {
    const [fields, presets] = await Promise.all([readFilterFields({ district }), readFilterPresets()]);
    if (useApp.getState().district !== district) return;
    const result = { fields: fields.items, presets: presets.items };
    useApp.setState({ filterFacts: { status: "done", params: district, result } });
  } catch (error) {
    if (useApp.getState().district !== district) return;
    useApp.setState({ filterFacts: { status: "failed", params: district, failure: failureOf(error) } });
  }
}
