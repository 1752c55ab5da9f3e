import { pointOnFeature } from "@turf/turf";

/** A point on the surface of a shape for its name, lon before lat, or null where the shape is empty. */
export function representativePoint(geometry: GeoJSON.Geometry): readonly [lon: number, lat: number] | null {
  if (!("coordinates" in geometry) || geometry.coordinates.length === 0) return null;
  const [lon, lat] = pointOnFeature({ type: "Feature", geometry, properties: {} }).geometry.coordinates;
  return lon === undefined || lat === undefined ? null : [lon, lat];
}
