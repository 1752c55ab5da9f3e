import { type EdgeCells, windingAt } from "./edge-cells.ts";

/**
 * How much of one polygon after another lies within an outline. A polygon is begun with its box, given at a place of a list as
 * west, south, east, north (degrees), and the squares of that (squaresOf); then its edges are given, outer rings counter-clockwise and holes clockwise.
 */
export interface OutlineClip {
  /** 0 or 1 where the outline does not come to the box: no edge need be given then; else null. */
  begin(boxes: Float64Array, squares: Int32Array, at: number): number | null;
  edge(lon1: number, lat1: number, lon2: number, lat2: number): void;
  /** Of the polygon whose edges were given, 0 to 1. */
  share(): number;
}

// west and south of the box, so that no edge of an outline drawn along it passes where the walks below begin
const MARGIN_DEGREES = 1e-9;

/*
 From the south-west of the box one walks to a place along its southern side and then north; what is crossed on the way tells
 how often the outline winds round that place. So the area shared is the polygon's own as often as the outline winds round
 where the walks begin, with the part of it east of each crossing of the southern side, and the part north of each edge, added
 or taken away by the way the edge runs: no corner need be found, no polygon built, and only edges that come to the box count.
*/
export function createOutlineClip(cells: EdgeCells): OutlineClip {
  const near = createNearEdges(cells);
  const box = new Float64Array(4);
  // what is summed up stands in an array, where numbers need no memory of their own
  const sums = new Float64Array(2);
  let winding = 0;
  return {
    begin: (boxes, squares, at) => {
      box[0] = boxes[at]! - MARGIN_DEGREES;
      box[1] = boxes[at + 1]! - MARGIN_DEGREES;
      box[2] = boxes[at + 2]!;
      box[3] = boxes[at + 3]!;
      sums[WHOLE] = 0;
      sums[CHANGED] = 0;
      winding = windingAt(cells, box[0]!, box[1]!);
      if (near.collect(box, squares, at) > 0) return null;
      return winding > 0 ? 1 : 0;
    },
    edge: (lon1, lat1, lon2, lat2) => {
      const [x1, y1, x2, y2] = [lon1 - box[0]!, lat1 - box[1]!, lon2 - box[0]!, lat2 - box[1]!];
      sums[WHOLE]! += ((x1 - x2) * (y1 + y2)) / 2;
      // the area below edges that run west counts, that below those that run east is taken away
      if (x2 < x1) sums[CHANGED]! += near.changeBelow(x2, y2, x1, y1);
      else if (x1 < x2) sums[CHANGED]! -= near.changeBelow(x1, y1, x2, y2);
    },
    share: () => Math.min(1, Math.max(0, winding + sums[CHANGED]! / sums[WHOLE]!)),
  };
}

// the area of the polygon, and what the outline changes of it
const WHOLE = 0;
const CHANGED = 1;

// of an edge: where its part north of the southern side begins in the west and ends in the east, a place on it (x, y) and its
// slope, the turn of the outline north of it, where it crosses the southern side, and the turn east of that
const KEPT = 8;
const MOST_AT_FIRST = 64;

interface NearEdges {
  /** Takes the edges that come to a box with these squares, by degrees from its south-west; returns their number. */
  collect(box: Float64Array, squares: Int32Array, at: number): number;
  /** What they change of the area below a line, given from west to east. */
  changeBelow(west: number, yWest: number, east: number, yEast: number): number;
}

function createNearEdges(cells: EdgeCells): NearEdges {
  const { start, listed, firstColumn, firstRow, columns, rows, ends } = cells;
  // the box an edge was looked at for last: it is listed with each square it comes to
  const lookedAt = new Int32Array(ends.length / 4);
  let boxes = 0;
  let edges = new Float64Array(KEPT * MOST_AT_FIRST);
  let length = 0;
  const keepIfNear = (edge: number, box: Float64Array) => {
    const [x1, y1, x2, y2] = [ends[edge]!, ends[edge + 1]!, ends[edge + 2]!, ends[edge + 3]!];
    if (Math.max(x1, x2) < box[0]! || Math.min(x1, x2) > box[2]!) return;
    if (Math.max(y1, y2) < box[1]! || Math.min(y1, y2) > box[3]!) return;
    if (length === edges.length) edges = twice(edges);
    keep(edges, length, x1 - box[0]!, y1 - box[1]!, x2 - box[0]!, y2 - box[1]!);
    length += KEPT;
  };
  return {
    collect: (box, squares, at) => {
      length = 0;
      boxes++;
      const last = Math.min(squares[at + 2]! - firstColumn, columns - 1);
      const top = Math.min(squares[at + 3]! - firstRow, rows - 1);
      for (let row = Math.max(0, squares[at + 1]! - firstRow); row <= top; row++) {
        for (let column = Math.max(0, squares[at]! - firstColumn); column <= last; column++) {
          const cell = row * columns + column;
          for (let place = start[cell]!; place < start[cell + 1]!; place++) {
            const edge = listed[place]!;
            if (lookedAt[edge] === boxes) continue;
            lookedAt[edge] = boxes;
            keepIfNear(4 * edge, box);
          }
        }
      }
      return length;
    },
    changeBelow: (west, yWest, east, yEast) => {
      const slope = (yEast - yWest) / (east - west);
      let change = 0;
      for (let at = 0; at < length; at += KEPT) {
        const crossing = Math.max(west, edges[at + 6]!);
        if (crossing < east)
          change += (edges[at + 7]! * (east - crossing) * (yEast + yWest + (crossing - west) * slope)) / 2;
        const from = Math.max(west, edges[at]!);
        const to = Math.min(east, edges[at + 1]!);
        if (to <= from) continue;
        const over =
          yWest + (from - west) * slope - edges[at + 3]! - (from - edges[at + 2]!) * edges[at + 4]!;
        const gain = (to - from) * (slope - edges[at + 4]!);
        change += edges[at + 5]! * areaAbove(to - from, over, over + gain);
      }
      return change;
    },
  };
}

function twice(edges: Float64Array): Float64Array<ArrayBuffer> {
  const longer = new Float64Array(2 * edges.length);
  longer.set(edges);
  return longer;
}

function keep(edges: Float64Array, at: number, x1: number, y1: number, x2: number, y2: number): void {
  const isEastward = x1 < x2;
  const [westNorth, eastNorth] = isEastward ? [y1 > 0, y2 > 0] : [y2 > 0, y1 > 0];
  const crossing = westNorth === eastNorth ? Number.NaN : x1 - (y1 * (x2 - x1)) / (y2 - y1);
  edges[at] = westNorth ? Math.min(x1, x2) : crossing;
  edges[at + 1] = eastNorth ? Math.max(x1, x2) : crossing;
  edges[at + 2] = x1;
  edges[at + 3] = y1;
  edges[at + 4] = (y2 - y1) / (x2 - x1);
  // the inside lies to the left of the way an edge runs
  edges[at + 5] = isEastward ? 1 : -1;
  // what is crossed west of the box is known where the walks begin
  edges[at + 6] = crossing > 0 ? crossing : Number.POSITIVE_INFINITY;
  edges[at + 7] = y1 < y2 ? -1 : 1;
}

// of what lies above a line over a width, by its heights over it in the west and in the east; below it counts nothing
function areaAbove(width: number, west: number, east: number): number {
  if (west <= 0 && east <= 0) return 0;
  if (west >= 0 && east >= 0) return (width * (west + east)) / 2;
  const over = west > 0 ? west : east;
  return (width * over * over) / (2 * Math.abs(west - east));
}
