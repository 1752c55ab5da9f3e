import type { Scope } from "../catalogue/scope.ts";
import type { DispatchRow, DispatchValues } from "../contract/dispatch.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { type JudgedFacts, judgeLight, type LightRule } from "./lights.ts";
import { firstDay, judgedOn } from "./month.ts";

const factsSql = loadSql("./dispatch-facts.sql", import.meta.url);

type Placed = Pick<
  DispatchRow,
  "project" | "unit" | "renewalDistrict" | "subdistrict" | "subdistrictZh" | "subdistrictEn"
>;
type Row = Placed &
  Omit<JudgedFacts, "values"> & {
    readonly month: string;
    readonly isReturned: boolean;
    readonly yearPlanWanYuan: number | null;
    readonly yearDoneWanYuan: number | null;
  };

/** A project under dispatch in a month by what is filtered and counted of it. */
export type LitProject = Placed & Pick<DispatchRow, "light"> & { readonly month: string };

/**
 * The lights of all projects under dispatch in some months, asked at once, in the order of the months, then of the codes; throws
 * invalid-parameter for a month not begun.
 */
export async function litProjects(
  database: Database,
  { districtId, levels }: Scope,
  { months, rules }: { readonly months: readonly string[]; readonly rules: readonly LightRule[] },
): Promise<LitProject[]> {
  const days = new Map(months.map((month) => [month, judgedOn(month)]));
  const given = [districtId, levels, months.map(firstDay), [...days.values()]];
  const { rows } = await database.query<Row>(factsSql, given);
  return rows.map((row) => {
    const { light } = judgeLight(factsOf(row), rules, { month: row.month, judgedOn: days.get(row.month)! });
    const { month, project, unit, renewalDistrict, subdistrict, subdistrictZh, subdistrictEn } = row;
    return { month, project, unit, renewalDistrict, subdistrict, subdistrictZh, subdistrictEn, light };
  });
}

// of what was returned no rule asks for more
function factsOf({ isReturned, yearPlanWanYuan, yearDoneWanYuan, ...row }: Row): JudgedFacts {
  return { ...row, values: isReturned ? ({ yearPlanWanYuan, yearDoneWanYuan } as DispatchValues) : null };
}
