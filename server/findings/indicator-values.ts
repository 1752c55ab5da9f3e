import { randomUUID } from "node:crypto";
import { offsetOfCursor } from "../catalogue/cursor.ts";
import type { Scope, Writing } from "../catalogue/scope.ts";
import type {
  Indicator,
  IndicatorValue,
  IndicatorValueList,
  NewIndicatorValue,
  ValueFilters,
} from "../contract/indicator-values.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { recordVersion } from "../database/version.ts";
import { requireCome } from "../days.ts";
import { invalidParameter } from "../errors.ts";
import { between, type Expected } from "../expected.ts";
import { requireZone } from "../programme/save-plan.ts";
import { requireIndicator } from "./indicators.ts";

const listSql = loadSql("./indicator-values.sql", import.meta.url);
const insertSql = loadSql("./insert-values.sql", import.meta.url);

type Asked = ValueFilters & { readonly limit: number; readonly cursor?: string | undefined };

/** A value as it is written. */
export type ValueRow = NewIndicatorValue & { readonly id: string };

/** What was told of indicators, the latest first, with what has been corrected since. */
export async function listIndicatorValues(
  database: Database,
  { districtId, levels }: Scope,
  { edition, indicator, zone, limit, cursor }: Asked,
): Promise<IndicatorValueList> {
  const offset = offsetOfCursor(cursor);
  const given = [districtId, levels, edition ?? null, indicator ?? null, zone ?? null, limit, offset];
  type Row = IndicatorValue & { total: number };
  const { rows } = await database.query<Row>(listSql, given);
  const total = rows[0]?.total ?? 0;
  const read = offset + rows.length;
  return { items: rows.map(({ total: _, ...row }) => row), total, next: read < total ? String(read) : null };
}

export const toValueRow = (given: NewIndicatorValue): ValueRow => ({ ...given, id: `value:${randomUUID()}` });

// more than a city has of anything an indicator counts
const MOST = 100_000_000;

/** What a value of an indicator must be, or null where this one is so. */
export function wrongValue({ unit }: Pick<Indicator, "unit">, value: number): string | Expected | null {
  if (unit === "share") return value >= 0 && value <= 1 ? null : "a share from 0 to 1";
  // rents may fall
  if (unit === "growth")
    return value >= -1 && value <= 1 ? null : "a change from -1 to 1, 0.05 being 5 % more";
  return value >= 0 && value <= MOST ? null : between(0, MOST);
}

/** Takes down what was told of an indicator; throws invalid-parameter, also for what this data can tell itself, unknown-zone. */
export async function addIndicatorValue(
  database: Database,
  { actor, ...scope }: Writing,
  given: NewIndicatorValue,
): Promise<void> {
  const { districtId } = scope;
  const indicator = await requireIndicator(database, given);
  if (indicator.computability !== "survey")
    throw invalidParameter(
      "indicator",
      given.indicator,
      "one that departments or surveys tell; this one is computed",
    );
  const expected = wrongValue(indicator, given.value);
  if (expected !== null) throw invalidParameter("value", given.value, expected);
  requireCome("asOf", given.asOf);
  await requireZone(database, scope, given.zone);
  const row = toValueRow(given);
  await database.transaction(async (transaction) => {
    const version = await recordVersion(transaction, {
      programmeOnly: true,
      ...{ districtId, actorId: actor.id, note: given.note ?? given.toldBy },
      changes: [{ layer: "indicator-value", featureId: row.id, op: "insert", after: given }],
    });
    await insertValues(transaction, districtId, { rows: [row], version, importVersion: null });
  });
}

interface ValuesToWrite {
  readonly rows: readonly ValueRow[];
  readonly version: number;
  readonly importVersion: number | null;
}

/** Writes rows of values. */
export async function insertValues(
  database: Database,
  districtId: string,
  { rows, version, importVersion }: ValuesToWrite,
): Promise<void> {
  await database.query(insertSql, [districtId, version, JSON.stringify(rows), importVersion]);
}
