/** East before north: degrees of EPSG:4326 where it is called lonLat, else units of the CRS at hand. */
export type Position = readonly [x: number, y: number];

/** Corners in order; closed where the last repeats the first. */
export type Ring = readonly Position[];

/** west, south, east, north; in the units of its positions. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** The smallest bounds around positions; infinite and inside out where there are none. */
export function boundsOf(positions: Iterable<Position>): Bounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of positions) {
    west = Math.min(west, x);
    south = Math.min(south, y);
    east = Math.max(east, x);
    north = Math.max(north, y);
  }
  return [west, south, east, north];
}
