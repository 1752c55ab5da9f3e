import type { Line } from "./plane.ts";

/** What stands on a site: its footprint, and a convex ring around it that keeps others away. Plane metres. */
export interface Placed {
  /** Counter-clockwise. */
  readonly ring: Line;
  /** Courts within it, and what rises through a podium; counter-clockwise as well. */
  readonly holes: readonly Line[];
  readonly box: Line;
  /** The archetype where it is not the site's own. */
  readonly archetype?: string;
}

/** A footprint without courts that is its own hull. */
export const plain = (ring: Line): Placed => ({ ring, holes: [], box: ring });

/** The same seen from another frame. */
export function moved(placed: Placed, move: (place: Line[number]) => Line[number]): Placed {
  return {
    ...placed,
    ring: placed.ring.map(move),
    holes: placed.holes.map((hole) => hole.map(move)),
    box: placed.box.map(move),
  };
}
