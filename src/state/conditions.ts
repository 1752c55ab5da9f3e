import type { AppState } from "./app-state.ts";
import { dayAndTime, TIME_OF_DAY, type Weekday } from "./conditions-address.ts";
import { useApp } from "./store.ts";

/** Changes when one walks, and what one is ready to do; every question in walking time is asked anew. */
export function setConditions(change: Partial<AppState["conditions"]>): void {
  useApp.setState(({ conditions }) => ({ conditions: { ...conditions, ...change } }));
}

/** Sets the day; the time stays. */
export const setWeekday = (day: Weekday) =>
  setConditions({ at: `${day}T${dayAndTime(useApp.getState().conditions.at).time}` });

/** Sets the time of day, hh:mm; a time half typed is left aside. */
export function setTimeOfDay(time: string): void {
  if (TIME_OF_DAY.test(time))
    setConditions({ at: `${dayAndTime(useApp.getState().conditions.at).day}T${time}` });
}
