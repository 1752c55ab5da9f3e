import { roundShape, shapeOf } from "../geometry/area-text.ts";
import { ringCrossing } from "../geometry/ring-crossing.ts";
import type { AppState } from "./app-state.ts";
import { askAhead, dropAhead } from "./sheet-ahead.ts";
import type { SheetQuestion } from "./sheet-state.ts";
import { useApp } from "./store.ts";

/** Corners set faster than this are asked about once, after the last. */
const PAUSE_MS = 120;

/**
 * Asks for the sheet of the corners set so far as if they were closed now, so that the answer is mostly there when the pen
 * does close them. What would be refused is not asked, and a further corner puts the question off; returns how to stop.
 */
export function followSketch(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = useApp.subscribe((state, before) => {
    if (state.sketch === before.sketch || state.tool !== "draw") return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      const question = selectSketchQuestion(useApp.getState());
      if (question !== null) askAhead(question);
    }, PAUSE_MS);
  });
  return () => {
    clearTimeout(timer);
    stop();
    dropAhead();
  };
}

/** The question about the polygon under the pen, as if it were closed now; null where there is none that can be asked. */
export function selectSketchQuestion(state: AppState): SheetQuestion | null {
  const { sketch, tool, pen, district } = state;
  if (tool !== "draw" || sketch?.shape !== "polygon" || sketch.corners.length < 3) return null;
  if (district === null || state.start.status !== "done") return null;
  if (pen.combine !== "replace" && state.area !== null) return null;
  const [first] = sketch.corners;
  const ring = [...sketch.corners, first!];
  if (ringCrossing([ring]) !== null) return null;
  return { district, area: roundShape(shapeOf([[ring]])), ...state.sheetParams, ...state.conditions };
}
