import { ANY_REQUIRED, type ServiceGapParams } from "../contract/service-gap.ts";
import type { Database } from "../database/database.ts";
import { invalidParameter } from "../errors.ts";
import { facilityCategory } from "../expected.ts";
import { countsAsRequired, type Requirement, readRuleSet } from "./life-circle-requirements.ts";

const categorySql = `SELECT code AS "category", name_zh AS "nameZh", name_en AS "nameEn" FROM facility_category WHERE code = $1`;

/** The categories a gap is asked of. */
export interface AskedCategories {
  readonly categories: readonly {
    readonly category: string;
    readonly nameZh: string;
    readonly nameEn: string;
  }[];
  /** The requirements they come from; empty where one category is named. */
  readonly requirements: readonly Requirement[];
  /** Null where one category is named. */
  readonly ruleSet: { readonly titleEn: string; readonly edition: string } | null;
}

/** Whether a requirement or its tier is not yet checked against the printed standard. */
export const isUnverified = ({ status, tierStatus }: Requirement) =>
  status === "unverified" || tierStatus === "unverified";

/**
 * Which categories are asked about: the one named, or all that a rule set requires of its tier of these minutes and walking
 * judges. Throws invalid-parameter for an unknown category, rule set or tier.
 */
export async function readAskedCategories(
  database: Database,
  { category, minutes, ruleSet: id }: ServiceGapParams,
  districtId: string,
): Promise<AskedCategories> {
  if (category === ANY_REQUIRED) return readRequired(database, { id, minutes, districtId });
  const { rows } = await database.query<AskedCategories["categories"][number]>(categorySql, [category]);
  if (rows.length === 0) {
    throw invalidParameter("category", category, facilityCategory(`, or ${ANY_REQUIRED}`));
  }
  return { categories: rows, requirements: [], ruleSet: null };
}

async function readRequired(
  database: Database,
  { id, minutes, districtId }: { readonly id: string; readonly minutes: number; readonly districtId: string },
): Promise<AskedCategories> {
  const ruleSet = await readRuleSet(database, id, districtId);
  const tiers = [...new Set(ruleSet.requirements.map((requirement) => requirement.minutes))];
  const requirements = ruleSet.requirements.filter(
    (requirement) => requirement.minutes === minutes && countsAsRequired(requirement),
  );
  if (tiers.length > 0 && !tiers.includes(minutes)) {
    throw invalidParameter("minutes", minutes, `those of a tier of ${id}: ${tiers.join(", ")}`);
  }
  return { categories: requirements, requirements, ruleSet };
}
