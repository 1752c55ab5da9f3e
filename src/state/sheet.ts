import type { MultiPolygon, Polygon, ZoneArea } from "../../server/contract/geometry.ts";
import { runAnalysis } from "../backend.ts";
import type { AppState } from "./app-state.ts";
import type { AskedArea } from "./drawing-state.ts";
import { following } from "./following.ts";
import { takeAhead } from "./sheet-ahead.ts";
import type { SheetAnswer, SheetParams, SheetQuestion } from "./sheet-state.ts";
import { answerOfRun, useApp } from "./store.ts";

/** Puts the pen down: the corners set so far stay, to be gone on with. */
export const stopDrawing = () => useApp.setState({ tool: "none", stroke: null });

/** A drawn area, closed or changed; it stays under the pen so that its corners can be moved. */
export const setDrawnArea = (area: Polygon | MultiPolygon) =>
  useApp.setState({ area, tool: "edit", stroke: null, penTrouble: null });

export const askAboutZone = (zone: string) =>
  useApp.setState({ mode: "analyse", area: { zone }, tool: "none", stroke: null, comparing: false });

export const clearArea = () => useApp.setState({ area: null, tool: "none", stroke: null, litCategory: null });

export function setSheetParams(change: Partial<SheetParams>): void {
  useApp.setState(({ sheetParams }) => ({ sheetParams: { ...sheetParams, ...change } }));
}

/** Lights the facilities of a category on the map; the same one again puts them out. */
export function toggleLitCategory(category: string): void {
  useApp.setState(({ litCategory }) => ({ litCategory: litCategory === category ? null : category }));
}

/** The area the page is about now: the asked one when analysing, a selected zone when exploring. */
export function selectAskedArea(state: AppState): AskedArea | null {
  if (state.mode === "analyse") return state.area;
  return state.selection?.layer === "zone" ? zoneArea(state.selection.id) : null;
}

let lastZone: ZoneArea = { zone: "" };

// the same object for the same zone, as a selector must
function zoneArea(zone: string): ZoneArea {
  if (lastZone.zone !== zone) lastZone = { zone };
  return lastZone;
}

/** The question the indicator sheet answers, or null where no area is chosen. */
export function selectQuestion(state: AppState): SheetQuestion | null {
  const area = selectAskedArea(state);
  if (area === null || state.district === null || state.start.status !== "done") return null;
  return { district: state.district, area, ...state.sheetParams, ...state.conditions };
}

/** Asks for the indicator sheet. */
export const { follow: followQuestion, again: askAgain } = following<SheetQuestion, SheetAnswer>({
  select: selectQuestion,
  ask: (question, signal) => {
    const { district, ...params } = question;
    return takeAhead(question, signal) ?? runAnalysis("answer-sheet", { district, params, signal });
  },
  put: (sheet) => useApp.setState({ sheet }),
  staleFor,
});

// the figures of another area must never be read as those of this one
function staleFor({ area, district }: SheetQuestion): SheetAnswer | null {
  const { sheet } = useApp.getState();
  if (sheet.status !== "done" && sheet.status !== "running") return null;
  const same =
    sheet.params.district === district && JSON.stringify(sheet.params.area) === JSON.stringify(area);
  return same ? answerOfRun(sheet) : null;
}
