import { LIGHTS } from "../contract/dispatch.ts";
import type { PageFigure } from "../contract/programme-page.ts";
import { lightRules, readDispatch } from "../dispatch/dispatch.ts";
import { litProjects } from "../dispatch/lit-projects.ts";
import { judgedOn } from "../dispatch/month.ts";
import { figureOf } from "./figures.ts";
import { ONE, type PageOf } from "./page-parts.ts";

/** So many months of lights stand beside each other. */
const MONTHS = 6;
const AMOUNTS = ["yearPlanWanYuan", "monthDoneWanYuan", "yearDoneWanYuan", "arrivedWanYuan", "paidWanYuan"];

/** The months that end with one, the oldest first, YYYY-MM. */
export function monthsUntil(month: string): string[] {
  const [year, number] = month.split("-").map(Number);
  return Array.from({ length: MONTHS }, (_, at) => {
    const first = new Date(Date.UTC(year!, number! - MONTHS + at, 1));
    return first.toISOString().slice(0, 7);
  });
}

/** The lights of the months, and what the units returned for the last of them; what was not returned is in no sum. */
export async function dispatchPart(
  { database, scope }: PageOf,
  months: readonly string[],
): Promise<PageFigure[]> {
  const figures: PageFigure[] = [];
  const lit = await litProjects(database, scope, { months, rules: await lightRules(database) });
  for (const month of months) {
    const own = lit.filter((row) => row.month === month);
    const shared = { asOf: judgedOn(month), unit: "projects" };
    for (const light of LIGHTS) {
      const counted = own.filter((row) => row.light === light).length;
      const read = { path: "/api/dispatch", query: { month, light }, reply: { total: own.length } };
      const told = { code: "light", of: `${month}/${light}`, at: "/total", counted };
      figures.push(figureOf("dispatch", read, { ...shared, ...told }));
    }
    if (month !== months.at(-1)) continue;
    const reply = await readDispatch(database, scope, { month, ...ONE });
    const read = { path: "/api/dispatch", query: { month }, reply };
    figures.push(figureOf("dispatch", read, { ...shared, code: "dispatched", at: "/total" }));
    for (const of of AMOUNTS) {
      const told = { ...shared, unit: "wan-yuan", code: "amount", of, at: `/sums/${of}/wanYuan` };
      figures.push(figureOf("dispatch", read, { ...told, unknownAt: `/sums/${of}/unknown` }));
    }
  }
  return figures;
}
