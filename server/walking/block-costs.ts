import type { Measure } from "./access.ts";
import type { Direction } from "./nearest.ts";
import type { PlaceBlock } from "./place-grid.ts";
import { UNREACHED } from "./search.ts";
import type { SnapIndex } from "./snap.ts";
import { FORBIDDEN, partialCost } from "./speed-model.ts";

/**
 * For each place of a block the two nodes its edge joins, and what lies between each of them and the place, its connector
 * included; UNREACHED where that is forbidden or the place is off the network.
 */
export interface BlockCosts {
  readonly fromNode: Int32Array;
  readonly fromCost: Int32Array;
  readonly toNode: Int32Array;
  readonly toCost: Int32Array;
  /** The edges that places of the block are joined to. */
  readonly edges: ReadonlySet<number>;
  /** The nodes these edges join. */
  readonly nodes: Int32Array;
}

/** Tells the costs of a block; the same ones as long as few enough are asked for. */
export type BlockPricer = (block: PlaceBlock) => BlockCosts;

/** Blocks whose costs are kept, 16 kB each: 400 km² of them. */
const KEPT_BLOCKS = 1024;

/** Makes what tells the costs of blocks by one measure, walked from an origin or to it. */
export function createBlockPricer(
  measure: Measure,
  direction: Direction,
  { segmentEdge }: SnapIndex,
): BlockPricer {
  const kept = new Map<PlaceBlock, BlockCosts>();
  const { network, costs, connectorCost } = measure;
  const [along, against] =
    direction === "from" ? [costs.forward, costs.reverse] : [costs.reverse, costs.forward];
  const price = ({ segment, fraction, connectorM }: PlaceBlock): BlockCosts => {
    const nodes = () => new Int32Array(segment.length);
    const unreached = () => new Int32Array(segment.length).fill(UNREACHED);
    const edges = new Set<number>();
    const priced = { fromNode: nodes(), fromCost: unreached(), toNode: nodes(), toCost: unreached() };
    for (let place = 0; place < segment.length; place++) {
      if (segment[place]! < 0) continue;
      const edge = segmentEdge[segment[place]!]!;
      edges.add(edge);
      const connector = connectorCost(connectorM[place]!);
      const fromCost = partialCost(along[edge]!, fraction[place]!);
      const toCost = partialCost(against[edge]!, 1 - fraction[place]!);
      priced.fromNode[place] = network.edgeFrom[edge]!;
      priced.toNode[place] = network.edgeTo[edge]!;
      if (fromCost !== FORBIDDEN) priced.fromCost[place] = fromCost + connector;
      if (toCost !== FORBIDDEN) priced.toCost[place] = toCost + connector;
    }
    const ends = [...edges].flatMap((edge) => [network.edgeFrom[edge]!, network.edgeTo[edge]!]);
    return { ...priced, edges, nodes: Int32Array.from(new Set(ends)) };
  };
  return (block) => {
    const known = kept.get(block);
    if (known) return known;
    if (kept.size >= KEPT_BLOCKS) kept.clear();
    const priced = price(block);
    kept.set(block, priced);
    return priced;
  };
}
