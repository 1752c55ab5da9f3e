import { failureOf, runAnalysis, wasAborted } from "../backend.ts";
import type { LonLat } from "../geometry/lon-lat.ts";
import { refuseShape, takeShape } from "./drawing.ts";
import { useApp } from "./store.ts";

let asking: AbortController | null = null;

/** Makes an area of where one gets on foot from (or to) a place within the minutes the pen is set to. */
export async function drawWalkArea(origin: LonLat): Promise<void> {
  const { district, pen } = useApp.getState();
  if (district === null) return;
  asking?.abort();
  asking = new AbortController();
  const { signal } = asking;
  const { minutes, persona, direction } = pen.walk;
  const question = { ...pen.walk, district, origin };
  useApp.setState({ walkArea: { status: "running", params: question, stale: null } });
  try {
    const params = { origin: [...origin], minutes: [minutes], persona, direction };
    const { result } = await runAnalysis("isochrone", { district, params, signal });
    if (signal.aborted) return;
    useApp.setState({ walkArea: { status: "done", params: question, result: null } });
    const reached = result.features[0]?.geometry;
    if (reached && reached.coordinates.length > 0) takeShape(reached);
    else refuseShape("not-a-shape", null);
  } catch (error) {
    if (wasAborted(error) || signal.aborted) return;
    useApp.setState({ walkArea: { status: "failed", params: question, failure: failureOf(error) } });
  }
}

/** Asks again from the same place, after a failure or with other minutes. */
export function drawWalkAreaAgain(): void {
  const { walkArea } = useApp.getState();
  if (walkArea.status !== "idle") void drawWalkArea(walkArea.params.origin);
}
