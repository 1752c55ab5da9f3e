import { type ControlRow, controlRows, numberIn, placeOf } from "./control.ts";
import { distanceM, type Plane, type Point, toPlane } from "./plane.ts";

/** The masses of a known place, drawn as generated shapes, and the ground they keep. */
export interface Compound {
  readonly id: string;
  /** The landmark whose name the largest mass bears, by its Chinese name; null where none does. */
  readonly landmark: string | null;
  readonly place: Point;
  readonly bearingDeg: number;
  /** Radius of the ground small streets and blocks of other use keep off, metres. */
  readonly reserveM: number;
  /** Radius of the square or yard on which nothing else is built, metres. */
  readonly openM: number;
  readonly landClass: string;
  readonly use: string;
  readonly year: number;
  readonly parts: readonly CompoundPart[];
}

/** One mass: its middle along and across the compound's main axis, metres; a podium is what its towers leave of it. */
export interface CompoundPart {
  readonly form: string;
  readonly alongM: number;
  readonly acrossM: number;
  readonly turnDeg: number;
  readonly widthM: number;
  readonly depthM: number;
  readonly floors: number;
  readonly heightM: number;
  readonly archetype: string;
}

const partOf = (row: ControlRow): CompoundPart => ({
  form: row.form!,
  alongM: numberIn(row, "along_m"),
  acrossM: numberIn(row, "across_m"),
  turnDeg: numberIn(row, "turn_deg"),
  widthM: numberIn(row, "width_m"),
  depthM: numberIn(row, "depth_m"),
  floors: numberIn(row, "floors"),
  heightM: numberIn(row, "height_m"),
  archetype: row.archetype!,
});

/** The compounds of the control facts. */
export function readCompounds(plane: Plane): Compound[] {
  const parts = controlRows("compound-part");
  return controlRows("compound").map((row) => ({
    id: row.id!,
    landmark: row.landmark || null,
    place: toPlane(plane, placeOf(row)),
    bearingDeg: numberIn(row, "bearing_deg"),
    reserveM: numberIn(row, "reserve_m"),
    openM: numberIn(row, "open_m"),
    landClass: row.land_class!,
    use: row.use!,
    year: numberIn(row, "year"),
    parts: parts.filter(({ compound }) => compound === row.id).map(partOf),
  }));
}

/** Answers whose ground a place is: small streets and blocks of other use keep off it. */
export function reservedFor(compounds: readonly Compound[]): (place: Point) => Compound | null {
  return (place) =>
    compounds.find((compound) => distanceM(compound.place, place) < compound.reserveM) ?? null;
}
