import { z } from "zod";
import { ClauseStatus } from "./basis.ts";
import { Extent } from "./geometry.ts";

/** Who pays, and how much where it is told: `amountYuan` in yuan, null where unknown. */
export const ProjectAmount = z.object({
  source: z.string(),
  amountYuan: z.number().nullable().default(null),
});
export type ProjectAmount = z.infer<typeof ProjectAmount>;

/** What a project says of itself, null or empty where unknown; codes are those of the project terms. */
export const ProjectFacts = z.object({
  code: z.string().nullable(),
  nameZh: z.string(),
  nameEn: z.string().nullable(),
  categories: z.array(z.string()),
  stage: z.string().nullable(),
  renewalDistrict: z.string().nullable().meta({ description: "id of a zone" }),
  yearStart: z.number().int().nullable(),
  yearEnd: z.number().int().nullable(),
  summaryZh: z.string().nullable(),
  summaryEn: z.string().nullable(),
  amounts: z.array(ProjectAmount),
});
export type ProjectFacts = z.infer<typeof ProjectFacts>;

/** A project of the list; `place` is a point of it (lon, lat), `distanceM` metres to the place asked for, else null. */
export const Project = ProjectFacts.extend({
  id: z.string(),
  extent: Extent,
  place: z.tuple([z.number(), z.number()]),
  distanceM: z.number().nullable(),
});
export type Project = z.infer<typeof Project>;
export const ProjectList = z.object({
  items: z.array(Project),
  total: z.number().int(),
  next: z.string().nullable(),
});
export type ProjectList = z.infer<typeof ProjectList>;

/** The greatest radius around a place, in metres. */
export const MAX_NEAR_METRES = 20_000;
/** As a code of a filter: the project says nothing. */
export const UNKNOWN_CODE = "unknown";

const codes = (what: string) =>
  z
    .string()
    .max(1000)
    .transform((text) => text.split(",").filter((code) => code !== ""))
    .refine((given) => given.length > 0, "names at least one code")
    .meta({ description: `${what}, parted by commas; any of them; ${UNKNOWN_CODE} = none is given` });

const numbers = (count: number) =>
  z
    .string()
    .max(200)
    .transform((text) => text.split(",").map((part) => (part.trim() === "" ? Number.NaN : Number(part))))
    .refine((given) => given.length === count && given.every(Number.isFinite), `is ${count} numbers`);

const onEarth = (lon: number, lat: number) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90;

/** Filters of GET /api/projects and /api/project-facets, all passed together; what is left out is passed by all. */
export const ProjectFilters = z.object({
  text: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .optional()
    .meta({ description: "in a name, the code or the summary" }),
  categories: codes("categories").optional(),
  stages: codes("stages").optional(),
  year: z.coerce.number().int().min(1900).max(2200).optional().meta({ description: "under way in it" }),
  zone: z.string().min(1).max(200).optional().meta({ description: "id of its renewal district" }),
  near: numbers(3)
    .refine(([lon, lat]) => onEarth(lon!, lat!), "is lon, lat in degrees and metres")
    .refine(([, , metres]) => metres! > 0 && metres! <= MAX_NEAR_METRES, `reaches up to ${MAX_NEAR_METRES} m`)
    .optional()
    .meta({ description: "lon,lat,metres: at most so far from that place" }),
  bbox: numbers(4)
    .refine(
      ([west, south, east, north]) =>
        onEarth(west!, south!) && onEarth(east!, north!) && west! <= east! && south! <= north!,
      "is west, south, east, north in degrees",
    )
    .optional()
    .meta({ description: "west,south,east,north in degrees" }),
});
export type ProjectFilters = z.infer<typeof ProjectFilters>;

export const PROJECT_FACETS = ["category", "stage", "year", "renewal-district"] as const;

/** How many projects a value of a filter would leave, the other filters applied; `value` null = the project says nothing. */
export const ProjectFacet = z.object({
  field: z.enum(PROJECT_FACETS),
  value: z.string().nullable(),
  projects: z.number().int(),
});
export type ProjectFacet = z.infer<typeof ProjectFacet>;
export const ProjectFacetList = z.object({
  items: z.array(ProjectFacet),
  total: z.number().int(),
  next: z.string().nullable(),
});
export type ProjectFacetList = z.infer<typeof ProjectFacetList>;

export const PROJECT_TERM_KINDS = [
  ...(["stage", "category", "funding-source", "plan-kind", "evidence"] as const),
  ...(["adviser-profession", "menu-kind"] as const),
] as const;

/** A word of the project pool; the list is in the order of the stages and of each other kind. */
export const ProjectTerm = z.object({
  kind: z.enum(PROJECT_TERM_KINDS),
  code: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  status: ClauseStatus,
  source: z.string(),
});
export type ProjectTerm = z.infer<typeof ProjectTerm>;
export const ProjectTermList = z.object({
  items: z.array(ProjectTerm),
  total: z.number().int(),
  next: z.string().nullable(),
});
export type ProjectTermList = z.infer<typeof ProjectTermList>;
