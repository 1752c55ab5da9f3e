/**
 * World units: Web Mercator scaled so that the whole world is 2^32 wide, x east, y south, origin in the middle.
 * One unit is 9.3 mm at the equator, so a signed 32-bit integer holds any coordinate.
 */
export const WORLD_SIZE = 2 ** 32;
const HALF_WORLD = WORLD_SIZE / 2;
const MAX_WORLD = HALF_WORLD - 1;

/** Highest zoom tiles are cut at; there one tile unit is 9.3 mm, the world unit. */
export const MAX_ZOOM = 20;

export type TileAddress = { readonly z: number; readonly x: number; readonly y: number };

const clampWorld = (value: number) => Math.max(-HALF_WORLD, Math.min(MAX_WORLD, Math.round(value)));

/** World x of a longitude in degrees; beyond ±180 it is held at the edge. */
export function worldX(lon: number): number {
  return clampWorld((lon / 360) * WORLD_SIZE);
}

/** World y (south positive) of a latitude in degrees; beyond ±85.0511 it is held at the edge. */
export function worldY(lat: number): number {
  const sine = Math.sin((lat * Math.PI) / 180);
  if (sine >= 1) return -HALF_WORLD;
  if (sine <= -1) return MAX_WORLD;
  return clampWorld(((-0.25 * Math.log((1 + sine) / (1 - sine))) / Math.PI) * WORLD_SIZE);
}

/** Longitude in degrees of a world x. */
export function lonOfWorldX(x: number): number {
  return (x / WORLD_SIZE) * 360;
}

/** Latitude in degrees of a world y. */
export function latOfWorldY(y: number): number {
  return (Math.atan(Math.sinh((-y / WORLD_SIZE) * 2 * Math.PI)) * 180) / Math.PI;
}

/** The north-west corner of a tile and its width, in world units. */
export function tileBounds({ z, x, y }: TileAddress): { west: number; north: number; size: number } {
  const size = 2 ** (32 - z);
  return { west: x * size - HALF_WORLD, north: y * size - HALF_WORLD, size };
}
