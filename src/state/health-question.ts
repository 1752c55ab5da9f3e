import type { AppState } from "./app-state.ts";
import { selectGapArea } from "./gap-question.ts";
import type { HealthQuestion } from "./health-state.ts";

/** The question of the health check, or null while none is asked; of the whole district where no area is chosen. */
export function selectHealthQuestion(state: AppState): HealthQuestion | null {
  const { mode, district, health } = state;
  if (mode !== "analyse" || !health.asked || district === null) return null;
  const area = selectGapArea(state);
  return area === null ? null : { district, area, edition: health.edition };
}
