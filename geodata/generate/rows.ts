import type { Archetype } from "./archetype.ts";
import type { Body } from "./bodies.ts";
import { inset } from "./clip.ts";
import { commonStretches, type Frame, fits, rectangle, stretchesAt } from "./frame.ts";
import { moved, type Placed } from "./placed.ts";
import type { Line, Point } from "./plane.ts";
import type { Random } from "./random.ts";

const SETBACK_M = 1.5;

/** How rows are laid: `roominess` 1 = the usual gaps; slabs step up the slope by up to `stepM` over their length. */
export interface RowOptions {
  readonly archetype: Archetype;
  readonly frame: Frame;
  readonly roominess: number;
  readonly stepM: number;
  /** The plan of a building in its box. */
  readonly body: Body;
  readonly random: Random;
}

/** Buildings in rows along the frame of a site. */
export function inRows(site: Line, options: RowOptions): Placed[] {
  const { frame } = options;
  return inset(site, SETBACK_M)
    .flatMap((piece) => rowsIn(piece.map(frame.toFrame), options))
    .map((placed) => moved(placed, frame.toPlane));
}

function rowsIn(ring: Line, options: RowOptions): Placed[] {
  const { archetype, random, roominess } = options;
  const vs = ring.map(([, v]) => v);
  const last = Math.max(...vs);
  const placed: Placed[] = [];
  let v = Math.min(...vs) + random.between(0.2, 2.5);
  while (v < last) {
    // along a row slabs step alike: they stand on one terrace
    const stepM = options.stepM * random.between(-1, 1);
    const depth = random.between(...archetype.depthM) + Math.abs(stepM);
    const row = rowAt(ring, v, depth, { ...options, stepM });
    placed.push(...row);
    v += row.length > 0 ? depth + archetype.gapM * roominess * random.between(0.95, 1.5) : 3;
  }
  return placed;
}

// What fits between the horizontals at v and v + depth.
function rowAt(ring: Line, v: number, depth: number, options: RowOptions): Placed[] {
  const sides = commonStretches(stretchesAt(ring, v + 0.01), stretchesAt(ring, v + depth - 0.01));
  return commonStretches(sides, stretchesAt(ring, v + depth / 2))
    .flatMap((stretch) => boxesAlong(stretch, v, depth, options))
    .filter((box) => fits(box, ring))
    .map((box) => {
      const [u, low] = box[0]!;
      const ring = options.body({ u, v: low, width: box[1]![0] - u, depth }, options.random, options.stepM);
      return { ring, holes: [], box };
    });
}

function boxesAlong(
  [from, to]: readonly [number, number],
  v: number,
  depth: number,
  { archetype, roominess, random }: RowOptions,
): Point[][] {
  const boxes: Point[][] = [];
  let u = from + random.between(0.1, 4);
  while (u < to) {
    const room = to - u - 0.1;
    const width = Math.min(random.between(...archetype.widthM), room);
    if (width < archetype.widthM[0] * 0.8) break;
    boxes.push(rectangle(u, v, width, depth));
    u += width + archetype.gapM * roominess * random.between(0.6, 1.3);
  }
  return boxes;
}
