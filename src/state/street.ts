import { failureOf, runAnalysis, wasAborted } from "../backend.ts";
import type { AppState, StreetAnswer, StreetChoice, StreetMark, StreetQuestion } from "./app-state.ts";
import { showExtent } from "./appearance.ts";
import { useApp } from "./store.ts";
import { selectStreetQuestion } from "./street-question.ts";

/** Changes the question; what was picked of the old answer is put away. */
export function setStreet(change: Partial<StreetChoice>): void {
  useApp.setState(({ street }) => ({ street: { ...street, ...change }, streetMark: null }));
}

export const closeStreet = () => setStreet({ asked: null });

/** Degrees round a place picked, so that the streets about it are in sight: some 200 m. */
const MARGIN_DEGREES = 0.002;

/** Picks a place and shows it; the same again lets it go. Degrees, EPSG:4326. */
export function pickStreetMark(mark: StreetMark): void {
  const before = useApp.getState().streetMark;
  if (before !== null && before.at.join() === mark.at.join()) {
    useApp.setState({ streetMark: null });
    return;
  }
  useApp.setState({ streetMark: mark });
  const places = mark.across === null ? [mark.at] : [mark.at, mark.across];
  const [lons, lats] = [places.map(([lon]) => lon), places.map(([, lat]) => lat)];
  showExtent([
    Math.min(...lons) - MARGIN_DEGREES,
    Math.min(...lats) - MARGIN_DEGREES,
    Math.max(...lons) + MARGIN_DEGREES,
    Math.max(...lats) + MARGIN_DEGREES,
  ]);
}

let asking: AbortController | null = null;

/** Asks whenever the question changes, at once and from now on; returns how to stop. */
export function followStreet(): () => void {
  let asked = "null";
  const look = (state: AppState) => {
    const question = selectStreetQuestion(state);
    const text = JSON.stringify(question);
    if (text === asked) return;
    asked = text;
    void askStreet(question);
  };
  look(useApp.getState());
  const stop = useApp.subscribe(look);
  return () => {
    stop();
    void askStreet(null);
  };
}

/** Asks the present question again, after a failure. */
export const streetAgain = () => askStreet(selectStreetQuestion(useApp.getState()));

async function askStreet(question: StreetQuestion | null): Promise<void> {
  asking?.abort();
  if (question === null) {
    useApp.setState({ streetRun: { status: "idle" }, streetMark: null });
    return;
  }
  asking = new AbortController();
  const { signal } = asking;
  useApp.setState({ streetRun: { status: "running", params: question, stale: null }, streetMark: null });
  try {
    const result = await answerTo(question, signal);
    if (!signal.aborted) useApp.setState({ streetRun: { status: "done", params: question, result } });
  } catch (error) {
    if (wasAborted(error) || signal.aborted) return;
    useApp.setState({ streetRun: { status: "failed", params: question, failure: failureOf(error) } });
  }
}

async function answerTo(
  { district, area, asked, persona }: StreetQuestion,
  signal: AbortSignal,
): Promise<StreetAnswer> {
  if (asked === "road-network")
    return { asked, answer: await runAnalysis(asked, { district, params: { area }, signal }) };
  const params = { area, ...(persona === null ? {} : { persona }) };
  return { asked, answer: await runAnalysis(asked, { district, params, signal }) };
}
