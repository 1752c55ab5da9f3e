import { listAssets } from "../assets/assets.ts";
import { countProjects, listProjects, listProjectTerms } from "../catalogue/projects.ts";
import type { Scope } from "../catalogue/scope.ts";
import { listApprovals, listMatters } from "../consultation/consultation.ts";
import { FINDING_STATES } from "../contract/findings.ts";
import { ITEM_STANDINGS, type ItemStanding } from "../contract/programme-items.ts";
import type { PageFigure } from "../contract/programme-page.ts";
import { UNKNOWN_CODE } from "../contract/projects.ts";
import type { Database } from "../database/database.ts";
import { listEstates } from "../estates/estates.ts";
import { readEstateRules, figureOf as ruleFigure } from "../estates/rules.ts";
import { listFindings } from "../findings/findings.ts";
import { readProgrammeLists } from "../lists/programme-items.ts";
import { listOperationUnits } from "../operation/operation-units.ts";
import { listProjectBatches } from "../programme/project-batches.ts";
import { listSafetyRecords } from "../safety/safety-records.ts";
import { listAcquisitionPlots } from "../signing/acquisition-plots.ts";
import { figureOf, type Told } from "./figures.ts";

/** What the page is asked of, and the day its open ends are judged on. */
export interface PageOf {
  readonly database: Database;
  readonly scope: Scope;
  readonly year: number;
  readonly today: string;
}
/** The figures of a part. */
export type Figures = Promise<PageFigure[]>;

/** Of a list only how many there are is asked for. */
export const ONE = { limit: 1 } as const;

/** The four lists and the measures: published, entered, done, overdue. */
export async function listsPart({ database, scope, today }: PageOf): Figures {
  const lists = await readProgrammeLists(database, scope);
  return lists.flatMap(({ code: of, nameZh, nameEn, ...list }, at) => {
    const shared = { of, nameZh, nameEn, unit: "items", asOf: today };
    const { jurisdiction, sourceZh, sourceEn } = list;
    const published = { jurisdiction, sourceZh, sourceEn, asOf: list.asOf ?? today };
    const figure = (code: ItemStanding | "published", more: Partial<Told>) => {
      const query = { list: of, ...(code === "published" ? {} : { only: code }) };
      const read = { path: "/api/lists", query, reply: { lists } };
      return figureOf("lists", read, { ...shared, ...more, code, at: `/lists/${at}/${code}` });
    };
    return [figure("published", published), ...ITEM_STANDINGS.map((code) => figure(code, {}))];
  });
}

/** The pool: all projects and how many stand in each stage, in the order of the stages. */
export async function poolPart({ database, scope, today: asOf }: PageOf): Figures {
  const reply = await listProjects(database, scope, ONE);
  const [{ items: facets }, { items: terms }] = [
    await countProjects(database, scope, {}),
    await listProjectTerms(database),
  ];
  const told = { code: "stage", unit: "projects", at: "/total", asOf };
  const inStage = (stage: string | null) =>
    facets.find(({ field, value }) => field === "stage" && value === stage)?.projects ?? 0;
  const stage = (code: string | null, names: Pick<Told, "nameZh" | "nameEn">) => {
    const of = code ?? UNKNOWN_CODE;
    const read = { path: "/api/projects", query: { stages: of }, reply };
    return figureOf("pool", read, { ...told, ...names, of, counted: inStage(code) });
  };
  return [
    figureOf("pool", { path: "/api/projects", query: {}, reply }, { ...told, code: "projects" }),
    ...terms
      .filter(({ kind }) => kind === "stage")
      .map(({ code, nameZh, nameEn }) => stage(code, { nameZh, nameEn })),
    ...(inStage(null) === 0 ? [] : [stage(null, { nameZh: null, nameEn: null })]),
  ];
}

/** 四个一批 of the year. */
export async function batchesPart({ database, scope, year, today: asOf }: PageOf): Figures {
  const { items } = await listProjectBatches(database, scope, year);
  return items.map(({ batch, nameZh, nameEn, projects, undated }) => {
    const reply = { total: projects.length, undated };
    const read = { path: "/api/projects", query: { batch: `${batch}:${year}` }, reply };
    const told = { code: "batch", of: batch, nameZh, nameEn, unit: "projects", asOf };
    return figureOf("batches", read, { ...told, at: "/total", unknownAt: "/undated" });
  });
}

/** What is late: matters of 季会商 and approvals of 联合审批. */
export async function mattersPart({ database, scope, today: asOf }: PageOf): Figures {
  const told = { unit: "matters", at: "/total", asOf };
  const ask = async (code: string, query: Record<string, string>) => {
    const reply = await listMatters(database, scope, {
      overdue: query.overdue !== undefined,
      open: query.open !== undefined,
    });
    return figureOf("matters", { path: "/api/matters", query, reply }, { ...told, code });
  };
  const approvals = await listApprovals(database, scope, { overdue: true });
  const late = { path: "/api/approvals", query: { overdue: "true" }, reply: approvals };
  return [
    await ask("open", { open: "true" }),
    await ask("overdue", { overdue: "true" }),
    figureOf("matters", late, { ...told, code: "approvals-overdue" }),
  ];
}

