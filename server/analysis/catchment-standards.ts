import type { TwoStepCatchmentParams, TwoStepCatchmentResult } from "../contract/two-step-catchment.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { invalidParameter } from "../errors.ts";
import { facilityCategory } from "../expected.ts";
import type { DecayChoice } from "../walking/catchment-kernel.ts";
import { type Requirement, readRuleSet } from "./life-circle-requirements.ts";

const sql = loadSql("./two-step-catchment-standards.sql", import.meta.url);

/** Where neither the question nor the rule set gives one. */
const DEFAULT_MINUTES = 15;

type Status = "verified" | "unverified";
type Row = {
  readonly category: TwoStepCatchmentResult["category"] | null;
  readonly unit: { readonly nameZh: string; readonly nameEn: string; readonly status: Status } | null;
  readonly group:
    | (TwoStepCatchmentResult["group"] & { readonly ages: string; readonly status: Status })
    | null;
  readonly groups: readonly string[];
  readonly persona: { readonly status: Status; readonly flatMps: number };
  readonly weights: readonly number[];
};

/** What a question about a category rests on. */
export interface CatchmentStandards {
  readonly category: TwoStepCatchmentResult["category"];
  readonly unit: Row["unit"];
  readonly group: NonNullable<Row["group"]>;
  readonly persona: Row["persona"];
  readonly decay: DecayChoice;
  readonly minutes: number;
  readonly minutesFrom: TwoStepCatchmentResult["minutesFrom"];
  /** The requirement that the time is taken from; null where it is not. */
  readonly requirement: Requirement | null;
  readonly ruleSet: { readonly titleEn: string; readonly edition: string };
  /** Some row it rests on is not verified. */
  readonly trial: boolean;
}

/** Reads them; throws invalid-parameter for an unknown category, group or rule set, saying which there are. */
export async function readCatchmentStandards(
  database: Database,
  params: TwoStepCatchmentParams,
  districtId: string,
): Promise<CatchmentStandards> {
  const { rows } = await database.query<Row>(sql, [
    params.category,
    params.demand ?? null,
    params.persona,
    params.decay,
  ]);
  const { category, unit, group, groups, persona, weights } = rows[0]!;
  if (!category) throw invalidParameter("category", params.category, facilityCategory());
  if (!group) throw invalidParameter("demand", params.demand, `one of ${groups.join(", ")}`);
  const ruleSet = await readRuleSet(database, params.ruleSet, districtId);
  const [tier] = ruleSet.requirements
    .filter((each) => each.category === params.category)
    .sort((a, b) => a.minutes - b.minutes);
  const requirement = params.minutes === undefined ? (tier ?? null) : null;
  const isEnhanced = params.method === "enhanced";
  return {
    category,
    unit,
    group,
    persona,
    decay: isEnhanced
      ? { method: "enhanced", weights }
      : { method: params.method as "two-step" | "gaussian" },
    minutes: params.minutes ?? tier?.minutes ?? DEFAULT_MINUTES,
    minutesFrom: params.minutes !== undefined ? "asked" : tier ? "rule-set" : "default",
    requirement,
    ruleSet,
    trial:
      isEnhanced ||
      [
        persona.status,
        group.status,
        ...(requirement ? [requirement.status, requirement.tierStatus] : []),
      ].some((status) => status === "unverified"),
  };
}
