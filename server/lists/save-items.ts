import { randomUUID } from "node:crypto";
import type { Scope, Writing } from "../catalogue/scope.ts";
import type { ItemBody } from "../contract/programme-items.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { type Change, recordVersion } from "../database/version.ts";
import { conflict, invalidParameter } from "../errors.ts";
import { readProgrammeLists, readStoredItem, readStoredItems, type StoredItem } from "./programme-items.ts";

const saveSql = loadSql("./save-programme-items.sql", import.meta.url);
const removeSql = "DELETE FROM programme_item WHERE district_id = $1 AND id = ANY ($2)";
const lockSql = "SELECT FROM programme_item WHERE district_id = $1 FOR UPDATE";
const projectsSql = "SELECT id FROM project WHERE district_id = $1 AND id = ANY ($2) AND level = ANY ($3)";

/** What of an item is written, and told in its changes. */
export type Facts = ItemBody & { readonly id: string; readonly invented: boolean };

/** What is written of an item, of one that is stored. */
export function factsOf({ projectIds, ...item }: StoredItem): Facts {
  const { id, list, title, leadDepartment, deadline, state, source, invented } = item;
  return { id, list, title, leadDepartment, deadline, state, source, invented, projects: [...projectIds] };
}

export const changeOf = (before: Facts | null, after: Facts | null): Change => ({
  ...{ layer: "programme-item", featureId: (after ?? before)!.id, before, after },
  op: before === null ? "insert" : after === null ? "delete" : "update",
});

/** Writes items whole; those that are new are public. */
export async function writeItems(
  database: Database,
  districtId: string,
  items: readonly Facts[],
): Promise<void> {
  if (items.length > 0) await database.query(saveSql, [districtId, JSON.stringify(items), "public"]);
}

export const removeItems = (database: Database, districtId: string, ids: readonly string[]) =>
  database.query(removeSql, [districtId, ids]);

/** Nobody else writes to the items of a district until the transaction ends. */
export const lockItems = (database: Database, districtId: string) => database.query(lockSql, [districtId]);

/** Adds an item and answers with its id; throws where its list or a project is none, or its title is taken. */
export async function addItem(database: Database, writing: Writing, body: ItemBody): Promise<string> {
  const id = `item:${randomUUID()}`;
  await write(database, writing, "item added", async (transaction) => {
    await checkItem(transaction, writing, { ...body, id });
    const after = { ...body, id, invented: false };
    await writeItems(transaction, writing.districtId, [after]);
    return changeOf(null, after);
  });
  return id;
}

/** Changes an item whole; links to projects the writer may not see stay. Throws what addItem throws, and not-found. */
export async function changeItem(
  database: Database,
  writing: Writing,
  { id, ...body }: ItemBody & { readonly id: string },
): Promise<void> {
  await write(database, writing, "item changed", async (transaction) => {
    const stored = await readStoredItem(transaction, writing, id);
    await checkItem(transaction, writing, { ...body, id });
    const seen = new Set(stored.projects.map((project) => project.id));
    const unseen = stored.projectIds.filter((project) => !seen.has(project));
    const after = { ...body, id, invented: stored.invented, projects: [...body.projects, ...unseen] };
    await writeItems(transaction, writing.districtId, [after]);
    return changeOf(factsOf(stored), after);
  });
}

/** Takes an item out of its list; its history stays. Throws not-found. */
export async function removeItem(database: Database, writing: Writing, id: string): Promise<void> {
  await write(database, writing, "item removed", async (transaction) => {
    const stored = await readStoredItem(transaction, writing, id);
    await removeItems(transaction, writing.districtId, [id]);
    return changeOf(factsOf(stored), null);
  });
}

async function write(
  database: Database,
  { districtId, actor }: Writing,
  note: string,
  make: (transaction: Database) => Promise<Change>,
): Promise<void> {
  await database.transaction(async (transaction) => {
    await lockItems(transaction, districtId);
    const changes = [await make(transaction)];
    await recordVersion(transaction, { districtId, actorId: actor.id, note, programmeOnly: true, changes });
  });
}

async function checkItem(
  database: Database,
  scope: Scope,
  { id, list, title, projects }: ItemBody & { readonly id: string },
): Promise<void> {
  const lists = await readProgrammeLists(database, scope);
  if (!lists.some(({ code }) => code === list)) {
    throw invalidParameter("list", list, `one of ${lists.map(({ code }) => code).join(", ")}`);
  }
  const given = [scope.districtId, projects, scope.levels];
  const { rows } = await database.query<{ id: string }>(projectsSql, given);
  const visible = new Set(rows.map((row) => row.id));
  const strange = projects.findIndex((project) => !visible.has(project));
  if (strange >= 0) throw invalidParameter(`projects.${strange}`, projects[strange], "the id of a project");
  const twin = (await readStoredItems(database, scope)).find(
    (item) => item.list === list && item.title === title && item.id !== id,
  );
  if (twin)
    throw conflict(
      "An item of this title stands in the list already: change that one.",
      { id: twin.id, taken: title },
      "title",
    );
}
