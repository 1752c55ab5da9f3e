import { FilterCondition } from "../contract/filter-count.ts";
import type { FilterFieldFacts, FilterFieldList, FilterPreset } from "../contract/filter-presets.ts";
import { filterFromText } from "../contract/filter-text.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import type { Scope } from "./scope.ts";

const presetsSql = loadSql("./filter-presets.sql", import.meta.url);
const fieldsSql = loadSql("./filter-fields.sql", import.meta.url);

type Row = Omit<FilterPreset, "conditions"> & { readonly conditions: string };

/** The questions by conditions that are asked often, in their order. */
export async function listFilterPresets(database: Database): Promise<FilterPreset[]> {
  const { rows } = await database.query<Row>(presetsSql);
  return rows.map((row) => ({
    ...row,
    conditions: filterFromText(row.conditions).map((draft) => FilterCondition.parse(draft)),
  }));
}

/** What the buildings of a district know of each field a condition may name. */
export async function listFilterFields(
  database: Database,
  { districtId, levels }: Scope,
): Promise<FilterFieldList> {
  const { rows } = await database.query<FilterFieldFacts>(fieldsSql, [districtId, levels]);
  return { items: rows, total: rows.length, next: null };
}
