import {
  BUILDING_COLUMNS,
  type BuildingColumn,
  E7,
  HIDDEN_E7,
} from "../../server/contract/building-columns.ts";
import type { Extent } from "../../server/contract/geometry.ts";
import { FARTHER, OFF_NETWORK } from "../../server/contract/reach.ts";
import { failureOf, readBuildingColumns } from "../backend.ts";
import { classesOf } from "../cartography/colourings/classes.ts";
import { COLOURINGS } from "../cartography/colourings/registry.ts";
import type { AppState } from "./app-state.ts";
import { selectCatalogue } from "./session.ts";
import { answerOfRun, useApp } from "./store.ts";

export interface BuildingsQuestion {
  readonly district: string;
  readonly version: number;
}

/** Every building by its ordinal: longitude and latitude by turns (NaN where it may not be seen), and the columns of the contract. */
export interface Buildings {
  readonly count: number;
  readonly positions: Float64Array;
  readonly columns: Readonly<Record<BuildingColumn, Float32Array>>;
}

/** Reads the bytes of the contract, low byte first. */
export function buildingsFrom(bytes: ArrayBuffer): Buildings {
  const count = new DataView(bytes).getUint32(0, true);
  const block = (at: number) => bytes.slice(4 + 4 * at * count, 4 + 4 * (at + 1) * count);
  const [lonsE7, latsE7] = [new Int32Array(block(0)), new Int32Array(block(1))];
  const positions = new Float64Array(2 * count);
  for (let ordinal = 0; ordinal < count; ordinal++) {
    const isHidden = lonsE7[ordinal] === HIDDEN_E7;
    positions[2 * ordinal] = isHidden ? Number.NaN : lonsE7[ordinal]! / E7;
    positions[2 * ordinal + 1] = isHidden ? Number.NaN : latsE7[ordinal]! / E7;
  }
  const columns = Object.fromEntries(
    BUILDING_COLUMNS.map((name, at) => [name, new Float32Array(block(2 + at))]),
  ) as Record<BuildingColumn, Float32Array>;
  return { count, positions, columns };
}

function questionOf(state: AppState): BuildingsQuestion | null {
  const layers = selectCatalogue(state)?.layers;
  // without a map they are read for what is counted of them alone
  const isWanted = state.mapDrawn || (state.mapless && state.colouring === "minutes");
  if (!isWanted || state.district === null || !layers) return null;
  const ofBuildings = layers.filter(({ name }) => name === "building" || name === "parcel");
  return { district: state.district, version: Math.max(...ofBuildings.map(({ version }) => version)) };
}

/** Reads the buildings of the district once the first map is on screen, now and from now on, and again when a lost connection is back; returns how to stop. */
export function followBuildings(): () => void {
  let asked = "null";
  return useApp.subscribe((state, before) => {
    const question = questionOf(state);
    const text = JSON.stringify(question);
    const isBack = state.online && !before.online && state.buildings.status === "failed";
    if (text === asked && !isBack) return;
    asked = text;
    if (question !== null) void readInto(question);
  });
}

async function readInto(question: BuildingsQuestion): Promise<void> {
  useApp.setState({ buildings: { status: "running", params: question, stale: null } });
  const isStillAsked = () => {
    const { buildings } = useApp.getState();
    return buildings.status === "running" && buildings.params === question;
  };
  try {
    const bytes = await readBuildingColumns(question);
    const result = bytes && buildingsFrom(bytes);
    if (isStillAsked()) useApp.setState({ buildings: { status: "done", params: question, result } });
  } catch (error) {
    if (isStillAsked())
      useApp.setState({ buildings: { status: "failed", params: question, failure: failureOf(error) } });
  }
}

type Classed = Pick<AppState, "colouring" | "buildings" | "reach">;
interface Kept {
  readonly colouring: AppState["colouring"];
  readonly source: Float32Array | Int16Array | null;
  readonly classes: Uint8Array | null;
}

// of the two sides one can look at, each remembers its own
const kept: Record<"first" | "beside", Kept | null> = { first: null, beside: null };

function classesOfSide(side: keyof typeof kept, state: Classed): Uint8Array | null {
  const { colouring } = state;
  const source = sourceOf(state);
  const last = kept[side];
  if (last?.colouring === colouring && last.source === source) return last.classes;
  const values = source instanceof Int16Array ? Float32Array.from(source, minutesValue) : source;
  const classes = values && classesOf(COLOURINGS[colouring], values);
  kept[side] = { colouring, source, classes };
  return classes;
}

/** The class of every building in the colouring chosen, the unknown last; null while its values are on their way. */
export const selectBuildingClasses = (state: Classed): Uint8Array | null => classesOfSide("first", state);

/** The same of the side held against it; null while there is none. */
export function selectBesideClasses(state: AppState): Uint8Array | null {
  return state.minutes.beside && classesOfSide("beside", { ...state, reach: state.reachBeside });
}

function sourceOf({ colouring, reach, buildings }: Classed): Kept["source"] {
  const { column } = COLOURINGS[colouring];
  return column === null ? answerOfRun(reach) : (answerOfRun(buildings)?.columns[column] ?? null);
}

// farther than was searched is known to be far; a building off the network has no time at all
function minutesValue(seconds: number): number {
  if (seconds === OFF_NETWORK) return Number.NaN;
  return seconds === FARTHER ? Number.POSITIVE_INFINITY : seconds;
}

interface Counted {
  readonly classes: Uint8Array;
  readonly buildings: Buildings;
  /** Where to count, its edges included; null = everywhere. */
  readonly extent: Extent | null;
}

/** How many buildings are of each class, the unknown last; parts of buildings are not counted. */
export function countByClass(
  classCount: number,
  { classes, buildings: { count, positions, columns }, extent }: Counted,
): number[] {
  const counts = new Array<number>(classCount + 1).fill(0);
  const [west, south, east, north] = extent ?? [-180, -90, 180, 90];
  for (let ordinal = 0; ordinal < count; ordinal++) {
    const [lon, lat] = [positions[2 * ordinal]!, positions[2 * ordinal + 1]!];
    const isInside = lon >= west && lon <= east && lat >= south && lat <= north;
    if (isInside && columns.inSums[ordinal] === 1) counts[classes[ordinal] ?? classCount]!++;
  }
  return counts;
}
