import Flatbush from "flatbush";

/** Boxes in the order of a Hilbert curve, some beside each other to a block; four numbers a box: west, south, east, north. */
export interface BoxBlocks {
  /** Of each box, by its place along the curve, its number in the order given. */
  readonly order: Uint32Array;
  readonly boxes: Float64Array;
  /** The box round block b: those at places b × BLOCK to (b + 1) × BLOCK - 1. */
  readonly around: Float64Array;
}

/** Boxes to a block; the last one may have fewer. */
export const BLOCK = 32;

/** Puts boxes (four numbers each) into blocks, so that most are judged with their neighbours at once. */
export function boxBlocks(given: Float64Array): BoxBlocks {
  const count = given.length / 4;
  const order = alongCurve(given, count);
  const boxes = new Float64Array(given.length);
  const around = new Float64Array(4 * Math.ceil(count / BLOCK));
  for (let place = 0; place < count; place++) {
    const box = given.subarray(4 * order[place]!, 4 * order[place]! + 4);
    boxes.set(box, 4 * place);
    const at = 4 * Math.floor(place / BLOCK);
    if (place % BLOCK === 0) around.set(box, at);
    for (const side of [0, 1]) around[at + side] = Math.min(around[at + side]!, box[side]!);
    for (const side of [2, 3]) around[at + side] = Math.max(around[at + side]!, box[side]!);
  }
  return { order, boxes, around };
}

// asked for everything, Flatbush answers leaf by leaf, and its leaves lie along the curve
function alongCurve(given: Float64Array, count: number): Uint32Array {
  if (count === 0) return new Uint32Array();
  const index = new Flatbush(count);
  for (let at = 0; at < given.length; at += 4)
    index.add(given[at]!, given[at + 1]!, given[at + 2]!, given[at + 3]!);
  index.finish();
  return Uint32Array.from(index.search(-Infinity, -Infinity, Infinity, Infinity));
}
