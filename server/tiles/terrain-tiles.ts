import { type ElevationGrid, elevationAt, gridExtent } from "./elevation-grid.ts";
import { encodePng } from "./png.ts";
import { latOfWorldY, lonOfWorldX, type TileAddress, tileBounds } from "./world.ts";

/** Pixels on a side of a terrain tile. */
export const TERRAIN_TILE_SIZE = 256;
/** Highest zoom of terrain tiles: a pixel is 8 m there, finer than the elevation models in use. */
export const TERRAIN_MAX_ZOOM = 14;

/**
 * A terrain tile as terrarium PNG (metres = red × 256 + green + blue ÷ 256 − 32768), or undefined where the tile
 * touches no part of the model. Within a tile the model's edge value holds beyond its edge, so that no cliff is drawn.
 */
export function terrainTile(grid: ElevationGrid, tile: TileAddress): Buffer | undefined {
  const { west, north, size } = tileBounds(tile);
  if (!touches(grid, west, north, size)) return undefined;
  const pixels = new Uint8Array(TERRAIN_TILE_SIZE * TERRAIN_TILE_SIZE * 3);
  const step = size / TERRAIN_TILE_SIZE;
  let at = 0;
  for (let row = 0; row < TERRAIN_TILE_SIZE; row++) {
    const lat = latOfWorldY(north + (row + 0.5) * step);
    for (let column = 0; column < TERRAIN_TILE_SIZE; column++) {
      const elevationM = elevationAt(grid, lonOfWorldX(west + (column + 0.5) * step), lat);
      const value = Math.round((elevationM + 32_768) * 256);
      pixels[at++] = value >> 16;
      pixels[at++] = value >> 8;
      pixels[at++] = value;
    }
  }
  return encodePng(pixels, TERRAIN_TILE_SIZE, TERRAIN_TILE_SIZE);
}

function touches(grid: ElevationGrid, west: number, north: number, size: number): boolean {
  const extent = gridExtent(grid);
  return (
    lonOfWorldX(west) < extent[2] &&
    lonOfWorldX(west + size) > extent[0] &&
    latOfWorldY(north) > extent[1] &&
    latOfWorldY(north + size) < extent[3]
  );
}
