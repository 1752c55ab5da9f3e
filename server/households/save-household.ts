import { randomUUID } from "node:crypto";
import type { Writing } from "../catalogue/scope.ts";
import type { SigningStage } from "../contract/acquisition-plots.ts";
import type { Household, HouseholdBody, NewHousehold } from "../contract/households.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { type Change, recordVersion } from "../database/version.ts";
import { requireCome } from "../days.ts";
import { conflict, invalidParameter, notFound } from "../errors.ts";
import { type PlotRow, readPlotRow } from "../signing/acquisition-plots.ts";
import { readHouseholdStages, readHouseholds } from "./households.ts";

const lockSql = "SELECT FROM acquisition_plot WHERE district_id = $1 AND id = $2 FOR UPDATE";
const saveSql = loadSql("./save-households.sql", import.meta.url);
const removeSql = "DELETE FROM household WHERE district_id = $1 AND id = ANY ($2)";
const forgetKindsSql = "DELETE FROM plot_households WHERE district_id = $1 AND plot = $2";
const forgetCountsSql = "DELETE FROM signing_count WHERE district_id = $1 AND plot = $2 AND kind <> 'plot'";
const kindsSql = loadSql("./count-kinds.sql", import.meta.url);
const stagesSql = loadSql("./count-stages.sql", import.meta.url);
const restoreSql = loadSql("./restore-counts.sql", import.meta.url);
const byHandSql = `SELECT before FROM change WHERE district_id = $1 AND layer = 'plot-households' AND feature_id = $2
  AND (before ->> 'byHand')::boolean ORDER BY version DESC LIMIT 1`;

/** A household as it is written, whole. */
export type HeldHousehold = HouseholdBody & { readonly id: string };
/** What a write makes of households: null = it was not, or is no more. */
export interface Made {
  readonly before: HeldHousehold | null;
  readonly after: HeldHousehold | null;
}
/** What a write rests on. */
export interface Standing {
  readonly plot: PlotRow;
  readonly stages: readonly SigningStage[];
  readonly households: readonly Household[];
}
interface Write {
  readonly plot: string;
  readonly note: string;
  /** Whether counts made by hand may give way; where it is false and there are some, the write is refused. */
  readonly replace: boolean;
}

/**
 * One write to the households of a plot that nobody else is writing to: what `make` says is written, the plot's numbers and
 * counts follow, all one version. Answers with it. Throws not-found, and conflict where counts made by hand would go.
 */
export async function writeHouseholds(
  database: Database,
  { actor, ...scope }: Writing,
  { plot: id, note, replace }: Write,
  make: (transaction: Database, standing: Standing) => Promise<readonly Made[]>,
): Promise<number> {
  const { districtId } = scope;
  return database.transaction(async (transaction) => {
    await transaction.query(lockSql, [districtId, id]);
    const plot = await readPlotRow(transaction, scope, id);
    const stages = await readHouseholdStages(transaction, scope, id);
    const households = await readHouseholds(transaction, districtId, id);
    if (households.length === 0 && !replace) refuseToReplace(plot);
    const made = await make(transaction, { plot, stages, households });
    const gone = made.flatMap(({ before, after }) => (before && !after ? [before.id] : []));
    if (gone.length > 0) await transaction.query(removeSql, [districtId, gone]);
    const saved = made.flatMap(({ after }) => after ?? []);
    if (saved.length > 0) await transaction.query(saveSql, [districtId, id, JSON.stringify(saved)]);
    const follows = await recount(transaction, scope, { plot, byHand: households.length === 0 });
    return recordVersion(transaction, {
      ...{ districtId, actorId: actor.id, note, programmeOnly: true },
      changes: [...made.map((each) => changeOf(id, each)), ...follows],
    });
  });
}

export function changeOf(plot: string, { before, after }: Made): Change {
  const op = before === null ? "insert" : after === null ? "delete" : "update";
  return { layer: "household", featureId: `${plot}/${(after ?? before)!.id}`, op, before, after };
}

