import type { CellMeasure, MinutesUnit } from "./colouring-state.ts";
import { minuteOf, type Weights } from "./minutes-histogram.ts";

/** Buildings gathered into cells: communities or hexagons. */
export interface CellGround {
  readonly unit: Exclude<MinutesUnit, "building">;
  /** The cell of each building by ordinal; -1 = in none. */
  readonly cellOf: Int32Array;
  readonly cells: readonly CellPlace[];
}

/** A cell: its shape in EPSG:4326, and the zone it is where it is one. */
export interface CellPlace {
  readonly geometry: GeoJSON.Geometry;
  readonly zone: string | null;
}

/** What is known of the walks of a cell. */
export interface CellFigures {
  /** Residents, or buildings where residents are not known; 0 = nobody, so nothing is told. */
  readonly weight: number;
  readonly buildings: number;
  /** Half walk at most so many seconds; Infinity = over an hour; null = nobody there, or more than half off the network. */
  readonly medianS: number | null;
  /** Shares within 5, 10 and 15 minutes, of all in the cell; null = nobody there, or all off the network. */
  readonly within: Readonly<Record<Exclude<CellMeasure, "median">, number | null>>;
}

/** Cells with the figures of the first side and of the one held against it. */
export interface MinutesCells {
  /** What weighs: residents, or buildings where residents are not known. */
  readonly by: Weights["by"];
  readonly ground: CellGround;
  readonly first: readonly CellFigures[];
  readonly beside: readonly CellFigures[] | null;
}

/** Folds walking times by cell; parts of buildings are not counted (isCounted 0). */
export function cellFigures(
  { cellOf, cells }: CellGround,
  seconds: Int16Array,
  { weights, isCounted }: { readonly weights: Weights; readonly isCounted: Uint8Array },
): CellFigures[] {
  const members = cells.map((): number[] => []);
  for (let ordinal = 0; ordinal < cellOf.length; ordinal++) {
    if (isCounted[ordinal] === 1) members[cellOf[ordinal]!]?.push(ordinal);
  }
  return members.map((ordinals) => figuresOf(ordinals, seconds, weights));
}

const MEASURED = ["5", "10", "15"] as const;

function figuresOf(ordinals: readonly number[], seconds: Int16Array, weights: Weights): CellFigures {
  const weightOf = (ordinal: number) => weights.of[ordinal]!;
  const sum = (chosen: readonly number[]) => chosen.reduce((total, each) => total + weightOf(each), 0);
  const weight = sum(ordinals);
  const joined = ordinals.filter((each) => minuteOf(seconds[each]!) >= 0);
  const isKnown = weight > 0 && sum(joined) > 0;
  const minutes = joined.map((each) => minuteOf(seconds[each]!));
  const within = (limit: number) =>
    isKnown ? sum(joined.filter((_, at) => minutes[at]! < limit)) / weight : null;
  return {
    weight,
    buildings: ordinals.length,
    medianS: weight > 0 ? medianOf(joined, { seconds, weightOf, weight }) : null,
    within: Object.fromEntries(MEASURED.map((each) => [each, within(Number(each))])) as CellFigures["within"],
  };
}

interface Weighed {
  readonly seconds: Int16Array;
  readonly weightOf: (ordinal: number) => number;
  readonly weight: number;
}

const FAR_S = 65_535;

function medianOf(joined: readonly number[], { seconds, weightOf, weight }: Weighed): number | null {
  const timeOf = (ordinal: number) => (seconds[ordinal]! < 0 ? FAR_S : seconds[ordinal]!);
  let reached = 0;
  for (const ordinal of joined.toSorted((a, b) => timeOf(a) - timeOf(b))) {
    reached += weightOf(ordinal);
    const timeS = timeOf(ordinal);
    if (reached > 0 && reached >= weight / 2) return timeS === FAR_S ? Number.POSITIVE_INFINITY : timeS;
  }
  return null;
}
