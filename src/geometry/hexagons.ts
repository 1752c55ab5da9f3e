import type { Position } from "./position.ts";

/**
 * A grid of regular hexagons, points up, of one edge in metres at one latitude (degrees). It is laid out from 0°, 0°, so
 * that a place always lies in the same hexagon.
 */
export interface HexGrid {
  readonly edgeM: number;
  readonly latitude: number;
}

/** Which hexagon of a grid: column and row in axial coordinates. */
export type Hex = readonly [q: number, r: number];

const METRES_PER_DEGREE = 111_320;
const ROOT_3 = Math.sqrt(3);

const metresPerLonDegree = ({ latitude }: HexGrid) =>
  METRES_PER_DEGREE * Math.cos((latitude * Math.PI) / 180);

/** The hexagon a place lies in, degrees of EPSG:4326. */
export function hexagonOf(grid: HexGrid, lon: number, lat: number): Hex {
  const x = (lon * metresPerLonDegree(grid)) / grid.edgeM;
  const y = (lat * METRES_PER_DEGREE) / grid.edgeM;
  return rounded((ROOT_3 / 3) * x - y / 3, (2 / 3) * y);
}

// the nearest centre: of the three cube coordinates the one rounded the most follows from the others
function rounded(q: number, r: number): Hex {
  const cube = [q, r, -q - r];
  const whole = cube.map(Math.round);
  const off = cube.map((value, at) => Math.abs(value - whole[at]!));
  const [wholeQ, wholeR, wholeS] = whole as [number, number, number];
  if (off[0]! > off[1]! && off[0]! > off[2]!) return [-wholeR - wholeS + 0, wholeR];
  return off[1]! > off[2]! ? [wholeQ, -wholeQ - wholeS + 0] : [wholeQ, wholeR];
}

/** The outline of a hexagon, counter-clockwise and closed, degrees of EPSG:4326. */
export function hexagonRing(grid: HexGrid, [q, r]: Hex): Position[] {
  const { edgeM } = grid;
  const [x, y] = [edgeM * ROOT_3 * (q + r / 2), edgeM * 1.5 * r];
  const corner = (at: number): Position => {
    const angle = ((60 * at - 30) * Math.PI) / 180;
    return [
      (x + edgeM * Math.cos(angle)) / metresPerLonDegree(grid),
      (y + edgeM * Math.sin(angle)) / METRES_PER_DEGREE,
    ];
  };
  const ring = [0, 1, 2, 3, 4, 5].map(corner);
  return [...ring, ring[0]!];
}
