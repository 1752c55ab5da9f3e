import { randomUUID } from "node:crypto";
import type { Writing } from "../catalogue/scope.ts";
import type { HazardClosing, NewHazard, NewInspection, SafetyFile } from "../contract/safety-records.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { type Change, recordVersion } from "../database/version.ts";
import { conflict, invalidParameter, notFound } from "../errors.ts";
import { notAfter, notBefore } from "../expected.ts";
import { readSafetyPage } from "./safety-records.ts";

const fileSql = loadSql("./save-safety-file.sql", import.meta.url);
const inspectionSql = `INSERT INTO safety_inspection (district_id, building_id, id, inspected_on, inspector, grade, result)
  VALUES ($1, $2, $3, $4, $5, $6, $7)`;
const hazardSql = `INSERT INTO safety_hazard (district_id, building_id, id, found_on, description)
  VALUES ($1, $2, $3, $4, $5)`;
const closeSql =
  "UPDATE safety_hazard SET closed_on = $4, closing = $5 WHERE district_id = $1 AND building_id = $2 AND id = $3";
const todaySql = "SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date AS today";

// one transaction: what is written, its version and its change
async function write(
  database: Database,
  { actor, ...scope }: Writing,
  { id, note, work }: { readonly id: string; readonly note: string; readonly work: Work },
): Promise<void> {
  await database.transaction(async (transaction) => {
    const page = await readSafetyPage(transaction, scope, id);
    const change = await work(transaction, page);
    await recordVersion(transaction, {
      ...{ districtId: scope.districtId, actorId: actor.id, note, programmeOnly: true },
      changes: [change],
    });
  });
}
type Work = (transaction: Database, page: Awaited<ReturnType<typeof readSafetyPage>>) => Promise<Change>;

async function refuseFuture(database: Database, path: string, day: string): Promise<void> {
  const { rows } = await database.query<{ today: string }>(todaySql);
  const { today } = rows[0]!;
  if (day > today) throw invalidParameter(path, day, notAfter(today));
}

/** Adds an inspection of a building; throws not-found, and invalid-parameter for a day to come. */
export const addInspection = (
  database: Database,
  scope: Writing,
  { id, ...inspection }: NewInspection & { readonly id: string },
): Promise<void> =>
  write(database, scope, {
    ...{ id, note: "inspection" },
    async work(transaction) {
      await refuseFuture(transaction, "inspectedOn", inspection.inspectedOn);
      const own = randomUUID();
      const { inspectedOn, inspector, grade, result } = inspection;
      await transaction.query(inspectionSql, [
        ...[scope.districtId, id, own],
        ...[inspectedOn, inspector, grade, result],
      ]);
      return { layer: "safety-inspection", featureId: `${id}/${own}`, op: "insert", after: inspection };
    },
  });

/** Adds a hazard found at a building; throws not-found, and invalid-parameter for a day to come. */
export const addHazard = (
  database: Database,
  scope: Writing,
  { id, ...hazard }: NewHazard & { readonly id: string },
): Promise<void> =>
  write(database, scope, {
    ...{ id, note: "hazard" },
    async work(transaction) {
      await refuseFuture(transaction, "foundOn", hazard.foundOn);
      const own = randomUUID();
      const { foundOn, description } = hazard;
      await transaction.query(hazardSql, [scope.districtId, id, own, foundOn, description]);
      return { layer: "safety-hazard", featureId: `${id}/${own}`, op: "insert", after: hazard };
    },
  });

/** Closes a hazard; throws not-found, conflict where it is closed, invalid-parameter where the day cannot be. */
export const closeHazard = (
  database: Database,
  scope: Writing,
  { id, hazard, ...closing }: HazardClosing & { readonly id: string; readonly hazard: string },
): Promise<void> =>
  write(database, scope, {
    ...{ id, note: "hazard closed" },
    async work(transaction, { hazards }) {
      const found = hazards.find((each) => each.id === hazard);
      if (!found) throw notFound("hazard of that id");
      if (found.closedOn !== null) throw conflict(`The hazard was closed on ${found.closedOn}.`);
      const { closedOn } = closing;
      if (closedOn < found.foundOn) {
        throw invalidParameter("closedOn", closedOn, notBefore(found.foundOn, ", when it was found"));
      }
      await refuseFuture(transaction, "closedOn", closedOn);
      await transaction.query(closeSql, [scope.districtId, id, hazard, closedOn, closing.closing]);
      const featureId = `${id}/${hazard}`;
      return { layer: "safety-hazard", featureId, op: "update", before: found, after: closing };
    },
  });

/** Takes down fund, insurance and 一楼一策 of a building in place of what stood there; throws not-found. */
export const saveSafetyFile = (
  database: Database,
  scope: Writing,
  { id, ...file }: SafetyFile & { readonly id: string },
): Promise<void> =>
  write(database, scope, {
    ...{ id, note: "safety file" },
    async work(transaction, { file: before }) {
      const { fundAccount, insuredUntil, disposition, measures } = file;
      await transaction.query(fileSql, [
        ...[scope.districtId, id],
        ...[fundAccount, insuredUntil, disposition, measures],
      ]);
      const op = before === null ? "insert" : "update";
      return { layer: "safety-file", featureId: id, op, before, after: file };
    },
  });
