import { z } from "zod";
import { SigningPoint, SigningTarget } from "./acquisition-plots.ts";
import { Jurisdiction } from "./basis.ts";
import { MonthText } from "./dispatch.ts";

/** The parts of the page 项目调度, in its order; safety is told only where what is internal is. */
export const PAGE_PARTS = [
  "lists",
  "pool",
  "batches",
  "dispatch",
  "money",
  "matters",
  "signing",
  "estates",
  "findings",
  "assets",
  "operation",
  "safety",
] as const;
export const PAGE_UNITS = [
  ...["projects", "items", "matters", "estates", "findings", "buildings", "assets", "plots", "households"],
  ...["yuan", "wan-yuan", "ratio", "share", "sqm", "units"],
] as const;

/**
 * The list a figure stands for: GET `path` with `query` (beside the district) answers the rows it is counted or added up from, and
 * says the figure itself at the place `at` of its reply, a JSON Pointer (RFC 6901).
 */
export const FigureList = z.object({
  path: z.string(),
  query: z.record(z.string(), z.string()),
  at: z.string(),
});
export type FigureList = z.infer<typeof FigureList>;

/** A figure of the page. `of` says which stage, light, batch, list or type it is of; null where its code says all. */
export const PageFigure = z.object({
  code: z.string(),
  of: z.string().nullable(),
  part: z.enum(PAGE_PARTS),
  value: z.number().nullable().meta({ description: "null = not known, never zero" }),
  unit: z.string().meta({ description: `one of ${PAGE_UNITS.join(", ")}` }),
  unknown: z.number().int().nullable().meta({
    description: "so many could not be counted in, as the record does not tell; null = none is open",
  }),
  nameZh: z.string().nullable().meta({ description: "of what it is of, where the record names it" }),
  nameEn: z.string().nullable(),
  jurisdiction: Jurisdiction,
  asOf: z.string().meta({ description: "the day it was judged on; of a published number its date" }),
  sourceZh: z.string().nullable().meta({ description: "null = the record of this district" }),
  sourceEn: z.string().nullable(),
  list: FigureList,
});
export type PageFigure = z.infer<typeof PageFigure>;

/** How one plot of acquisition comes along, by day against its target. */
export const PageCurve = z.object({
  plot: z.string(),
  nameZh: z.string(),
  nameEn: z.string().nullable(),
  households: z.number().int().nullable(),
  points: z.array(SigningPoint),
  target: SigningTarget.nullable(),
});
export type PageCurve = z.infer<typeof PageCurve>;

/** GET /api/programme-page: each figure is what its list says, read by one data version after the other. */
export const ProgrammePage = z.object({
  month: MonthText,
  months: z.array(MonthText).meta({ description: "those of the lights, the oldest first" }),
  year: z.number().int(),
  today: z.iso.date(),
  dataVersion: z.number().int(),
  internal: z.boolean().meta({ description: "whether it tells more than is public" }),
  sample: z.boolean().meta({ description: "the district is a generated sample: none of its rows is real" }),
  figures: z.array(PageFigure),
  curves: z.array(PageCurve),
});
export type ProgrammePage = z.infer<typeof ProgrammePage>;
