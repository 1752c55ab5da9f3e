import type { WalkNetwork } from "../../server/walking/network.ts";
import type { EdgeCosts } from "../../server/walking/speed-model.ts";

/** Streets that join two neighbouring copies. */
const STITCHES = 60;
const STITCH_COST = 1_000; // 10 s

/** A network copied side by side, as pgRouting and the graph builder take it. */
export interface Replica {
  readonly network: WalkNetwork;
  readonly costs: EdgeCosts;
}

/** Copies a network `columns` × `rows` times and joins neighbours by streets of 10 s: the same streets at a larger scale. */
export function replicate(
  network: WalkNetwork,
  costs: EdgeCosts,
  { columns, rows }: { readonly columns: number; readonly rows: number },
): Replica {
  const { nodeCount, edgeCount } = network;
  const copies = columns * rows;
  const edges = { from: [] as number[], to: [] as number[] };
  const byLon = Array.from(network.nodeLon.keys()).sort((a, b) => network.nodeLon[a]! - network.nodeLon[b]!);
  const byLat = Array.from(network.nodeLat.keys()).sort((a, b) => network.nodeLat[a]! - network.nodeLat[b]!);
  const stitch = (from: number, to: number, order: readonly number[]) => {
    for (let index = 0; index < STITCHES; index++) {
      edges.from.push(from * nodeCount + order[order.length - 1 - index]!);
      edges.to.push(to * nodeCount + order[index]!);
    }
  };
  for (let copy = 0; copy < copies; copy++) {
    if (copy % columns > 0) stitch(copy - 1, copy, byLon);
    if (copy >= columns) stitch(copy - columns, copy, byLat);
  }
  const width = network.nodeLon[byLon.at(-1)!]! - network.nodeLon[byLon[0]!]!;
  const height = network.nodeLat[byLat.at(-1)!]! - network.nodeLat[byLat[0]!]!;
  const total = copies * edgeCount + edges.from.length;
  const spread = (values: Int32Array, step: number, stitched: readonly number[]) => {
    const all = new Int32Array(total);
    for (let copy = 0; copy < copies; copy++) {
      all.set(
        values.map((value) => value + copy * step),
        copy * edgeCount,
      );
    }
    all.set(stitched, copies * edgeCount);
    return all;
  };
  const places = (values: Float64Array, offsetOf: (copy: number) => number) => {
    const all = new Float64Array(copies * nodeCount);
    for (let copy = 0; copy < copies; copy++) {
      all.set(
        values.map((value) => value + offsetOf(copy)),
        copy * nodeCount,
      );
    }
    return all;
  };
  const stitchCosts = edges.from.map(() => STITCH_COST);
  return {
    network: {
      ...network,
      nodeCount: copies * nodeCount,
      edgeCount: total,
      nodeLon: places(network.nodeLon, (copy) => (copy % columns) * width),
      nodeLat: places(network.nodeLat, (copy) => Math.floor(copy / columns) * height),
      edgeFrom: spread(network.edgeFrom, nodeCount, edges.from),
      edgeTo: spread(network.edgeTo, nodeCount, edges.to),
    },
    costs: {
      forward: spread(costs.forward, 0, stitchCosts),
      reverse: spread(costs.reverse, 0, stitchCosts),
    },
  };
}
