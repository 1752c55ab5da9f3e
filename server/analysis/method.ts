import type { Method } from "../contract/analysis.ts";

/** The method of a quantity this product defines itself. */
export function ownMethod(quantity: string, text: string): Method {
  return { quantity, standard: null, edition: null, clause: null, status: "own", text };
}

/** How buildings at the outline count; holds for every count of an answer. */
export const EDGE_METHOD = ownMethod(
  "buildings",
  "A building cut by the outline counts by the share of its footprint inside the area and the district; people, dwellings and floor area likewise, unrounded.",
);
export const LAND_METHOD = ownMethod(
  "landAreaSqm",
  "The area within the district without its water, m² on the ellipsoid.",
);
