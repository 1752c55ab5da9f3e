import { z } from "zod";
import { LonLat, MultiPolygon, Polygon } from "./geometry.ts";
import { ProjectAmount } from "./projects.ts";

const text = (max: number) => z.string().trim().min(1).max(max);
const optional = (max: number) => text(max).nullable().default(null);
const Year = z.number().int().min(1900).max(2200).nullable().default(null);
const Level = z.enum(["public", "internal"]);
/** More than any project of a district has cost, in yuan: 100 billion. */
export const MAX_AMOUNT_YUAN = 100_000_000_000;
export const MAX_PROJECT_ROWS = 2000;

/** Where a project is: a zone whose shape it takes, a point, or an area; EPSG:4326. */
export const ProjectPlace = z.union([
  z.strictObject({ zone: text(200) }),
  z.strictObject({ type: z.literal("Point"), coordinates: LonLat }),
  Polygon,
  MultiPolygon,
]);
export type ProjectPlace = z.infer<typeof ProjectPlace>;

/** Who answers for a project: 责任单位, 实施主体, 牵头领导; null = not named. */
export const Responsibility = z.strictObject({
  unit: optional(200),
  implementer: optional(200),
  leader: optional(100),
});
export type Responsibility = z.infer<typeof Responsibility>;

/**
 * A project as a bureau enters it. Without a stage it begins here; one that has come further already says so with `stage` and,
 * in `stageReason`, by what that is known, which stays visible: its guards were not asked here.
 */
export const EnteredProject = z.strictObject({
  code: optional(64),
  nameZh: text(200),
  nameEn: optional(200),
  categories: z.array(text(64)).min(1).max(12),
  stage: optional(64),
  stageReason: z.string().trim().min(4).max(1000).nullable().default(null),
  renewalDistrict: optional(200).meta({ description: "id of a zone of kind renewal-district" }),
  yearStart: Year,
  yearEnd: Year,
  summaryZh: optional(2000),
  summaryEn: optional(2000),
  amounts: z
    .array(
      ProjectAmount.extend({
        source: text(64),
        amountYuan: z.number().int().min(0).max(MAX_AMOUNT_YUAN).nullable().default(null),
      }),
    )
    .max(20)
    .default([]),
  place: ProjectPlace,
  responsibility: Responsibility.default({ unit: null, implementer: null, leader: null }),
  source: text(500),
  level: Level.default("public"),
});
export type EnteredProject = z.infer<typeof EnteredProject>;

/** An entered project as it is stored; `version` is that of the last write, to be given back with the next. */
export const ProjectEntry = EnteredProject.extend({
  id: z.string(),
  version: z.number().int(),
  importVersion: z.number().int().nullable(),
});
export type ProjectEntry = z.infer<typeof ProjectEntry>;

/** PUT /api/projects/{id}/entry: everything but the stage, which moves change; `version` as it was read. */
export const ProjectChange = EnteredProject.omit({ stage: true, stageReason: true }).extend({
  version: z.number().int(),
});
export type ProjectChange = z.infer<typeof ProjectChange>;

/** The columns of a file of projects, by their headings, the first being ours. */
export const PROJECT_COLUMNS = {
  nameZh: { headings: ["项目名称", "名称", "name"], required: true },
  code: { headings: ["项目编号", "编号", "code"], required: false },
  categories: { headings: ["项目类别", "类别", "categories"], required: true },
  stage: { headings: ["阶段", "项目阶段", "stage"], required: false },
  stageReason: { headings: ["阶段依据", "stage basis"], required: false },
  renewalDistrict: { headings: ["更新片区", "renewal district"], required: false },
  zone: { headings: ["所在分区", "所在街道社区小区", "zone"], required: false },
  lon: { headings: ["经度", "lon"], required: false },
  lat: { headings: ["纬度", "lat"], required: false },
  area: { headings: ["范围", "范围（WKT）", "wkt"], required: false },
  yearStart: { headings: ["开始年份", "起始年份", "start year"], required: false },
  yearEnd: { headings: ["完成年份", "end year"], required: false },
  amounts: { headings: ["资金来源", "资金来源及金额", "funding"], required: false },
  unit: { headings: ["责任单位", "unit"], required: false },
  implementer: { headings: ["实施主体", "implementing body"], required: false },
  leader: { headings: ["牵头领导", "leader"], required: false },
  summaryZh: { headings: ["建设内容", "项目简介", "summary"], required: false },
  nameEn: { headings: ["英文名称", "english name"], required: false },
  level: { headings: ["公开级别", "级别", "level"], required: false },
} as const satisfies Record<string, { headings: readonly string[]; required: boolean }>;
export type ProjectColumn = keyof typeof PROJECT_COLUMNS;

export const PROJECT_FAULTS = [
  ...(["missing-column", "merged", "too-many-rows", "empty", "too-long", "unknown-category"] as const),
  ...(["unknown-stage", "no-stage-basis", "unknown-zone", "ambiguous-zone", "no-place"] as const),
  ...(["half-place", "bad-degrees", "bad-area", "outside-district", "bad-year", "year-order"] as const),
  ...(["unknown-source", "no-unit", "bad-amount", "too-large", "bad-level", "duplicate-code"] as const),
  ...(["duplicate-name", "taken-code", "taken-name", "cell-error"] as const),
] as const;

/** What is wrong with a cell of a file, and what would be right where it can be told. */
export const ProjectFault = z.object({
  line: z.number().int().meta({ description: "of the file, from 1" }),
  column: z.string(),
  value: z.string(),
  code: z.enum(PROJECT_FAULTS),
  expected: z.string(),
});
export type ProjectFault = z.infer<typeof ProjectFault>;

/** What a file of projects brings, row by row; nothing of it is taken where a row is wrong. `version` null = not taken. */
export const ProjectFileReport = z.object({
  fileName: z.string(),
  rows: z.array(
    z.object({
      line: z.number().int(),
      code: z.string().nullable(),
      name: z.string(),
      outcome: z.enum(["new", "same", "wrong"]),
      faults: z.array(ProjectFault),
    }),
  ),
  counts: z.object({ new: z.number().int(), same: z.number().int(), wrong: z.number().int() }),
  faults: z.array(ProjectFault).meta({ description: "of the file as a whole" }),
  ignored: z.array(z.string()).meta({ description: "headings that are not read" }),
  version: z.number().int().nullable(),
});
export type ProjectFileReport = z.infer<typeof ProjectFileReport>;

/** A file of projects that was taken. */
export const ProjectImport = z.object({
  version: z.number().int(),
  fileName: z.string(),
  rows: z.number().int(),
  at: z.string(),
  undone: z.boolean(),
});
export const ProjectImportList = z.object({
  items: z.array(ProjectImport),
  total: z.number().int(),
  next: z.string().nullable(),
});
export type ProjectImportList = z.infer<typeof ProjectImportList>;
