import { FilterCondition } from "../contract/filter-count.ts";
import type { FilterFieldFacts, FilterFieldList, FilterPreset } from "../contract/filter-presets.ts";
import { filterFromText } from "../contract/filter-text.ts";
import { hiddenFields } from "../contract/internal-fields.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import type { Scope } from "./scope.ts";

const presetsSql = loadSql("./filter-presets.sql", import.meta.url);
const fieldsSql = loadSql("./filter-fields.sql", import.meta.url);

type Row = Omit<FilterPreset, "conditions"> & { readonly conditions: string };

/** The questions by conditions that are asked often, in their order; those on what readers of the levels are not told are left out. */
export async function listFilterPresets(
  database: Database,
  levels: readonly string[],
): Promise<FilterPreset[]> {
  const { rows } = await database.query<Row>(presetsSql);
  const hidden = hiddenFields("building", levels);
  return rows
    .map((row) => ({
      ...row,
      conditions: filterFromText(row.conditions).map((draft) => FilterCondition.parse(draft)),
    }))
    .filter(({ conditions }) => conditions.every(({ field }) => !hidden.includes(field)));
}

/** What the buildings of a district know of each field a condition may name. */
export async function listFilterFields(
  database: Database,
  { districtId, levels }: Scope,
): Promise<FilterFieldList> {
  const { rows } = await database.query<FilterFieldFacts>(fieldsSql, [districtId, levels]);
  const hidden = hiddenFields("building", levels);
  const items = rows.filter(({ field }) => !hidden.includes(field));
  return { items, total: items.length, next: null };
}
