import type { Scope } from "../catalogue/scope.ts";
import type { PageCurve, PageFigure, ProgrammePage } from "../contract/programme-page.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { today as dayInChina, firstDay } from "../dispatch/month.ts";
import { invalidParameter } from "../errors.ts";
import { notAfter } from "../expected.ts";
import { listAcquisitionPlots, readAcquisitionPlot } from "../signing/acquisition-plots.ts";
import { dispatchPart, monthsUntil } from "./dispatch-part.ts";
import { moneyPart } from "./money-part.ts";
import * as parts from "./page-parts.ts";

const districtSql = loadSql("./district.sql", import.meta.url);
/** More curves than these are not read side by side. */
const CURVES = 6;

/**
 * The page 项目调度 of a district for a month: what leadership looks at, each figure with the list it stands for.
 * Throws invalid-parameter for a month not begun.
 */
export async function readProgrammePage(
  database: Database,
  scope: Scope,
  asked: string | undefined,
): Promise<ProgrammePage> {
  const today = dayInChina();
  const month = asked ?? today.slice(0, 7);
  if (firstDay(month) > today) throw invalidParameter("month", month, notAfter(today.slice(0, 7)));
  const year = Number(month.slice(0, 4));
  const of: parts.PageOf = { database, scope, year, today };
  type District = Pick<ProgrammePage, "dataVersion" | "sample"> & { readonly firstMonth: string | null };
  const { rows } = await database.query<District>(districtSql, [scope.districtId, scope.levels]);
  const { firstMonth, ...district } = rows[0]!;
  // before anything was returned there was no dispatch to judge
  const months = monthsUntil(month).filter((each) => each === month || each >= (firstMonth ?? month));
  const figures: PageFigure[] = [
    ...(await parts.listsPart(of)),
    ...(await parts.poolPart(of)),
    ...(await parts.batchesPart(of)),
    ...(await dispatchPart(of, months)),
    ...(await moneyPart(of)),
    ...(await parts.mattersPart(of)),
    ...(await parts.signingPart(of)),
    ...(await parts.estatesPart(of)),
    ...(await parts.findingsPart(of)),
    ...(await parts.assetsPart(of)),
    ...(await parts.operationPart(of)),
    ...(await parts.safetyPart(of)),
  ];
  const internal = scope.levels.includes("internal");
  return { month, months, year, today, internal, ...district, figures, curves: await readCurves(of) };
}

async function readCurves({ database, scope }: parts.PageOf): Promise<PageCurve[]> {
  const { items, stages } = await listAcquisitionPlots(database, scope, {
    ...{ purpose: "acquisition", limit: CURVES },
  });
  // the first stage after the assessment is the signature
  const stage = stages.filter(({ counted }) => counted === "households")[1]?.code;
  const curves: PageCurve[] = [];
  for (const { id, nameZh, nameEn, households } of items) {
    const page = await readAcquisitionPlot(database, scope, id);
    const points = page.curves.find((each) => each.stage === stage)?.points ?? [];
    const target = page.targets.find((each) => each.stage === stage) ?? null;
    curves.push({ plot: id, nameZh, nameEn, households, points, target });
  }
  return curves;
}
