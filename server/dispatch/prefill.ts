import type { DispatchValues } from "../contract/dispatch.ts";
import type { DispatchedProject } from "./dispatch.ts";
import { RETURN_FIELDS } from "./return-values.ts";

const NOTHING = Object.fromEntries(RETURN_FIELDS.map((field) => [field, null])) as DispatchValues;

/**
 * What a sheet of a month is handed out with: its return, else the last one without what a new month asks anew (done in the
 * month; with a new year also plan and done of the year), before the first the bodies that its page names. A row that comes back
 * as it went out is no return.
 */
export function prefillOf({ values, last, named }: DispatchedProject, month: string): DispatchValues {
  if (values !== null) return values;
  if (last === null) return { ...NOTHING, ...named };
  const isNewYear = last.month.slice(0, 4) !== month.slice(0, 4);
  const ofYear = isNewYear ? { yearPlanWanYuan: null, yearDoneWanYuan: null } : {};
  return { ...last.values, monthDoneWanYuan: null, ...ofYear };
}
