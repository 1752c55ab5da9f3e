import type { Measure } from "./access.ts";
import type { Direction } from "./nearest.ts";
import { BLOCK_PLACES, type PlaceBlock, type PlaceGrid, SPACING_M } from "./place-grid.ts";
import { UNREACHED } from "./search.ts";
import type { Snap } from "./snap.ts";
import { FORBIDDEN, partialCost } from "./speed-model.ts";

/** One search from (or to) an origin, and what is needed to carry it on from the nodes to any place. */
export interface Walked {
  readonly measure: Measure;
  readonly direction: Direction;
  /** The ways by which the origin gets onto the network. */
  readonly origins: readonly Snap[];
  /** Per node, UNREACHED where not within the limit. */
  readonly nodeCosts: Int32Array;
}

const passing = (before: number, cost: number, part: number): number => {
  if (before === UNREACHED) return UNREACHED;
  const partial = partialCost(cost, part);
  return partial === FORBIDDEN ? UNREACHED : before + partial;
};

/** The cost between the origin and a place on an edge, the place's own connector left out; UNREACHED where there is none. */
export function costOnEdge(walked: Walked, edge: number, fraction: number): number {
  const { measure, nodeCosts, origins } = walked;
  const { network, costs } = measure;
  const outward = walked.direction === "from";
  const along = outward ? costs.forward[edge]! : costs.reverse[edge]!;
  const against = outward ? costs.reverse[edge]! : costs.forward[edge]!;
  const cost = Math.min(
    passing(nodeCosts[network.edgeFrom[edge]!]!, along, fraction),
    passing(nodeCosts[network.edgeTo[edge]!]!, against, 1 - fraction),
  );
  const origin = origins.find((each) => each.edge === edge);
  if (!origin) return cost;
  // on the origin's own edge one need not pass an end
  const step = fraction - origin.fraction;
  const ownConnector = measure.connectorCost(origin.connectorM);
  return Math.min(cost, passing(ownConnector, step >= 0 ? along : against, Math.abs(step)));
}

/** The part of a place grid a search may have reached, in whole blocks; columns and rows count places. */
export interface GridWindow {
  readonly blockColumn: number;
  readonly blockRow: number;
  readonly columns: number;
  readonly rows: number;
}

/** The whole blocks over a box of the metric frame, with at least one place round it. */
export function windowOver(box: {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}): GridWindow {
  const blockM = BLOCK_PLACES * SPACING_M;
  const blockColumn = Math.floor((box.west - SPACING_M) / blockM);
  const blockRow = Math.floor((box.south - SPACING_M) / blockM);
  return {
    blockColumn,
    blockRow,
    columns: BLOCK_PLACES * (Math.floor((box.east + SPACING_M) / blockM) - blockColumn + 1),
    rows: BLOCK_PLACES * (Math.floor((box.north + SPACING_M) / blockM) - blockRow + 1),
  };
}

/** What a search means for the places of a window, row by row from the south. */
export interface TimeField {
  readonly window: GridWindow;
  /** Cost between the origin and each place, connectors included; UNREACHED where there is none. */
  readonly costs: Int32Array;
  /** The segment each place is joined to; -1 = not on the network. */
  readonly segments: Int32Array;
}

function fillBlock(field: TimeField, at: number, block: PlaceBlock, grid: PlaceGrid, walked: Walked): void {
  const { network, connectorCost } = walked.measure;
  const { edgeFrom, edgeTo } = network;
  const { segmentEdge } = grid.snapIndex;
  const { nodeCosts, origins } = walked;
  for (let place = 0; place < block.segment.length; place++) {
    const segment = block.segment[place]!;
    if (segment < 0) continue;
    const target = at + (place % BLOCK_PLACES) + Math.floor(place / BLOCK_PLACES) * field.window.columns;
    field.segments[target] = segment;
    const edge = segmentEdge[segment]!;
    // most places of a window lie beyond the reach: nothing more is read for them
    const unreached = nodeCosts[edgeFrom[edge]!] === UNREACHED && nodeCosts[edgeTo[edge]!] === UNREACHED;
    if (unreached && origins.every((origin) => origin.edge !== edge)) continue;
    const cost = costOnEdge(walked, edge, block.fraction[place]!);
    if (cost < UNREACHED) field.costs[target] = cost + connectorCost(block.connectorM[place]!);
  }
}

/** Carries a search on to every place of a window. */
export function createTimeField(grid: PlaceGrid, window: GridWindow, walked: Walked): TimeField {
  const { columns, rows } = window;
  const field: TimeField = {
    window,
    costs: new Int32Array(columns * rows).fill(UNREACHED),
    segments: new Int32Array(columns * rows).fill(-1),
  };
  for (let row = 0; row < rows; row += BLOCK_PLACES) {
    for (let column = 0; column < columns; column += BLOCK_PLACES) {
      const block = grid.block(
        window.blockColumn + column / BLOCK_PLACES,
        window.blockRow + row / BLOCK_PLACES,
      );
      fillBlock(field, row * columns + column, block, grid, walked);
    }
  }
  return field;
}
