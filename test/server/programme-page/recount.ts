import type { AcquisitionPlot } from "../../../server/contract/acquisition-plots.ts";
import type { Asset } from "../../../server/contract/assets.ts";
import type { Approval, Matter } from "../../../server/contract/consultation.ts";
import type { DispatchRow } from "../../../server/contract/dispatch.ts";
import type { Estate } from "../../../server/contract/estates.ts";
import type { Finding } from "../../../server/contract/findings.ts";
import type { Funding } from "../../../server/contract/funding.ts";
import type { OperationUnit } from "../../../server/contract/operation.ts";
import type { ProjectProgramme } from "../../../server/contract/programme.ts";
import type { ProgrammeFigure } from "../../../server/contract/programme-figures.ts";
import type { ProgrammeItem } from "../../../server/contract/programme-items.ts";
import type { PageFigure, ProgrammePage } from "../../../server/contract/programme-page.ts";
import type { MoneyOfProject } from "../../../server/contract/project-money.ts";
import type { Project } from "../../../server/contract/projects.ts";
import type { SafetyRecord } from "../../../server/contract/safety-records.ts";

/** Asks a route of the district of the page; answers what it replied. */
export type Ask = (path: string, query: Readonly<Record<string, string>>) => Promise<Record<string, unknown>>;

export interface Counted {
  readonly value: number | null;
  /** So many rows that could not be counted in. */
  readonly unknown: number;
}
interface Counting {
  readonly figure: PageFigure;
  readonly today: string;
  readonly year: number;
  /** All rows of a list, page after page; `of` = the figure's own where left out. */
  rows<Row>(of?: { readonly path: string; readonly query: Readonly<Record<string, string>> }): Promise<Row[]>;
  readonly ask: Ask;
}
type Recount = (counting: Counting) => Promise<Counted>;

const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);
const whole = (value: number): Counted => ({ value, unknown: 0 });

/** How many rows there are, all of which must be as the figure says, in the whole list as in the one it is narrowed to. */
const countOf =
  <Row>(isOf: (row: Row, counting: Counting) => boolean): Recount =>
  async (counting) => {
    const { path, query } = counting.figure.list;
    const narrowed = await counting.rows<Row>();
    const strays = narrowed.filter((row) => !isOf(row, counting));
    if (strays.length > 0)
      throw new Error(`${path} narrowed to ${JSON.stringify(query)} holds ${strays.length} others.`);
    const all = await counting.rows<Row>({ path, query: KEPT[path]?.(query) ?? {} });
    const there = all.filter((row) => isOf(row, counting)).length;
    if (there !== narrowed.length)
      throw new Error(`${path} holds ${there}, narrowed to ${JSON.stringify(query)} ${narrowed.length}.`);
    return whole(there);
  };
// what a list cannot be asked without
const KEPT: Readonly<Record<string, (query: Readonly<Record<string, string>>) => Record<string, string>>> = {
  "/api/dispatch": ({ month }) => ({ month: month! }),
  "/api/acquisition-plots": ({ purpose }) => ({ purpose: purpose! }),
};

/** The sum of what the rows tell, and how many tell nothing; null where none does, unless nothing is `nothing`. */
const sumOf =
  <Row>(of: (row: Row, counting: Counting) => number | null, nothing: 0 | null = null): Recount =>
  async (counting) => {
    const told = (await counting.rows<Row>()).map((row) => of(row, counting));
    const known = told.filter((each) => each !== null);
    const value = known.length === 0 ? nothing : sum(known);
    return { value, unknown: told.length - known.length };
  };

const isPast = (day: string | null, today: string) => day !== null && day < today;
const isDone = ({ state }: ProgrammeItem) => ["done", "kept-up"].includes(state);
const itemsOf = (isOf: (item: ProgrammeItem, counting: Counting) => boolean): Recount =>
  countOf<ProgrammeItem>(
    (item, counting) => item.list === counting.figure.of && !item.invented && isOf(item, counting),
  );

