import type { DataQuality } from "../contract/analysis.ts";
import {
  type FilterCondition,
  type FilterCountParams,
  type FilterCountResult,
  MAX_ORDINALS,
} from "../contract/filter-count.ts";
import { loadSql } from "../database/sql.ts";
import {
  applying,
  knownSum,
  quality,
  qualityOfArea,
  qualityOfResidents,
  residentsUnknown,
  shareOf,
} from "./data-quality.ts";
import type { DatasetFacts } from "./dataset-facts.ts";
import { EDGE_METHOD, ownMethod } from "./method.ts";
import type { Answered, Reading } from "./reading.ts";

const sql = loadSql("./filter-count.sql", import.meta.url);

/** How the counting is done, for every answer that counts by conditions. */
export const FILTER_METHOD = [
  EDGE_METHOD,
  ownMethod(
    "conditions",
    "A building counts only if every condition is known and true; for each condition the buildings whose value is unknown are given beside.",
  ),
];

interface Matched {
  readonly buildings: number;
  readonly gfaAboveSqm: number | null;
  readonly dwellings: number | null;
  readonly residents: number | null;
  readonly ordinals: readonly number[] | null;
}

interface Row {
  readonly buildings: number;
  readonly matched: readonly Matched[];
  readonly unknown: readonly { readonly set: number; readonly field: string; readonly buildings: number }[];
}

/** A count with the buildings behind it; no ordinals where none were asked for or nothing can be counted. */
interface CountedSet {
  readonly result: FilterCountResult;
  readonly ordinals: readonly number[] | null;
}

/** Counts the buildings of the area that meet each of the sets of conditions, in one question; `named` asks which they are. */
export async function countSets(
  { database, area, ...reading }: Reading,
  sets: readonly (readonly FilterCondition[])[],
  named = false,
): Promise<CountedSet[]> {
  const [inside, facts] = [await reading.buildings(), await reading.facts()];
  const conditions = sets.flatMap((set, index) => set.map((condition) => ({ ...condition, set: index })));
  const { rows } = await database.query<Row>(sql, [
    area.districtId,
    area.datasetId,
    ...inside.parameters(),
    sets.length,
    conditions.map(({ set }) => set),
    conditions.map(({ field }) => field),
    conditions.map(({ op }) => op),
    conditions.map(({ value }) => JSON.stringify(value)),
    named,
  ]);
  const { buildings, matched, unknown } = rows[0]!;
  return sets.map((set, index) => {
    const unknownOf = unknown
      .filter((row) => row.set === index)
      .map((row) => ({
        field: row.field,
        buildings: row.buildings,
        share: buildings > 0 ? shareOf(row.buildings, buildings) : null,
      }));
    const isKnown = !isUnjudged(set, unknownOf);
    const counted = isKnown ? countOf(matched[index]!, facts) : NOT_KNOWN;
    return {
      result: { ...counted, unknown: unknownOf },
      ordinals: isKnown ? matched[index]!.ordinals : null,
    };
  });
}

const NOT_KNOWN = { buildings: null, gfaAboveSqm: null, dwellings: null, residents: null } as const;
/** Shares are sums of parts of buildings: as good as all of them. */
const ALL = 1 - 1e-9;

// a condition on a value that no building here has tells nothing, and nothing is not 0
function isUnjudged(set: readonly FilterCondition[], unknown: FilterCountResult["unknown"]): boolean {
  const judging = new Set(set.filter(({ op }) => op !== "known").map(({ field }): string => field));
  return unknown.some(({ field, share }) => judging.has(field) && share !== null && share >= ALL);
}

function countOf({ buildings, gfaAboveSqm, dwellings, residents }: Matched, facts: DatasetFacts) {
  return {
    buildings,
    gfaAboveSqm: knownSum(true, gfaAboveSqm, buildings),
    dwellings: knownSum(facts.hasDwellings, dwellings, buildings),
    residents: knownSum(facts.hasResidents, residents, buildings),
  };
}

/** How many buildings of the area meet all conditions, with their floor area, dwellings and residents. */
export async function filterCount(
  reading: Reading,
  { conditions, ordinals: named }: FilterCountParams,
): Promise<Answered<FilterCountResult>> {
  const [counted] = await countSets(reading, [conditions], named);
  const { result, ordinals } = counted!;
  const listed = ordinals !== null && ordinals.length <= MAX_ORDINALS ? [...ordinals] : null;
  return {
    result: named ? { ...result, ordinals: listed } : result,
    method: FILTER_METHOD,
    dataQuality: await qualityOfCount(reading, result),
  };
}

/** What is missing or doubtful behind a count by conditions. */
export async function qualityOfCount(reading: Reading, result: FilterCountResult): Promise<DataQuality[]> {
  const [inside, facts] = [await reading.buildings(), await reading.facts()];
  return [
    ...qualityOfArea(reading.area, facts),
    ...qualityOfResidents(reading.area, facts),
    ...qualityOf(result, facts, inside.ordinals.length === 0),
  ];
}

const UNKNOWN_CODES = {
  floorsAbove: "floors-unknown",
  yearBuilt: "year-unknown",
  use: "use-unknown",
} as const;

function qualityOf(result: FilterCountResult, facts: DatasetFacts, empty: boolean): DataQuality[] {
  const unknown = result.unknown.flatMap(({ field, share }) => {
    const code = UNKNOWN_CODES[field as keyof typeof UNKNOWN_CODES];
    return code !== undefined && share !== null && share > 0 ? [quality(code, { field, share })] : [];
  });
  return [
    ...applying(
      empty && quality("no-buildings"),
      !facts.hasResidents && residentsUnknown(facts),
      !facts.hasDwellings && quality("dwellings-absent", { field: "dwellings" }),
    ),
    ...unknown,
  ];
}
