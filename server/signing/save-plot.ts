import { randomUUID } from "node:crypto";
import { resolveArea } from "../analysis/area.ts";
import { readAskedArea } from "../analysis/area-shape.ts";
import type { Writing } from "../catalogue/scope.ts";
import type {
  CountedDay,
  NewAcquisitionPlot,
  PlotHouseholds,
  SigningCounts,
  SigningStage,
  TargetBody,
} from "../contract/acquisition-plots.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { type Change, recordVersion } from "../database/version.ts";
import { dayAfter } from "../days.ts";
import { conflict, invalidParameter, notFound } from "../errors.ts";
import { atMost, notBefore } from "../expected.ts";
import { type PlotRow, readPlotRow, readStages } from "./acquisition-plots.ts";
import { checkCounts, checkHouseholds, checkKinds, requireStage } from "./signing-checks.ts";

const insertSql = loadSql("./insert-plot.sql", import.meta.url);
const householdsSql = loadSql("./save-plot-households.sql", import.meta.url);
const countsSql = loadSql("./save-signing-counts.sql", import.meta.url);
const removeSql = `DELETE FROM signing_count
  WHERE district_id = $1 AND plot = $2 AND stage = $3 AND counted_on = $4 RETURNING kind`;
const targetSql = loadSql("./save-signing-target.sql", import.meta.url);
const lockSql = "SELECT FROM acquisition_plot WHERE district_id = $1 AND id = $2 FOR UPDATE";
const namedSql = "SELECT FROM acquisition_plot WHERE district_id = $1 AND purpose = $2 AND name_zh = $3";
const projectSql = "SELECT FROM project WHERE district_id = $1 AND id = $2 AND level = ANY ($3)";

/** Adds a plot with its households and answers with its id; throws where its project or shape cannot be. */
export async function addAcquisitionPlot(
  database: Database,
  { actor, ...scope }: Writing,
  { area, ...plot }: NewAcquisitionPlot,
): Promise<string> {
  checkKinds(plot.households, "households");
  // a shape that crosses itself or lies elsewhere is refused before anything is written
  const shape = area === null ? null : readAskedArea(area);
  const measured = shape === null ? null : await resolveArea(database, scope, shape);
  const areaSqm = plot.areaSqm ?? measured?.areaSqm ?? null;
  const id = `plot:${randomUUID()}`;
  const { districtId, levels } = scope;
  await database.transaction(async (transaction) => {
    if (plot.project !== null) {
      const { rows } = await transaction.query(projectSql, [districtId, plot.project, levels]);
      if (rows.length === 0) throw invalidParameter("project", plot.project, "the id of a project, or null");
    }
    const taken = await transaction.query(namedSql, [districtId, plot.purpose, plot.nameZh]);
    if (taken.rows.length > 0)
      throw conflict(
        "There is a plot of that name already.",
        { rule: "taken", value: plot.nameZh },
        "nameZh",
      );
    const after = { ...plot, areaSqm };
    const drawn = shape && JSON.stringify(shape);
    await transaction.query(insertSql, [districtId, id, JSON.stringify(after), drawn, "public"]);
    await transaction.query(householdsSql, [districtId, id, JSON.stringify(plot.households)]);
    await recordVersion(transaction, {
      ...{ districtId, actorId: actor.id, note: "plot added", programmeOnly: true },
      changes: [{ layer: "acquisition-plot", featureId: id, op: "insert", after: { ...after, area } }],
    });
  });
  return id;
}

interface Write {
  readonly id: string;
  readonly note: string;
}
type Made = Omit<Change, "featureId"> & { readonly part: string };

// one write to a plot nobody else is writing to, with what it changed
async function writePlot(
  database: Database,
  { actor, ...scope }: Writing,
  { id, note }: Write,
  make: (transaction: Database, plot: PlotRow, stages: readonly SigningStage[]) => Promise<readonly Made[]>,
): Promise<void> {
  const { districtId } = scope;
  await database.transaction(async (transaction) => {
    await transaction.query(lockSql, [districtId, id]);
    const plot = await readPlotRow(transaction, scope, id);
    const stages = await readStages(transaction, plot.purpose);
    const made = await make(transaction, plot, stages);
    await recordVersion(transaction, {
      ...{ districtId, actorId: actor.id, note, programmeOnly: true },
      changes: made.map(({ part, ...change }) => ({ ...change, featureId: `${id}/${part}` })),
    });
  });
}

