import Flatbush from "flatbush";
import { CROSSED, type EdgeCells, edgeCells, INSIDE, OUTSIDE, stateOfBox } from "./edge-cells.ts";
import { type LocalProjection, projectAll } from "./projection.ts";

/** A polygon or multipolygon as rings of lon, lat interleaved (EPSG:4326); inside is where an odd number of rings is crossed. */
export type Rings = readonly ArrayLike<number>[];

/** Water as ring edges in a local metric frame, indexed; made by buildWaterBarrier. */
export interface WaterBarrier {
  /** x1, y1, x2, y2 of each ring edge. */
  readonly edges: Float64Array;
  /** The polygon each ring edge belongs to. */
  readonly polygonOf: Int32Array;
  /** null where there is no water. */
  readonly index: Flatbush | null;
  /** Squares that lie wholly in water or out of it. */
  readonly cells: EdgeCells;
}

/** A straight line between two places in the metric frame of the barrier. */
export interface Line {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** Line parts in water shorter than this are taken as touching the bank, not as crossing. */
const TOUCHING_M = 0.01;
const CELL_M = 25;

/** Indexes water polygons so that crossesWater can be asked of many lines. */
export function buildWaterBarrier(polygons: readonly Rings[], projection: LocalProjection): WaterBarrier {
  const edges: number[] = [];
  const polygonOf: number[] = [];
  polygons.forEach((rings, polygon) => {
    for (const ring of rings) {
      const points = projectAll(ring, projection);
      for (let at = 0; at + 3 < points.length; at += 2) {
        edges.push(points[at]!, points[at + 1]!, points[at + 2]!, points[at + 3]!);
        polygonOf.push(polygon);
      }
    }
  });
  const index = polygonOf.length === 0 ? null : new Flatbush(polygonOf.length);
  for (let at = 0; at < edges.length; at += 4) {
    const [x1, y1, x2, y2] = edges.slice(at, at + 4) as [number, number, number, number];
    index?.add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
  }
  index?.finish();
  const found = { edges: Float64Array.from(edges), polygonOf: Int32Array.from(polygonOf), index };
  return { ...found, cells: cellsOf(found) };
}

function cellsOf(found: Omit<WaterBarrier, "cells">): EdgeCells {
  const { index, edges: ends } = found;
  const {
    minX: west,
    minY: south,
    maxX: east,
    maxY: north,
  } = index ?? { minX: 0, minY: 0, maxX: 0, maxY: 0 };
  const isInside = (x: number, y: number) => index !== null && isInWater(found, index, x, y);
  return edgeCells({ west, south, east, north, ends }, CELL_M, isInside);
}

// Even-odd rule along a ray to the east, for each polygon apart: polygons may overlap.
function isInWater(barrier: Omit<WaterBarrier, "cells">, index: Flatbush, x: number, y: number): boolean {
  const inside = new Set<number>();
  for (const edge of index.search(x, y, index.maxX, y)) {
    const [x1, y1, x2, y2] = barrier.edges.subarray(4 * edge, 4 * edge + 4) as unknown as number[];
    if (y1! > y === y2! > y) continue;
    if (x1! + ((y - y1!) / (y2! - y1!)) * (x2! - x1!) <= x) continue;
    const polygon = barrier.polygonOf[edge]!;
    if (!inside.delete(polygon)) inside.add(polygon);
  }
  return inside.size > 0;
}

// The fraction of the line at which it meets a ring edge, or null. Parallel edges meet nothing: their ends do.
function meetingFraction(line: Line, edges: Float64Array, edge: number): number | null {
  const [x1, y1, x2, y2] = edges.subarray(4 * edge, 4 * edge + 4) as unknown as number[];
  const dx = line.x2 - line.x1;
  const dy = line.y2 - line.y1;
  const ex = x2! - x1!;
  const ey = y2! - y1!;
  const cross = dx * ey - dy * ex;
  if (cross === 0) return null;
  const along = ((x1! - line.x1) * ey - (y1! - line.y1) * ex) / cross;
  const across = ((x1! - line.x1) * dy - (y1! - line.y1) * dx) / cross;
  return along >= 0 && along <= 1 && across >= 0 && across <= 1 ? along : null;
}

function isWet(barrier: WaterBarrier, index: Flatbush, x: number, y: number): boolean {
  const state = stateOfLine(barrier, { x1: x, y1: y, x2: x, y2: y });
  return state === CROSSED ? isInWater(barrier, index, x, y) : state === INSIDE;
}

const asked = new Float64Array(4);
function stateOfLine({ cells }: WaterBarrier, { x1, y1, x2, y2 }: Line): number {
  asked[0] = Math.min(x1, x2);
  asked[1] = Math.min(y1, y2);
  asked[2] = Math.max(x1, x2);
  asked[3] = Math.max(y1, y2);
  return stateOfBox(cells, asked, 0);
}

/**
 * Whether a straight line runs through water, be it across, into or within; touching a bank or running along it is
 * not crossing, nor is a part in water of at most `touchingM`. The line is in the metric frame the barrier was built with.
 */
export function crossesWater(barrier: WaterBarrier, line: Line, touchingM = TOUCHING_M): boolean {
  const { index, edges } = barrier;
  const state = stateOfLine(barrier, line);
  if (!index || state === OUTSIDE) return false;
  const lengthM = Math.hypot(line.x2 - line.x1, line.y2 - line.y1);
  if (state === INSIDE) return lengthM > touchingM;
  const near = index.search(
    Math.min(line.x1, line.x2),
    Math.min(line.y1, line.y2),
    Math.max(line.x1, line.x2),
    Math.max(line.y1, line.y2),
  );
  const cuts = [0, 1];
  for (const edge of near) {
    const fraction = meetingFraction(line, edges, edge);
    if (fraction !== null) cuts.push(fraction);
  }
  cuts.sort((a, b) => a - b);
  // between two cuts the line is all in or all out, so its middle decides
  for (let at = 1; at < cuts.length; at++) {
    const [start, end] = [cuts[at - 1]!, cuts[at]!];
    if ((end - start) * lengthM <= touchingM) continue;
    const middle = (start + end) / 2;
    const x = line.x1 + middle * (line.x2 - line.x1);
    const y = line.y1 + middle * (line.y2 - line.y1);
    if (isWet(barrier, index, x, y)) return true;
  }
  return false;
}