function refuseToReplace({ byKind, counts }: PlotRow): void {
  const byHand = byKind.reduce((sum, { households }) => sum + households, 0);
  if (byHand === 0) return;
  throw conflict(
    "The households of this plot were counted by hand: send replace=true to have its numbers follow from its households.",
    { reason: "counted-by-hand", households: byHand, counts: counts.length },
  );
}

interface Counted {
  readonly plot: PlotRow;
  /** Whether its numbers were made by hand until now. */
  readonly byHand: boolean;
}

// the numbers follow the households; where none is left, what was counted by hand before stands again
async function recount(
  transaction: Database,
  { districtId }: Pick<Writing, "districtId">,
  { plot: { id, byKind, counts }, byHand }: Counted,
): Promise<Change[]> {
  const left = await readHouseholds(transaction, districtId, id);
  if (left.length === 0 && byHand) return [];
  const change = { layer: "plot-households", featureId: `${id}/followed`, op: "update" as const };
  const before = { byKind, counts: counts.filter(({ kind }) => kind !== "plot"), byHand };
  for (const sql of [forgetKindsSql, forgetCountsSql]) await transaction.query(sql, [districtId, id]);
  if (left.length > 0) {
    for (const sql of [kindsSql, stagesSql]) await transaction.query(sql, [districtId, id]);
    return [{ ...change, before }];
  }
  const { rows } = await transaction.query<{ before: Pick<PlotRow, "byKind" | "counts"> }>(byHandSql, [
    ...[districtId, change.featureId],
  ]);
  const { byKind: kinds = [], counts: dated = [] } = rows[0]?.before ?? {};
  await transaction.query(restoreSql, [districtId, id, JSON.stringify(kinds), JSON.stringify(dated)]);
  return [{ ...change, before, after: { byKind: kinds, counts: dated } }];
}

/** Throws where a household cannot be: a stage it has not, a day to come, a part of a stage before its whole, a number twice. */
export function checkHousehold(
  { stages, households }: Standing,
  { id, number, stages: reached }: Omit<HeldHousehold, "id"> & { readonly id: string | null },
): void {
  const twin = households.find((each) => each.number === number && each.id !== id);
  if (twin) throw invalidParameter("number", number, "a number no other household of the plot has");
  for (const [code, on] of Object.entries(reached)) {
    const path = `stages.${code}`;
    const stage = stages.find((each) => each.code === code);
    if (!stage) throw invalidParameter(path, code, `one of ${stages.map((each) => each.code).join(", ")}`);
    requireCome(path, on);
    if (stage.within === null) continue;
    const whole = reached[stage.within];
    if (whole === undefined || whole > on)
      throw invalidParameter(path, on, `${whole ?? "left out"}, for of ${stage.within} it must be first`);
  }
}

/** Adds a household to a plot and answers with its id; throws what checkHousehold throws, not-found and conflict. */
export async function addHousehold(
  database: Database,
  writing: Writing,
  { plot, replace, ...body }: NewHousehold,
): Promise<string> {
  const id = `household:${randomUUID()}`;
  await writeHouseholds(database, writing, { plot, replace, note: "household" }, async (_, standing) => {
    checkHousehold(standing, { id: null, ...body });
    return [{ before: null, after: { id, ...body } }];
  });
  return id;
}

interface Given {
  readonly plot: string;
  readonly id: string;
  readonly seen: number | null;
  /** null = it is taken out. */
  readonly body: HouseholdBody | null;
  readonly note: string;
}

/** Writes a household anew, or takes it out; throws as addHousehold, and conflict where somebody has written since it was read. */
export async function changeHousehold(
  database: Database,
  writing: Writing,
  { plot, id, seen, body, note }: Given,
): Promise<void> {
  await writeHouseholds(database, writing, { plot, note, replace: true }, async (_, standing) => {
    const found = standing.households.find((each) => each.id === id);
    if (!found) throw notFound("household of that id");
    const { version, ...before } = found;
    if (version !== seen)
      throw conflict("Somebody has written of this household since it was read.", { seen, now: version });
    if (body === null) return [{ before, after: null }];
    checkHousehold(standing, { id, ...body });
    return [{ before, after: { id, ...body } }];
  });
}
