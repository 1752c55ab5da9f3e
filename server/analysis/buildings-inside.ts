import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { parseIntArray, toFloatArrayParameter, toIntArrayParameter } from "../walking/int-array.ts";
import type { Area } from "./area.ts";

const sql = loadSql("./buildings-inside.sql", import.meta.url);

/** The buildings of an area: ordinals within its dataset and, in the same order, shares of the footprint inside, (0, 1]. */
export interface BuildingsInside {
  readonly ordinals: Int32Array;
  readonly shares: Float64Array;
  /** The same two as query parameters integer[] and double precision[]. */
  readonly parameters: readonly [ordinals: Buffer, shares: Buffer];
}

interface Row {
  readonly whole: string | null;
  readonly wholeCount: number;
  readonly edge: number[] | null;
  readonly edgeShares: number[] | null;
}

/** Which buildings lie in the area and with what share: the one spatial question behind every count of buildings. */
export async function findBuildingsInside(database: Database, area: Area): Promise<BuildingsInside> {
  const { districtId, datasetId, levels, geometry } = area;
  const { rows } = await database.query<Row>(sql, [districtId, datasetId, levels, geometry]);
  const { whole, wholeCount, edge, edgeShares } = rows[0]!;
  const count = wholeCount + (edge?.length ?? 0);
  const ordinals = new Int32Array(count);
  if (whole !== null) ordinals.set(parseIntArray(whole, wholeCount));
  ordinals.set(edge ?? [], wholeCount);
  const shares = new Float64Array(count).fill(1);
  shares.set(edgeShares ?? [], wholeCount);
  const parameters = [toIntArrayParameter(ordinals), toFloatArrayParameter(shares)] as const;
  return { ordinals, shares, parameters };
}
