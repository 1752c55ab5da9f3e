import type { Method } from "../contract/analysis.ts";

/** The method of a quantity this product defines itself. */
export function ownMethod(quantity: string, text: string): Method {
  return { quantity, standard: null, edition: null, clause: null, status: "own", text };
}

/** What slows a walk, for every answer in walking time. */
export const SPEED_METHOD = ownMethod(
  "speed",
  "Level speed by persona times the slope factor of Tobler 1993, normalised; stairs by length and by rise, the slower, times the fatigue of the whole run; escalators, lifts and cableways with their wait; signals with their delay. Rows of /api/personas and /api/walking-parameters, each with source and status.",
);
/** How opening hours and fares are taken. */
export const CONDITIONS_METHOD = ownMethod(
  "walkConditions",
  "At the local time asked about, what is closed by its hours in the data is not walked; hours that cannot be read, or are not in the data, count as open. What costs a fare is walked unless fares are avoided.",
);
/** How the error of heights carries into walking times. */
export const UNCERTAINTY_METHOD = ownMethod(
  "plusMinus",
  "Where rises rest on an elevation model, heights of nodes are taken to err each for itself (row height-error, bound of 90 in 100), carried along the way to first order (JCGM 100:2008, 5.1.2): on an even slope errors cancel, at tops and bottoms they add. Rises of stairs and carriers do not rest on the model.",
);

/** How buildings at the outline count; holds for every count of an answer. */
export const EDGE_METHOD = ownMethod(
  "buildings",
  "A building cut by the outline counts by the share of its footprint inside the area and the district; people, dwellings and floor area likewise, unrounded.",
);
export const LAND_METHOD = ownMethod(
  "landAreaSqm",
  "The area within the district without its water, m² on the ellipsoid.",
);
