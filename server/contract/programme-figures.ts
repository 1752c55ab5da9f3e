import { z } from "zod";
import { Jurisdiction } from "./basis.ts";

/** What the figures of the programme are about, in the order of the page. */
export const FIGURE_THEMES = [
  "lists",
  "scale",
  "structure",
  "communities",
  "health-check",
  "waterfront",
  "streets",
  "parks",
  "money",
  "demonstration",
  "measures",
  "governance",
  "signing",
  "smart-city",
  "national",
] as const;
/** stock = as it is, done = what was done, target = what is meant to be, count = a number of the text itself. */
export const FIGURE_NATURES = ["stock", "done", "target", "count"] as const;
/** How the number is meant as printed: exactly, about, more than, at least, at most. */
export const FIGURE_QUALIFIERS = ["=", "~", ">", ">=", "<="] as const;
/** Where on the page the things behind a figure are. */
export const FIGURE_LISTS = [
  "projects",
  "programme-items",
  "signing",
  "zones",
  "life-circle",
  "riverfront",
  "walkways",
  "road-network",
  "park-coverage",
] as const;
/** What the atlas counts beside a figure: real projects, or zones of a kind. */
export const COUNTED_BY = ["project", "programme-item", "core", "wing", "belt", "area"] as const;

/** A number of the programme as a document prints it, with what the data of the district holds of the same. */
export const ProgrammeFigure = z.object({
  code: z.string(),
  theme: z.enum(FIGURE_THEMES),
  jurisdiction: Jurisdiction,
  nameZh: z.string(),
  nameEn: z.string(),
  qualifier: z.enum(FIGURE_QUALIFIERS),
  value: z.number(),
  unitZh: z.string().nullable().meta({ description: "as printed; null = without a unit" }),
  unitEn: z.string().nullable(),
  nature: z.enum(FIGURE_NATURES),
  asOf: z.string().meta({ description: "a date, or its year or month" }),
  sourceZh: z.string(),
  sourceEn: z.string(),
  sourceDate: z.string(),
  leadsTo: z.enum(FIGURE_LISTS).nullable(),
  list: z.string().nullable().meta({ description: "the list of the programme it counts" }),
  counted: z.number().int().nullable().meta({
    description:
      "how many of the same the data of the district holds: projects that are none of a generated sample, real items of its list, zones of a kind; null = nothing is counted beside it",
  }),
  noteZh: z.string().nullable(),
  noteEn: z.string().nullable(),
  flagged: z
    .boolean()
    .meta({ description: "parts and sum, or text and context, do not agree; the note says how" }),
});
export type ProgrammeFigure = z.infer<typeof ProgrammeFigure>;

export const ProgrammeFigureList = z.object({
  items: z.array(ProgrammeFigure),
  total: z.number().int(),
  next: z.string().nullable(),
});
export type ProgrammeFigureList = z.infer<typeof ProgrammeFigureList>;
