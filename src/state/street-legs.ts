import { readWalkPath } from "../backend.ts";
import { lineToText } from "../geometry/area-text.ts";
import { closedRing } from "../geometry/closed-ring.ts";
import type { LonLat } from "../geometry/lon-lat.ts";
import type { Ring } from "../geometry/position.ts";
import { withoutSpikes } from "../geometry/without-spikes.ts";
import type { AppState } from "./app-state.ts";
import { refuseShape, takeShape } from "./drawing.ts";
import type { Legs } from "./drawing-state.ts";
import { useApp } from "./store.ts";

type Pair = readonly [from: LonLat, to: LonLat];

const keyOf = (pair: Pair) => lineToText(pair);
const pairsOf = (corners: readonly LonLat[]): Pair[] =>
  corners.slice(1).map((to, index) => [corners[index]!, to]);

/** The line along streets through corners: straight where no way is known, or not yet. */
export function lineAlong(corners: readonly LonLat[], legs: Legs): Ring {
  return pairsOf(corners).flatMap((pair) => legs[keyOf(pair)] ?? pair);
}

/** How many legs of the sketch have no way along streets and are drawn straight. */
export function selectStraightLegs({ sketch, legs }: AppState): number {
  if (sketch?.shape !== "streets") return 0;
  return pairsOf(sketch.corners).filter((pair) => legs[keyOf(pair)] === null).length;
}

const asked = new Map<string, Promise<void>>();

/** Asks for the way between each two corners of a sketch along streets, now and from now on; returns how to stop. */
export function followLegs(): () => void {
  const ask = ({ sketch }: AppState) => {
    if (sketch?.shape === "streets") void Promise.all(pairsOf(sketch.corners).map(readLeg));
  };
  ask(useApp.getState());
  return useApp.subscribe((state, before) => {
    if (state.sketch !== before.sketch) ask(state);
  });
}

function readLeg(pair: Pair): Promise<void> {
  const key = keyOf(pair);
  const known = asked.get(key);
  if (known) return known;
  const reading = askLeg(pair, key);
  asked.set(key, reading);
  return reading;
}

async function askLeg([from, to]: Pair, key: string): Promise<void> {
  const { district } = useApp.getState();
  if (district === null) return;
  const leg = await readWalkPath({ district, from, to }).catch(() => null);
  // what could not be asked is drawn straight now, and asked again by the next drawing
  if (leg === null) asked.delete(key);
  const line = leg?.coordinates.map(([lon = 0, lat = 0]) => [round(lon), round(lat)] as const) ?? null;
  useApp.setState(({ legs }) => ({ legs: { ...legs, [key]: line } }));
}

const round = (degrees: number) => Number(degrees.toFixed(6)) + 0;

/** Closes a sketch along streets: the way back to the first corner is asked for, then the ring becomes the area. */
export async function takeStreets(corners: readonly LonLat[]): Promise<void> {
  const around = [...corners, corners[0]!];
  await Promise.all(pairsOf(around).map(readLeg));
  const ring = closedRing(withoutSpikes(closed(lineAlong(around, useApp.getState().legs))));
  if (ring === null) refuseShape("not-a-shape", null);
  else takeShape({ type: "Polygon", coordinates: [ring] });
}

const closed = (line: Ring): Ring => [...line, line[0]!];
