import type { SearchHit, SearchReply } from "../contract/catalogue.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { offsetOfCursor } from "./cursor.ts";
import { patternOf } from "./pattern.ts";
import type { SaidNames } from "./said-names.ts";
import type { Scope } from "./scope.ts";

const sql = loadSql("./search.sql", import.meta.url);

type Question = { readonly q: string; readonly limit: number; readonly cursor?: string | undefined };

/**
 * Named things whose Chinese or English name holds the text, or whose Chinese name it says in pinyin, whole or shortened;
 * two numbers are a place, lon before lat, and the one hit.
 */
export async function search(
  database: Database,
  scope: Scope & { readonly saidNames: SaidNames },
  { q, limit, cursor }: Question,
): Promise<SearchReply> {
  const text = q.trim();
  const place = parsePlace(text);
  if (place) return { items: [place], total: 1, next: null };
  const offset = offsetOfCursor(cursor);
  const said = await scope.saidNames(scope, text);
  const { rows } = await database.query<SearchHit & { total: number }>(sql, [
    scope.districtId,
    scope.levels,
    patternOf(text),
    text,
    limit,
    offset,
    said.map(({ name }) => name),
    said.map(({ rank }) => rank),
  ]);
  const total = rows[0]?.total ?? 0;
  const read = offset + rows.length;
  return { items: rows.map(({ total: _, ...hit }) => hit), total, next: read < total ? String(read) : null };
}

/** A place typed as two numbers in degrees; lat before lon is understood where the second number can only be a longitude. */
export function parsePlace(text: string): SearchHit | undefined {
  const match = /^(-?\d{1,3}(?:\.\d+)?)\s*[,，\s]\s*(-?\d{1,3}(?:\.\d+)?)$/.exec(text);
  if (!match) return undefined;
  const first = Number(match[1]);
  const second = Number(match[2]);
  // a latitude is never beyond 90, so a second number beyond it can only be the longitude
  const [lon, lat] = Math.abs(second) > 90 ? [second, first] : [first, second];
  if (Math.abs(lon) > 180 || Math.abs(lat) > 90) return undefined;
  const id = `${lon},${lat}`;
  return { layer: "place", id, kind: "coordinate", nameZh: null, nameEn: null, extent: [lon, lat, lon, lat] };
}
