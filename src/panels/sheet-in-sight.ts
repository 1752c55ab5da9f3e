import type { AppState } from "../state/app-state.ts";
import { useApp } from "../state/store.ts";

// an area under the pen changes with every corner that is moved; what was closed, typed, chosen or brought back is another one
function isAnother(state: AppState, before: AppState): boolean {
  if (state.area === null || state.area === before.area) return false;
  return state.tool !== "edit" || before.tool !== "edit";
}

/** So long the parts of a sheet may come after it. */
const COMING_MS = 3_000;
const OWN_STEPS = ["wheel", "touchstart", "pointerdown", "keydown"] as const;

let stopKeeping: () => void = () => undefined;

/** Brings the head of the sheet of the area asked about into sight and keeps it there while its parts come, until the reader goes on. */
export function showSheet(takesFocus = false): void {
  requestAnimationFrame(() => {
    const sheet = document.querySelector<HTMLElement>(".sheet-run");
    if (sheet === null) return;
    stopKeeping();
    // too short at first for its head to come up to the top
    const watch = new ResizeObserver(() => sheet.scrollIntoView({ block: "start" }));
    watch.observe(sheet);
    if (takesFocus || document.activeElement === document.body) sheet.focus({ preventScroll: true });
    const timer = setTimeout(() => stopKeeping(), COMING_MS);
    stopKeeping = () => {
      watch.disconnect();
      clearTimeout(timer);
      for (const kind of OWN_STEPS) removeEventListener(kind, stopKeeping, true);
    };
    for (const kind of OWN_STEPS) addEventListener(kind, stopKeeping, true);
  });
}

/** Brings the sheet into sight when another area is asked about, at once and when it is answered; returns how to stop. */
export function followSheetInSight(isAlone: (state: AppState) => boolean): () => void {
  let awaited: AppState["area"] = null;
  return useApp.subscribe((state, before) => {
    if (isAnother(state, before) && isAlone(state)) {
      awaited = state.area;
      showSheet();
    }
    const { sheet, area } = state;
    if (awaited === null || sheet === before.sheet || sheet.status === "idle" || sheet.status === "running")
      return;
    if (awaited === area) showSheet();
    awaited = null;
  });
}
