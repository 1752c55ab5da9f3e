import type { DispatchMonth } from "../../server/contract/dispatch.ts";
import { failureOf } from "../backend.ts";
import { readDispatch } from "../dispatch-backend.ts";
import type { AppState } from "./app-state.ts";
import type { DispatchChoice, DispatchQuestion } from "./dispatch-state.ts";
import { following } from "./following.ts";
import { answerOfRun, useApp } from "./store.ts";

const CHINA_MS = 8 * 3_600_000;

/** This month in the local time of China, YYYY-MM. */
export const thisMonth = () => new Date(Date.now() + CHINA_MS).toISOString().slice(0, 7);

/** The quarter of a month, YYYY-Qn. */
export const quarterOf = (month: string) => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;

/** The months to choose from, the newest first, with one that is looked at although it is older. */
export function monthsBack(count: number, chosen: string | null): readonly string[] {
  const [year, month] = thisMonth().split("-").map(Number);
  const months = Array.from({ length: count }, (_, back) =>
    new Date(Date.UTC(year!, month! - 1 - back, 1)).toISOString().slice(0, 7),
  );
  return chosen === null || months.includes(chosen) ? months : [...months, chosen];
}

/** The quarters to choose from, the newest first. */
export function quartersBack(count: number, chosen: string | null): readonly string[] {
  const quarters = [...new Set(monthsBack(count * 3, null).map(quarterOf))].slice(0, count);
  return chosen === null || quarters.includes(chosen) ? quarters : [...quarters, chosen];
}

export function chooseDispatch(change: Partial<DispatchChoice>): void {
  useApp.setState(({ dispatchChoice }) => ({ dispatchChoice: { ...dispatchChoice, ...change } }));
}

/** The month looked at. */
export const selectMonth = ({ dispatchChoice }: AppState) => dispatchChoice.month ?? thisMonth();

function selectQuestion(state: AppState): DispatchQuestion | null {
  const { district, start, dispatchChoice, projectsView, mode } = state;
  if (district === null || start.status !== "done" || mode !== "projects") return null;
  if (projectsView !== "dispatch" || dispatchChoice.part !== "month") return null;
  const { unit, zone, light } = dispatchChoice;
  return { district, month: selectMonth(state), unit, zone, light };
}

const { follow, again } = following<DispatchQuestion, DispatchMonth>({
  select: selectQuestion,
  ask: (question, signal) => readDispatch(question, signal),
  put: (dispatch) => useApp.setState({ dispatch }),
  // filters narrow what is in sight; another month is another table
  staleFor: ({ month }) => {
    const before = answerOfRun(useApp.getState().dispatch);
    return before?.month === month ? before : null;
  },
});

/** Reads the dispatch of the month while its table is open; returns how to stop. */
export const followDispatch = follow;
export const dispatchAgain = again;

/** Reads the next page of the month; what is there stays. */
export async function readMoreDispatch(): Promise<void> {
  const { dispatch } = useApp.getState();
  if (dispatch.status !== "done" || dispatch.result.next === null) return;
  const { params, result } = dispatch;
  try {
    const more = await readDispatch(params, undefined, result.next ?? undefined);
    if (useApp.getState().dispatch !== dispatch) return;
    const joined = { ...more, items: [...result.items, ...more.items] };
    useApp.setState({ dispatch: { status: "done", params, result: joined } });
  } catch (error) {
    if (useApp.getState().dispatch === dispatch)
      useApp.setState({ dispatch: { status: "failed", params, failure: failureOf(error) } });
  }
}
