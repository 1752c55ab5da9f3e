import type { LandKind, Radius, RadiusFigure } from "../contract/radius-coverage.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { invalidParameter } from "../errors.ts";
import { facilityCategory } from "../expected.ts";
import type { RuleSet } from "./life-circle-requirements.ts";

const sql = loadSql("./coverage-definitions.sql", import.meta.url);

const categorySql = `SELECT name_zh AS "titleZh", name_en AS "titleEn" FROM facility_category WHERE code = $1`;

type Titled = Pick<
  RadiusFigure,
  | "titleZh"
  | "titleEn"
  | "edition"
  | "clause"
  | "status"
  | "source"
  | "sourceEn"
  | "note"
  | "noteEn"
  | "tiers"
  | "measuredFrom"
>;

/** How a coverage is defined: which places serve how far round them, and over which land it is told. */
export interface CoverageDefinition extends Titled {
  readonly id: string;
  readonly supply: "facility" | "walkway";
  /** Of facilities; empty where walkways serve. */
  readonly categories: readonly string[];
  readonly land: LandKind;
  /** From the smallest places up. */
  readonly radii: readonly Radius[];
}

/** The analyses that offer definitions. */
export type RadiusAnalysis = "park-coverage" | "statutory-radius-coverage";

/** Reads the definitions of an analysis in their order. */
export async function readDefinitions(
  database: Database,
  analysis: RadiusAnalysis,
): Promise<CoverageDefinition[]> {
  return (await database.query<CoverageDefinition>(sql, [analysis])).rows;
}

/**
 * The distances a rule set gives as radii over residential land: what walking judges and has a distance of its own. A
 * category with one distance in several tiers is one definition.
 */
export function definitionsOf({ id, requirements }: RuleSet): CoverageDefinition[] {
  const found = new Map<string, CoverageDefinition>();
  for (const requirement of requirements) {
    const { category, ownDistanceM, test, tier } = requirement;
    if (test !== "walk" || ownDistanceM === null) continue;
    const key = `${id}/${category}/${ownDistanceM}`;
    const known = found.get(key);
    found.set(key, {
      id: key,
      titleZh: requirement.nameZh,
      titleEn: requirement.nameEn,
      edition: requirement.edition,
      clause: requirement.clause,
      status: known?.status === "unverified" ? "unverified" : requirement.status,
      source: id,
      sourceEn: id,
      note: null,
      noteEn: null,
      tiers: [...(known?.tiers ?? []), tier],
      measuredFrom: "edge",
      supply: "facility",
      categories: [category],
      land: "residential",
      radii: [{ areaSqmMin: null, areaSqmMax: null, radiusM: ownDistanceM }],
    });
  }
  return [...found.values()];
}

/** The id of a radius of no standard. */
const OWN_ID = "own";

/** A radius of no standard round the facilities of a category, over residential land. Throws invalid-parameter for an unknown category. */
export async function ownDefinition(
  database: Database,
  { category, radiusM }: { readonly category: string; readonly radiusM: number },
): Promise<CoverageDefinition> {
  type Row = Pick<Titled, "titleZh" | "titleEn">;
  const [names] = (await database.query<Row>(categorySql, [category])).rows;
  if (!names) throw invalidParameter("own.category", category, facilityCategory());
  return {
    ...{ id: OWN_ID, titleZh: `${names.titleZh}（自定半径）`, titleEn: `${names.titleEn} (own radius)` },
    ...{ edition: "", clause: null, status: "verified", source: "用户给定", sourceEn: "as asked" },
    ...{ note: null, noteEn: null, tiers: [] },
    ...{ measuredFrom: "edge", supply: "facility", categories: [category], land: "residential" },
    radii: [{ areaSqmMin: null, areaSqmMax: null, radiusM }],
  };
}

/** The definition looked at: the one named, else the first; null where there is none. Throws invalid-parameter naming them. */
export function pickDefinition(
  definitions: readonly CoverageDefinition[],
  id: string | undefined,
): CoverageDefinition | null {
  const picked = id === undefined ? definitions[0] : definitions.find((each) => each.id === id);
  if (picked) return picked;
  if (id === undefined) return null;
  throw invalidParameter(
    "definition",
    id,
    `one of ${definitions.map((each) => each.id).join(", ") || "none"}`,
  );
}

/** What a definition makes of a place by its area: the radius it serves, or why it does not count. */
export function radiusOf(
  areaSqm: number | null,
  { radii }: Pick<CoverageDefinition, "radii">,
): number | "not-counted" | "size-unknown" {
  const bounded = radii.some(({ areaSqmMin, areaSqmMax }) => areaSqmMin !== null || areaSqmMax !== null);
  if (bounded && areaSqm === null) return "size-unknown";
  const row = radii.findLast(({ areaSqmMin }) => areaSqmMin === null || areaSqm! >= areaSqmMin);
  return row && (row.areaSqmMax === null || areaSqm! <= row.areaSqmMax) ? row.radiusM : "not-counted";
}
