/** A flat metric frame around a latitude: x = lon · metresPerLonDegree, y = lat · metresPerLatDegree. */
export interface LocalProjection {
  readonly metresPerLonDegree: number;
  readonly metresPerLatDegree: number;
}

const SEMI_MAJOR_M = 6_378_137;
const ECCENTRICITY_SQUARED = 0.00669437999014;

/**
 * The metric frame of a latitude, from the radii of curvature of WGS 84. Distances over a few hundred metres are right
 * to about 1e-4 within 10 km north or south of it.
 */
export function projectionAt(latDegrees: number): LocalProjection {
  const lat = (latDegrees * Math.PI) / 180;
  const root = Math.sqrt(1 - ECCENTRICITY_SQUARED * Math.sin(lat) ** 2);
  const meridianRadiusM = (SEMI_MAJOR_M * (1 - ECCENTRICITY_SQUARED)) / root ** 3;
  const normalRadiusM = SEMI_MAJOR_M / root;
  return {
    metresPerLonDegree: (normalRadiusM * Math.cos(lat) * Math.PI) / 180,
    metresPerLatDegree: (meridianRadiusM * Math.PI) / 180,
  };
}

/** Projects lon, lat interleaved (EPSG:4326) to x, y interleaved in metres. */
export function projectAll(coordinates: ArrayLike<number>, projection: LocalProjection): Float64Array {
  const projected = new Float64Array(coordinates.length);
  for (let index = 0; index < coordinates.length; index += 2) {
    projected[index] = coordinates[index]! * projection.metresPerLonDegree;
    projected[index + 1] = coordinates[index + 1]! * projection.metresPerLatDegree;
  }
  return projected;
}

/** The fraction (0 … 1) of the segment a–b at which it is nearest to p; 0 for a segment without length. */
export function nearestFraction(
  p: { readonly x: number; readonly y: number },
  [ax, ay, bx, by]: readonly [number, number, number, number],
): number {
  const dx = bx - ax;
  const dy = by - ay;
  const squared = dx * dx + dy * dy;
  if (squared === 0) return 0;
  return Math.min(1, Math.max(0, ((p.x - ax) * dx + (p.y - ay) * dy) / squared));
}
