import { z } from "zod";
import { RuleBasis } from "./basis.ts";
import { AMOUNT_FIELDS, DispatchRow, MonthText, SCORE_MEASURES } from "./dispatch.ts";

/** A month as it stood when it was frozen; nothing of it changes afterwards. */
export const DispatchSnapshot = z.object({
  id: z.string(),
  month: MonthText,
  version: z.number().int(),
  madeAt: z.string(),
  actor: z.string(),
  note: z.string().nullable(),
  projects: z.number().int(),
});
export type DispatchSnapshot = z.infer<typeof DispatchSnapshot>;
export const DispatchSnapshotList = z.object({
  items: z.array(DispatchSnapshot),
  total: z.number().int(),
  next: z.null(),
});
export type DispatchSnapshotList = z.infer<typeof DispatchSnapshotList>;

/** POST /api/snapshots. */
export const NewSnapshot = z.strictObject({
  month: MonthText,
  note: z.string().trim().max(1000).nullable().default(null),
});
export type NewSnapshot = z.infer<typeof NewSnapshot>;

/** A sum in 万元 over the projects that tell it, with how many do not: those are in no sum. */
export const DispatchTotal = z.object({
  field: z.enum(AMOUNT_FIELDS),
  sumWanYuan: z.number().nullable().meta({ description: "null where no project tells it" }),
  told: z.number().int(),
  unknown: z.number().int(),
});
export type DispatchTotal = z.infer<typeof DispatchTotal>;

const Cell = z.union([z.string(), z.number()]).nullable();
/** What differs of a project between two snapshots; field `project` = it is in one of them only. */
export const SnapshotDifference = z.object({
  project: z.string(),
  code: z.string().nullable(),
  nameZh: z.string(),
  nameEn: z.string().nullable(),
  field: z.string(),
  before: Cell,
  after: Cell,
});
export type SnapshotDifference = z.infer<typeof SnapshotDifference>;

/** GET /api/snapshots/{id}: its rows and sums, and what differs from the last snapshot of a month before that was there when it was made. */
export const SnapshotPage = z.object({
  snapshot: DispatchSnapshot,
  items: z.array(DispatchRow),
  totals: z.array(DispatchTotal),
  against: DispatchSnapshot.nullable(),
  differences: z.array(SnapshotDifference),
});
export type SnapshotPage = z.infer<typeof SnapshotPage>;

export const GROUPINGS = ["unit", "subdistrict"] as const;
export type Grouping = (typeof GROUPINGS)[number];

export const ScorecardItem = z.object({
  item: z.string(),
  measure: z.enum(SCORE_MEASURES).nullable().meta({ description: "null = typed in" }),
  weight: z.number(),
  nameZh: z.string(),
  nameEn: z.string(),
  basisZh: z.string(),
  basisEn: z.string(),
  ...RuleBasis.shape,
});
export type ScorecardItem = z.infer<typeof ScorecardItem>;

/** A subject's share of an item, 0…1; null = the snapshot does not tell, and the item is left out of the score. */
export const ScoredShare = z.object({
  item: z.string(),
  share: z.number().nullable(),
  projects: z.number().int().nullable().meta({ description: "those it rests on; null = typed in" }),
  reason: z.string().nullable().meta({ description: "what was typed in" }),
});
export const ScoredSubject = z.object({
  subject: z.string().nullable().meta({ description: "a unit, or the id of a subdistrict; null = not told" }),
  nameZh: z.string().nullable(),
  nameEn: z.string().nullable(),
  projects: z.number().int(),
  shares: z.array(ScoredShare),
  score: z.number().nullable().meta({ description: "0…100 over the items that are known" }),
  knownWeight: z.number(),
});
export type ScoredSubject = z.infer<typeof ScoredSubject>;
export const Scorecard = z.object({
  snapshot: DispatchSnapshot,
  by: z.enum(GROUPINGS),
  items: z.array(ScorecardItem),
  weight: z.number().meta({ description: "of all items" }),
  subjects: z.array(ScoredSubject).meta({ description: "the highest score first, unknown last" }),
});
export type Scorecard = z.infer<typeof Scorecard>;

/** PUT /api/snapshots/{id}/scorecard-entry: a typed-in share with its reason. */
export const ScorecardEntry = z.strictObject({
  by: z.enum(GROUPINGS),
  subject: z.string().min(1).max(200),
  item: z.string().min(1).max(64),
  share: z.number().min(0).max(1),
  reason: z.string().trim().min(4, "says why, in four characters or more").max(1000),
});
export type ScorecardEntry = z.infer<typeof ScorecardEntry>;
