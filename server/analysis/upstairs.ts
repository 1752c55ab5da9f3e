import type { Method } from "../contract/analysis.ts";
import type { Upstairs } from "../contract/walk-conditions.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import type { BuildingTimes } from "../walking/building-reach.ts";
import { parseIntArray } from "../walking/int-array.ts";
import type { Persona, WalkingParameters } from "../walking/persona.ts";
import { loadWalkingStandards } from "../walking/reach-inputs.ts";
import { ownMethod } from "./method.ts";
import type { KeptCategoryReach, KeptReach } from "./reach-cache.ts";
import type { Reading } from "./reading.ts";

const sql = loadSql("./upstairs.sql", import.meta.url);

/** A walk that would take longer is none. */
const FARTHEST_S = 3600;

/** Seconds on the stairs inside each of the buildings, whole and rounded up, in one order; Infinity = cannot be climbed. */
export interface HouseStairs {
  readonly downS: Float64Array;
  readonly upS: Float64Array;
  /** 1 = floors or lift not known, so that nothing is added. */
  readonly unknown: Uint8Array;
}

/** What one house asks of its stairs. */
interface House {
  /** Above ground; null = not known. */
  readonly floors: number | null;
  readonly hasLift: boolean | null;
}

/**
 * Seconds down and up the stairs of a house for the average resident (half the storeys above the ground floor) or to its
 * top floor; 0 where there is a lift or nothing to climb, Infinity for whom stairs are forbidden, null where not known.
 */
export function houseStairs(
  { floors, hasLift }: House,
  upstairs: Exclude<Upstairs, "none">,
  { persona, parameters }: { readonly persona: Persona; readonly parameters: WalkingParameters },
): { readonly downS: number; readonly upS: number } | null {
  if (hasLift === true || (floors !== null && floors <= 1)) return { downS: 0, upS: 0 };
  if (floors === null || hasLift === null) return null;
  const storeys = (floors - 1) / (upstairs === "mean" ? 2 : 1);
  const riseM = storeys * parameters.storeyHeightM;
  const { fatigueFreeRiseM, fatigueRiseStepM, fatiguePerStep, fatigueMax } = parameters;
  const tired = 1 + fatiguePerStep * Math.max(0, (riseM - fatigueFreeRiseM) / fatigueRiseStepM);
  const seconds = (verticalMps: number | null) =>
    verticalMps === null
      ? Number.POSITIVE_INFINITY
      : Math.ceil((riseM / verticalMps) * Math.min(fatigueMax, tired));
  return { downS: seconds(persona.stairsDownVerticalMps), upS: seconds(persona.stairsUpVerticalMps) };
}

/** Reads what the stairs inside the buildings of an area ask of a persona. */
export async function readHouseStairs(
  { database, area, buildings }: Reading,
  personaId: string,
  upstairs: Exclude<Upstairs, "none">,
): Promise<HouseStairs> {
  const inside = await buildings();
  const [ordinals] = inside.parameters();
  return readStairsOf(database, { ...area, ordinals, count: inside.ordinals.length, personaId, upstairs });
}

interface StairsQuestion {
  readonly districtId: string;
  readonly datasetId: number;
  readonly ordinals: unknown;
  /** How many ordinals. */
  readonly count: number;
  readonly personaId: string;
  readonly upstairs: Exclude<Upstairs, "none">;
}

async function readStairsOf(
  database: Database,
  { districtId, datasetId, ordinals, count, personaId, upstairs }: StairsQuestion,
): Promise<HouseStairs> {
  const { personas, parameters } = await loadWalkingStandards(database);
  const persona = personas.find(({ id }) => id === personaId)!;
  type Row = { readonly floors: string; readonly lifts: string };
  const { rows } = await database.query<Row>(sql, [districtId, datasetId, ordinals]);
  const floors = parseIntArray(rows[0]!.floors, count);
  const lifts = parseIntArray(rows[0]!.lifts, count);
  const houses = Array.from(floors, (above, at) =>
    houseStairs(
      { floors: above < 0 ? null : above, hasLift: lifts[at]! < 0 ? null : lifts[at] === 1 },
      upstairs,
      { persona, parameters },
    ),
  );
  return {
    downS: Float64Array.from(houses, (house) => house?.downS ?? 0),
    upS: Float64Array.from(houses, (house) => house?.upS ?? 0),
    unknown: Uint8Array.from(houses, (house) => (house ? 0 : 1)),
  };
}

/** Walking times of every building of a dataset, by ordinal, from within it; see {@link houseStairs}. */
export async function timesFromWithin(
  database: Database,
  times: BuildingTimes,
  asked: Pick<StairsQuestion, "districtId" | "datasetId" | "personaId" | "upstairs">,
): Promise<BuildingTimes> {
  const count = times.onNetwork.length;
  const ordinals = Int32Array.from({ length: count }, (_, ordinal) => ordinal);
  const { downS, upS } = await readStairsOf(database, { ...asked, ordinals: [...ordinals], count });
  return {
    onNetwork: times.onNetwork,
    toS: withStairs(times.toS, ordinals, downS),
    fromS: withStairs(times.fromS, ordinals, upS),
  };
}

function withStairs(walkS: ArrayLike<number>, ordinals: Int32Array, stairsS: Float64Array): Int16Array {
  const together = Int16Array.from(walkS);
  for (const [at, ordinal] of ordinals.entries()) {
    const seconds = walkS[ordinal]! + stairsS[at]!;
    if (walkS[ordinal]! >= 0) together[ordinal] = seconds > FARTHEST_S ? -1 : seconds;
  }
  return together;
}

/** The reach of the buildings from within: down the stairs on the way there, up them on the way back. */
export function withHouseStairs(
  reach: KeptReach,
  ordinals: Int32Array,
  { downS, upS }: HouseStairs,
): KeptReach {
  const categories = [...reach.categories].map(([category, { toS, fromS, metres }]) => {
    const within: KeptCategoryReach = {
      ...{ toS: withStairs(toS, ordinals, downS), fromS: withStairs(fromS, ordinals, upS) },
      metres,
    };
    return [category, within] as const;
  });
  return { onNetwork: reach.onNetwork, categories: new Map(categories) };
}

/** How the stairs inside houses are taken; none where they are not asked for. */
export function upstairsMethod(upstairs: Upstairs): readonly Method[] {
  if (upstairs === "none") return [];
  const share =
    upstairs === "mean" ? "half the storeys above the ground floor" : "all storeys above the ground floor";
  return [
    ownMethod(
      "upstairs",
      `In houses known to have no lift, ${share} are climbed (row storey-height), down on the way there and up on the way back, at the persona's vertical speeds and with the fatigue of the run. Houses whose floors or lift are not known are walked from the door and counted. Distances are not changed.`,
    ),
  ];
}
