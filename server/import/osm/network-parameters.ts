import type { Database } from "../../database/database.ts";
import type { NetworkParameters } from "./walking-network.ts";

const sql = "SELECT name, value FROM walking_parameter";

/** Reads the walking parameters a network is built with; throws naming the row that is missing. */
export async function readNetworkParameters(database: Database): Promise<NetworkParameters> {
  const { rows } = await database.query<{ name: string; value: number }>(sql);
  const values = new Map(rows.map(({ name, value }) => [name, value]));
  const need = (name: string): number => {
    const value = values.get(name);
    if (value === undefined) throw new Error(`The walking parameter "${name}" is missing.`);
    return value;
  };
  return {
    climbs: {
      stairRiserM: need("stair-riser"),
      levelBetweenStairsM: need("level-between-stairs"),
      stairsDirectionM: need("stairs-direction"),
      liftRiseMinM: need("lift-rise-min"),
      deckGradeMax: need("deck-grade-max"),
    },
    entranceStationMaxM: need("entrance-station-max"),
    voidFillMaxM: need("void-fill-max"),
    wheelchairWidthM: need("wheelchair-width"),
    fatigue: {
      freeRiseM: need("fatigue-free-rise"),
      riseStepM: need("fatigue-rise-step"),
      perStep: need("fatigue-per-step"),
      max: need("fatigue-max"),
      landingM: need("stair-landing"),
    },
  };
}
