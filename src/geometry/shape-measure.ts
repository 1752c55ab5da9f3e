import { area, distance } from "@turf/turf";
import { polygonsOf, type Shape } from "./area-text.ts";

type Line = readonly (readonly number[])[];

/** Length of each side of a line in metres (spherical). */
export function sideLengths(line: Line): number[] {
  return line.slice(1).map((to, index) => distance([...line[index]!], [...to], { units: "meters" }));
}

/** Area in m² and the length of all rings in metres (spherical, for the pen only; answers measure on the ellipsoid). */
export function measureShape(shape: Shape): { readonly areaSqm: number; readonly lengthM: number } {
  const lengthM = polygonsOf(shape)
    .flat()
    .flatMap(sideLengths)
    .reduce((sum, sideM) => sum + sideM, 0);
  return { areaSqm: area(shape as GeoJSON.Polygon | GeoJSON.MultiPolygon), lengthM };
}
