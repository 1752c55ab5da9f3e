import { FILTER_SORTS } from "../../server/contract/filter-list.ts";
import { filterFromText, filterToText } from "../../server/contract/filter-text.ts";
import type { FilterChoice } from "./filter-state.ts";
import { oneOf } from "./one-of.ts";

/** The question by conditions as it is at the start: none. */
export const NO_FILTER: FilterChoice = {
  conditions: [],
  whole: false,
  sort: "gfaAboveSqm",
  descending: true,
};

/** How a question by conditions stands in the address; null = left out, as at the start. */
export function filterParts({
  conditions,
  whole,
  sort,
  descending,
}: FilterChoice): Record<string, string | null> {
  const isSorted = sort !== NO_FILTER.sort || descending !== NO_FILTER.descending;
  return {
    where: conditions.length === 0 ? null : filterToText(conditions),
    of: whole ? "district" : null,
    list: isSorted ? `${descending ? "-" : ""}${sort}` : null,
  };
}

/** The question that the parts of an address say; what cannot be is left out. */
export function filterChoiceFrom(given: URLSearchParams): FilterChoice {
  const [, minus, name] = /^(-?)(\w+)$/.exec(given.get("list") ?? "") ?? [];
  const sort = oneOf(FILTER_SORTS, name);
  return {
    conditions: filterFromText(given.get("where") ?? ""),
    whole: given.get("of") === "district",
    sort: sort ?? NO_FILTER.sort,
    descending: sort === null ? NO_FILTER.descending : minus === "-",
  };
}
