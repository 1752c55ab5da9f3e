import type { Answerer } from "../analysis/answer.ts";
import type { Scope, Writing } from "../catalogue/scope.ts";
import type { Finding, FindingPage, NewRecheck, Recheck } from "../contract/findings.ts";
import type { Area } from "../contract/geometry.ts";
import type { Database } from "../database/database.ts";
import { recordVersion } from "../database/version.ts";
import { AppError, conflict, invalidParameter } from "../errors.ts";
import { notBefore } from "../expected.ts";
import { readFindingPage } from "./findings.ts";
import { measureIndicator } from "./measure.ts";

const insertSql = `INSERT INTO finding_recheck
  (version, district_id, finding, checked_on, value, threshold, outcome, reason, measured_version, told_by, note)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

type Found = Omit<Recheck, "version" | "met" | "checkedOn" | "note">;
type Asked = NewRecheck & { readonly finding: string; readonly answerer: Answerer };

const NOTHING: Found = {
  ...{ value: null, threshold: null, outcome: "unknown", reason: null, measuredVersion: null, toldBy: null },
};

/**
 * Checks a finding again and keeps what came of it beside the value before: its indicator is measured where the finding is,
 * or the latest told of it taken; where neither is possible the outcome is unknown, with the reason. A finding without an
 * indicator is told by a person. Throws not-found, conflict before a project took it up, invalid-parameter.
 */
export async function addRecheck(
  database: Database,
  { actor, ...scope }: Writing,
  { finding: id, answerer, ...given }: Asked,
): Promise<void> {
  const page = await readFindingPage(database, scope, id);
  requireInOrder(page, given);
  const found = page.finding.indicator === null ? toldBy(given) : await measureAgain(answerer, scope, page);
  const { value, threshold, outcome, reason, measuredVersion } = found;
  const { checkedOn, note } = given;
  await database.transaction(async (transaction) => {
    const version = await recordVersion(transaction, {
      programmeOnly: true,
      ...{ districtId: scope.districtId, actorId: actor.id, note: note ?? "health check after works" },
      changes: [
        {
          ...{ layer: "finding-recheck", featureId: `${id}/${checkedOn}`, op: "insert" },
          ...{ before: { value: page.finding.value }, after: { checkedOn, ...found } },
        },
      ],
    });
    await transaction.query(insertSql, [
      ...[version, scope.districtId, id, checkedOn, value, threshold, outcome, reason],
      ...[measuredVersion, found.toldBy, note],
    ]);
  });
}

function requireInOrder(
  { finding, rechecks }: FindingPage,
  { checkedOn, outcome, toldBy: who }: NewRecheck,
): void {
  const { state, asOf, indicator } = finding;
  if (state === "open" || state === "proposed")
    throw conflict("A project has to take the finding up before it is checked again.", {
      missing: "project",
    });
  const last = rechecks.at(-1)?.checkedOn ?? asOf;
  if (checkedOn < last) throw invalidParameter("checkedOn", checkedOn, notBefore(last));
  if (indicator !== null && outcome !== null)
    throw invalidParameter("outcome", outcome, "left out: the indicator tells it");
  if (indicator === null && outcome === null)
    throw invalidParameter("outcome", outcome, "improved or not-improved: there is no indicator to tell it");
  if (indicator === null && who === null) throw invalidParameter("toldBy", who, "who told what came of it");
}

const toldBy = ({ outcome, toldBy: who }: NewRecheck): Found => ({
  ...NOTHING,
  outcome: outcome!,
  toldBy: who,
});

const unknown = (reason: Recheck["reason"], more: Partial<Found> = {}): Found => ({
  ...{ ...NOTHING, reason },
  ...more,
});

async function measureAgain(answerer: Answerer, scope: Scope, page: FindingPage): Promise<Found> {
  const { finding } = page;
  const area = areaOf(page);
  if (area === null) return unknown("no-place");
  const measured = await measureIndicator(answerer, scope, {
    ...{ edition: finding.edition!, code: finding.indicator!, area },
  }).catch((error: unknown) => {
    // the zone is no more: that is an answer, not a failure
    if (error instanceof AppError && error.code === "unknown-zone") return null;
    throw error;
  });
  if (measured === null) return unknown("no-place");
  const { indicator, dataVersion } = measured;
  const { threshold, entered, reason } = indicator;
  if (indicator.computability === "survey") {
    if (entered === null || entered.asOf <= finding.asOf) return unknown("not-told", { threshold });
    return judged(finding, { ...NOTHING, value: entered.value, threshold, toldBy: entered.toldBy });
  }
  if (indicator.value === null)
    return unknown(reason === "survey" ? "not-told" : reason, { threshold, measuredVersion: dataVersion });
  return judged(finding, { ...NOTHING, value: indicator.value, threshold, measuredVersion: dataVersion });
}

function areaOf({ finding, geometry }: FindingPage): Area | null {
  if (finding.zone !== null) return { zone: finding.zone };
  const { type } = geometry as GeoJSON.Geometry;
  return type === "Polygon" || type === "MultiPolygon" ? (geometry as Area) : null;
}

/** Improved is better than before, whether or not it meets the threshold. */
function judged({ value: before, direction }: Finding, found: Found): Found {
  if (before === null) return { ...found, outcome: "unknown", reason: "no-value-before" };
  if (direction === null || direction === "none")
    return { ...found, outcome: "unknown", reason: "no-direction" };
  const isBetter = direction === "higher" ? found.value! > before : found.value! < before;
  return { ...found, outcome: isBetter ? "improved" : "not-improved" };
}
