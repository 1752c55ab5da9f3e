import { offsetOfCursor } from "../catalogue/cursor.ts";
import type { Scope } from "../catalogue/scope.ts";
import type {
  ItemFilters,
  ProgrammeItem,
  ProgrammeItemGroup,
  ProgrammeItemList,
} from "../contract/programme-items.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { notFound } from "../errors.ts";

const itemsSql = loadSql("./programme-items.sql", import.meta.url);
const listsSql = loadSql("./programme-lists.sql", import.meta.url);
const importsSql = loadSql("./programme-imports.sql", import.meta.url);

/** Most items of a district that are read at once. */
const ALL = 20_000;

/** An item with the projects it links to, those the asker may not see too. */
export type StoredItem = ProgrammeItem & { readonly projectIds: readonly string[] };
type Row = StoredItem & { readonly total: number };

interface Asked extends ItemFilters {
  readonly kind?: ProgrammeItemGroup["kind"] | undefined;
  readonly id?: string;
  readonly limit: number;
  readonly offset?: number;
}

// the day in China: offset eight hours, without summer time
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

async function readRows(database: Database, { districtId, levels }: Scope, asked: Asked): Promise<Row[]> {
  const { list, state, id, kind, only, limit, offset } = asked;
  const given = [districtId, levels, list ?? null, state ?? null, id ?? null, today()];
  return (await database.query<Row>(itemsSql, [...given, limit, offset ?? 0, kind ?? null, only ?? null]))
    .rows;
}

const toItem = ({ total: _, projectIds: __, ...item }: Row): ProgrammeItem => item;

/** Every item of the district as it is in the record. */
export async function readStoredItems(database: Database, scope: Scope): Promise<StoredItem[]> {
  return readRows(database, scope, { limit: ALL });
}

/** One item as it is in the record; throws not-found. */
export async function readStoredItem(database: Database, scope: Scope, id: string): Promise<StoredItem> {
  const [row] = await readRows(database, scope, { id, limit: 1 });
  if (!row) throw notFound("item of that id");
  return row;
}

/** One item; throws not-found. */
export async function readProgrammeItem(
  database: Database,
  scope: Scope,
  id: string,
): Promise<ProgrammeItem> {
  const { projectIds: _, ...item } = await readStoredItem(database, scope, id);
  return toItem({ ...item, projectIds: [], total: 1 });
}

/** The lists of the programme: code, kind, name, and how many are published and entered. */
export async function readProgrammeLists(
  database: Database,
  { districtId, levels }: Scope,
): Promise<ProgrammeItemGroup[]> {
  return (await database.query<ProgrammeItemGroup>(listsSql, [districtId, levels, today()])).rows;
}

/** Items that pass the filters, a page after the other, with all lists and the files that can be taken back. */
export async function listProgrammeItems(
  database: Database,
  scope: Scope,
  { limit, cursor, ...filters }: Omit<Asked, "id" | "offset"> & { readonly cursor?: string | undefined },
): Promise<ProgrammeItemList> {
  const offset = offsetOfCursor(cursor);
  const rows = await readRows(database, scope, { ...filters, limit, offset });
  const total = rows[0]?.total ?? 0;
  const read = offset + rows.length;
  const { rows: imports } = await database.query<ProgrammeItemList["imports"][number]>(importsSql, [
    scope.districtId,
  ]);
  return {
    items: rows.map(toItem),
    total,
    next: read < total ? String(read) : null,
    lists: await readProgrammeLists(database, scope),
    imports,
  };
}
