import { z } from "zod";
import {
  numberCell,
  optionalTextCell,
  orEmpty,
  readCsvRows,
  textCell,
  wrongRow,
} from "../database/csv-rows.ts";

/** The tags of one OSM element. */
export type Tags = Readonly<Record<string, string>>;

/** Answers whether a tag's value is meant by a rule: "*" any, "/…/" a regular expression, else one item of the ;-list. */
type ValueTest = (value: string) => boolean;

const regexCell = z.string().transform((text, context) => {
  try {
    return new RegExp(text, "iu");
  } catch (error) {
    context.addIssue({ code: "custom", message: (error as Error).message });
    return z.NEVER;
  }
});

const valueCell: z.ZodType<ValueTest, string> = z.union([
  z.literal("*").transform((): ValueTest => () => true),
  z
    .string()
    .regex(/^\/.+\/$/)
    .transform((text) => text.slice(1, -1))
    .pipe(regexCell)
    .transform(
      (regex): ValueTest =>
        (value) =>
          regex.test(value),
    ),
  z
    .string()
    .regex(/^[^/*]+$/)
    .transform(
      (text): ValueTest =>
        (value) =>
          value === text || value.split(/\s*;\s*/).includes(text),
    ),
]);

const certaintyCell = z.enum(["exact", "proxy"], { error: "must be exact or proxy" });

const FacilityRule = z
  .strictObject({
    key: textCell,
    value: valueCell,
    key2: optionalTextCell,
    value2: orEmpty(valueCell),
    name_pattern: orEmpty(regexCell),
    area_sqm_min: orEmpty(numberCell),
    category: z.string().transform((text) => (text === "" ? [] : text.split(";"))),
    certainty: orEmpty(certaintyCell),
    reason: optionalTextCell,
    note: optionalTextCell,
  })
  .refine((rule) => (rule.category.length === 0) === (rule.certainty === null), {
    error: "category and certainty are given together or not at all",
  })
  .refine((rule) => (rule.category.length === 0) === (rule.reason !== null), {
    error: "either a category or the reason why the element stays out",
  })
  .refine((rule) => (rule.key2 === null) === (rule.value2 === null), {
    error: "key2 and value2 are given together or not at all",
  });

const LandUseRule = z
  .strictObject({
    key: textCell,
    value: valueCell,
    class: z.enum(["R", "A", "B", "M", "W", "S", "U", "G", "H", "E"], {
      error: "must be a class of GB 50137: R, A, B, M, W, S, U, G, H or E",
    }),
    construction: z.enum(["true", "false"]).transform((text) => text === "true"),
    certainty: certaintyCell,
    note: optionalTextCell,
  })
  .refine((rule) => rule.construction === (rule.class !== "E"), {
    error: "every class but E is construction land",
  });

const BUILDING_USES = [
  "residential",
  "commercial",
  "office",
  "industrial",
  "education",
  "health",
  "public",
  "transport",
  "religious",
  "other",
  "unknown",
] as const;

/** What a building is used for. */
export type BuildingUse = (typeof BUILDING_USES)[number];

const BuildingUseRule = z.strictObject({ key: textCell, value: valueCell, use: z.enum(BUILDING_USES) });

/** The tables that say what OSM tags mean here; in each the first rule that fits decides. */
export interface TagTables {
  readonly facility: readonly z.infer<typeof FacilityRule>[];
  readonly landUse: readonly z.infer<typeof LandUseRule>[];
  readonly buildingUse: readonly z.infer<typeof BuildingUseRule>[];
}

/** Reads the three tag tables of a directory (geodata/standards); throws StartupError "file:line: …" at the first wrong row. */
export async function readTagTables(directory: string): Promise<TagTables> {
  const categories = await readCsvRows(directory, "facility-category.csv", z.object({ code: textCell }));
  const known = new Set(categories.map(({ row }) => row.code));
  const facility = await readCsvRows(directory, "osm-facility-tag.csv", FacilityRule);
  for (const { line, row } of facility) {
    const unknown = row.category.find((code) => !known.has(code));
    if (unknown === undefined) continue;
    throw wrongRow("osm-facility-tag.csv", line, `category ${unknown} is not in facility-category.csv`);
  }
  const landUse = await readCsvRows(directory, "osm-land-use.csv", LandUseRule);
  const buildingUse = await readCsvRows(directory, "osm-building-use.csv", BuildingUseRule);
  return {
    facility: facility.map(({ row }) => row),
    landUse: landUse.map(({ row }) => row),
    buildingUse: buildingUse.map(({ row }) => row),
  };
}

/**
 * What an element is among the facilities: of which categories (two for a school of both stages) and how surely,
 * or left out with a kebab-case reason to count.
 */
export type FacilityMatch =
  | {
      readonly kind: "facility";
      readonly categories: readonly string[];
      readonly certainty: "exact" | "proxy";
    }
  | { readonly kind: "left-out"; readonly reason: string };

/** Which facility the tags describe; null where they describe none. `areaSqm` is null for points and lines. */
export function classifyFacility(
  rules: TagTables["facility"],
  tags: Tags,
  areaSqm: number | null,
): FacilityMatch | null {
  const names = namesOf(tags);
  const rule = rules.find(
    (candidate) =>
      tagFits(candidate.key, candidate.value, tags) &&
      (candidate.key2 === null || tagFits(candidate.key2, candidate.value2, tags)) &&
      (candidate.name_pattern === null || candidate.name_pattern.test(names)) &&
      // at least this large, inclusive; an element without an area is not known to be large enough
      (candidate.area_sqm_min === null || (areaSqm !== null && areaSqm >= candidate.area_sqm_min)),
  );
  if (rule === undefined) return null;
  return rule.certainty === null
    ? { kind: "left-out", reason: rule.reason ?? "unclassified" }
    : { kind: "facility", categories: rule.category, certainty: rule.certainty };
}

/** The GB 50137 class of the land and whether it is construction land; null where the tags tell no land use. */
export function classifyLandUse(
  rules: TagTables["landUse"],
  tags: Tags,
): { class: string; construction: boolean; certainty: "exact" | "proxy" } | null {
  const rule = rules.find((candidate) => tagFits(candidate.key, candidate.value, tags));
  if (rule === undefined) return null;
  return { class: rule.class, construction: rule.construction, certainty: rule.certainty };
}

/** What a building is used for; "unknown" where its tags do not tell. */
export function classifyBuildingUse(rules: TagTables["buildingUse"], tags: Tags): BuildingUse {
  return rules.find((candidate) => tagFits(candidate.key, candidate.value, tags))?.use ?? "unknown";
}

function tagFits(key: string, test: ValueTest | null, tags: Tags): boolean {
  const value = tags[key];
  return value !== undefined && (test?.(value) ?? false);
}

const NAME_KEYS = ["name", "name:zh", "name:en", "official_name", "alt_name", "short_name"] as const;

// one name a line, so that a pattern never matches across two names
function namesOf(tags: Tags): string {
  return NAME_KEYS.map((key) => tags[key] ?? "").join("\n");
}
