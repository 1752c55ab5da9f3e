import type { Scope } from "../catalogue/scope.ts";
import type { DispatchFilters } from "../contract/dispatch.ts";
import type { Database } from "../database/database.ts";
import { unknownZone } from "../errors.ts";
import { dispatchedProjects, passes } from "./dispatch.ts";
import { writeDispatchSheet } from "./write-sheet.ts";

const zoneSql = "SELECT name_zh FROM zone WHERE district_id = $1 AND id = $2 AND level = ANY ($3)";
const districtSql = `SELECT name_zh AS "nameZh", sample,
  (SELECT jsonb_object_agg(code, name_zh) FROM project_term WHERE kind = 'stage') AS stages
FROM district WHERE id = $1`;

/** What a workbook says of the district it is of. */
export interface HandedDistrict {
  readonly nameZh: string;
  readonly sample: boolean;
  /** What the page calls the stages, by their codes. */
  readonly stages: Readonly<Record<string, string>>;
}

/** The 调度表 of a month for a unit, a subdistrict, a renewal district, or all, with the name of its file. */
export async function handOutSheet(
  database: Database,
  scope: Scope,
  { month, ...filters }: DispatchFilters & { readonly month: string },
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const district = await handedDistrict(database, scope);
  const zone = filters.zone === undefined ? null : await zoneName(database, scope, filters.zone);
  const projects = await dispatchedProjects(database, scope, month);
  const whose = [zone ?? district.nameZh, filters.unit].filter(Boolean).join(" ");
  const title = `${whose}城市更新项目调度表（${month}）`;
  const found = projects.filter((row) => passes(row, filters));
  const bytes = await writeDispatchSheet(found, { ...district, title, month });
  return { name: `${whose}调度表${month}.xlsx`, bytes };
}

async function zoneName(database: Database, { districtId, levels }: Scope, zone: string): Promise<string> {
  const { rows } = await database.query<{ name_zh: string }>(zoneSql, [districtId, zone, levels]);
  if (!rows[0]) throw unknownZone("zone", zone);
  return rows[0].name_zh;
}

/** What a workbook says of the district it is of. */
export async function handedDistrict(database: Database, { districtId }: Scope): Promise<HandedDistrict> {
  const { rows } = await database.query<HandedDistrict>(districtSql, [districtId]);
  return rows[0]!;
}