/** The stages of each batch, by hand from the rule of 四个一批: the first and third by where projects stand now. */
const BATCHES: Readonly<Record<string, { readonly stages: readonly string[]; readonly dated: boolean }>> = {
  reserve: { stages: ["谋划", "储备"], dated: false },
  start: { stages: ["开工"], dated: true },
  build: { stages: ["在建"], dated: false },
  finish: { stages: ["竣工"], dated: true },
};
const CHINA_MS = 8 * 3_600_000;
const yearInChina = (at: string) => new Date(Date.parse(at) + CHINA_MS).getUTCFullYear();

// from where every project of the pool stands and the steps it made
const batch: Recount = async ({ figure, year, rows, ask }) => {
  const { stages, dated } = BATCHES[figure.of!]!;
  const all = await rows<Project>({ path: "/api/projects", query: {} });
  const within: string[] = [];
  let unknown = 0;
  for (const { id, stage } of all) {
    if (!dated && stages.includes(stage!)) within.push(id);
    if (!dated) continue;
    const own = (await ask(`/api/projects/${id}/programme`, {})) as unknown as ProjectProgramme;
    const entered = own.steps.filter(({ to, kind }) => kind === "forward" && stages.includes(to)).at(-1);
    const reached = own.line.indexOf(own.pausedFrom ?? own.stage ?? "");
    if (entered !== undefined && yearInChina(entered.at) === year) within.push(id);
    if (entered === undefined && reached >= own.line.indexOf(stages[0]!)) unknown += 1;
  }
  const listed = (await rows<Project>()).map(({ id }) => id);
  if (listed.toSorted().join() !== within.toSorted().join())
    throw new Error(`The list of ${figure.of} holds ${listed}, not ${within}.`);
  return { value: within.length, unknown };
};

const moneyOf = (name: "receivedYuan" | "approvedYuan" | "declaredYuan"): Recount =>
  sumOf<MoneyOfProject>((row) => row[name], 0);

// what is not public over what is, from the rows of each type
const leverage =
  (isSecured: boolean): Recount =>
  async ({ rows, ask }) => {
    const path = "/api/project-money";
    const kinds = (await ask(path, {})).byKind as readonly {
      readonly kind: string;
      readonly fiscal: boolean;
    }[];
    const sums = { public: 0, other: 0 };
    for (const { kind, fiscal } of kinds) {
      const paid = await rows<MoneyOfProject>({ path, query: { kind } });
      sums[fiscal ? "public" : "other"] += sum(
        paid.map((row) => row.receivedYuan + row.approvedYuan + (isSecured ? 0 : row.declaredYuan)),
      );
    }
    return { value: sums.public === 0 ? null : sums.other / sums.public, unknown: 0 };
  };

const atStage = ({ progress }: AcquisitionPlot, stage: string | null) =>
  progress.find((each) => each.stage === stage);
// a plot of which a part is told is counted in as far as it is, and open
const reached: Recount = async ({ figure, rows }) => {
  const plots = (await rows<AcquisitionPlot>()).map((plot) => atStage(plot, figure.of));
  const open = plots.filter((each) => !each?.latest || each.latest.partly || each.withheld);
  return { value: sum(plots.map((each) => each?.latest?.households ?? 0)), unknown: open.length };
};

/** Whether an estate passes a test; null = it is not known. */
type Judged = boolean | null;
const builtIn = ({ builtYear }: Estate, [from, to]: readonly number[]): Judged =>
  builtYear === null ? null : builtYear >= from! && builtYear <= to!;
// from all estates of the district: what is not known neither passes nor fails
const estates =
  (...tests: readonly ((estate: Estate) => Judged)[]): Recount =>
  async ({ figure, rows }) => {
    const all = await rows<Estate>({ path: "/api/estates", query: {} });
    const years = figure.of!.split("–").map(Number);
    const judged = all.map((estate) => [builtIn(estate, years), ...tests.map((test) => test(estate))]);
    const passed = judged.filter((each) => each.every((is) => is === true)).length;
    const unknown = judged.filter((each) => each.includes(null) && !each.includes(false)).length;
    return { value: all.length === 0 ? null : passed, unknown };
  };

