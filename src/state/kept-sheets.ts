import { failureOf, runAnalysis } from "../backend.ts";
import type { AppState, Run } from "./app-state.ts";
import { selectCatalogue } from "./session.ts";
import type { SheetAnswer, SheetQuestion } from "./sheet-state.ts";
import { answerOfRun, useApp } from "./store.ts";

/** Sheets kept at hand: the compared ones and the district's, with some of those before. */
const KEPT = 12;

/** A question as text: equal questions have equal texts, and one answer. */
export const questionText = (question: SheetQuestion): string => {
  const { district, area, persona, mode, ruleSet, at, fares, upstairs } = question;
  return JSON.stringify({ district, area, persona, mode, ruleSet, at, fares, upstairs });
};

/** Asks for the sheet of an area beside the present one, once; a failed question may be asked again. */
export async function askKeptSheet(text: string, { again = false } = {}): Promise<void> {
  const { keptSheets, sheet } = useApp.getState();
  const known = keptSheets[text];
  if (known && !(again && known.status === "failed")) return;
  const params: SheetQuestion = JSON.parse(text);
  if (sheet.status === "done" && questionText(sheet.params) === text) return keep(text, sheet);
  keep(text, { status: "running", params, stale: null });
  const { district, ...asked } = params;
  try {
    keep(text, {
      status: "done",
      params,
      result: await runAnalysis("answer-sheet", { district, params: asked }),
    });
  } catch (error) {
    keep(text, { status: "failed", params, failure: failureOf(error) });
  }
}

function keep(text: string, run: Run<SheetQuestion, SheetAnswer>): void {
  useApp.setState(({ keptSheets }) => {
    const others = Object.entries(keptSheets).filter(([key, kept]) => key !== text && !isOutdated(kept, run));
    return { keptSheets: Object.fromEntries([...others.slice(1 - KEPT), [text, run]]) };
  });
}

// figures of two versions of the data must never stand side by side
function isOutdated(kept: Run<SheetQuestion, SheetAnswer>, by: Run<SheetQuestion, SheetAnswer>): boolean {
  if (kept.status !== "done" || by.status !== "done") return false;
  return kept.params.district === by.params.district && kept.result.dataVersion !== by.result.dataVersion;
}

/** The answer kept for a question, or null while there is none. */
export function selectKeptAnswer({ keptSheets }: AppState, text: string | null): SheetAnswer | null {
  const run = text === null ? undefined : keptSheets[text];
  return run ? answerOfRun(run) : null;
}

/** The question about the whole district, as text; null where its boundary is not in the data. */
export function selectDistrictQuestion(state: AppState): string | null {
  const zone = selectCatalogue(state)?.zones.find(({ properties }) => properties.kind === "district");
  if (!zone || state.district === null || state.start.status !== "done") return null;
  return questionText({
    district: state.district,
    area: { zone: zone.id },
    ...state.sheetParams,
    ...state.conditions,
  });
}
