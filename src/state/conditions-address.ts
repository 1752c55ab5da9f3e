import { FARES, UPSTAIRS } from "../../server/contract/walk-conditions.ts";
import { type AppState, INITIAL_STATE } from "./app-state.ts";
import { oneOf } from "./one-of.ts";

/** The days of a week as the contract names them, Monday first. */
export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** hh:mm of a day. */
export const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/;

/** The day and the time of a time of the week such as wedT10:00. */
export function dayAndTime(at: string): { readonly day: Weekday; readonly time: string } {
  const [day, time] = at.split("T") as [Weekday, string];
  return { day, time };
}

/** The conditions as parts of the address; what is as at the start is left out. */
export function conditionParts({ at, fares, upstairs }: AppState["conditions"]) {
  const start = INITIAL_STATE.conditions;
  return {
    at: at === start.at ? null : at,
    fares: fares === start.fares ? null : fares,
    upstairs: upstairs === start.upstairs ? null : upstairs,
  };
}

/** The conditions an address says; what it leaves out, or says in a way that cannot be, is as at the start. */
export function conditionsFrom(given: URLSearchParams): AppState["conditions"] {
  const start = INITIAL_STATE.conditions;
  const [day, time] = (given.get("at") ?? "").split("T");
  const known = WEEKDAYS.some((each) => each === day) && TIME_OF_DAY.test(time ?? "");
  return {
    at: known ? `${day}T${time}` : start.at,
    fares: oneOf(FARES, given.get("fares")) ?? start.fares,
    upstairs: oneOf(UPSTAIRS, given.get("upstairs")) ?? start.upstairs,
  };
}
