import type { Persona } from "../contract/life-circle-coverage.ts";
import { FARTHER, OFF_NETWORK } from "../contract/reach.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { busy, notFound } from "../errors.ts";
import { parseIntArray } from "./int-array.ts";

const sql = loadSql("./building-reach.sql", import.meta.url);

/** Seconds of every building of a district by its ordinal; see the contract. `inputsSha256` changes when they may. */
export interface BuildingReach {
  readonly seconds: Int16Array;
  readonly inputsSha256: string;
}

interface Question {
  readonly districtId: string;
  readonly persona: Persona;
  readonly category: string;
}

interface Row {
  readonly inputsSha256: string;
  readonly onNetwork: string;
  readonly toS: string | null;
  readonly fromS: string | null;
  readonly known: boolean;
}

const RETRY_AFTER_S = 30;

/**
 * Walking seconds from every building to the nearest facility of a category, the worse of there and back, as stored for a
 * weekday at 10:00. Throws busy while they are computed, not-found where the category or any facility of it is missing.
 */
export async function readBuildingReach(database: Database, question: Question): Promise<BuildingReach> {
  const { districtId, persona, category } = question;
  const [row] = (await database.query<Row>(sql, [districtId, persona, category])).rows;
  if (!row) throw busy(RETRY_AFTER_S, `The walking times of the persona ${persona} are still being computed`);
  if (!row.known) throw notFound(`facility category ${category}`);
  if (row.toS === null || row.fromS === null) {
    throw notFound(`facility of the category ${category} in the data of this district`);
  }
  const { inputsSha256, onNetwork } = row;
  const there = parseIntArray(row.toS, onNetwork.length);
  const back = parseIntArray(row.fromS, onNetwork.length);
  const seconds = Int16Array.from({ length: onNetwork.length }, (_, building) =>
    worse(onNetwork[building] === "t", there[building]!, back[building]!),
  );
  return { seconds, inputsSha256 };
}

/** The same of another reach of the same buildings; `onNetwork` as in the stored one's seconds. */
export function worseOfBuildings(
  { toS, fromS }: { readonly toS: ArrayLike<number>; readonly fromS: ArrayLike<number> },
  stored: Int16Array,
): Int16Array {
  return stored.map((seconds, building) => worse(seconds !== OFF_NETWORK, toS[building]!, fromS[building]!));
}

function worse(onNetwork: boolean, there: number, back: number): number {
  if (!onNetwork) return OFF_NETWORK;
  return there < 0 || back < 0 ? FARTHER : Math.max(there, back);
}
