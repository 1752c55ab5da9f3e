import type { Measure } from "./access.ts";
import type { BlockCosts, BlockPricer } from "./block-costs.ts";
import type { Direction } from "./nearest.ts";
import { BLOCK_PLACES, type PlaceBlock, type PlaceGrid } from "./place-grid.ts";
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

// asked for each place of a window
function originOn(origins: readonly Snap[], edge: number): Snap | undefined {
  for (const origin of origins) if (origin.edge === edge) return origin;
  return undefined;
}

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
  const origin = originOn(origins, edge);
  if (origin === undefined) return cost;
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

/** What a search means for the places of a window, row by row from the south. */
export interface TimeField {
  readonly window: GridWindow;
  /** Cost between the origin and each place, connectors included; UNREACHED where there is none. */
  readonly costs: Int32Array;
  /** The blocks of the window. */
  readonly blocks: readonly PlaceBlock[];
}

/** The segment a place of a field's window is joined to; -1 = not on the network. */
export function segmentAt({ window, blocks }: TimeField, column: number, row: number): number {
  const block =
    Math.floor(row / BLOCK_PLACES) * (window.columns / BLOCK_PLACES) + Math.floor(column / BLOCK_PLACES);
  return blocks[block]!.segment[(row % BLOCK_PLACES) * BLOCK_PLACES + (column % BLOCK_PLACES)]!;
}

/** Memory of the field asked for last, used again by the next one. */
export interface FieldMemory {
  costs: Int32Array;
}

/** Makes the memory of fields; it grows with the windows it is used for. */
export const createFieldMemory = (): FieldMemory => ({ costs: new Int32Array(0) });

interface Ground {
  readonly grid: PlaceGrid;
  readonly pricer: BlockPricer;
  readonly memory: FieldMemory;
}

/** Carries a search on to every place of a window. The field holds until the memory is used again. */
export function createTimeField(
  { grid, pricer, memory }: Ground,
  window: GridWindow,
  walked: Walked,
): TimeField {
  const { columns, rows } = window;
  const places = columns * rows;
  if (memory.costs.length < places) memory.costs = new Int32Array(places);
  const blocks: PlaceBlock[] = [];
  const field = { window, costs: memory.costs, blocks };
  for (let row = 0; row < rows; row += BLOCK_PLACES) {
    for (let column = 0; column < columns; column += BLOCK_PLACES) {
      const block = grid.block(
        window.blockColumn + column / BLOCK_PLACES,
        window.blockRow + row / BLOCK_PLACES,
      );
      const at = row * columns + column;
      const costs = pricer(block);
      blocks.push(block);
      fillBlock(field, at, costs, walked.nodeCosts);
      for (const { edge } of walked.origins)
        if (costs.edges.has(edge)) fillEdge(field, at, { block, edge, grid }, walked);
    }
  }
  return field;
}

// every place is written, so that nothing of the field before it is left
function fillBlock(
  { window, costs }: TimeField,
  at: number,
  { fromNode, fromCost, toNode, toCost, nodes }: BlockCosts,
  nodeCosts: Int32Array,
): void {
  const isReached = nodes.some((node) => nodeCosts[node]! < UNREACHED);
  for (let row = 0, place = 0; row < BLOCK_PLACES; row++) {
    const first = at + row * window.columns;
    if (!isReached) costs.fill(UNREACHED, first, first + BLOCK_PLACES);
    else
      for (let target = first; target < first + BLOCK_PLACES; target++, place++) {
        const cost = Math.min(
          nodeCosts[fromNode[place]!]! + fromCost[place]!,
          nodeCosts[toNode[place]!]! + toCost[place]!,
        );
        costs[target] = Math.min(cost, UNREACHED);
      }
  }
}

// on the origin's own edge one need not pass an end of it
function fillEdge(
  { window, costs }: TimeField,
  at: number,
  { block, edge, grid }: { readonly block: PlaceBlock; readonly edge: number; readonly grid: PlaceGrid },
  walked: Walked,
): void {
  const { segmentEdge } = grid.snapIndex;
  block.segment.forEach((segment, place) => {
    if (segment < 0 || segmentEdge[segment] !== edge) return;
    const cost = costOnEdge(walked, edge, block.fraction[place]!);
    const target = at + (place % BLOCK_PLACES) + Math.floor(place / BLOCK_PLACES) * window.columns;
    if (cost < UNREACHED) costs[target] = cost + walked.measure.connectorCost(block.connectorM[place]!);
  });
}