const letShare: Recount = async ({ rows }) => {
  const units = await rows<OperationUnit>();
  const known = units.filter(({ areaSqm, letSqm }) => areaSqm !== null && letSqm !== null);
  const value = sum(known.map(({ letSqm }) => letSqm!)) / sum(known.map(({ areaSqm }) => areaSqm!));
  return { value: known.length === 0 ? null : value, unknown: units.length - known.length };
};
const isRun = ({ closedOn }: OperationUnit) => closedOn === null;

/** How each figure of the page follows from the rows of its list, by part and code. */
const RECOUNTS: Readonly<Record<string, Recount>> = {
  // what documents publish is in no row of the ledger, but in the register of published figures
  "lists/published": async ({ figure, rows }) => {
    const published = await rows<ProgrammeFigure>({ path: "/api/programme-figures", query: {} });
    return { value: published.find(({ list }) => list === figure.of)?.value ?? null, unknown: 0 };
  },
  "lists/entered": itemsOf(() => true),
  "lists/done": itemsOf(isDone),
  "lists/overdue": itemsOf(
    (item, { today }) => isPast(item.deadline, today) && !isDone(item) && item.state !== "dropped",
  ),
  "pool/projects": countOf(() => true),
  "pool/stage": countOf<Project>(({ stage }, { figure }) => (stage ?? "unknown") === figure.of),
  "batches/batch": batch,
  "dispatch/light": countOf<DispatchRow>(({ light }, { figure }) => light === figure.of!.split("/")[1]),
  "dispatch/dispatched": countOf(() => true),
  "dispatch/amount": sumOf<DispatchRow>(
    ({ values }, { figure }) => values?.[figure.of as "yearPlanWanYuan"] ?? null,
  ),
  "money/received": moneyOf("receivedYuan"),
  "money/approved": moneyOf("approvedYuan"),
  "money/declared": moneyOf("declaredYuan"),
  "money/type-received": moneyOf("receivedYuan"),
  "money/type-approved": moneyOf("approvedYuan"),
  "money/type-declared": moneyOf("declaredYuan"),
  "money/total": sumOf<MoneyOfProject>(({ totalYuan }) => totalYuan),
  "money/gap": sumOf<MoneyOfProject>(({ totalYuan, allocatedYuan }) =>
    totalYuan === null ? null : totalYuan - allocatedYuan,
  ),
  "money/leverage": leverage(false),
  "money/leverage-secured": leverage(true),
  "money/unallocated": async ({ rows }) => {
    const held = (await rows<Funding>()).filter(({ status }) => status !== "target");
    const known = held.filter(({ amountYuan }) => amountYuan !== null);
    const value = sum(known.map(({ amountYuan, allocatedYuan }) => amountYuan! - allocatedYuan));
    return { value, unknown: held.length - known.length };
  },
  "money/target": async ({ rows }) => {
    const targets = (await rows<Funding>()).filter(({ status }) => status === "target");
    const known = targets.filter(({ amountYuan }) => amountYuan !== null);
    return { value: sum(known.map(({ amountYuan }) => amountYuan!)), unknown: targets.length - known.length };
  },
  "matters/open": countOf<Matter>(({ closedOn }) => closedOn === null),
  "matters/overdue": countOf<Matter>(
    ({ closedOn, deadline }, { today }) => closedOn === null && isPast(deadline, today),
  ),
  "matters/approvals-overdue": countOf<Approval>(
    ({ doneOn, promisedOn }, { today }) => doneOn === null && isPast(promisedOn, today),
  ),
  "signing/plots": countOf(() => true),
  "signing/households": sumOf<AcquisitionPlot>(({ households }) => households, 0),
  "signing/reached": reached,
  "estates/built": estates(),
  "estates/to-survey": estates(({ surveyedOn }) => surveyedOn === null),
  "estates/no-lift-no-project": estates(
    ({ liftState }) => (liftState === "unknown" ? null : liftState === "none"),
    ({ projects }) => projects && projects.length === 0,
  ),
  "findings/findings": countOf(() => true),
  "findings/state": countOf<Finding>(({ state }, { figure }) => state === figure.of),
  "findings/major-left": countOf<Finding>(
    ({ severity, state }) => severity === "major" && state !== "improved",
  ),
  "assets/idle": countOf<Asset>(({ closedOn }) => closedOn === null),
  "assets/idle-kind": countOf<Asset>(
    ({ closedOn, kind }, { figure }) => closedOn === null && kind === figure.of,
  ),
  "assets/idle-area": sumOf<Asset>(({ areaSqm }) => areaSqm),
  "operation/units": countOf(isRun),
  "operation/let-projects": async ({ rows }) =>
    whole(new Set((await rows<OperationUnit>()).filter(isRun).map(({ project }) => project.id)).size),
  "operation/scenes": async ({ rows }) =>
    whole((await rows<OperationUnit>()).filter((unit) => isRun(unit) && unit.scene).length),
  "operation/occupancy": letShare,
  "safety/records": countOf(() => true),
  "safety/grade": countOf<SafetyRecord>(({ grade }, { figure }) => grade === figure.of),
  "safety/inspection-overdue": countOf<SafetyRecord>(({ dueOn }, { today }) => isPast(dueOn, today)),
  "safety/hazards-open": countOf<SafetyRecord>(({ openHazards }) => openHazards > 0),
  "safety/d-undecided": countOf<SafetyRecord>(
    ({ grade, disposition }) => grade === "D" && disposition === null,
  ),
};

