import { edgeLengthM, ringAreaSqm } from "../../server/contract/ellipsoid.ts";
import { polygonsOf, type Shape } from "./area-text.ts";

type Line = readonly (readonly number[])[];

/** Length of each side of a line in metres, on the ellipsoid as answers measure it. */
export function sideLengths(line: Line): number[] {
  return line.slice(1).map((to, index) => edgeLengthM(line[index]!, to));
}

/** Area in m² and the length of all rings in metres, on the ellipsoid as answers measure it; whichever way rings run. */
export function measureShape(shape: Shape): { readonly areaSqm: number; readonly lengthM: number } {
  const polygons = polygonsOf(shape);
  const lengthM = polygons
    .flat()
    .flatMap(sideLengths)
    .reduce((sum, sideM) => sum + sideM, 0);
  const areaSqm = polygons
    .map(([outer = [], ...holes]) => sizeOf(outer) - holes.reduce((sum, hole) => sum + sizeOf(hole), 0))
    .reduce((sum, each) => sum + each, 0);
  return { areaSqm, lengthM };
}

const sizeOf = (ring: Line) => Math.abs(ringAreaSqm(ring));
