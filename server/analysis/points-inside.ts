import { loadSql } from "../database/sql.ts";
import { parseIntArray, toFloatArrayParameter } from "../walking/int-array.ts";
import type { Reading } from "./reading.ts";

const sql = loadSql("./points-inside.sql", import.meta.url);

/** Which of some things lie in the area by a point on each, [lon, lat] in EPSG:4326; in their order. */
export async function whereInside<Thing extends { readonly at: readonly number[] }>(
  { database, area }: Pick<Reading, "database" | "area">,
  things: readonly Thing[],
): Promise<Thing[]> {
  const numbers = (axis: 0 | 1) => toFloatArrayParameter(Float64Array.from(things, ({ at }) => at[axis]!));
  const { rows } = await database.query<{ count: number; positions: string }>(sql, [
    area.geometry,
    numbers(0),
    numbers(1),
  ]);
  const { count, positions } = rows[0]!;
  return Array.from(parseIntArray(positions, count), (position) => things[position]!);
}
