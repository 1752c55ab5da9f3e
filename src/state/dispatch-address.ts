import { DISPATCH_PARTS, type DispatchChoice, LIGHT_ORDER } from "./dispatch-state.ts";
import { oneOf } from "./one-of.ts";

/** What of the dispatch is looked at, as it stands in the address; null = left out, as at the start. */
export function dispatchParts(choice: DispatchChoice): Record<string, string | null> {
  const { part, month, unit, zone, light, snapshot, quarter, only, by } = choice;
  return {
    part: part === "month" ? null : part,
    ...{ month, unit, within: zone, light, snapshot, quarter, only },
    by: by === "unit" ? null : by,
  };
}

/** What of the dispatch an address says; what cannot be is as at the start. */
export function dispatchChoiceFrom(given: URLSearchParams): DispatchChoice {
  const matching = (name: string, pattern: RegExp) => {
    const text = given.get(name);
    return text !== null && pattern.test(text) ? text : null;
  };
  return {
    part: oneOf(DISPATCH_PARTS, given.get("part")) ?? "month",
    month: matching("month", /^20\d{2}-(0[1-9]|1[0-2])$/),
    unit: given.get("unit"),
    zone: given.get("within"),
    light: oneOf(LIGHT_ORDER, given.get("light")),
    snapshot: given.get("snapshot"),
    quarter: matching("quarter", /^20\d{2}-Q[1-4]$/),
    only: matching("only", /^(open|overdue)$/) as DispatchChoice["only"],
    by: given.get("by") === "subdistrict" ? "subdistrict" : "unit",
  };
}
