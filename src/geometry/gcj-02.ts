import type { Position } from "./position.ts";

// Published reverse-engineered constants of GCJ-02 (Krassovsky 1940 ellipsoid) and of Baidu's BD-09 on top of it,
// as in https://github.com/googollee/eviltransform (MIT) and coordtransform.
const SEMI_MAJOR_M = 6_378_245;
const ECCENTRICITY_SQUARED = 0.006_693_421_622_965_943;
const BD_09_OFFSET: Position = [0.0065, 0.006];
const BD_09_ANGLE = (Math.PI * 3000) / 180;

// GCJ-02 shifts nothing outside this box; its edges belong to it
const [WEST, SOUTH, EAST, NORTH] = [72.004, 0.8293, 137.8347, 55.8271];

/** Steps of the inverse: the error shrinks about 500-fold a step, 2.5 mm after two and below 0.01 mm after three. */
const INVERSE_STEPS = 4;

const sine = (turns: number) => Math.sin(turns * Math.PI);

// the wobble both axes share
const ripple = (x: number) => 20 * sine(6 * x) + 20 * sine(2 * x);

function shiftNorth(x: number, y: number): number {
  const base = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
  const waves = ripple(x) + 20 * sine(y) + 40 * sine(y / 3) + 160 * sine(y / 12) + 320 * sine(y / 30);
  return base + (waves * 2) / 3;
}

function shiftEast(x: number, y: number): number {
  const base = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
  const waves = ripple(x) + 20 * sine(x) + 40 * sine(x / 3) + 150 * sine(x / 12) + 300 * sine(x / 30);
  return base + (waves * 2) / 3;
}

/** Where GCJ-02 (Amap, Tencent) draws a point of WGS 84 or CGCS2000; degrees, unchanged outside China's box. */
export function wgs84ToGcj02([lon, lat]: Position): Position {
  if (lon < WEST || lon > EAST || lat < SOUTH || lat > NORTH) return [lon, lat];
  const latitude = (lat * Math.PI) / 180;
  const flattening = 1 - ECCENTRICITY_SQUARED * Math.sin(latitude) ** 2;
  const primeVerticalM = SEMI_MAJOR_M / Math.sqrt(flattening);
  const meridianM = (primeVerticalM * (1 - ECCENTRICITY_SQUARED)) / flattening;
  return [
    lon + (shiftEast(lon - 105, lat - 35) * 180) / (primeVerticalM * Math.cos(latitude) * Math.PI),
    lat + (shiftNorth(lon - 105, lat - 35) * 180) / (meridianM * Math.PI),
  ];
}

/** Where BD-09 (Baidu) draws a point of GCJ-02; degrees. */
export function gcj02ToBd09([lon, lat]: Position): Position {
  const radius = Math.hypot(lon, lat) + 0.000_02 * Math.sin(lat * BD_09_ANGLE);
  const angle = Math.atan2(lat, lon) + 0.000_003 * Math.cos(lon * BD_09_ANGLE);
  return [radius * Math.cos(angle) + BD_09_OFFSET[0], radius * Math.sin(angle) + BD_09_OFFSET[1]];
}

/** The point of WGS 84 that GCJ-02 draws here, to well under a millimetre; degrees. */
export const gcj02ToWgs84 = (shifted: Position): Position => invert(wgs84ToGcj02, shifted);

/** The point of WGS 84 that BD-09 draws here, to well under a millimetre; degrees. */
export const bd09ToWgs84 = (shifted: Position): Position => invert(wgs84ToBd09, shifted);

/** Where BD-09 draws a point of WGS 84; degrees. */
export const wgs84ToBd09 = (lonLat: Position): Position => gcj02ToBd09(wgs84ToGcj02(lonLat));

// fixed-point iteration: the shift hardly changes over its own length
function invert(shift: (lonLat: Position) => Position, [lon, lat]: Position): Position {
  let [guessLon, guessLat] = [lon, lat];
  for (let step = 0; step < INVERSE_STEPS; step++) {
    const [shiftedLon, shiftedLat] = shift([guessLon, guessLat]);
    guessLon += lon - shiftedLon;
    guessLat += lat - shiftedLat;
  }
  return [guessLon, guessLat];
}
