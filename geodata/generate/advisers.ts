import type { AdministrativeZone } from "./administration.ts";
import { communityOf } from "./community-of.ts";
import type { Project } from "./projects.ts";
import { type Random, randomFor } from "./random.ts";
import { SAMPLE_SOURCE } from "./sample-identity.ts";

/** A made-up adviser, by the columns of its table; no real person, of no real firm. */
interface SampleAdviser {
  readonly id: string;
  readonly name: string;
  readonly profession: "planner" | "architect" | "engineer";
  readonly organisation: string;
  readonly zones: readonly string[];
  readonly since: string;
  readonly until: string | null;
  readonly source: string;
  readonly level: "public";
}
interface SampleVisit {
  readonly id: string;
  readonly adviser: string;
  readonly zone: string;
  readonly project_id: string | null;
  readonly visited_on: string;
  readonly subject: string;
  readonly advice: string | null;
}
/** A step of the five of a project as it was held. */
interface SampleStep {
  readonly project_id: string;
  readonly kind: string;
  readonly held_on: string;
  readonly body: string;
  readonly zone: string;
  readonly attendance: number | null;
  readonly votes_for: number | null;
  readonly votes_against: number | null;
  readonly passed: true;
  readonly note: string;
  readonly adviser: string | null;
}

/** Made-up 三师 with their visits, and the five steps of the projects whose 专业审议 one of them signed. */
export interface SampleAdvisers {
  readonly advisers: readonly SampleAdviser[];
  readonly visits: readonly SampleVisit[];
  readonly steps: readonly SampleStep[];
}

type Advised = Pick<Project, "id" | "stage" | "level" | "sites">;
interface Placed {
  readonly id: string;
  readonly stage: string;
  readonly zone: string;
}

const PEOPLE = [
  ["planner", "规划师"],
  ["architect", "建筑师"],
  ["engineer", "工程师"],
] as const;
const OF_EACH = 2;
const ZONES_OF_ONE = 3;
const SINCE = "2025-01-01";
/** The last of them has left office. */
const LEFT = "2026-06-30";
const VISIT_MONTHS = ["2025-09", "2026-03", "2026-04", "2026-06"] as const;
const TALKS = [
  ["示例：走访老旧楼栋", "示例建议：先排查管线，再定改造内容"],
  ["示例：踏勘梯道与坡道", "示例建议：增设扶手和休息平台"],
  ["示例：院坝会听取居民意见", "示例建议：晾晒与停车分区设置"],
  ["示例：改造方案讲解", null],
] as const;
/** Steps are held before the year in which approvals of the sample begin. */
const STEPS = [
  ["residents-proposal", "2025-04-12", "示例居民代表"],
  ["residents-discussion", "2025-05-17", "示例居民议事会"],
  ["community-review", "2025-06-14", "示例社区居委会"],
  ["professional-review", "2025-07-10", "示例三师工作组"],
  ["final-resolution", "2025-08-02", "示例社区居民会议"],
] as const;
const SIGNED = "professional-review";
const SIGNED_STAGE = "前期审批";
const SIGNED_PROJECTS = 3;

/** Sample advisers, each of a few communities that have public projects, with visits until the autumn of the sample's year. */
export function inventAdvisers(
  zones: readonly AdministrativeZone[],
  projects: readonly Advised[],
  seed: number,
): SampleAdvisers {
  const random = randomFor(seed, "advisers");
  const placed = projects
    .filter(({ level }) => level === "public")
    .map((project): Placed => ({ ...project, zone: communityOf(project, zones).id }));
  const communities = [...new Set(placed.map(({ zone }) => zone))];
  const advisers = PEOPLE.flatMap(([profession, zh], kind) =>
    Array.from({ length: OF_EACH }, (_, at) => {
      const first = (kind * OF_EACH + at) * ZONES_OF_ONE;
      return adviserOf({ profession, zh, at }, communities.slice(first, first + ZONES_OF_ONE));
    }),
  );
  const last = advisers.at(-1)!;
  const inOffice = [...advisers.slice(0, -1), { ...last, until: LEFT }];
  const signed = placed
    .filter(({ stage }) => stage === SIGNED_STAGE)
    .flatMap((project) => {
      const adviser = inOffice.find(({ zones: served }) => served.includes(project.zone));
      return adviser === undefined ? [] : [{ project, adviser }];
    });
  return {
    advisers: inOffice,
    visits: inOffice.flatMap((adviser) => visitsOf(adviser, placed, random)),
    steps: signed
      .slice(0, SIGNED_PROJECTS)
      .flatMap(({ project, adviser }) => stepsOf(project, adviser.id, random)),
  };
}

interface Person {
  readonly profession: SampleAdviser["profession"];
  readonly zh: string;
  readonly at: number;
}

function adviserOf({ profession, zh, at }: Person, zones: readonly string[]): SampleAdviser {
  const number = `0${at + 1}`;
  return {
    ...{ id: `adviser:sample-${profession}-${number}`, name: `示例${zh}${number}`, profession, zones },
    ...{
      organisation: `示例设计单位${at + 1}`,
      since: SINCE,
      until: null,
      source: SAMPLE_SOURCE,
      level: "public",
    },
  };
}

// to one community after the other, for a project there where one is
function visitsOf({ id, zones }: SampleAdviser, projects: readonly Placed[], random: Random): SampleVisit[] {
  return VISIT_MONTHS.slice(0, random.whole(2, VISIT_MONTHS.length)).map((month, at) => {
    const zone = zones[at % zones.length]!;
    const [subject, advice] = random.pick(TALKS);
    return {
      ...{ id: `visit:${id.replace("adviser:", "")}-${at + 1}`, adviser: id, zone },
      project_id: random.chance(0.7) ? projects.find((project) => project.zone === zone)!.id : null,
      visited_on: `${month}-${random.whole(10, 28)}`,
      ...{ subject, advice },
    };
  });
}

function stepsOf({ id, zone }: Placed, adviser: string, random: Random): SampleStep[] {
  const households = random.whole(40, 120);
  return STEPS.map(([kind, held_on, body]) => {
    const against = random.whole(0, 5);
    const isSigned = kind === SIGNED;
    return {
      ...{ project_id: id, kind, held_on, body, zone, passed: true, note: "演示数据（非真实）" },
      attendance: isSigned ? 3 : households,
      votes_for: isSigned ? null : households - against,
      votes_against: isSigned ? null : against,
      adviser: isSigned ? adviser : null,
    };
  });
}
