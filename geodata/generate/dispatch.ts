import type { Project } from "./projects.ts";
import { type Random, randomFor } from "./random.ts";

type Row = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** Invented returns, approvals and matters of the sample projects: rows by the columns of their tables, without district_id. */
export interface SampleDispatch {
  readonly returns: readonly Row[];
  readonly approvals: readonly Row[];
  readonly matters: readonly Row[];
}

type Dispatched = Pick<Project, "id" | "stage" | "yearStart" | "yearEnd" | "amounts" | "level">;

const UNDER_DISPATCH = new Set(["入年度计划", "前期审批", "开工", "在建", "竣工"]);
const MONTHS = [9, 10, 11];
const YEAR = 2026;
const YUAN_PER_WAN = 10_000;
const LEADERS = ["示例领导甲", "示例领导乙", "示例领导丙"];
const UNITS = ["示例责任单位一", "示例责任单位二", "示例责任单位三", "示例责任单位四"];
const DEPARTMENTS = ["示例规划部门", "示例住建部门", "示例城管部门", "示例财政部门"];
const APPROVALS = ["规划许可", "施工许可", "占道审批", "资金评审"];
const PROBLEMS = ["示例：管线迁改与施工交叉", "示例：居民意见尚未统一", "示例：资金拨付滞后"];

/** The dispatch of some months for the sample projects under way, every sum invented; the last month is returned by most only. */
export function inventDispatch(projects: readonly Dispatched[], seed: number): SampleDispatch {
  const random = randomFor(seed, "dispatch");
  const under = projects.filter(({ stage }) => UNDER_DISPATCH.has(stage));
  return {
    returns: under.flatMap((project, at) => returnsOf(project, at, random)),
    approvals: under.filter((_, at) => at % 4 === 0).flatMap((project) => approvalsOf(project, random)),
    matters: under.filter((_, at) => at % 7 === 0).map((project, at) => matterOf(project, at, random)),
  };
}

const round = (sum: number) => Math.round(sum);

function returnsOf(
  { id, stage, yearStart, yearEnd, amounts, level }: Dispatched,
  at: number,
  random: Random,
): Row[] {
  const total = round(amounts.reduce((sum, { amountYuan }) => sum + amountYuan, 0) / YUAN_PER_WAN);
  const plan = round(total / (yearEnd - yearStart + 1));
  const isDone = stage === "竣工";
  const before = isDone ? total - plan : yearStart < YEAR ? round(total * 0.2) : 0;
  const drawnPace = 0.45 + random.whole(0, 65) / 100;
  // what is completed had spent its plan by the first of the months
  const pace = isDone ? 12 / MONTHS[0]! : drawnPace;
  const isFundingTold = random.chance(0.85);
  const problem = random.chance(0.3) ? random.pick(PROBLEMS) : null;
  const doneBy = (month: number) => Math.min(round((plan * pace * month) / 12), total - before);
  const told = random.chance(0.8) ? MONTHS : MONTHS.slice(0, -1);
  return told.map((month) => {
    const arrived = Math.min(total, round((before + doneBy(month)) * 1.1));
    return {
      ...{ project_id: id, month: `${YEAR}-${String(month).padStart(2, "0")}-01`, level },
      ...{
        unit: UNITS[at % UNITS.length]!,
        implementer: `示例实施主体${(at % 6) + 1}`,
        leader: LEADERS[at % LEADERS.length]!,
      },
      uniform_code: `0000-500103-00-00-${String(at + 1).padStart(6, "0")}`,
      ...{
        total_wan_yuan: total,
        year_plan_wan_yuan: plan,
        month_done_wan_yuan: doneBy(month) - doneBy(month - 1),
      },
      ...{ year_done_wan_yuan: doneBy(month), total_done_wan_yuan: before + doneBy(month) },
      arrived_wan_yuan: isFundingTold ? arrived : null,
      paid_wan_yuan: isFundingTold ? round(arrived * 0.8) : null,
      progress_text: `示例：完成总工程量约 ${round((100 * (before + doneBy(month))) / total)}%`,
      progress_share: round((100 * (before + doneBy(month))) / total) / 100,
      ...{ problem, coordination: problem === null ? null : "示例：请主管部门协调" },
    };
  });
}

function approvalsOf({ id, level }: Dispatched, random: Random): Row[] {
  return [0, 1].map((at) => {
    const month = random.whole(8, 10);
    const isDone = random.chance(0.6);
    return {
      ...{
        id: `approval:${id}-${at}`,
        project_id: id,
        matter: random.pick(APPROVALS),
        department: random.pick(DEPARTMENTS),
      },
      ...{
        received_on: `${YEAR}-0${month - 3}-12`,
        promised_on: `${YEAR}-${String(month).padStart(2, "0")}-15`,
      },
      done_on: isDone ? `${YEAR}-${String(month).padStart(2, "0")}-${random.pick(["09", "22"])}` : null,
      ...{ blocking: random.chance(0.5), note: null, level },
    };
  });
}

function matterOf({ id, level }: Dispatched, at: number, random: Random): Row {
  const isOld = at % 2 === 0;
  return {
    ...{
      id: `matter:${id}`,
      project_id: id,
      quarter: isOld ? `${YEAR}-Q3` : `${YEAR}-Q4`,
      problem: random.pick(PROBLEMS),
    },
    ...{ raised_by: random.pick(UNITS), departments: [random.pick(DEPARTMENTS)] },
    decision: isOld ? "示例：由主管部门牵头，限期办结" : null,
    owner: isOld ? random.pick(LEADERS) : null,
    deadline: isOld ? `${YEAR}-${random.pick(["09-30", "12-31"])}` : null,
    ...{ closed_on: null, outcome: null, level },
  };
}
