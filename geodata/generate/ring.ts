import { controlRows, lineIn, outlineLines } from "./control.ts";
import { isInside, type Line, type LonLat, type Plane, type Point, planeAt, toPlane } from "./plane.ts";

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
  /** Gravel bars joined to the land: they are land, but nothing is built on them. */
  readonly bars: readonly Line[];
}

/** Reads the outline and joins its lines to the rings of district and land. */
export function readOutline(): Outline {
  const lines = outlineLines();
  const all = [...lines.values()].flat();
  const middle = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  const origin: LonLat = [middle(all.map(([lon]) => lon)), middle(all.map(([, lat]) => lat))];
  const plane = planeAt(origin);
  const line = (id: string): Point[] => lines.get(id)!.map((place) => toPlane(plane, place));
  const boundaryOnLand = line("land-boundary");
  const yangtzeBank = line("yangtze-bank");
  const jialingBank = line("jialing-bank");
  const yangtzeMiddle = line("yangtze-midline");
  const jialingMiddle = line("jialing-midline");
  return {
    plane,
    yangtzeBank,
    jialingBank,
    yangtzeMiddle,
    jialingMiddle,
    boundaryOnLand,
    bars: controlRows("bar").map((row) => lineIn(row, "line").map((place) => toPlane(plane, place))),
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

/** Whether a place lies on a gravel bar. */
export function isOnBar({ bars }: Outline, place: Point): boolean {
  return bars.some((bar) => isInside(place, bar));
}
