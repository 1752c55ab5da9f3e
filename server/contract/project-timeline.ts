import { z } from "zod";
import { Extent } from "./geometry.ts";

export const TIMELINE_GROUPINGS = ["renewal-district", "unit"] as const;
export type TimelineGrouping = (typeof TIMELINE_GROUPINGS)[number];

/** A stage a project entered, on a day of the local time of China. */
export const TimelineStep = z.object({ stage: z.string(), on: z.iso.date() });

/**
 * What happened or is due on a day: `plan-approved` = its implementation plan · `evidence` = what its guards ask for, `code` of
 * the project terms · `approval` = a blocking approval promised for that day. `done` null = not told.
 */
export const TimelineMilestone = z.object({
  kind: z.enum(["plan-approved", "evidence", "approval"]),
  on: z.iso.date(),
  code: z.string().nullable(),
  text: z.string().nullable(),
  done: z.boolean().nullable(),
});
export type TimelineMilestone = z.infer<typeof TimelineMilestone>;

/** A project as it stands in time: years as planned, stages as they were entered, null or empty where nothing is known. */
export const TimelineProject = z.object({
  id: z.string(),
  code: z.string().nullable(),
  nameZh: z.string(),
  nameEn: z.string().nullable(),
  stage: z.string().nullable(),
  renewalDistrict: z.string().nullable(),
  unit: z.string().nullable().meta({ description: "责任单位 of the last return that names one" }),
  yearStart: z.number().int().nullable(),
  yearEnd: z.number().int().nullable(),
  extent: Extent,
  place: z.tuple([z.number(), z.number()]),
  steps: z.array(TimelineStep).meta({ description: "in the order they were made" }),
  milestones: z.array(TimelineMilestone).meta({ description: "by day" }),
  conflicts: z.number().int().meta({ description: "those GET /api/project-conflicts has of it" }),
});
export type TimelineProject = z.infer<typeof TimelineProject>;

/** GET /api/project-timeline: the projects that pass the filters, group by group, those without one last; by their first year. */
export const ProjectTimeline = z.object({
  items: z.array(TimelineProject),
  total: z.number().int(),
  next: z.string().nullable(),
  today: z.iso.date(),
  years: z
    .tuple([z.number().int(), z.number().int()])
    .nullable()
    .meta({ description: "first and last year of all that pass, planned or entered; null = none is known" }),
});
export type ProjectTimeline = z.infer<typeof ProjectTimeline>;
