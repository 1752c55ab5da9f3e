import type { MultiPolygonCoordinates } from "./outline-of-reach.ts";

/** The edges of an outline by narrow columns of longitude; what lies in a column is found without looking at the others. */
export interface OutlineColumns {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  readonly width: number;
  readonly count: number;
  /** The edges of column c: listed[start[c]] to listed[start[c + 1] - 1]. */
  readonly start: Int32Array;
  readonly listed: Int32Array;
  /** Four numbers an edge: lon, lat, lon, lat, the inside to its left. */
  readonly ends: Float64Array;
}

// about as long as the edges of an outline, so that most lie in one column or two
const WIDTH_DEGREES = 0.0002;
const MOST_COLUMNS = 4096;

/** Puts the edges of an outline, EPSG:4326, outer rings counter-clockwise and holes clockwise, into columns. */
export function outlineColumns(outline: MultiPolygonCoordinates): OutlineColumns {
  const ends = endsOf(outline);
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (let at = 0; at < ends.length; at += 2) {
    box.west = Math.min(box.west, ends[at]!);
    box.east = Math.max(box.east, ends[at]!);
    box.south = Math.min(box.south, ends[at + 1]!);
    box.north = Math.max(box.north, ends[at + 1]!);
  }
  if (ends.length === 0)
    return { ...box, width: 1, count: 0, start: new Int32Array(1), listed: new Int32Array(0), ends };
  const width = Math.max(WIDTH_DEGREES, (box.east - box.west) / MOST_COLUMNS);
  const columnOf = (lon: number) => Math.floor((lon - box.west) / width);
  const count = columnOf(box.east) + 1;
  const start = new Int32Array(count + 1);
  const eachColumn = (visit: (column: number, edge: number) => void) => {
    for (let edge = 0; 4 * edge < ends.length; edge++) {
      const [one, other] = [ends[4 * edge]!, ends[4 * edge + 2]!];
      const last = columnOf(Math.max(one, other));
      for (let column = columnOf(Math.min(one, other)); column <= last; column++) visit(column, edge);
    }
  };
  eachColumn((column) => {
    start[column + 1]!++;
  });
  for (let column = 0; column < count; column++) start[column + 1]! += start[column]!;
  const listed = new Int32Array(start[count]!);
  const next = start.slice(0, count);
  eachColumn((column, edge) => {
    listed[next[column]!++] = edge;
  });
  return { ...box, width, count, start, listed, ends };
}

function endsOf(outline: MultiPolygonCoordinates): Float64Array {
  const rings = outline.flat();
  const ends = new Float64Array(4 * rings.reduce((sum, ring) => sum + ring.length - 1, 0));
  let at = 0;
  for (const ring of rings) {
    for (let point = 1; point < ring.length; point++) {
      ends.set(ring[point - 1]!, at);
      ends.set(ring[point]!, at + 2);
      at += 4;
    }
  }
  return ends;
}

/** The column of a longitude; the nearest one where it lies beside them all. */
export const columnOf = ({ west, width, count }: OutlineColumns, lon: number) =>
  Math.min(count - 1, Math.max(0, Math.floor((lon - west) / width)));

/** How often the outline winds round a place, degrees: 0 = outside. */
export function windingAt(columns: OutlineColumns, lon: number, lat: number): number {
  const { start, listed, ends } = columns;
  const column = columnOf(columns, lon);
  let turns = 0;
  for (let at = start[column]!; at < start[column + 1]!; at++) {
    const edge = 4 * listed[at]!;
    const [x1, y1, x2, y2] = [ends[edge]!, ends[edge + 1]!, ends[edge + 2]!, ends[edge + 3]!];
    if (lon < Math.min(x1, x2) || lon >= Math.max(x1, x2)) continue;
    if (lat < y1 + ((lon - x1) / (x2 - x1)) * (y2 - y1)) turns += x2 < x1 ? 1 : -1;
  }
  return turns;
}
