import type { HealthCheckParams, HealthCheckResult, HealthIndicator } from "../contract/health-check.ts";
import { hiddenFields } from "../contract/internal-fields.ts";
import { applying, quality, qualityOfArea, qualityOfResidents, residentsUnknown } from "./data-quality.ts";
import { readEntered, type Told } from "./health-entered.ts";
import { type IndicatorRow, readIndicators } from "./health-indicators.ts";
import { MEASURES, type Measured, RESTS_ON, unmeasured } from "./health-measures.ts";
import { EDGE_METHOD, LAND_METHOD, ownMethod } from "./method.ts";
import type { Answered, Reading } from "./reading.ts";

const INDICATORS_METHOD = ownMethod(
  "indicators",
  "Each indicator says its basis; a proxy stands for what the data does not hold, and says so. What departments or surveys tell is listed without a value. Zones count where a point on them lies in the area. What could not be judged is told apart and never counted as well.",
);

/**
 * The city health check (城市体检) of an area: every indicator of an edition, with a value where the data can tell it and the
 * reason where it cannot. Throws invalid-parameter for an unknown edition and busy while reach is computed.
 */
export async function healthCheck(
  reading: Reading,
  { edition, indicators: codes }: HealthCheckParams,
): Promise<Answered<HealthCheckResult>> {
  const { editions, rows } = await readIndicators(reading.database, { edition, codes });
  const entered = await readEntered(reading, edition);
  const indicators: HealthIndicator[] = [];
  for (const row of rows) {
    const found = await measure(reading, row);
    indicators.push(tell(row, found, entered.get(row.code) ?? null));
  }
  const facts = await reading.facts();
  return {
    result: { edition, editions, indicators },
    method: [INDICATORS_METHOD, EDGE_METHOD, LAND_METHOD],
    dataQuality: [
      ...qualityOfArea(reading.area, facts),
      ...qualityOfResidents(reading.area, facts),
      ...applying(
        !facts.hasResidents && residentsUnknown(facts),
        indicators.some(({ status }) => status === "unverified") &&
          quality("unverified-clause", { field: "indicators" }),
      ),
    ],
  };
}

async function measure(reading: Reading, row: IndicatorRow): Promise<Measured> {
  if (row.measure === null) return unmeasured("survey");
  const rests = RESTS_ON[row.measure] ?? [];
  const hidden = hiddenFields("building", reading.area.levels);
  // not even a count: of two areas that differ by one building it would tell of that one
  if (rests.some((field) => hidden.includes(field))) return unmeasured("internal");
  return MEASURES[row.measure](reading, row);
}

function tell(
  { measure: _, categories: __, definition: ___, parameter: ____, ...row }: IndicatorRow,
  found: Measured,
  told: Told | null,
): HealthIndicator {
  const entered = told && { ...told, met: isMet(row, told.value) };
  return { ...row, ...found, met: isMet(row, found.value), entered };
}

/** Whether a value meets the threshold of its indicator; null where there is none of either. */
export function isMet(
  { threshold, direction }: Pick<HealthIndicator, "threshold" | "direction">,
  value: number | null,
) {
  if (threshold === null || value === null || direction === "none") return null;
  return direction === "higher" ? value >= threshold : value <= threshold;
}
