import { z } from "zod";
import { RuleBasis } from "./basis.ts";
import { Extent } from "./geometry.ts";

/**
 * What is asked of projects that may stand in each other's way: the same ground in overlapping years · the same public money for
 * one estate or building · ground that is protected or at risk · a road that is opened again too soon.
 */
export const CONFLICT_TESTS = [
  "same-ground",
  "funded-twice",
  "protection-overlap",
  "road-opened-again",
] as const;
export type ConflictTest = (typeof CONFLICT_TESTS)[number];

/** A project of a conflict, as a list names it. */
export const ConflictProject = z.object({
  id: z.string(),
  code: z.string().nullable(),
  nameZh: z.string(),
  nameEn: z.string().nullable(),
  stage: z.string().nullable(),
  yearStart: z.number().int().nullable(),
  yearEnd: z.number().int().nullable(),
  extent: Extent,
});
export type ConflictProject = z.infer<typeof ConflictProject>;

/** A conflict between two projects, or of one with a control zone. */
export const ProjectConflict = z.object({
  id: z.string().meta({ description: "the same as long as rule, projects and subject are" }),
  rule: z.string(),
  test: z.enum(CONFLICT_TESTS),
  projects: z
    .array(ConflictProject)
    .min(1)
    .max(2)
    .meta({ description: "of a road, the one that opened it first comes first" }),
  subject: z
    .object({ id: z.string().nullable(), nameZh: z.string().nullable(), nameEn: z.string().nullable() })
    .nullable()
    .meta({ description: "the estate, control zone or road; null = the ground itself" }),
  sources: z.array(z.string()).meta({ description: "public money both take" }),
  overlapSqm: z.number().nullable(),
  lengthM: z.number().nullable().meta({ description: "of the road that both open" }),
  buildings: z.number().int().nullable().meta({ description: "buildings both are of" }),
  years: z.tuple([z.number().int(), z.number().int()]).nullable().meta({
    description:
      "both inclusive: both are under way; of a road, from the end of one to the start of the other",
  }),
  certain: z.boolean().meta({ description: "false = years are not known, so it may be none" }),
  extent: Extent,
  place: z.tuple([z.number(), z.number()]),
  ground: z
    .looseObject({ type: z.string() })
    .nullable()
    .meta({ description: "GeoJSON geometry, EPSG:4326, of what both share; null = shown by its place" }),
});
export type ProjectConflict = z.infer<typeof ProjectConflict>;

/** A rule that tells a conflict, as the standards have it; `limit` in m² of ground, m of road, or buildings. */
export const ConflictRule = z.object({
  rule: z.string(),
  test: z.enum(CONFLICT_TESTS),
  limit: z.number(),
  years: z.number().int().nullable(),
  textZh: z.string(),
  textEn: z.string(),
  ...RuleBasis.shape,
});
export type ConflictRule = z.infer<typeof ConflictRule>;

export const ConflictFilters = z.object({
  test: z.enum(CONFLICT_TESTS).optional(),
  project: z.string().min(1).max(200).optional().meta({ description: "only those of this project" }),
});
export type ConflictFilters = z.infer<typeof ConflictFilters>;

/** GET /api/project-conflicts: those in which a project that passes the filters takes part. */
export const ProjectConflictList = z.object({
  items: z.array(ProjectConflict),
  total: z.number().int(),
  next: z.string().nullable(),
  tests: z
    .array(z.object({ test: z.enum(CONFLICT_TESTS), conflicts: z.number().int() }))
    .meta({ description: "counts with the filter of the test left out" }),
  rules: z.array(ConflictRule),
  dataQuality: z.array(
    z.object({
      code: z.enum(["control-zones-unknown", "years-unknown", "ground-unknown"]),
      count: z.number().int().nullable(),
    }),
  ),
});
export type ProjectConflictList = z.infer<typeof ProjectConflictList>;
