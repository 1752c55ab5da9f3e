import { fractionOfEdge, nearestConnection, type SnapIndex } from "./snap.ts";

/** Metres between places of the grid: half a street block of an old town, so that courtyards and banks show. */
export const SPACING_M = 20;
/** Places along one side of a block; blocks are made when first asked for. */
export const BLOCK_PLACES = 32;

/** How each place of a block gets onto the network, row by row from the south; independent of any origin. */
export interface PlaceBlock {
  /** The indexed segment of the network the place is joined to; -1 = not on the network. */
  readonly segment: Int32Array;
  /** Fraction of that segment's edge. */
  readonly fraction: Float32Array;
  readonly connectorM: Float32Array;
}

/** A grid of places over the metric frame of a snap index: column c and row r stand at (c, r) · SPACING_M. */
export interface PlaceGrid {
  readonly snapIndex: SnapIndex;
  block(blockColumn: number, blockRow: number): PlaceBlock;
}

function fillBlock(snapIndex: SnapIndex, firstColumn: number, firstRow: number): PlaceBlock {
  const places = BLOCK_PLACES * BLOCK_PLACES;
  const segment = new Int32Array(places).fill(-1);
  const fraction = new Float32Array(places);
  const connectorM = new Float32Array(places);
  for (let place = 0; place < places; place++) {
    const x = (firstColumn + (place % BLOCK_PLACES)) * SPACING_M;
    const y = (firstRow + Math.floor(place / BLOCK_PLACES)) * SPACING_M;
    const found = nearestConnection(snapIndex, x, y);
    if (!found) continue;
    segment[place] = found.segment;
    fraction[place] = fractionOfEdge(snapIndex, found.segment, found.along);
    connectorM[place] = found.distanceM;
  }
  return { segment, fraction, connectorM };
}

/** Makes the grid of places over an index; a block is worked out once, when first asked for. */
export function createPlaceGrid(snapIndex: SnapIndex): PlaceGrid {
  const blocks = new Map<string, PlaceBlock>();
  return {
    snapIndex,
    block: (blockColumn, blockRow) => {
      const key = `${blockColumn} ${blockRow}`;
      const known = blocks.get(key);
      if (known) return known;
      const made = fillBlock(snapIndex, blockColumn * BLOCK_PLACES, blockRow * BLOCK_PLACES);
      blocks.set(key, made);
      return made;
    },
  };
}
