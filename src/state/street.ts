import { runAnalysis } from "../backend.ts";
import { showExtent } from "./appearance.ts";
import { following } from "./following.ts";
import { useApp } from "./store.ts";
import { selectStreetQuestion } from "./street-question.ts";
import type { StreetAnswer, StreetChoice, StreetMark, StreetQuestion } from "./street-state.ts";

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

/** Asks about streets as such. */
export const { follow: followStreet, again: streetAgain } = following<StreetQuestion, StreetAnswer>({
  select: selectStreetQuestion,
  ask: answerTo,
  put: (streetRun) => useApp.setState({ streetRun, streetMark: null }),
});

async function answerTo(
  { district, area, asked, persona }: StreetQuestion,
  signal: AbortSignal,
): Promise<StreetAnswer> {
  if (asked === "road-network")
    return { asked, answer: await runAnalysis(asked, { district, params: { area }, signal }) };
  const params = { area, ...(persona === null ? {} : { persona }) };
  return { asked, answer: await runAnalysis(asked, { district, params, signal }) };
}
