import type { Coordinates } from "../database/wkb-writer.ts";
import { projectionAt } from "../walking/projection.ts";

/** Metres between two places (EPSG:4326) a few hundred metres apart, on the ellipsoid. */
export function distanceM(lon1: number, lat1: number, lon2: number, lat2: number): number {
  const { metresPerLonDegree, metresPerLatDegree } = projectionAt((lat1 + lat2) / 2);
  return Math.hypot((lon2 - lon1) * metresPerLonDegree, (lat2 - lat1) * metresPerLatDegree);
}

/** Length of a line in metres, its segments each short. */
export function lineLengthM(line: Coordinates): number {
  let total = 0;
  for (let at = 2; at < line.length; at += 2) {
    total += distanceM(line[at - 2]!, line[at - 1]!, line[at]!, line[at + 1]!);
  }
  return total;
}
