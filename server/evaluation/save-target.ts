import type { Answerer } from "../analysis/answer.ts";
import type { Scope, Writing } from "../catalogue/scope.ts";
import type { Reading, TargetBody, TargetKey } from "../contract/evaluation.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { recordVersion } from "../database/version.ts";
import { requireCome } from "../days.ts";
import { today } from "../dispatch/month.ts";
import { conflict, invalidParameter, notFound } from "../errors.ts";
import { given } from "../expected.ts";
import { wrongValue } from "../findings/indicator-values.ts";
import { requireIndicator } from "../findings/indicators.ts";
import { restsOnInternal } from "../findings/save-finding.ts";
import { requireZone } from "../programme/save-plan.ts";
import { readStageFacts } from "../programme/stage-facts.ts";
import { readIndicatorNow } from "./read-indicator.ts";

const saveSql = loadSql("./save-target.sql", import.meta.url);
const readingsSql = loadSql("./add-readings.sql", import.meta.url);
const targetsSql = `SELECT edition, indicator, zone, level, before_on::text AS after FROM project_target
WHERE district_id = $1 AND project_id = $2 AND level = ANY ($3)`;
const removeSql = `DELETE FROM project_target
WHERE district_id = $1 AND project_id = $2 AND edition = $3 AND indicator = $4 AND zone = $5 AND level = ANY ($6)
RETURNING to_jsonb(project_target) - ARRAY['district_id', 'project_id'] AS before, level`;

type Level = "public" | "internal";
interface Asked {
  readonly project: string;
  readonly answerer: Answerer;
}

// what is internal is no part of a history that is told to all
const layerOf = (kind: "target" | "reading", level: Level) =>
  level === "public" ? `project-${kind}` : `internal-${kind}`;
const keyOf = ({ edition, indicator, zone }: TargetKey) => [edition, indicator, zone].join("/");

/**
 * Sets what an indicator was and is to be where a project is done, in place of what was set before. Throws not-found,
 * unknown-zone, invalid-parameter, and conflict where the value before is to be measured and cannot be.
 */
export async function saveTarget(
  database: Database,
  { actor, ...scope }: Writing,
  { project, answerer, ...target }: TargetBody & Asked,
): Promise<void> {
  const { edition, indicator, zone, targetValue, targetYear, basis } = target;
  await readStageFacts(database, scope, project);
  const known = await requireIndicator(database, target);
  await requireZone(database, scope, zone);
  const level = await levelOf(database, target);
  for (const name of ["beforeValue", "targetValue"] as const) {
    const expected = target[name] === null ? null : wrongValue(known, target[name]);
    if (expected !== null) throw invalidParameter(name, target[name], expected);
  }
  if (target.beforeValue !== null && target.beforeOn === null)
    throw invalidParameter("beforeOn", null, given(": the date of the value before"));
  requireCome("beforeOn", target.beforeOn);
  const before = target.measureBefore
    ? await measuredBefore(answerer, scope, { ...target, level })
    : { value: target.beforeValue, on: target.beforeOn };
  const { districtId } = scope;
  await database.transaction(async (transaction) => {
    const { rows } = await transaction.query<{ before: unknown }>(saveSql, [
      ...[districtId, project, edition, indicator, zone],
      ...[before.value, before.on, targetValue, targetYear, basis, level],
    ]);
    const stood = rows[0]?.before ?? null;
    await recordVersion(transaction, {
      ...{ districtId, actorId: actor.id, note: basis, programmeOnly: true },
      changes: [
        {
          ...{ layer: layerOf("target", level), featureId: `${project}/${keyOf(target)}`, before: stood },
          op: stood === null ? "insert" : "update",
          after: { ...target, beforeValue: before.value, beforeOn: before.on },
        },
      ],
    });
  });
}

async function levelOf(database: Database, { edition, indicator, level }: TargetBody): Promise<Level> {
  const isInternal = await restsOnInternal(database, { edition, code: indicator });
  if (level === "public" && isInternal)
    throw invalidParameter("level", level, "internal: the indicator rests on what is not public");
  return level ?? (isInternal ? "internal" : "public");
}

async function measuredBefore(
  answerer: Answerer,
  scope: Scope,
  key: TargetKey & { readonly level: Level },
): Promise<{ readonly value: number; readonly on: string }> {
  const { value, reason, readOn } = await readIndicatorNow(answerer, scope, { ...key, after: null });
  if (value === null)
    throw conflict(
      `${key.indicator} cannot be told of ${key.zone} now: ${reason}. Give the value before by hand.`,
      {
        reason,
      },
    );
  return { value, on: readOn };
}

/** Takes a target of a project away; its readings stay in the record. Throws not-found. */
export async function removeTarget(
  database: Database,
  { actor, ...scope }: Writing,
  { project, ...key }: TargetKey & { readonly project: string },
): Promise<void> {
  const { districtId, levels } = scope;
  const { edition, indicator, zone } = key;
  await database.transaction(async (transaction) => {
    const given = [districtId, project, edition, indicator, zone, levels];
    type Row = { readonly before: unknown; readonly level: Level };
    const { rows } = await transaction.query<Row>(removeSql, given);
    if (!rows[0]) throw notFound("target of that indicator and zone");
    const { before, level } = rows[0];
    await recordVersion(transaction, {
      ...{ districtId, actorId: actor.id, note: "target taken away", programmeOnly: true },
      changes: [
        { layer: layerOf("target", level), featureId: `${project}/${keyOf(key)}`, op: "delete", before },
      ],
    });
  });
}

/** Reads every indicator of a project again, as it can be told now, and keeps each reading; throws not-found, conflict where none is set. */
export async function addReadings(
  database: Database,
  { actor, ...scope }: Writing,
  { project, answerer }: Asked,
): Promise<void> {
  const { districtId, levels } = scope;
  await readStageFacts(database, scope, project);
  type Target = TargetKey & { readonly level: Level; readonly after: string | null };
  const { rows: targets } = await database.query<Target>(targetsSql, [districtId, project, levels]);
  if (targets.length === 0)
    throw conflict("No indicator is set that this project is to move; set one first.", { missing: "target" });
  const readings: (Target & Reading)[] = [];
  for (const target of targets)
    readings.push({ ...target, ...(await readIndicatorNow(answerer, scope, target)) });
  await database.transaction(async (transaction) => {
    const version = await recordVersion(transaction, {
      ...{ districtId, actorId: actor.id, note: `indicators read again, ${today()}`, programmeOnly: true },
      changes: readings.map(({ level, after: _, ...reading }) => ({
        ...{ layer: layerOf("reading", level), featureId: `${project}/${keyOf(reading)}`, op: "insert" },
        after: reading,
      })),
    });
    await transaction.query(readingsSql, [version, districtId, project, JSON.stringify(readings)]);
  });
}
