import { offsetOfCursor } from "../catalogue/cursor.ts";
import type { FilteredBuilding, FilterListParams, FilterListResult } from "../contract/filter-list.ts";
import { hiddenFields } from "../contract/internal-fields.ts";
import { loadSql } from "../database/sql.ts";
import { toIntArrayParameter } from "../walking/int-array.ts";
import { countSets, FILTER_METHOD, qualityOfCount } from "./filter-count.ts";
import type { Answered, Reading } from "./reading.ts";

const sql = loadSql("./filter-list.sql", import.meta.url);

type Row = Omit<FilteredBuilding, "insideShare">;

/** Which buildings of the area meet all conditions, a page after the other; the very ones filter-count counts. */
export async function filterList(
  reading: Reading,
  { conditions, sort, descending, limit, cursor }: FilterListParams,
): Promise<Answered<FilterListResult>> {
  const offset = offsetOfCursor(cursor);
  const { database, area } = reading;
  const [counted] = await countSets(reading, [conditions], true);
  const { result, ordinals } = counted!;
  const { rows } = await database.query<Row>(sql, [
    area.districtId,
    area.datasetId,
    toIntArrayParameter(Int32Array.from(ordinals ?? [])),
    sort,
    descending,
    limit,
    offset,
    area.levels,
  ]);
  const hidden = hiddenFields("building", area.levels);
  const shareOf = await insideShares(reading);
  const read = offset + rows.length;
  return {
    result: {
      items: rows.map((row) => ({ ...without(row, hidden), insideShare: shareOf(row.ordinal) })),
      total: ordinals?.length ?? null,
      next: ordinals !== null && read < ordinals.length ? String(read) : null,
    },
    method: FILTER_METHOD,
    dataQuality: await qualityOfCount(reading, result),
  };
}

const without = (row: Row, hidden: readonly string[]) =>
  Object.fromEntries(Object.entries(row).filter(([field]) => !hidden.includes(field))) as Row;

async function insideShares({ buildings }: Reading): Promise<(ordinal: number) => number> {
  const { ordinals, shares } = await buildings();
  const at = new Map(Array.from(ordinals, (ordinal, index) => [ordinal, shares[index]!]));
  return (ordinal) => at.get(ordinal) ?? 0;
}
