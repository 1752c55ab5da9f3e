import { COUNTED_RANKS, ROAD_RANKS } from "../contract/road-network.ts";

const COUNTED_CLASSES = COUNTED_RANKS.flatMap((rank) => [...ROAD_RANKS[rank]]);

/** As the walking network names them: OSM's words that the layer road folds into "residential" stand beside it. */
export const STREET_CLASSES: readonly string[] = [
  ...COUNTED_CLASSES,
  ...["unclassified", "living_street", "road"],
];

/** What may be driven. */
export const DRIVEN_CLASSES: readonly string[] = [...STREET_CLASSES, "service"];
