import { randomUUID } from "node:crypto";
import { offsetOfCursor } from "../catalogue/cursor.ts";
import { patternOf } from "../catalogue/pattern.ts";
import type { Scope, Writing } from "../catalogue/scope.ts";
import {
  ASSET_KINDS,
  type Asset,
  type AssetBody,
  type AssetFilters,
  type AssetList,
} from "../contract/assets.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { recordVersion } from "../database/version.ts";
import { requireCome } from "../days.ts";
import { conflict, invalidParameter, notFound } from "../errors.ts";
import { INSIDE_DISTRICT, notBefore } from "../expected.ts";

const listSql = loadSql("./assets.sql", import.meta.url);
const saveSql = loadSql("./save-asset.sql", import.meta.url);

interface Asked extends AssetFilters {
  readonly id?: string;
  readonly limit: number;
  readonly offset: number;
}
type Found = Omit<AssetList, "next" | "kinds"> & { readonly kinds: Partial<AssetList["kinds"]> };

async function find(database: Database, { districtId, levels }: Scope, asked: Asked): Promise<Found> {
  const { id, kind, state, text, limit, offset } = asked;
  const pattern = text === undefined ? null : patternOf(text);
  const given = [districtId, levels, id ?? null, kind ?? null, state ?? null, pattern, limit, offset];
  return (await database.query<Found>(listSql, given)).rows[0]!;
}

type Page = { readonly limit: number; readonly cursor?: string | undefined };

/** The idle assets of a district that pass the filters. */
export async function listAssets(
  database: Database,
  scope: Scope,
  { limit, cursor, ...filters }: AssetFilters & Page,
): Promise<AssetList> {
  const offset = offsetOfCursor(cursor);
  const { kinds, ...found } = await find(database, scope, { ...filters, limit, offset });
  const read = offset + found.items.length;
  return {
    ...found,
    next: read < found.total ? String(read) : null,
    kinds: Object.fromEntries(ASSET_KINDS.map((kind) => [kind, kinds[kind] ?? 0])) as AssetList["kinds"],
  };
}

/** One idle asset; throws not-found. */
export async function readAsset(database: Database, scope: Scope, id: string): Promise<Asset> {
  const { items } = await find(database, scope, { id, limit: 1, offset: 0 });
  if (!items[0]) throw notFound("idle asset of that id");
  return items[0];
}

interface Given {
  /** null = a new one. */
  readonly id: string | null;
  readonly asset: AssetBody;
  /** The version of its newest change as it was read. */
  readonly seen: number | null;
}

/**
 * Writes an idle asset down and answers with its id. Throws not-found, invalid-parameter where it lies outside the district or
 * its dates cannot be, and conflict where somebody else has written since it was read.
 */
export async function saveAsset(
  database: Database,
  { actor, ...scope }: Writing,
  { id, asset, seen }: Given,
): Promise<string> {
  const { vacantSince, closedOn, lon, lat } = asset;
  if (vacantSince !== null && closedOn !== null && closedOn < vacantSince) {
    throw invalidParameter("closedOn", closedOn, notBefore(vacantSince, ", since when it is vacant"));
  }
  requireCome("vacantSince", vacantSince);
  requireCome("closedOn", closedOn);
  const own = id ?? `asset:${randomUUID()}`;
  await database.transaction(async (transaction) => {
    const before = id === null ? null : await readAsset(transaction, scope, id);
    const last = before?.changes[0]?.version ?? null;
    if (last !== seen) throw conflict("Somebody else has written since; read it again.", { version: last });
    const columns = JSON.stringify(columnsOf(asset));
    const { rows } = await transaction.query(saveSql, [scope.districtId, own, columns, lon, lat]);
    if (rows.length === 0) throw invalidParameter("lon", `${lon}, ${lat}`, INSIDE_DISTRICT);
    const { changes: _, ...facts } = before ?? { changes: [] };
    await recordVersion(transaction, {
      ...{ districtId: scope.districtId, actorId: actor.id, note: "idle asset", programmeOnly: true },
      changes: [
        {
          ...{ layer: "idle-asset", featureId: own, op: before === null ? "insert" : "update" },
          ...{ before: before === null ? null : facts, after: asset },
        },
      ],
    });
  });
  return own;
}

// columns are named as the contract's fields in snake case
const columnsOf = ({ lon: _, lat: __, ...asset }: AssetBody) =>
  Object.fromEntries(
    Object.entries(asset).map(([field, value]) => [
      field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  );
