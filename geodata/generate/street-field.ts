import type { Elevation } from "./elevation.ts";
import { noiseOver } from "./noise.ts";
import { distanceM, type Line, nearestOnSegment, type Point } from "./plane.ts";
import type { Random } from "./random.ts";
import { spatialHash } from "./spatial-hash.ts";

/** From this slope on the hill alone decides how streets run; below, main streets nearby have a say. */
const DECISIVE_SLOPE = 0.12;
/** How far a main street lends its direction to those beside it, metres. */
const REACH_M = 320;
/** Streets swerve from the contour, over this distance and with this weight beside the hill's. */
const SWERVE_M = 150;
const SWERVE = 0.85;

/** The direction a contour street takes at a place, as a unit vector without sign. */
export type StreetField = (place: Point) => Point;

/**
 * Directions of streets: along the contours where the ground is steep, along the main streets where it is not. Directions
 * have no sign, so they are mixed as doubled angles; a little noise among them makes them wander (G. Chen et al. 2008, Interactive procedural street modeling).
 */
export function streetField(elevation: Elevation, mainLines: readonly Line[], random: Random): StreetField {
  const swerve = [noiseOver(SWERVE_M, random), noiseOver(SWERVE_M, random)] as const;
  const segments = spatialHash<readonly [Point, Point]>(REACH_M / 2);
  for (const line of mainLines) {
    for (let at = 1; at < line.length; at++)
      segments.add([line[at - 1]!, line[at]!], line[at - 1]!, line[at]!);
  }
  return (place) => {
    const [gx, gy] = elevation.gradientAt(place);
    const slope = Math.sqrt(gx * gx + gy * gy);
    let cosine = 0;
    let sine = 0;
    const mix = (dx: number, dy: number, weight: number) => {
      const squared = dx * dx + dy * dy;
      if (squared === 0) return;
      cosine += (weight * (dx * dx - dy * dy)) / squared;
      sine += (weight * 2 * dx * dy) / squared;
    };
    mix(-gy, gx, Math.min(1, slope / DECISIVE_SLOPE) ** 2);
    // on level ground main streets lead, so it wanders less there
    const wander = SWERVE * Math.min(1, 0.25 + slope / DECISIVE_SLOPE);
    cosine += wander * swerve[0](place);
    sine += wander * swerve[1](place);
    for (const [a, b] of segments.near(place, REACH_M)) {
      const away = nearestOnSegment(place, a, b).distanceM;
      if (away < REACH_M)
        mix(b[0] - a[0], b[1] - a[1], (0.5 * (1 - away / REACH_M) ** 3 * distanceM(a, b)) / 60);
    }
    // half of the doubled angle, by the half-angle formulas
    const length = Math.sqrt(cosine * cosine + sine * sine) || 1;
    const half = Math.sqrt((1 + cosine / length) / 2);
    const other = Math.sqrt((1 - cosine / length) / 2);
    return sine < 0 ? [half, -other] : [half, other];
  };
}
