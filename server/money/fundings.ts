import { offsetOfCursor } from "../catalogue/cursor.ts";
import { patternOf } from "../catalogue/pattern.ts";
import type { Scope } from "../catalogue/scope.ts";
import type {
  Funding,
  FundingFilters,
  FundingList,
  FundingPackage,
  FundingPackageList,
} from "../contract/funding.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { notFound } from "../errors.ts";

const listSql = loadSql("./fundings.sql", import.meta.url);
const packagesSql = loadSql("./funding-packages.sql", import.meta.url);

type Page = { readonly limit: number; readonly cursor?: string | undefined };
type Row = Pick<FundingList, "items" | "total" | "sums">;

/** The sources of money of a district that pass the filters, what is received first; sums are of all pages. */
export async function listFundings(
  database: Database,
  { districtId, levels }: Scope,
  { limit, cursor, kind, status, text }: FundingFilters & Page,
): Promise<FundingList> {
  const offset = offsetOfCursor(cursor);
  const pattern = text === undefined ? null : patternOf(text);
  const given = [districtId, levels, null, kind ?? null, status ?? null, pattern, limit, offset];
  const { rows } = await database.query<Row>(listSql, given);
  const { items, total, sums } = rows[0]!;
  const read = offset + items.length;
  return { items, total, sums, next: read < total ? String(read) : null };
}

/** One source of money with what it gives to whom; throws not-found. */
export async function readFunding(
  database: Database,
  { districtId, levels }: Scope,
  id: string,
): Promise<Funding> {
  const { rows } = await database.query<Row>(listSql, [districtId, levels, id, null, null, null, 1, 0]);
  const [funding] = rows[0]!.items;
  if (!funding) throw notFound("source of money of that id");
  return funding;
}

/** The packages of a district, those with the most money first. */
export async function listFundingPackages(
  database: Database,
  { districtId, levels }: Scope,
): Promise<FundingPackageList> {
  const { rows } = await database.query<FundingPackage>(packagesSql, [districtId, levels, null]);
  return { items: rows, total: rows.length, next: null };
}

/** One package; throws not-found. */
export async function readFundingPackage(
  database: Database,
  { districtId, levels }: Scope,
  id: string,
): Promise<FundingPackage> {
  const { rows } = await database.query<FundingPackage>(packagesSql, [districtId, levels, id]);
  if (!rows[0]) throw notFound("package of that id");
  return rows[0];
}
