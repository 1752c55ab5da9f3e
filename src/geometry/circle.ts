import { circle } from "@turf/turf";

/** Sides of a drawn circle: its area is 0.2 % less than the true circle's. */
const SIDES = 64;

/** The circle of a radius in metres round a place, as a polygon whose corners lie on it. */
export function circleAround([lon, lat]: readonly [number, number], radiusM: number): GeoJSON.Polygon {
  return circle([lon, lat], radiusM, { units: "meters", steps: SIDES }).geometry;
}
