import type { AppState } from "./app-state.ts";
import { useApp } from "./store.ts";

const KEPT = 100;

/** Remembers each area that another one takes the place of, however that came about; returns how to stop. */
export function followAreaHistory(): () => void {
  return useApp.subscribe((state, before) => {
    // an undone step has changed the history itself
    if (state.area === before.area || state.areaHistory !== before.areaHistory) return;
    const past = state.district === before.district ? [...state.areaHistory.past, before.area] : [];
    useApp.setState({ areaHistory: { past: past.slice(-KEPT), future: [] } });
  });
}

/** Brings the area before this one back. */
export function undoArea(): void {
  const { area, areaHistory } = useApp.getState();
  const { past, future } = areaHistory;
  if (past.length === 0) return;
  show(past.at(-1) ?? null, { past: past.slice(0, -1), future: [...future, area] });
}

/** Brings the area back that was last undone. */
export function redoArea(): void {
  const { area, areaHistory } = useApp.getState();
  const { past, future } = areaHistory;
  if (future.length === 0) return;
  show(future.at(-1) ?? null, { past: [...past, area], future: future.slice(0, -1) });
}

function show(area: AppState["area"], areaHistory: AppState["areaHistory"]): void {
  const tool = area === null || "zone" in area ? "none" : "edit";
  useApp.setState({ mode: "analyse", area, areaHistory, tool, penTrouble: null });
}