/** Acquisition: households of the plots that may be told, and how many have come to each stage. */
export async function signingPart({ database, scope, today: asOf }: PageOf): Figures {
  const query = { purpose: "acquisition" } as const;
  const reply = await listAcquisitionPlots(database, scope, { ...query, ...ONE });
  const read = { path: "/api/acquisition-plots", query, reply };
  return [
    figureOf("signing", read, { code: "plots", unit: "plots", at: "/total", asOf }),
    figureOf("signing", read, {
      ...{ code: "households", unit: "households", at: "/sum/households", unknownAt: "/sum/untold", asOf },
    }),
    ...reply.sum.stages.flatMap(({ stage: of, households, partly }, at) => {
      // nothing was counted of it yet, which is not nobody
      if (partly && households === 0) return [];
      const { nameZh = null, nameEn = null } = reply.stages.find(({ code }) => code === of) ?? {};
      const place = `/sum/stages/${at}`;
      return figureOf("signing", read, {
        ...{ code: "reached", of, nameZh, nameEn, unit: "households", asOf },
        ...{ at: `${place}/households`, unknownAt: `${place}/open` },
      });
    }),
  ];
}

/** Estates of the years that are to be surveyed: all, those not surveyed yet, those without a lift and without a project. */
export async function estatesPart({ database, scope, today: asOf }: PageOf): Figures {
  const rules = await readEstateRules(database);
  const [builtFrom, builtTo] = [ruleFigure(rules, "survey-from"), ruleFigure(rules, "survey-to")];
  const ask = async (code: string, more: { survey?: "none"; lift?: "none"; project?: "none" }) => {
    const asked = { builtFrom, builtTo, ...more };
    const reply = await listEstates(database, scope, { ...asked, ...ONE, sort: "name" });
    const query = { builtFrom: String(builtFrom), builtTo: String(builtTo), ...more };
    const told = { code, of: `${builtFrom}–${builtTo}`, unit: "estates", at: "/total", asOf };
    const read = { path: "/api/estates", query, reply };
    const figure = figureOf("estates", read, { ...told, unknownAt: "/undecided" });
    // where no estate is recorded at all, how many there are is not known
    return reply.known === 0 ? { ...figure, value: null } : figure;
  };
  return [
    await ask("built", {}),
    await ask("to-survey", { survey: "none" }),
    await ask("no-lift-no-project", { lift: "none", project: "none" }),
  ];
}

/** Findings of the health check by how far they have come, and the grave ones that nothing has improved. */
export async function findingsPart({ database, scope, today: asOf }: PageOf): Figures {
  const told = { unit: "findings", at: "/total", asOf };
  const ask = async (code: string, asked: { state?: string[]; severity?: string[] }, of: string | null) => {
    const reply = await listFindings(database, scope, { ...asked, ...ONE });
    const query = Object.fromEntries(Object.entries(asked).map(([name, given]) => [name, given.join(",")]));
    return figureOf("findings", { path: "/api/findings", query, reply }, { ...told, code, of });
  };
  const figures = [await ask("findings", {}, null)];
  for (const state of FINDING_STATES) figures.push(await ask("state", { state: [state] }, state));
  const left = FINDING_STATES.filter((state) => state !== "improved");
  return [...figures, await ask("major-left", { severity: ["major"], state: left }, null)];
}

/** Idle assets that are still idle, by kind, and their floor or land. */
export async function assetsPart({ database, scope, today: asOf }: PageOf): Figures {
  const query = { state: "idle" } as const;
  const reply = await listAssets(database, scope, { ...query, ...ONE });
  const read = { path: "/api/assets", query, reply };
  const ofKind = (of: string) => {
    const told = { code: "idle-kind", of, unit: "assets", at: `/kinds/${of}`, asOf };
    return figureOf("assets", { ...read, query: { ...query, kind: of } }, told);
  };
  return [
    figureOf("assets", read, { code: "idle", unit: "assets", at: "/total", asOf }),
    ...Object.keys(reply.kinds).map(ofKind),
    figureOf("assets", read, {
      ...{ code: "idle-area", unit: "sqm", at: "/areaSqm", unknownAt: "/areaUnknown", asOf },
    }),
  ];
}

/** What projects hold once they are let: units that are run, scenes, how much of what may be let is let. */
export async function operationPart({ database, scope, today: asOf }: PageOf): Figures {
  const query = { state: "run" } as const;
  const reply = await listOperationUnits(database, scope, { ...query, ...ONE });
  const read = { path: "/api/operation-units", query, reply };
  const sum = (code: string, unit: string, at: string, more: Partial<Told> = {}) =>
    figureOf("operation", read, { code, unit, at: `/sums/${at}`, asOf, ...more });
  return [
    sum("units", "units", "units"),
    sum("let-projects", "projects", "projects"),
    sum("scenes", "units", "scenes"),
    sum("occupancy", "share", "occupancy", { unknownAt: "/sums/occupancyUnknown" }),
  ];
}

/** The safety archive, which is internal: nothing of it is told to who sees only what is public. */
export async function safetyPart({ database, scope, today: asOf }: PageOf): Figures {
  if (!scope.levels.includes("internal")) return [];
  const told = { unit: "buildings", at: "/total", asOf };
  const ask = async (code: string, query: Parameters<typeof listSafetyRecords>[2], of: string | null) => {
    const { limit: _, ...shown } = query;
    const reply = await listSafetyRecords(database, scope, query);
    const read = { path: "/api/safety-records", query: shown as Record<string, string>, reply };
    return figureOf("safety", read, { ...told, code, of });
  };
  return [
    await ask("records", { ...ONE }, null),
    await ask("grade", { ...ONE, grade: "C" }, "C"),
    await ask("grade", { ...ONE, grade: "D" }, "D"),
    await ask("inspection-overdue", { ...ONE, due: "overdue" }, null),
    await ask("hazards-open", { ...ONE, hazards: "open" }, null),
    await ask("d-undecided", { ...ONE, grade: "D", disposition: "none" }, null),
  ];
}
