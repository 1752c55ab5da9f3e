import { loadSql } from "../database/sql.ts";
import { parseIntArray } from "../walking/int-array.ts";
import type { Reading } from "./reading.ts";

const sql = loadSql("./persona-ages.sql", import.meta.url);

/** Of all ages: the persona stands for everyone. */
export const ALL_AGES = "all";

/** A persona, and how many of its own ages live in the buildings of an area. */
export interface PersonaAges {
  /** Age groups such as 65-79;80+, or all; null where the persona is of no ages of its own. */
  readonly groupAges: string | null;
  /** By building in their order, the share not applied; −1 = not known. */
  readonly group: Int32Array;
  readonly status: string | null;
  /** null: the reach of the persona is not complete. */
  readonly reachSha256: string | null;
}

/** Reads whom a persona stands for, and how many of them live in each building of the area. */
export async function readPersonaAges(reading: Reading, persona: string): Promise<PersonaAges> {
  const { districtId, datasetId } = reading.area;
  const inside = await reading.buildings();
  const [ordinals] = inside.parameters();
  type Row = Omit<PersonaAges, "group"> & { readonly group: string };
  const { rows } = await reading.database.query<Row>(sql, [districtId, datasetId, ordinals, persona]);
  const { group, groupAges, ...row } = rows[0]!;
  return {
    ...row,
    groupAges: groupAges || null,
    group: parseIntArray(group, inside.ordinals.length),
  };
}
