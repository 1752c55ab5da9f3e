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
import type { MoneyOfProject } from "../../../server/contract/project-money.ts";
import type { Project } from "../../../server/contract/projects.ts";
import type { SafetyRecord } from "../../../server/contract/safety-records.ts";
import { type Counting, countOf, type Recount, sum, sumOf, whole } from "./counting.ts";

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
export const RECOUNTS: Readonly<Record<string, Recount>> = {
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
