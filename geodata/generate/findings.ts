import type { AdministrativeZone } from "./administration.ts";
import { communityOf } from "./community-of.ts";
import { geoPoint } from "./geometry.ts";
import { type Plane, placeInside } from "./plane.ts";
import type { Project } from "./projects.ts";
import { TOLD, type Told } from "./told-findings.ts";

/** A made-up finding: a citizens' letter or a survey at a place, or what a department told of a community. */
export interface SampleFinding {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly edition: string | null;
  readonly indicator: string | null;
  readonly zone: string | null;
  readonly place: { readonly type: "Point"; readonly coordinates: [number, number] } | null;
  readonly severity: "major" | "moderate" | "minor";
  readonly source: "letter" | "survey" | "health-check";
  readonly value: number | null;
  readonly asOf: string;
  readonly level: "public";
}
interface SampleProposal {
  readonly id: string;
  readonly finding: string;
  readonly body: string;
  readonly measure: string;
  readonly responsible: string;
  readonly proposed_on: string;
}
export interface SampleRecheck {
  readonly finding: string;
  readonly checked_on: string;
  readonly value: number | null;
  readonly outcome: "improved" | "not-improved";
  readonly told_by: string;
}
interface SampleValue {
  readonly id: string;
  readonly edition: string;
  readonly indicator: string;
  readonly zone: string;
  readonly asOf: string;
  readonly value: number;
  readonly toldBy: string;
  readonly note: string;
  readonly level: "public";
}

/** Made-up findings with as much of the chain to the check after works as each has come, and the values told of indicators. */
export interface SampleFindings {
  readonly findings: readonly SampleFinding[];
  readonly proposals: readonly SampleProposal[];
  readonly links: readonly {
    readonly finding: string;
    readonly project_id: string;
    readonly linked_on: string;
  }[];
  readonly rechecks: readonly SampleRecheck[];
  readonly values: readonly SampleValue[];
}

type Taking = Pick<Project, "id" | "stage" | "level" | "sites" | "yearStart" | "yearEnd">;

const EDITION = "2023";
const THIS_YEAR = 2026;
const TELLER = "示例填报部门";
const EVIDENCE = {
  letter: "示例：居民来信，街道转办",
  survey: "示例：街道现场踏勘记录",
  "health-check": TELLER,
} as const;
const DAY_MS = 86_400_000;
const PROPOSED_AFTER_DAYS = 10;

const daysAfter = (day: string, days: number) =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

interface Ground {
  readonly zones: readonly AdministrativeZone[];
  readonly plane: Plane;
}

/**
 * Sample findings, each at another public project, the one begun last of its stages: what a project took up was found in the year
 * before it began, and is checked again after it ended; all else is of the year the sample stands for.
 */
export function inventFindings(projects: readonly Taking[], ground: Ground): SampleFindings {
  const free = projects
    .filter(({ level }) => level === "public")
    .sort((a, b) => b.yearStart - a.yearStart || (a.id < b.id ? -1 : 1));
  const chains = TOLD.map((told, at) => {
    const project = free.splice(
      free.findIndex(({ stage }) => told.stages.includes(stage)),
      1,
    )[0]!;
    return chainOf(told, { project, number: String(at + 1).padStart(2, "0"), ...ground });
  });
  return {
    findings: chains.map(({ finding }) => finding),
    proposals: chains.flatMap(({ proposals }) => proposals),
    links: chains.flatMap(({ links }) => links),
    rechecks: chains.flatMap(({ rechecks }) => rechecks),
    values: chains.flatMap(({ finding, rechecks }) => valuesOf(finding, rechecks)),
  };
}

type At = Ground & { readonly project: Taking; readonly number: string };

function chainOf(told: Told, at: At) {
  const { project, number } = at;
  const finding = findingOf(told, at);
  const { id, asOf } = finding;
  const [measure, body] = told.proposal ?? [];
  const proposed_on = daysAfter(asOf, PROPOSED_AFTER_DAYS);
  return {
    finding,
    proposals:
      measure === undefined
        ? []
        : [
            {
              ...{ id: `proposal:sample-${number}`, finding: id, body: `示例：${body}`, measure },
              ...{ responsible: "示例街道办事处", proposed_on },
            },
          ],
    links: told.taken
      ? [{ finding: id, project_id: project.id, linked_on: daysAfter(proposed_on, PROPOSED_AFTER_DAYS) }]
      : [],
    rechecks: told.outcome === undefined ? [] : [recheckOf(id, project, told)],
  };
}

function findingOf(
  { what, source, severity, on, indicator, taken }: Told,
  { project, number, zones, plane }: At,
): SampleFinding {
  const community = communityOf(project, zones);
  const isOfZone = indicator !== undefined;
  const [lon, lat] = geoPoint(plane, placeInside(project.sites[0]!)).coordinates;
  return {
    ...{ id: `finding:sample-${number}`, severity, source, note: EVIDENCE[source], level: "public" },
    title: isOfZone ? `${community.nameZh}：${what}` : `示例：${what}`,
    edition: isOfZone ? EDITION : null,
    ...{ indicator: indicator?.[0] ?? null, value: indicator?.[1] ?? null },
    zone: isOfZone ? community.id : null,
    place: isOfZone ? null : { type: "Point", coordinates: [lon!, lat!] },
    asOf: `${taken ? project.yearStart - 1 : THIS_YEAR}-${on}`,
  };
}

function recheckOf(finding: string, { yearEnd }: Taking, { outcome, indicator }: Told): SampleRecheck {
  const checked_on = yearEnd < THIS_YEAR ? `${yearEnd + 1}-03-15` : `${THIS_YEAR}-10-15`;
  return { finding, checked_on, value: indicator?.[2] ?? null, outcome: outcome!, told_by: TELLER };
}

// what was told of the indicator of a community, when it was found and when it was checked again
function valuesOf(
  { id, edition, indicator, zone, value, asOf }: SampleFinding,
  rechecks: readonly SampleRecheck[],
) {
  if (edition === null || indicator === null || zone === null || value === null) return [];
  const shared = {
    edition,
    indicator,
    zone,
    toldBy: TELLER,
    note: "演示数据（非真实）",
    level: "public",
  } as const;
  const told = [
    { asOf, value },
    ...rechecks.flatMap((each) =>
      each.value === null ? [] : [{ asOf: each.checked_on, value: each.value }],
    ),
  ];
  return told.map((each, at) => ({
    ...shared,
    ...each,
    id: `value:${id.replace("finding:", "")}-${at + 1}`,
  }));
}
