import { type ElevationGrid, elevationAt, gridExtent, meanOf } from "./elevation-grid.ts";
import { encodePng } from "./png.ts";
import { latOfWorldY, lonOfWorldX, type TileAddress, tileBounds } from "./world.ts";

/** Pixels on a side of a terrain tile. */
export const TERRAIN_TILE_SIZE = 256;
/** Highest zoom of terrain tiles: a pixel is 8 m there, finer than the elevation models in use. */
export const TERRAIN_MAX_ZOOM = 14;

/** How far beyond the model its edge sinks or rises to its mean, degrees (some 2 km); from there on the ground is flat. */
const FADE_DEGREES = 0.02;

/**
 * A terrain tile as terrarium PNG (metres = red × 256 + green + blue ÷ 256 − 32768). Beyond the model its edge fades to the
 * mean of the model, also in tiles that do not touch it: a mesh of ground ends in no cliff and has no hole.
 */
export function terrainTile(grid: ElevationGrid, tile: TileAddress): Buffer {
  const { west, north, size } = tileBounds(tile);
  const meanM = meanOf(grid.samples);
  const pixels = new Uint8Array(TERRAIN_TILE_SIZE * TERRAIN_TILE_SIZE * 3);
  const step = size / TERRAIN_TILE_SIZE;
  let at = 0;
  for (let row = 0; row < TERRAIN_TILE_SIZE; row++) {
    const lat = latOfWorldY(north + (row + 0.5) * step);
    for (let column = 0; column < TERRAIN_TILE_SIZE; column++) {
      const elevationM = groundAt(grid, meanM, lonOfWorldX(west + (column + 0.5) * step), lat);
      const value = Math.round((elevationM + 32_768) * 256);
      pixels[at++] = value >> 16;
      pixels[at++] = value >> 8;
      pixels[at++] = value;
    }
  }
  return encodePng(pixels, TERRAIN_TILE_SIZE, TERRAIN_TILE_SIZE);
}

function groundAt(grid: ElevationGrid, meanM: number, lon: number, lat: number): number {
  const [west, south, east, north] = gridExtent(grid);
  const beyond = Math.hypot(Math.max(west - lon, 0, lon - east), Math.max(south - lat, 0, lat - north));
  if (beyond >= FADE_DEGREES) return meanM;
  const elevationM = elevationAt(grid, lon, lat);
  // squared, so that it lands without an edge
  return beyond === 0 ? elevationM : meanM + (elevationM - meanM) * (1 - beyond / FADE_DEGREES) ** 2;
}
