import type { AppState } from "./app-state.ts";
import { MAX_COMPARED } from "./comparison-address.ts";
import type { AskedArea } from "./drawing-state.ts";
import { questionText } from "./kept-sheets.ts";
import type { ComparedArea } from "./sheet-state.ts";
import { useApp } from "./store.ts";

const sameArea = (one: AskedArea, other: AskedArea) => JSON.stringify(one) === JSON.stringify(other);

/** Whether an area stands in the comparison. */
export function selectIsCompared({ compared }: AppState, area: AskedArea | null): boolean {
  return area !== null && compared.some((each) => sameArea(each.area, area));
}

/** Whether one more area fits. */
export const selectHasRoom = ({ compared }: AppState) => compared.length < MAX_COMPARED;

/** Sets an area beside the others, at the end; one that is there already stays where it is. */
export function addToComparison(area: ComparedArea): void {
  const state = useApp.getState();
  if (selectIsCompared(state, area.area) || !selectHasRoom(state)) return;
  useApp.setState({ compared: [...state.compared, area] });
}

export function removeFromComparison(area: AskedArea): void {
  useApp.setState(({ compared, comparing }) => {
    const left = compared.filter((each) => !sameArea(each.area, area));
    return { compared: left, comparing: comparing && left.length > 0 };
  });
}

/** Makes an area the first: the one the others are held against. */
export function holdAgainst(area: AskedArea): void {
  useApp.setState(({ compared }) => ({
    compared: [
      ...compared.filter((each) => sameArea(each.area, area)),
      ...compared.filter((each) => !sameArea(each.area, area)),
    ],
  }));
}

export const openComparison = () => useApp.setState({ comparing: true, reportOpen: false });
export const closeComparison = () => useApp.setState({ comparing: false });

/** The question about a compared area, as text; null before a district is open. */
export function selectComparedQuestion(state: AppState, { area }: ComparedArea): string | null {
  if (state.district === null || state.start.status !== "done") return null;
  return questionText({ district: state.district, area, ...state.sheetParams, ...state.conditions });
}
