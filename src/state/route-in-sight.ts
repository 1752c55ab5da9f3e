import type { Extent } from "../../server/contract/geometry.ts";
import { extentOf } from "../geometry/extent.ts";
import type { AppState } from "./app-state.ts";
import type { RouteAnswer } from "./walk-state.ts";

/** A route that takes less of the screen than this, in width and in height, is but a speck. */
const SPECK = 1 / 8;

/**
 * The extent to go to so that a route can be seen, degrees, or null where it is seen already. A view that came with the
 * address, of which the map has not yet told the extent, stays as it was sent.
 */
export function extentToSee(
  { result: { route } }: Pick<RouteAnswer, "result">,
  { view, viewExtent }: Pick<AppState, "view" | "viewExtent">,
): Extent | null {
  if (route === null || (view !== null && viewExtent === null)) return null;
  const coordinates = route.legs.flatMap((leg) => leg.coordinates.map((each) => [...each]));
  if (coordinates.length === 0) return null;
  const own = extentOf({ type: "MultiPoint", coordinates });
  return viewExtent !== null && isSeen(own, viewExtent) ? null : own;
}

function isSeen([west, south, east, north]: Extent, [left, bottom, right, top]: Extent): boolean {
  const isWithin = west >= left && east <= right && south >= bottom && north <= top;
  const isSpeck = east - west < SPECK * (right - left) && north - south < SPECK * (top - bottom);
  return isWithin && !isSpeck;
}
