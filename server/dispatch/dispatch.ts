import { offsetOfCursor } from "../catalogue/cursor.ts";
import type { Scope } from "../catalogue/scope.ts";
import {
  AMOUNT_FIELDS,
  type DispatchFacet,
  type DispatchFilters,
  type DispatchMonth,
  type DispatchRow,
  type DispatchSums,
  type DispatchValues,
} from "../contract/dispatch.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { type JudgedFacts, judgeLight, type LightRule } from "./lights.ts";
import { litProjects } from "./lit-projects.ts";
import { firstDay, judgedOn } from "./month.ts";
import { valuesOf } from "./return-values.ts";

const rowsSql = loadSql("./dispatch-rows.sql", import.meta.url);
const sumsSql = loadSql("./dispatch-sums.sql", import.meta.url);
const rulesSql = loadSql("./dispatch-rules.sql", import.meta.url);

type Kept = Readonly<Record<string, unknown>> | null;
type Row = Omit<DispatchRow, "values" | "unit" | "light" | "reasons"> &
  Omit<JudgedFacts, "values"> & {
    readonly returned: Kept;
    readonly lastReturned: Kept;
    readonly lastMonth: string | null;
    readonly named: NamedBodies;
    readonly restsOnInternal: boolean | null;
  };

/** Who answers for a project as its page says; null = not named. */
export type NamedBodies = Pick<DispatchValues, "unit" | "implementer" | "leader">;

/** A row of the dispatch with the return before it, which a sheet is filled with. */
export interface DispatchedProject extends DispatchRow {
  readonly last: { readonly month: string; readonly values: DispatchValues } | null;
  /** Whom its page names: what a sheet is filled with before the first return. */
  readonly named: NamedBodies;
  /** The level of the return itself; null where nothing was returned. */
  readonly returnLevel: string | null;
  /** Whether anything it says is not public. */
  readonly restsOnInternal: boolean;
}

/** All projects under dispatch in a month, or those asked for, judged; throws invalid-parameter for a month not begun. */
export async function dispatchedProjects(
  database: Database,
  { districtId, levels }: Scope,
  month: string,
  only: readonly string[] | null = null,
): Promise<DispatchedProject[]> {
  const day = judgedOn(month);
  const rules = await lightRules(database);
  const { rows } = await database.query<Row>(rowsSql, [districtId, levels, firstDay(month), day, only]);
  return rows.map((row) => judged(row, rules, { month, judgedOn: day }));
}

/** The rules that give lights, in their order. */
export async function lightRules(database: Database): Promise<readonly LightRule[]> {
  return (await database.query<LightRule>(rulesSql)).rows;
}

function judged(
  row: Row,
  rules: readonly LightRule[],
  when: Parameters<typeof judgeLight>[2],
): DispatchedProject {
  const {
    returned,
    lastReturned,
    lastMonth,
    overdueApprovals,
    overdueDays,
    overdueMatters,
    matterDays,
    ...rest
  } = row;
  const { restsOnInternal: rests, ...told } = rest;
  const restsOnInternal = rests ?? false;
  const values = returned && valuesOf(returned);
  const last = lastReturned && { month: lastMonth!, values: valuesOf(lastReturned) };
  const facts = { stage: row.stage, values, overdueApprovals, overdueDays, overdueMatters, matterDays };
  const unit = values?.unit ?? last?.values.unit ?? row.named.unit;
  const returnLevel = (returned?.level as string | undefined) ?? null;
  return { ...told, unit, values, ...judgeLight(facts, rules, when), last, returnLevel, restsOnInternal };
}

type Filtered = Pick<DispatchRow, "unit" | "subdistrict" | "renewalDistrict" | "light">;
type Counted = Filtered & Pick<DispatchRow, "subdistrictZh" | "subdistrictEn">;

/** Whether a row passes the filters. */
export function passes(row: Filtered, { unit, zone, light }: DispatchFilters): boolean {
  return (
    (unit === undefined || row.unit === unit) &&
    (zone === undefined || row.subdistrict === zone || row.renewalDistrict === zone) &&
    (light === undefined || row.light === light)
  );
}

type Page = { readonly limit: number; readonly cursor?: string | undefined };

/** A page of the dispatch of a month, filtered; counts beside the filters are of all pages. */
export async function readDispatch(
  database: Database,
  scope: Scope,
  { month, limit, cursor, ...filters }: DispatchFilters & Page & { readonly month: string },
): Promise<DispatchMonth> {
  const offset = offsetOfCursor(cursor);
  const rules = await lightRules(database);
  const all = await litProjects(database, scope, { months: [month], rules });
  const found = all.filter((row) => passes(row, filters));
  const projects = found.map(({ project }) => project);
  const ids = projects.slice(offset, offset + limit);
  const items = (await dispatchedProjects(database, scope, month, ids)).map(withoutLast);
  const read = offset + ids.length;
  return {
    ...{ month, judgedOn: judgedOn(month), items, total: found.length },
    next: read < found.length ? String(read) : null,
    sums: await sumsOf(database, scope, { month, projects }),
    facets: facetsOf(all, filters),
    rules: rules.map(({ stages: _, limit: _limit, ...rule }) => rule),
  };
}

async function sumsOf(
  database: Database,
  { districtId, levels }: Scope,
  { month, projects }: { readonly month: string; readonly projects: readonly string[] },
): Promise<DispatchSums> {
  type Sum = { readonly field: string; readonly wanYuan: number | null; readonly known: number };
  const { rows } = await database.query<Sum>(sumsSql, [districtId, levels, firstDay(month), projects]);
  const sums = AMOUNT_FIELDS.map((each) => {
    const { wanYuan = null, known = 0 } = rows.find(({ field }) => field === each) ?? {};
    return [each, { wanYuan, unknown: projects.length - known }];
  });
  return Object.fromEntries(sums) as DispatchSums;
}

export function withoutLast({
  last: _,
  named: _named,
  returnLevel: _level,
  restsOnInternal: _rests,
  ...row
}: DispatchedProject): DispatchRow {
  return row;
}

function facetsOf(all: readonly Counted[], { unit, zone, light }: DispatchFilters): DispatchFacet[] {
  const besideUnit = all.filter((row) => passes(row, { zone, light }));
  const besideZone = all.filter((row) => passes(row, { unit, light }));
  const besideLight = all.filter((row) => passes(row, { unit, zone }));
  const noName = { nameZh: null, nameEn: null };
  return [
    ...counted("unit", besideUnit, (row) => ({ value: row.unit, ...noName })),
    ...counted("subdistrict", besideZone, (row) => ({
      ...{ value: row.subdistrict, nameZh: row.subdistrictZh, nameEn: row.subdistrictEn },
    })),
    ...counted("renewal-district", besideZone, (row) => ({ value: row.renewalDistrict, ...noName })),
    ...counted("light", besideLight, (row) => ({ value: row.light, ...noName })),
  ];
}

function counted(
  field: DispatchFacet["field"],
  rows: readonly Counted[],
  toldOf: (row: Counted) => Omit<DispatchFacet, "field" | "projects">,
): DispatchFacet[] {
  const found = new Map<string | null, DispatchFacet>();
  for (const row of rows) {
    const told = toldOf(row);
    const before = found.get(told.value);
    found.set(told.value, { field, ...told, projects: (before?.projects ?? 0) + 1 });
  }
  return [...found.values()];
}
