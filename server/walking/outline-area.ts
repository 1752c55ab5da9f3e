import type { MultiPolygonCoordinates } from "./outline-of-reach.ts";

// WGS 84 (EPSG:7030)
const SEMI_MAJOR_M = 6378137;
const FLATTENING = 1 / 298.257223563;
const SQUARED = FLATTENING * (2 - FLATTENING);
const ECCENTRICITY = Math.sqrt(SQUARED);

// q of the authalic latitude: the strip between the equator and a latitude, one radian wide, has a²/2 · q
function authalic(latDegrees: number): number {
  const sine = Math.sin((latDegrees * Math.PI) / 180);
  const part = ECCENTRICITY * sine;
  return (1 - SQUARED) * (sine / (1 - part * part) + Math.atanh(part) / ECCENTRICITY);
}

/**
 * The area of an outline on the ellipsoid in m², EPSG:4326, outer rings counter-clockwise and holes clockwise; 0 for an
 * empty one. Exact for the equal-area cylindrical projection of each short edge (J. P. Snyder 1987, Map Projections,
 * equation 3-12).
 */
export function outlineAreaSqm(outline: MultiPolygonCoordinates): number {
  let sum = 0;
  for (const ring of outline.flat()) {
    let [lastLon, lastQ] = [ring[0]![0], authalic(ring[0]![1])];
    for (let point = 1; point < ring.length; point++) {
      const [lon, lat] = ring[point]!;
      const q = authalic(lat);
      sum -= ((lon - lastLon) * (q + lastQ)) / 2;
      [lastLon, lastQ] = [lon, q];
    }
  }
  return ((SEMI_MAJOR_M ** 2 / 2) * sum * Math.PI) / 180;
}
