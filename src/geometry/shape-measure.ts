import { area, length, polygonToLine } from "@turf/turf";

/** Area in m² and perimeter in metres of a drawn shape (spherical, for the pen only; answers measure on the ellipsoid). */
export function measureShape(shape: GeoJSON.Polygon): { readonly areaSqm: number; readonly lengthM: number } {
  return { areaSqm: area(shape), lengthM: length(polygonToLine(shape), { units: "meters" }) };
}