/** Sets the households of a plot; throws where more than these have been counted, and not-found. */
export function setPlotHouseholds(
  database: Database,
  writing: Writing,
  { id, ...given }: PlotHouseholds & { readonly id: string },
): Promise<void> {
  return writePlot(database, writing, { id, note: "households of plot" }, async (transaction, plot) => {
    refuseByHand(plot);
    checkHouseholds(plot, given);
    await transaction.query(householdsSql, [writing.districtId, id, JSON.stringify(given.households)]);
    const change = { before: plot.byKind, after: given.households };
    return [{ layer: "plot-households", part: "households", op: "update", ...change }];
  });
}

/** Takes down how many had come to a stage by a day, in place of what was counted for that day; throws what checkCounts throws. */
export function saveSigningCounts(
  database: Database,
  writing: Writing,
  { id, ...given }: SigningCounts & { readonly id: string },
): Promise<void> {
  const { stage, on } = given;
  const note = `${stage} by ${on}`;
  return writePlot(database, writing, { id, note }, async (transaction, plot, stages) => {
    const isOfPlot = requireStage(stages, stage).counted === "plot";
    if (!isOfPlot) refuseByHand(plot);
    checkCounts(plot, given, { stages, today: today() });
    const rows = isOfPlot ? [{ kind: "plot", households: null, areaSqm: null }] : given.counts;
    await transaction.query(countsSql, [writing.districtId, id, stage, on, JSON.stringify(rows)]);
    return rows.map((after) => {
      const before = plot.counts.find(
        (row) => row.stage === stage && row.kind === after.kind && (isOfPlot || row.on === on),
      );
      const part = `${stage}/${after.kind}/${on}`;
      const op = before ? "update" : "insert";
      return { layer: "signing-count", part, op, before, after: { ...after, stage, on } };
    });
  });
}

/** Takes back what was counted of a stage on a day; throws not-found where nothing was. */
export function removeSigningCounts(
  database: Database,
  writing: Writing,
  { id, stage, on }: CountedDay & { readonly id: string },
): Promise<void> {
  const note = `${stage} by ${on} taken back`;
  return writePlot(database, writing, { id, note }, async (transaction, plot, stages) => {
    if (requireStage(stages, stage).counted !== "plot") refuseByHand(plot);
    checkPartsStay(plot, stages, { stage, on });
    const { rows } = await transaction.query<{ kind: string }>(removeSql, [
      ...[writing.districtId, id, stage, on],
    ]);
    if (rows.length === 0) throw notFound("count of that stage and day");
    return rows.map(({ kind }) => {
      const before = plot.counts.find((row) => row.stage === stage && row.on === on && row.kind === kind);
      return { layer: "signing-count", part: `${stage}/${kind}/${on}`, op: "delete", before };
    });
  });
}

// what follows from households kept one by one is not counted by hand beside them
function refuseByHand({ kept }: PlotRow): void {
  if (kept === 0) return;
  throw conflict("The numbers of this plot follow from its households: write those.", {
    ...{ reason: "follows-households", households: kept },
  });
}

// what remains must still hold: a part is never above its whole
function checkPartsStay(plot: PlotRow, stages: readonly SigningStage[], { stage, on }: CountedDay): void {
  const counts = plot.counts.filter((row) => row.stage !== stage || row.on !== on);
  for (const part of stages.filter(({ within }) => within === stage)) {
    for (const row of counts.filter((each) => each.stage === part.code)) {
      if (row.kind === "plot") continue;
      const { kind, areaSqm, households } = row;
      const given = [{ kind, areaSqm, households: households ?? 0 }];
      const facts = { byKind: plot.byKind, counts };
      checkCounts(facts, { stage: part.code, on: row.on, counts: given }, { stages, today: "9999" });
    }
  }
}

/** Sets by when so many households shall have come to a stage; throws invalid-parameter and not-found. */
export function setSigningTarget(
  database: Database,
  writing: Writing,
  { id, stage, ...target }: TargetBody & { readonly id: string; readonly stage: string },
): Promise<void> {
  const { startsOn, dueOn, households } = target;
  return writePlot(database, writing, { id, note: `target ${stage}` }, async (transaction, plot, stages) => {
    const { counted } = requireStage(stages, stage);
    if (counted === "plot") throw invalidParameter("stage", stage, "a stage households come to");
    if (dueOn <= startsOn)
      throw invalidParameter("dueOn", dueOn, notBefore(dayAfter(startsOn), `: it begins on ${startsOn}`));
    const all = plot.byKind.reduce((sum, kind) => sum + kind.households, 0);
    if (households > all) throw invalidParameter("households", households, atMost(all, ", all of the plot"));
    await transaction.query(targetSql, [writing.districtId, id, stage, startsOn, dueOn, households]);
    const before = plot.targets.find((each) => each.stage === stage);
    const op = before ? "update" : "insert";
    return [{ layer: "signing-target", part: stage, op, before, after: { stage, ...target } }];
  });
}

// the day in China: offset eight hours, without summer time
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
