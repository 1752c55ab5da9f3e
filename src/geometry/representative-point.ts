import { pointOnFeature } from "@turf/turf";
import type { LonLat } from "./lon-lat.ts";

/** A point on the surface of a shape for its name, lon before lat, or null where the shape is empty. */
export function representativePoint(geometry: GeoJSON.Geometry): LonLat | null {
  if (!("coordinates" in geometry) || geometry.coordinates.length === 0) return null;
  const [lon, lat] = pointOnFeature({ type: "Feature", geometry, properties: {} }).geometry.coordinates;
  return lon === undefined || lat === undefined ? null : [lon, lat];
}
