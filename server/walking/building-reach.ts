import type { Persona } from "../contract/life-circle-coverage.ts";
import { FARTHER, OFF_NETWORK, type ReachDirection } from "../contract/reach.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { busy, notFound } from "../errors.ts";
import { parseIntArray } from "./int-array.ts";

const sql = loadSql("./building-reach.sql", import.meta.url);

/** Whole seconds to and from the nearest of a category by building ordinal; negative = not within the search. */
export interface BuildingTimes {
  /** 1 = the building gets onto the network. */
  readonly onNetwork: ArrayLike<number>;
  readonly toS: ArrayLike<number>;
  readonly fromS: ArrayLike<number>;
}

/** As stored for a weekday at 10:00; `inputsSha256` changes when the times may. */
export interface StoredReach extends BuildingTimes {
  readonly inputsSha256: string;
  readonly datasetId: number;
}

interface Question {
  readonly districtId: string;
  readonly persona: Persona;
  readonly category: string;
}

interface Row {
  readonly datasetId: number;
  readonly inputsSha256: string;
  readonly onNetwork: string;
  readonly toS: string | null;
  readonly fromS: string | null;
  readonly known: boolean;
}

const RETRY_AFTER_S = 30;

/**
 * Walking times of every building of a district to and from the nearest facility of a category, as stored. Throws busy
 * while they are computed, not-found where the category or any facility of it is missing.
 */
export async function readBuildingReach(database: Database, question: Question): Promise<StoredReach> {
  const { districtId, persona, category } = question;
  const [row] = (await database.query<Row>(sql, [districtId, persona, category])).rows;
  if (!row) throw busy(RETRY_AFTER_S, `The walking times of the persona ${persona} are still being computed`);
  const asked = { path: "category", value: category };
  if (!row.known) throw notFound(`facility category ${category}`, asked);
  if (row.toS === null || row.fromS === null) {
    throw notFound(`facility of the category ${category} in the data of this district`, {
      ...asked,
      lacking: "facilities",
    });
  }
  const { datasetId, inputsSha256, onNetwork } = row;
  return {
    datasetId,
    inputsSha256,
    onNetwork: Uint8Array.from(onNetwork, (each) => (each === "t" ? 1 : 0)),
    toS: parseIntArray(row.toS, onNetwork.length),
    fromS: parseIntArray(row.fromS, onNetwork.length),
  };
}

/** The seconds of one way of walking by building ordinal, as the contract writes them. */
export function secondsOf({ onNetwork, toS, fromS }: BuildingTimes, direction: ReachDirection): Int16Array {
  const walked = {
    to: (building: number) => toS[building]!,
    from: (building: number) => fromS[building]!,
    both: (building: number) => worse(toS[building]!, fromS[building]!),
  }[direction];
  return Int16Array.from({ length: onNetwork.length }, (_, building) => {
    if (onNetwork[building] !== 1) return OFF_NETWORK;
    const seconds = walked(building);
    return seconds < 0 ? FARTHER : seconds;
  });
}

const worse = (there: number, back: number) => (there < 0 || back < 0 ? FARTHER : Math.max(there, back));
