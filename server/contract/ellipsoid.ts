// Lengths and areas as answers mean them, WGS 84 (EPSG:7030), for whoever measures without the database.

const SEMI_MAJOR_M = 6378137;
const FLATTENING = 1 / 298.257223563;
const SQUARED = FLATTENING * (2 - FLATTENING);
const ECCENTRICITY = Math.sqrt(SQUARED);

type Place = readonly number[];

const radians = (degrees: number) => (degrees * Math.PI) / 180;

// q of the authalic latitude: the strip between the equator and a latitude, one radian wide, has a²/2 · q
function authalic(latDegrees: number): number {
  const sine = Math.sin(radians(latDegrees));
  const part = ECCENTRICITY * sine;
  return (1 - SQUARED) * (sine / (1 - part * part) + Math.atanh(part) / ECCENTRICITY);
}

/**
 * The area within a ring on the ellipsoid in m², EPSG:4326, its first place repeated at the end; below 0 where it runs
 * clockwise. Exact for the equal-area cylindrical projection of each edge (J. P. Snyder 1987, Map Projections,
 * equation 3-12); an edge of 100 m drawn as a geodesic would change it by 1e-7.
 */
export function ringAreaSqm(ring: readonly Place[]): number {
  let sum = 0;
  let [lastLon, lastQ] = [ring[0]?.[0] ?? 0, authalic(ring[0]?.[1] ?? 0)];
  for (const place of ring.slice(1)) {
    const [lon, q] = [place[0]!, authalic(place[1]!)];
    sum -= ((lon - lastLon) * (q + lastQ)) / 2;
    [lastLon, lastQ] = [lon, q];
  }
  return (SEMI_MAJOR_M ** 2 / 2) * radians(sum);
}

/** Metres to a degree eastward and northward at a latitude, by the radii of curvature there (the same, pages 24 and 25). */
export function metresPerDegree(latDegrees: number): { readonly east: number; readonly north: number } {
  const lat = radians(latDegrees);
  const squared = 1 - SQUARED * Math.sin(lat) ** 2;
  return {
    east: (radians(SEMI_MAJOR_M) * Math.cos(lat)) / Math.sqrt(squared),
    north: (radians(SEMI_MAJOR_M) * (1 - SQUARED)) / squared ** 1.5,
  };
}

/** The length of an edge on the ellipsoid in m, EPSG:4326; right to a millimetre at 1 km, to 1e-6 at 20 km. */
export function edgeLengthM(from: Place, to: Place): number {
  const { east, north } = metresPerDegree((from[1]! + to[1]!) / 2);
  return Math.hypot((to[0]! - from[0]!) * east, (to[1]! - from[1]!) * north);
}
