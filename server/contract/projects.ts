import { z } from "zod";
import { ClauseStatus } from "./basis.ts";
import { DISPOSITIONS } from "./filter-count.ts";
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

const onEarth = (lon: number, lat: number) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90;

const codes = (what: string) =>
  z
    .string()
    .max(1000)
    .transform((text) => text.split(",").filter((code) => code !== ""))
    .refine((given) => given.length > 0, "names at least one code")
    .meta({ description: `${what}, parted by commas; any of them; ${UNKNOWN_CODE} = none is given` });

/** Corners a drawn area may have as a filter, for it stands in the address; closing ones not counted. */
export const MAX_FILTER_CORNERS = 300;
const MAX_AREA_TEXT = 12_000;

type Rings = [number, number][][];

/** The polygons of `lon,lat;lon,lat;…`, rings parted by `!` and polygons by `!!`; null where it is no such text. */
function polygonsOf(text: string): Rings[] | null {
  const polygons = text.split("!!").map((polygon) =>
    polygon.split("!").map((ring) => {
      const corners = ring
        .split(";")
        .map((corner) => corner.split(",").map((part) => Number(part || Number.NaN)));
      return [...corners, corners[0]!] as [number, number][];
    }),
  );
  const rings = polygons.flat();
  const sound = rings.every(
    (ring) =>
      ring.length >= 4 && ring.every((corner) => corner.length === 2 && onEarth(corner[0], corner[1])),
  );
  return sound ? polygons : null;
}

const drawnArea = z
  .string()
  .max(MAX_AREA_TEXT)
  .refine(
    (text) => polygonsOf(text) !== null,
    "is rings of at least three corners, lon,lat;lon,lat;… in degrees",
  )
  .refine(
    (text) => text.split(/[;!]+/).length <= MAX_FILTER_CORNERS,
    `has at most ${MAX_FILTER_CORNERS} corners`,
  )
  .transform((text) => JSON.stringify({ type: "MultiPolygon", coordinates: polygonsOf(text) ?? [] }));

const numbers = (count: number) =>
  z
    .string()
    .max(200)
    .transform((text) => text.split(",").map((part) => (part.trim() === "" ? Number.NaN : Number(part))))
    .refine((given) => given.length === count && given.every(Number.isFinite), `is ${count} numbers`);

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
  tasks: codes("core tasks, by the categories that serve them").optional(),
  funds: codes("who pays: types of money").optional(),
  unit: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .optional()
    .meta({ description: `责任单位 of the last return that names one; ${UNKNOWN_CODE} = none does` }),
  minYuan: z.coerce.number().min(0).optional().meta({
    description:
      "total investment, inclusive; as taken down, else as returned, else the sum of known sources",
  }),
  maxYuan: z.coerce.number().min(0).optional().meta({ description: "total investment, inclusive" }),
  disposition: z
    .enum([...DISPOSITIONS, UNKNOWN_CODE])
    .optional()
    .meta({ description: `处置方式 of one of its buildings; ${UNKNOWN_CODE} = of one it is not decided` }),
  area: drawnArea.optional().meta({
    description:
      "meets this area: lon,lat;lon,lat;… in degrees, rings parted by !, polygons by !!, not closed",
  }),
  year: z.coerce.number().int().min(1900).max(2200).optional().meta({ description: "under way in it" }),
  batch: z
    .string()
    .regex(/^[a-z-]{1,32}:(19|20|21)\d{2}$/, "is a batch and its year, such as start:2026")
    .optional()
    .meta({ description: "of one of the four batches 四个一批 of a year" }),
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

export const PROJECT_FACETS = [
  "category",
  "stage",
  "year",
  "renewal-district",
  "task",
  "unit",
  "fund",
] as const;

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

/** A word of the project pool, a core task among them; the list is in the order of the stages and of each other kind. */
export const ProjectTerm = z.object({
  kind: z.enum([...PROJECT_TERM_KINDS, "task"]),
  code: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  edition: z
    .string()
    .nullable()
    .meta({ description: "the list of categories a category is of; null for other words" }),
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
