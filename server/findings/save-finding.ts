import type { Answerer } from "../analysis/answer.ts";
import { readIndicators } from "../analysis/health-indicators.ts";
import { RESTS_ON } from "../analysis/health-measures.ts";
import type { Scope, Writing } from "../catalogue/scope.ts";
import type { MeasuredFinding, NewFinding } from "../contract/findings.ts";
import type { HealthIndicator } from "../contract/health-check.ts";
import { hiddenFields } from "../contract/internal-fields.ts";
import type { Database } from "../database/database.ts";
import { recordVersion } from "../database/version.ts";
import { today } from "../dispatch/month.ts";
import { conflict, invalidParameter } from "../errors.ts";
import { requireZone } from "../programme/save-plan.ts";
import { type FindingRow, insertFindings, requirePlace, toFindingRow } from "./finding-rows.ts";
import { middleSeverity, requireTerm } from "./finding-terms.ts";
import { requireIndicator } from "./indicators.ts";
import { measureIndicator } from "./measure.ts";

const sameSql = "SELECT id FROM finding WHERE district_id = $1 AND identity = $2 AND level = ANY ($3)";
const zoneNameSql = "SELECT name_zh FROM zone WHERE district_id = $1 AND id = $2 AND level = ANY ($3)";

/**
 * Adds a finding written by hand and answers with its id. Throws invalid-parameter, unknown-zone, invalid-geometry or
 * area-outside-district, and conflict with `details.finding` where the same thing is a finding already.
 */
export async function addFinding(database: Database, scope: Writing, given: NewFinding): Promise<string> {
  const { edition, indicator, zone, place, severity } = given;
  if (zone === null && place === null)
    throw invalidParameter("zone", zone, "the id of a zone, or a place given");
  if ((edition === null) !== (indicator === null))
    throw invalidParameter("edition", edition, "given together with the indicator");
  await requireTerm(database, "severity", severity);
  if (zone !== null) await requireZone(database, scope, zone);
  await requirePlace(database, scope, place);
  const known =
    edition === null || indicator === null ? null : await requireIndicator(database, { edition, indicator });
  return write(database, scope, toFindingRow(given, { threshold: known?.threshold ?? null }));
}

/**
 * Makes what a health check names a finding: the indicator is measured in the area now and its value kept. Throws as
 * addFinding does, conflict where it cannot be measured or the value is no problem, and what the health check throws.
 */
export async function addMeasuredFinding(
  database: Database,
  scope: Writing,
  { answerer, ...asked }: MeasuredFinding & { readonly answerer: Answerer },
): Promise<string> {
  const { edition, indicator: code, area } = asked;
  const isInternal = await restsOnInternal(database, { edition, code });
  const level = asked.level ?? (isInternal ? "internal" : "public");
  if (level === "public" && isInternal)
    throw invalidParameter("level", level, "internal: the indicator rests on what is not public");
  const severity = asked.severity ?? (await middleSeverity(database));
  await requireTerm(database, "severity", severity);
  const { indicator, dataVersion } = await measureIndicator(answerer, scope, { edition, code, area });
  // what is told is no better or worse kept than what is measured
  const told = indicator.value === null ? indicator.entered : null;
  const value = indicator.value ?? told?.value ?? null;
  requireProblem(indicator, value);
  const zone = "zone" in area ? area.zone : null;
  const given: NewFinding = {
    ...{ title: await titleOf(database, scope, { zone, indicator }), note: told?.toldBy ?? null },
    ...{ edition, indicator: code, zone, place: "zone" in area ? null : area },
    ...{ severity, source: "health-check", value, asOf: told?.asOf ?? today(), level },
  };
  const measuredVersion = told === null ? dataVersion : null;
  return write(database, scope, toFindingRow(given, { threshold: indicator.threshold, measuredVersion }));
}

/** Whether an indicator is measured with internal fields, and so is as internal as they are. */
export async function restsOnInternal(
  database: Database,
  { edition, code }: { readonly edition: string; readonly code: string },
): Promise<boolean> {
  const { rows } = await readIndicators(database, { edition, codes: [code] });
  const measure = rows[0]?.measure ?? null;
  const hidden = hiddenFields("building", ["public"]);
  return measure !== null && (RESTS_ON[measure] ?? []).some((field) => hidden.includes(field));
}

function requireProblem({ code, reason, direction, threshold }: HealthIndicator, value: number | null): void {
  if (value === null) throw conflict(`${code} cannot be measured here: ${reason}.`, { reason });
  const isMet = threshold !== null && (direction === "higher" ? value >= threshold : value <= threshold);
  const isNone = direction === "lower" && value === 0;
  if (isNone || (isMet && direction !== "none"))
    throw conflict(`${code} is ${value} here, which is no problem.`, { value, threshold });
}

async function titleOf(
  database: Database,
  { districtId, levels }: Scope,
  { zone, indicator }: { readonly zone: string | null; readonly indicator: HealthIndicator },
): Promise<string> {
  if (zone === null) return indicator.nameZh;
  const { rows } = await database.query<{ name_zh: string }>(zoneNameSql, [districtId, zone, levels]);
  return `${rows[0]?.name_zh ?? zone}：${indicator.nameZh}`.slice(0, 200);
}

async function write(
  database: Database,
  { districtId, levels, actor }: Writing,
  row: FindingRow,
): Promise<string> {
  await database.transaction(async (transaction) => {
    const [added] = await insertFindings(transaction, districtId, { rows: [row], importVersion: null });
    if (added === undefined) {
      const same = await transaction.query<{ id: string }>(sameSql, [districtId, row.identity, levels]);
      throw conflict("This is a finding already.", { finding: same.rows[0]?.id ?? null });
    }
    const { id, identity: _, ...after } = row;
    await recordVersion(transaction, {
      programmeOnly: true,
      ...{ districtId, actorId: actor.id, note: row.title },
      changes: [{ layer: "finding", featureId: id, op: "insert", after }],
    });
  });
  return row.id;
}