/** What a page tells of each figure, and what its list's rows give; throws for a figure of which it is not said how. */
export async function recountPage(ask: Ask, { figures, today, year }: ProgrammePage) {
  const read = new Map<string, unknown[]>();
  const rowsOf = async ({
    path,
    query,
  }: {
    readonly path: string;
    readonly query: Readonly<Record<string, string>>;
  }) => {
    const key = JSON.stringify([path, query]);
    if (!read.has(key)) read.set(key, await allRows(ask, path, query));
    return read.get(key)!;
  };
  const answers = new Map<string, ReturnType<Ask>>();
  const askOnce: Ask = (path, query) => {
    const key = JSON.stringify([path, query]);
    const answer = answers.get(key) ?? ask(path, query);
    answers.set(key, answer);
    return answer;
  };
  const told: Record<string, Counted> = {};
  const counted: Record<string, Counted> = {};
  for (const figure of figures) {
    const { part, code, of, value, unknown } = figure;
    const recount = RECOUNTS[`${part}/${code}`];
    if (recount === undefined) throw new Error(`No recount of ${part}/${code}.`);
    const name = [part, code, of].filter(Boolean).join("/");
    const rows = <Row>(list = figure.list) => rowsOf(list) as Promise<Row[]>;
    told[name] = { value: rounded(value), unknown: unknown ?? 0 };
    const own = await recount({ figure, today, year, rows, ask: askOnce });
    counted[name] = { ...own, value: rounded(own.value) };
  }
  return { told, counted };
}

// a quotient of sums added up in another order
const rounded = (value: number | null) => value && Number(value.toPrecision(12));

async function allRows(ask: Ask, path: string, query: Readonly<Record<string, string>>): Promise<unknown[]> {
  const rows: unknown[] = [];
  let next: string | null = null;
  do {
    const page = await ask(path, {
      ...(WHOLE.has(path) ? {} : { limit: "500" }),
      ...query,
      ...(next && { cursor: next }),
    });
    rows.push(...(page.items as unknown[]));
    next = page.next as string | null;
  } while (next !== null);
  return rows;
}
// lists without pages
const WHOLE = new Set(["/api/matters", "/api/approvals", "/api/programme-figures", "/api/project-batches"]);
