import { controlRows, lineIn, outlineLines } from "./control.ts";
import { curveThrough } from "./curve.ts";
import {
  isInside,
  type Line,
  type LonLat,
  type Plane,
  type Point,
  planeAt,
  simplify,
  toPlane,
} from "./plane.ts";

/** The district's outline in the plane: rings without the first point repeated, counter-clockwise. */
export interface Outline {
  readonly plane: Plane;
  /** The district: along the boundary on land and the middle of both rivers. */
  readonly districtRing: Line;
  /** The district without its rivers. */
  readonly landRing: Line;
  /** Upstream to the confluence; land lies to the left of the first and to the right of the second. */
  readonly yangtzeBank: Line;
  readonly jialingBank: Line;
  readonly yangtzeMiddle: Line;
  readonly jialingMiddle: Line;
  /** From the middle of the Yangtze to the middle of the Jialing. */
  readonly boundaryOnLand: Line;
  /** Gravel bars in the rivers: they are land, but nothing is built on them. */
  readonly bars: readonly Line[];
  /** Banks across the rivers, outside the district, in the same direction. */
  readonly yangtzeFarBank: Line;
  readonly jialingFarBank: Line;
}

/** How far a bank may lie from its curve, metres. */
const BANK_TOLERANCE_M = 0.8;

/** Reads the outline and joins its lines to the rings of district and land. */
export function readOutline(): Outline {
  const lines = outlineLines();
  const all = [...lines.values()].flat();
  const middle = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  const origin: LonLat = [middle(all.map(([lon]) => lon)), middle(all.map(([, lat]) => lat))];
  const plane = planeAt(origin);
  const line = (id: string): Point[] => lines.get(id)!.map((place) => toPlane(plane, place));
  const curve = (id: string) => simplify(curveThrough(line(id)), BANK_TOLERANCE_M);
  const boundaryOnLand = line("land-boundary");
  const yangtzeBank = curve("yangtze-bank");
  const jialingBank = curve("jialing-bank");
  const yangtzeMiddle = curve("yangtze-midline");
  const jialingMiddle = curve("jialing-midline");
  const bars = controlRows("bar").map((row) => {
    const ring = lineIn(row, "line").map((place) => toPlane(plane, place));
    return simplify(curveThrough([...ring, ring[0]!]), BANK_TOLERANCE_M).slice(0, -1);
  });
  return {
    plane,
    yangtzeBank,
    jialingBank,
    yangtzeMiddle,
    jialingMiddle,
    boundaryOnLand,
    yangtzeFarBank: curve("yangtze-far-bank"),
    jialingFarBank: curve("jialing-far-bank"),
    bars,
    districtRing: [
      ...yangtzeMiddle.slice(0, -1),
      ...jialingMiddle.toReversed().slice(0, -1),
      ...boundaryOnLand.toReversed().slice(0, -1),
    ],
    // the boundary on land begins and ends in the rivers: its first and last point lie beyond the banks
    landRing: [
      ...yangtzeBank.slice(0, -1),
      ...jialingBank.toReversed().slice(0, -1),
      ...boundaryOnLand.slice(1, -1).toReversed().slice(0, -1),
    ],
  };
}

/** Whether a place lies on land, gravel bars among it. */
export function isOnLand(outline: Outline, place: Point): boolean {
  return isInside(place, outline.landRing) || isOnBar(outline, place);
}

/** Whether a place lies on a gravel bar. */
export function isOnBar({ bars }: Outline, place: Point): boolean {
  return bars.some((bar) => isInside(place, bar));
}
