import { z } from "zod";
import { Completeness } from "./catalogue.ts";

/** What a line of an import report says of the data. */
export const REPORT_KINDS = ["came-in", "repaired", "missing", "doubtful", "left-out"] as const;

/** What an import finds; beside these a reason of the tag table, for places it names and leaves out. */
export const REPORT_CODES = [
  "rows",
  "components",
  "floors-unknown",
  "default-levels",
  "building-part",
  "overlapping-building",
  "polygon-without-area",
  "invalid-footprint",
  "invalid-polygon",
  "incomplete-relations",
  "missing-nodes",
  "elevation-absent",
  "dem-void",
  "population-absent",
  "population-spread",
  "population-without-homes",
  "water-absent",
  "land-use-absent",
  "categories-absent",
  "stairs-without-rise",
  "stairs-direction-unknown",
  "decks-too-steep",
  "edges-without-rise",
  "lifts-without-rise",
  "lifts-without-levels",
  "escalator-direction-unknown",
] as const;
export type ReportCode = (typeof REPORT_CODES)[number];

/** One finding of an import; the page translates it by `code`, `message` is the English sentence. */
export const ReportItem = z.object({
  kind: z.enum(REPORT_KINDS),
  code: z.string().meta({ description: "kebab-case, such as floors-unknown or invalid-footprint" }),
  layer: z.string().nullable(),
  count: z.number().nullable(),
  share: z.number().min(0).max(1).nullable().meta({ description: "0…1 of what the message names" }),
  sourceIds: z
    .array(z.string())
    .meta({ description: "objects of the source concerned, at most 500; count says of how many" }),
  message: z.string(),
});
export type ReportItem = z.infer<typeof ReportItem>;

export const ImportReport = z.object({
  durationS: z.number(),
  files: z.array(z.object({ name: z.string(), bytes: z.number().int(), sha256: z.string() })),
  items: z.array(ReportItem),
});
export type ImportReport = z.infer<typeof ImportReport>;

/** What the import of a district's data reported: what came in, what was repaired, what is missing or doubtful. */
export const DatasetReport = z.object({
  districtId: z.string(),
  source: z.string(),
  asOf: z.string().nullable(),
  importedAt: z.string(),
  completeness: Completeness,
  report: ImportReport.nullable(),
});
export type DatasetReport = z.infer<typeof DatasetReport>;
