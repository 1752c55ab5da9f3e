import type { Project } from "./projects.ts";
import { randomFor } from "./random.ts";
import type { RenewalDistrict } from "./renewal-districts.ts";
import { SAMPLE_DISTRICT, SAMPLE_SOURCE } from "./sample-identity.ts";

/** A made-up plan: a row of plan_document by its columns, without a shape of its own. */
export interface SamplePlan {
  readonly id: string;
  readonly kind: "special-plan" | "area-scheme" | "implementation-plan";
  readonly name_zh: string;
  readonly name_en: string;
  readonly parent: string | null;
  readonly zone: string | null;
  readonly file_number: string | null;
  readonly approved_by: string | null;
  readonly approved_on: string | null;
  readonly period_start: number;
  readonly period_end: number;
  readonly source: string;
  readonly level: "public" | "internal";
}

/** The plans of the sample and which project points to which of them, by their ids. */
export interface SamplePlans {
  readonly plans: readonly SamplePlan[];
  readonly pointers: readonly { readonly project_id: string; readonly plan_document: string }[];
}

type District = Pick<RenewalDistrict, "id" | "nameZh" | "nameEn">;
type Planned = Pick<
  Project,
  "id" | "nameZh" | "nameEn" | "renewalDistrict" | "stage" | "yearStart" | "yearEnd" | "level"
>;

const SPECIAL_PLAN = "plan:special-sample";
const NOT_BEGUN = new Set(["谋划", "储备", "入年度计划", "前期审批"]);

/**
 * Sample plans: one special plan of the district, an area scheme of each renewal district (some not approved yet), and an
 * implementation plan of each project, approved where works have begun.
 */
export function inventPlans(
  districts: readonly District[],
  projects: readonly Planned[],
  seed: number,
): SamplePlans {
  const random = randomFor(seed, "plans");
  const begun = new Set(projects.filter(({ stage }) => stage !== "谋划").map((each) => each.renewalDistrict));
  const schemes = districts.map((district, at) => {
    const isApproved = begun.has(district.id) && random.chance(0.85);
    return schemeOf(district, at, isApproved);
  });
  const drafted = projects.filter(({ stage }) => stage !== "谋划" || random.chance(0.5));
  const own = drafted.map((project, at) => implementationOf(project, at));
  const pointers = drafted.map(({ id }, at) => ({ project_id: id, plan_document: own[at]!.id }));
  return { plans: [specialPlan(), ...schemes, ...own], pointers };
}

const approval = (at: number, year: number, isApproved: boolean) => ({
  file_number: isApproved ? `演示〔${year}〕${at + 1}号` : null,
  approved_by: isApproved ? "示例批复单位" : null,
  approved_on: isApproved ? `${year}-06-30` : null,
});

function specialPlan(): SamplePlan {
  return {
    id: SPECIAL_PLAN,
    kind: "special-plan",
    name_zh: "示例城市更新专项规划",
    name_en: "Sample special plan of urban renewal",
    parent: null,
    zone: `district:${SAMPLE_DISTRICT.id}`,
    ...approval(0, 2023, true),
    period_start: 2021,
    period_end: 2025,
    source: SAMPLE_SOURCE,
    level: "public",
  };
}

function schemeOf({ id, nameZh, nameEn }: District, at: number, isApproved: boolean): SamplePlan {
  const key = id.replace(/^renewal-district:/, "");
  return {
    id: `plan:scheme-${key}`,
    kind: "area-scheme",
    name_zh: `示例${nameZh.replace("(示意)", "")}策划`,
    name_en: `Sample area scheme of ${nameEn.replace(" (schematic)", "")}`,
    parent: SPECIAL_PLAN,
    zone: id,
    ...approval(at, 2024, isApproved),
    period_start: 2024,
    period_end: 2027,
    source: SAMPLE_SOURCE,
    level: "public",
  };
}

function implementationOf(project: Planned, at: number): SamplePlan {
  return {
    id: `plan:of-${project.id.replace(/^project:/, "")}`,
    kind: "implementation-plan",
    name_zh: `${project.nameZh}实施方案`,
    name_en: `Implementation plan of ${project.nameEn}`,
    parent: `plan:scheme-${project.renewalDistrict.replace(/^renewal-district:/, "")}`,
    zone: null,
    ...approval(at, 2025, !NOT_BEGUN.has(project.stage)),
    period_start: project.yearStart,
    period_end: project.yearEnd,
    source: SAMPLE_SOURCE,
    level: project.level,
  };
}
