import type { Answerer } from "../analysis/answer.ts";
import type { Scope } from "../catalogue/scope.ts";
import type { Area } from "../contract/geometry.ts";
import type { HealthIndicator } from "../contract/health-check.ts";

/** An indicator measured in an area, and the data it was measured on. */
export interface MeasuredIndicator {
  readonly indicator: HealthIndicator;
  readonly dataVersion: number;
}

interface MeasureQuestion {
  readonly edition: string;
  readonly code: string;
  readonly area: Area;
}

/** Measures one indicator of the health check in an area; throws what the health check throws. */
export async function measureIndicator(
  answerer: Answerer,
  scope: Scope,
  { edition, code, area }: MeasureQuestion,
): Promise<MeasuredIndicator> {
  const { result, dataVersion } = await answerer.answer({
    ...{ name: "health-check", scope },
    body: { area, edition, indicators: [code] },
  });
  return { indicator: result.indicators[0]!, dataVersion };
}
