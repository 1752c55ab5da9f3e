import type { FilterCondition } from "../../server/contract/filter-count.ts";
import type { FilterDraft } from "../../server/contract/filter-text.ts";
import type { AppState } from "./app-state.ts";
import type { AskedArea } from "./drawing-state.ts";
import type { FilterQuestion } from "./filter-state.ts";
import { selectCatalogue } from "./session.ts";
import { answerOfRun } from "./store.ts";

/** Whether a condition has a value to be asked with. */
export function isComplete({ value }: FilterDraft): boolean {
  return value !== null && !(Array.isArray(value) && value.length === 0);
}

/** The area asked about: the chosen one, else the district as a whole; null where that has no outline. */
export function selectFilterArea(state: AppState): AskedArea | null {
  if (state.area !== null && !state.filter.whole) return state.area;
  const district = selectCatalogue(state)?.zones.find(({ properties }) => properties.kind === "district");
  return district ? { zone: district.id } : null;
}

/** The question by conditions, or null while none is complete. */
export function selectFilterQuestion(state: AppState): FilterQuestion | null {
  const { mode, district, start, filter } = state;
  const conditions = filter.conditions.filter(isComplete) as FilterCondition[];
  if (mode !== "analyse" || district === null || start.status !== "done" || conditions.length === 0)
    return null;
  const area = selectFilterArea(state);
  return area && { district, area, conditions };
}

/** The place among all conditions of the one a refusal names, or null. */
export function refusedCondition({ filter, filterCount }: AppState): number | null {
  if (filterCount.status !== "failed") return null;
  const asked = /^conditions\.(\d+)\b/.exec(filterCount.failure.path ?? "")?.[1];
  const complete = filter.conditions.flatMap((draft, index) => (isComplete(draft) ? [index] : []));
  return asked === undefined ? null : (complete[Number(asked)] ?? null);
}

/** Whether the card of a building stands in place of the list: one was opened while a question is asked. */
export function selectOpenedBuilding(state: AppState): string | null {
  const { selection } = state;
  return selection?.layer === "building" && selectFilterQuestion(state) !== null ? selection.id : null;
}

/** The buildings to be lit on the map, by ordinal; null while nothing is asked or they are too many to be named. */
export function selectLitOrdinals(state: AppState): readonly number[] | null {
  if (state.mode !== "analyse") return null;
  return answerOfRun(state.filterCount)?.result.ordinals ?? null;
}
