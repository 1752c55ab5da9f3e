import { createHash } from "node:crypto";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { notFound } from "../errors.ts";

const saveSql = loadSql("./save-short-link.sql", import.meta.url);
const readSql = loadSql("./read-short-link.sql", import.meta.url);

/** Characters of an id, 6 bits each: 60 bits, so that a million links hold no two alike by chance (4e-7). */
const ID_LENGTH = 10;

/** The id that stands for a fragment: the same fragment always has the same one. */
export async function saveShortLink(
  database: Database,
  { fragment, actorId }: { readonly fragment: string; readonly actorId: string },
): Promise<string> {
  const digest = createHash("sha256").update(fragment).digest("base64url");
  // the whole digest stands for itself where the start of it stands for another fragment already
  for (const id of [digest.slice(0, ID_LENGTH), digest]) {
    const { rows } = await database.query<{ fragment: string }>(saveSql, [id, fragment, actorId]);
    if (rows[0]?.fragment === fragment) return id;
  }
  throw new Error("Two fragments have one SHA-256.");
}

/** The fragment an id stands for; throws not-found where it stands for none. */
export async function readShortLink(database: Database, id: string): Promise<string> {
  const { rows } = await database.query<{ fragment: string }>(readSql, [id]);
  if (!rows[0]) throw notFound(`link ${id}`);
  return rows[0].fragment;
}
