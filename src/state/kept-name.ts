import type { AppState } from "./app-state.ts";
import type { AskedArea } from "./drawing-state.ts";

/** The name an area is kept under, or null. */
export function selectKeptName({ namedAreas, district }: AppState, area: AskedArea | null): string | null {
  if (area === null) return null;
  const text = JSON.stringify(area);
  const kept = namedAreas?.find((each) => each.district === district && JSON.stringify(each.area) === text);
  return kept?.name ?? null;
}
