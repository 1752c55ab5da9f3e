import { z } from "zod";
import { Day } from "./day.ts";

const text = (max: number) => z.string().trim().min(1).max(max);
const optional = (max: number) => text(max).nullable().default(null);
const Level = z.enum(["public", "internal"]);

/** POST /api/advisers: one of the 三师; `profession` is a code of the project terms, `zones` the communities served. */
export const AdviserBody = z.strictObject({
  name: text(100),
  profession: text(64),
  organisation: optional(200),
  zones: z.array(text(200)).min(1).max(50),
  since: Day,
  until: Day.nullable().default(null),
  source: text(500),
  level: Level.default("public"),
});
export type AdviserBody = z.infer<typeof AdviserBody>;

const Named = z.object({ id: z.string(), nameZh: z.string().nullable(), nameEn: z.string().nullable() });

/** A visit to a community, of a project or not. */
export const AdviserVisit = z.object({
  id: z.string(),
  zone: Named,
  project: Named.nullable(),
  visitedOn: Day,
  subject: z.string(),
  advice: z.string().nullable(),
});
export type AdviserVisit = z.infer<typeof AdviserVisit>;

/** An adviser with what was done: visits, and the 专业审议 of projects that were signed; the latest first. */
export const Adviser = AdviserBody.omit({ zones: true }).extend({
  id: z.string(),
  zones: z.array(Named),
  visits: z.array(AdviserVisit),
  signed: z.array(Named.extend({ heldOn: Day, passed: z.boolean() })),
});
export type Adviser = z.infer<typeof Adviser>;
export const AdviserList = z.object({
  items: z.array(Adviser),
  total: z.number().int(),
  next: z.string().nullable(),
});
export type AdviserList = z.infer<typeof AdviserList>;

/** Filters of GET /api/advisers. */
export const AdviserFilters = z.object({
  zone: text(200).optional().meta({ description: "id of a zone served" }),
  profession: text(64).optional(),
  project: text(200).optional().meta({ description: "visited for it, or signed its review" }),
});
export type AdviserFilters = z.infer<typeof AdviserFilters>;

/** POST /api/advisers/{id}/visits. */
export const VisitBody = z.strictObject({
  zone: text(200),
  project: optional(200),
  visitedOn: Day,
  subject: text(500),
  advice: optional(2000),
});
export type VisitBody = z.infer<typeof VisitBody>;
