import { z } from "zod";
import { Day } from "./day.ts";
import { Extent, MultiPolygon, Polygon } from "./geometry.ts";

/** From the city to the project: each kind stands under the one before it. */
export const PLAN_KINDS = ["special-plan", "area-scheme", "implementation-plan"] as const;
export const PlanKind = z.enum(PLAN_KINDS);
export type PlanKind = z.infer<typeof PlanKind>;

const Year = z.number().int().min(1900).max(2200);
const text = (max: number) => z.string().trim().min(1).max(max);

/** A plan as a document; `approvedBy` and `approvedOn` are null where no approval is known, `zone` is the id of its zone. */
export const PlanDocument = z.object({
  id: z.string(),
  kind: PlanKind,
  nameZh: z.string(),
  nameEn: z.string().nullable(),
  parent: z.string().nullable().meta({ description: "id of the plan it stands under" }),
  zone: z.string().nullable(),
  fileNumber: z.string().nullable(),
  approvedBy: z.string().nullable(),
  approvedOn: Day.nullable(),
  periodStart: z.number().int().nullable(),
  periodEnd: z.number().int().nullable(),
  source: z.string(),
  extent: Extent.nullable().meta({
    description: "of its area, else of the projects under it; null = unknown",
  }),
  children: z.number().int().meta({ description: "plans directly under it" }),
  projects: z.number().int().meta({ description: "projects that point to it" }),
});
export type PlanDocument = z.infer<typeof PlanDocument>;

export const PlanDocumentList = z.object({
  items: z.array(PlanDocument),
  total: z.number().int(),
  next: z.string().nullable(),
});
export type PlanDocumentList = z.infer<typeof PlanDocumentList>;

/** A project under a plan. */
export const PlannedProject = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string().nullable(),
  stage: z.string().nullable(),
  extent: Extent,
});
export type PlannedProject = z.infer<typeof PlannedProject>;

/** One plan with the chain above it, the highest first, and what stands directly under it. */
export const PlanDocumentPage = z.object({
  plan: PlanDocument,
  above: z.array(PlanDocument),
  below: z.array(PlanDocument),
  projects: z.array(PlannedProject),
});
export type PlanDocumentPage = z.infer<typeof PlanDocumentPage>;

/** Filters of GET /api/plan-documents, all passed together. */
export const PlanFilters = z.object({
  kind: PlanKind.optional(),
  parent: z.string().min(1).max(200).optional(),
  text: text(100).optional().meta({ description: "in a name or the file number" }),
});
export type PlanFilters = z.infer<typeof PlanFilters>;

/** The approval of a plan as it is taken down. */
export const PlanApproval = z.strictObject({
  fileNumber: text(100).nullable().default(null),
  approvedBy: text(200),
  approvedOn: Day,
});
export type PlanApproval = z.infer<typeof PlanApproval>;

/** What a new plan says; it is public where nothing else is said. An area-scheme stands under a special-plan and so on. */
export const NewPlanDocument = z.strictObject({
  kind: PlanKind,
  nameZh: text(200),
  nameEn: text(200).nullable().default(null),
  parent: text(200).nullable().default(null),
  zone: text(200).nullable().default(null),
  area: z.union([Polygon, MultiPolygon]).nullable().default(null),
  periodStart: Year.nullable().default(null),
  periodEnd: Year.nullable().default(null),
  source: text(500),
  approval: PlanApproval.nullable().default(null).meta({ description: "null = not approved yet" }),
});
export type NewPlanDocument = z.infer<typeof NewPlanDocument>;
