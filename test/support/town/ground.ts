import { localMetres } from "../world.ts";

/** Metres east and north of the middle of the town. */
export type Metres = readonly [x: number, y: number];

/** A made-up place: no real town lies here. */
const toLonLat = localMetres([107.02, 29.88]);

/** The tongue of land between two rivers ends here. */
export const TIP_X = 1500;
export const WEST_X = -1700;
const RIVER_WIDTH_M = 300;

/** Half the width of the tongue at x; 0 at its tip. */
export function halfWidthM(x: number): number {
  return x >= TIP_X ? 0 : 640 * (1 - Math.exp((x - TIP_X) / 420));
}

/** The bend of the ridge: the middle of the tongue. */
const middleY = (x: number) => 70 * Math.sin(x / 620);

/** A place by its x and how far it lies from the middle (0) to the north (1) or south (-1) bank. */
export function place(x: number, across: number): Metres {
  return [x, middleY(x) + across * halfWidthM(x)];
}

/** Height above the sea in metres: a ridge 110 m above the rivers, lower towards the tip. */
export function elevationM([x, y]: Metres): number {
  const half = Math.max(halfWidthM(x), 60);
  const across = (y - middleY(x)) / half;
  const ridge = 110 * Math.exp(-2.2 * across * across) * (x > 600 ? Math.max(0.35, 1 - (x - 600) / 1600) : 1);
  return 168 + Math.max(0, ridge - 8) + 6 * Math.sin(x / 210) * Math.exp(-across * across);
}

const written = (points: readonly Metres[]) => points.map((point) => toLonLat(point).join(" ")).join(", ");
export const point = (at: Metres) => `SRID=4326;POINT(${written([at])})`;
export const line = (points: readonly Metres[]) => `SRID=4326;LINESTRING(${written(points)})`;
export const multiLine = (points: readonly Metres[]) => `SRID=4326;MULTILINESTRING((${written(points)}))`;
export const multiPolygon = (ring: readonly Metres[]) =>
  `SRID=4326;MULTIPOLYGON(((${written([...ring, ring[0]!])})))`;
export { toLonLat };

function stations(from: number, to: number, step = 60): number[] {
  const count = Math.max(1, Math.round(Math.abs(to - from) / step));
  return Array.from({ length: count + 1 }, (_, index) => from + ((to - from) * index) / count);
}

/** The curve at one share across the tongue, from x to x. */
export function along(fromX: number, toX: number, across: number): Metres[] {
  return stations(fromX, toX).map((x) => place(x, across));
}

/** The strip between two shares across and two x. */
export function strip(fromX: number, toX: number, south: number, north: number): Metres[] {
  return [...along(fromX, toX, south), ...along(toX, fromX, north)];
}

/** The water of one side: from the bank of the tongue to the far bank, on to the east beyond the tip. */
export function river(side: 1 | -1): Metres[] {
  const far = stations(-2600, 2600, 100).map((x): Metres => {
    const half = Math.max(halfWidthM(Math.min(x, TIP_X)), 0);
    return [x, middleY(Math.min(x, TIP_X)) + side * (half + RIVER_WIDTH_M + 24 * Math.sin(x / 330))];
  });
  const near = along(TIP_X, -2600, side);
  return [...far, [2600, middleY(TIP_X)], ...near];
}

/** The district: the tongue and the water to the middle of each river. */
export function districtRing(): Metres[] {
  const edge = (side: 1 | -1, from: number, to: number) =>
    stations(from, to, 100).map((x): Metres => {
      const half = halfWidthM(Math.min(x, TIP_X));
      return [x, middleY(Math.min(x, TIP_X)) + side * (half + RIVER_WIDTH_M / 2)];
    });
  return [...edge(-1, WEST_X, TIP_X + 240), ...edge(1, TIP_X + 240, WEST_X)];
}
