import { bbox, booleanPointInPolygon } from "@turf/turf";

/** Whether places lie in a shape, its outline included; degrees of EPSG:4326. Made once for many places. */
export function withinShape(
  shape: GeoJSON.Polygon | GeoJSON.MultiPolygon,
): (lon: number, lat: number) => boolean {
  const [west, south, east, north] = bbox(shape);
  return (lon, lat) =>
    lon >= west &&
    lon <= east &&
    lat >= south &&
    lat <= north &&
    booleanPointInPolygon([lon, lat], { type: "Feature", geometry: shape, properties: {} });
}
