import { runAnalysis } from "../backend.ts";
import type { AskedArea } from "./drawing-state.ts";
import type { SheetAnswer, SheetQuestion } from "./sheet-state.ts";

interface Ahead {
  readonly text: string;
  readonly answer: Promise<SheetAnswer>;
  readonly controller: AbortController;
}

let ahead: Ahead | null = null;

/** Asks a question that is likely to be asked next; the one asked ahead before is given up. */
export function askAhead(question: SheetQuestion): void {
  if (ahead?.text === sameText(question)) return;
  dropAhead();
  const controller = new AbortController();
  const { district, ...params } = question;
  const answer = runAnalysis("answer-sheet", { district, params, signal: controller.signal });
  // a refusal is told when the area is asked about in earnest
  answer.catch(() => undefined);
  ahead = { text: sameText(question), answer, controller };
}

/** Gives up what was asked ahead and not used. */
export function dropAhead(): void {
  ahead?.controller.abort();
  ahead = null;
}

/** The answer asked for ahead to this very question, under way or there, to be used once; null where another was asked. */
export function takeAhead(question: SheetQuestion, signal: AbortSignal): Promise<SheetAnswer> | null {
  if (ahead === null) return null;
  if (ahead.text !== sameText(question)) {
    dropAhead();
    return null;
  }
  const { answer, controller } = ahead;
  ahead = null;
  signal.addEventListener("abort", () => controller.abort());
  return answer;
}

const sameText = ({ area, ...params }: SheetQuestion) =>
  JSON.stringify([ringText(area), ...Object.entries(params).sort()]);

// the pen may close a ring the other way round, or begin it elsewhere: it is the same area
function ringText(area: AskedArea): string {
  if ("zone" in area || area.type !== "Polygon" || area.coordinates.length !== 1) return JSON.stringify(area);
  const corners = area.coordinates[0]!.slice(0, -1).map((corner) => corner.join());
  const rotated = (ring: readonly string[]) => {
    const start = ring.indexOf([...ring].sort()[0]!);
    return [...ring.slice(start), ...ring.slice(0, start)].join(" ");
  };
  return [rotated(corners), rotated(corners.toReversed())].sort()[0]!;
}
