import { selectFirstSide, setColouring, setReachCategory } from "./colouring.ts";
import type { MinutesChoice, MinutesRange, MinutesScope, WalkSide } from "./colouring-state.ts";
import { setConditions } from "./conditions.ts";
import { setSheetParams } from "./sheet.ts";
import { useApp } from "./store.ts";

/** Shows how long everyone walks: the theme of the buildings, and what is told of it. */
export const openMinutes = () => setColouring("minutes");
export const closeMinutes = () => {
  setMinutes({ beside: null, range: null });
  setColouring("height");
};

export function setMinutes(change: Partial<MinutesChoice>): void {
  useApp.setState(({ minutes }) => ({ minutes: { ...minutes, ...change } }));
}

export const setUnit = (unit: MinutesChoice["unit"]) => {
  setMinutes({ unit });
  useApp.setState({ pickedCell: null });
};

/** Counts those in the district, in view, or in the area asked about; the legend counts alike where it can. */
export function setScope(scope: MinutesScope): void {
  setMinutes({ scope });
  useApp.setState({ countsInView: scope === "view" });
}

/** Lights those who walk so long; an empty range, or all of it, lights everyone. */
export function setRange(range: MinutesRange | null): void {
  const isEmpty = range !== null && range.to !== null && range.to <= range.from;
  const isAll = range !== null && range.from === 0 && range.to === null;
  setMinutes({ range: isEmpty || isAll ? null : range });
}

export const setSplit = (split: number) => setMinutes({ split: Math.min(1, Math.max(0, split)) });
export const setPickedCell = (pickedCell: number | null) => useApp.setState({ pickedCell });

/** Changes who walks where on the first side. */
export function setFirstSide({ category, persona, at, ...walk }: Partial<WalkSide>): void {
  if (category !== undefined) setReachCategory(category);
  if (persona !== undefined) setSheetParams({ persona });
  if (at !== undefined) setConditions({ at });
  setMinutes(walk);
}

/** Changes the side held against the first; at first it is as the first. */
export function setBeside(change: Partial<WalkSide>): void {
  const first = selectFirstSide(useApp.getState());
  if (first === null) return;
  const { beside } = useApp.getState().minutes;
  setMinutes({ beside: { ...(beside ?? first), ...change } });
}

export const stopComparing = () => setMinutes({ beside: null });

/** Turns left to right and right to left. */
export function swapSides(): void {
  const state = useApp.getState();
  const first = selectFirstSide(state);
  const { beside } = state.minutes;
  if (first === null || beside === null) return;
  setFirstSide(beside);
  setMinutes({ beside: first });
}
