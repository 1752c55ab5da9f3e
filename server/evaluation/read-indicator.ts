import type { Answerer } from "../analysis/answer.ts";
import type { Scope } from "../catalogue/scope.ts";
import type { Reading, TargetKey } from "../contract/evaluation.ts";
import { today } from "../dispatch/month.ts";
import { AppError } from "../errors.ts";
import { measureIndicator } from "../findings/measure.ts";

const nothing = (reason: Reading["reason"]): Reading => ({
  ...{ readOn: today(), value: null, reason, toldBy: null, measuredVersion: null },
});

interface Asked extends TargetKey {
  readonly level: "public" | "internal";
  readonly after: string | null;
}

/**
 * An indicator of a zone as it can be told now: measured on the present data, or as last told by a department or survey. What is
 * public is measured with public data alone, whoever asks. What was told on the day `after` or before is passed over. Without a
 * value the reason is given.
 */
export async function readIndicatorNow(
  answerer: Answerer,
  { districtId, levels }: Scope,
  { edition, indicator: code, zone, level, after }: Asked,
): Promise<Reading> {
  const scope = { districtId, levels: level === "public" ? ["public"] : levels };
  const measured = await measureIndicator(answerer, scope, { edition, code, area: { zone } }).catch(
    (error: unknown) => {
      // the zone is no more: that is an answer, not a failure
      if (error instanceof AppError && error.code === "unknown-zone") return null;
      throw error;
    },
  );
  if (measured === null) return nothing("no-place");
  const { value, reason, entered } = measured.indicator;
  if (value !== null)
    return {
      ...{ readOn: today(), value, reason: null, toldBy: null },
      measuredVersion: measured.dataVersion,
    };
  if (entered !== null && (after === null || entered.asOf > after))
    return {
      readOn: entered.asOf,
      value: entered.value,
      reason: null,
      toldBy: entered.toldBy,
      measuredVersion: null,
    };
  return nothing(entered !== null || reason === null || reason === "survey" ? "not-told" : reason);
}
