import { ringAreaSqm } from "../contract/ellipsoid.ts";
import type { MultiPolygonCoordinates } from "./outline-of-reach.ts";

/** The area of an outline on the ellipsoid in m², EPSG:4326, outer rings counter-clockwise, holes clockwise; 0 for an empty one. */
export const outlineAreaSqm = (outline: MultiPolygonCoordinates): number =>
  outline.flat().reduce((sum, ring) => sum + ringAreaSqm(ring), 0);
