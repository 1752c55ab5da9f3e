import { metresPerDegree } from "../../server/contract/ellipsoid.ts";

/** Sides of a drawn circle: its area is 0.2 % less than the true circle's. */
const SIDES = 64;

/** The circle of a radius in metres round a place, as a polygon whose corners lie on it, counter-clockwise. */
export function circleAround([lon, lat]: readonly [number, number], radiusM: number): GeoJSON.Polygon {
  const { east, north } = metresPerDegree(lat);
  const corners = Array.from({ length: SIDES }, (_, side) => {
    const angle = (2 * Math.PI * side) / SIDES;
    return [lon + (radiusM * Math.cos(angle)) / east, lat + (radiusM * Math.sin(angle)) / north];
  });
  return { type: "Polygon", coordinates: [[...corners, corners[0]!]] };
}
