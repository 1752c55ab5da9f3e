import { randomUUID } from "node:crypto";
import type { Writing } from "../catalogue/scope.ts";
import type { FundingPackageBody } from "../contract/funding.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { recordVersion } from "../database/version.ts";
import { conflict, invalidParameter, notFound } from "../errors.ts";

const saveSql = loadSql("./save-package.sql", import.meta.url);
const insertSql =
  "INSERT INTO funding_package (district_id, id, name_zh, name_en, zone, level) VALUES ($1, $2, $3, $4, $5, $6)";
const holdSql =
  "SELECT zone, level FROM funding_package WHERE district_id = $1 AND id = $2 AND level = ANY ($3) FOR UPDATE";
const zoneSql =
  "SELECT FROM zone WHERE district_id = $1 AND id = $2 AND kind = 'renewal-district' AND level = ANY ($3)";
const membersSql =
  "SELECT id FROM project WHERE district_id = $1 AND id = ANY ($2) AND renewal_district = $3 AND level = $4";
const sharingSql = `SELECT DISTINCT project_id AS id FROM funding_share
  WHERE district_id = $1 AND package = $2 AND project_id <> ALL ($3)`;
const beforeSql = `SELECT coalesce(array_agg(project_id ORDER BY project_id), '{}') AS projects FROM funding_package_project
  WHERE district_id = $1 AND package = $2`;

type Bundle = Pick<FundingPackageBody, "zone" | "level" | "projects">;

/** Adds a package and answers with its id; throws invalid-parameter where the zone is no renewal district or a project not of it. */
export async function addFundingPackage(
  database: Database,
  { districtId, levels, actor }: Writing,
  body: FundingPackageBody,
): Promise<string> {
  const id = `funding-package:${randomUUID()}`;
  const { nameZh, nameEn, zone, level, projects } = body;
  await database.transaction(async (transaction) => {
    const { rows } = await transaction.query(zoneSql, [districtId, zone, levels]);
    if (rows.length === 0) throw invalidParameter("zone", zone, "the id of a renewal district");
    await requireMembers(transaction, districtId, body);
    await transaction.query(insertSql, [districtId, id, nameZh, nameEn, zone, level]);
    await transaction.query(saveSql, [districtId, id, projects]);
    await recordVersion(transaction, {
      ...{ districtId, actorId: actor.id, note: "package of money added", programmeOnly: true },
      changes: [{ layer: "funding-package", featureId: id, op: "insert", after: body }],
    });
  });
  return id;
}

/** Makes the projects of a package those given; throws not-found, invalid-parameter, and conflict where one that leaves has a share. */
export async function setPackageProjects(
  database: Database,
  { districtId, levels, actor }: Writing,
  { id, projects }: { readonly id: string; readonly projects: readonly string[] },
): Promise<void> {
  await database.transaction(async (transaction) => {
    const held = await transaction.query<Omit<Bundle, "projects">>(holdSql, [districtId, id, levels]);
    if (!held.rows[0]) throw notFound("package of that id");
    await requireMembers(transaction, districtId, { ...held.rows[0], projects: [...projects] });
    const sharing = await transaction.query<{ id: string }>(sharingSql, [districtId, id, projects]);
    if (sharing.rows.length > 0) {
      const ids = sharing.rows.map((row) => row.id);
      throw conflict(
        `projects leaves out ${ids.join(", ")}, which have a share of the package: take the shares back first.`,
        { value: ids },
        "projects",
      );
    }
    const before = await transaction.query<{ projects: string[] }>(beforeSql, [districtId, id]);
    await transaction.query(saveSql, [districtId, id, projects]);
    await recordVersion(transaction, {
      ...{ districtId, actorId: actor.id, note: "projects of a package", programmeOnly: true },
      changes: [
        {
          layer: "funding-package",
          featureId: id,
          op: "update",
          before: before.rows[0],
          after: { projects },
        },
      ],
    });
  });
}

async function requireMembers(
  database: Database,
  districtId: string,
  { projects, zone, level }: Bundle,
): Promise<void> {
  const { rows } = await database.query<{ id: string }>(membersSql, [districtId, projects, zone, level]);
  const known = new Set(rows.map(({ id }) => id));
  const at = projects.findIndex((id) => !known.has(id));
  if (at >= 0)
    throw invalidParameter(
      `projects.${at}`,
      projects[at],
      `the id of a project of ${zone}, of level ${level}`,
    );
}
