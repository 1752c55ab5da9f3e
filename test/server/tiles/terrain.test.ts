import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { type ElevationGrid, elevationAt, fillVoids } from "../../../server/tiles/elevation-grid.ts";
import { terrainTile } from "../../../server/tiles/terrain-tiles.ts";
import { latOfWorldY, lonOfWorldX, tileBounds } from "../../../server/tiles/world.ts";

const gridOf = (
  columns: number,
  rows: number,
  samples: number[],
  extra: Partial<ElevationGrid> = {},
): ElevationGrid => ({
  west: 0,
  north: 3,
  cellLon: 1,
  cellLat: 1,
  columns,
  rows,
  samples: Float32Array.from(samples),
  ...extra,
});

describe("elevation at a place", () => {
  // 3 × 3 cells of 1°, centres at 0.5, 1.5, 2.5
  const grid = gridOf(3, 3, [0, 100, 200, 300, 400, 500, 600, 700, 800]);

  it("is the sample at the centre of a cell", () => {
    expect(elevationAt(grid, 0.5, 2.5)).toBe(0);
    expect(elevationAt(grid, 1.5, 1.5)).toBe(400);
    expect(elevationAt(grid, 2.5, 0.5)).toBe(800);
  });

  it("is mixed between four centres", () => {
    // halfway east between 0 and 100 is 50, between 300 and 400 is 350; halfway south 200
    expect(elevationAt(grid, 1, 2)).toBe(200);
    // a quarter east, none south
    expect(elevationAt(grid, 0.75, 2.5)).toBe(25);
  });

  it("holds the value of the edge beyond it", () => {
    expect(elevationAt(grid, -5, 9)).toBe(0);
    expect(elevationAt(grid, 9, -9)).toBe(800);
  });

  it("of a model of one cell is that cell", () => {
    expect(elevationAt(gridOf(1, 1, [7]), 0.9, 2.9)).toBe(7);
  });
});

describe("voids", () => {
  const void_ = Number.NaN;

  it("take the mean of their known neighbours, step by step", () => {
    // in one row: two voids from the left, one from the right
    expect([...fillVoids(Float32Array.from([5, void_, void_, 9]), 4)]).toEqual([5, 5, 9, 9]);
  });

  it("do not spread from the end of one row to the start of the next", () => {
    // rows [9 9 4] and [void 7 7]: above the void is 9, beside it 7, and only in memory is 4 before it
    expect(fillVoids(Float32Array.from([9, 9, 4, void_, 7, 7]), 3)[3]).toBe((9 + 7) / 2);
  });

  it("far from all that is known fade to the mean of the model, without streaks", () => {
    // 40 columns; the first row alternates 0 and 100, everything below is void
    const samples = Float32Array.from({ length: 40 * 40 }, (_, cell) =>
      cell < 40 ? (cell % 2) * 100 : void_,
    );
    const last = [...fillVoids(samples, 40).subarray(39 * 40)];
    for (const value of last) expect(Math.abs(value - 50)).toBeLessThan(1);
  });

  it("alone stay voids", () => {
    expect([...fillVoids(Float32Array.from([void_, void_]), 2)]).toEqual([void_, void_]);
  });
});

/** Pixels of an 8-bit RGB PNG, read from the format's description. */
function pixelsOf(png: Buffer): (column: number, row: number) => number {
  const width = png.readUInt32BE(16);
  expect([...png.subarray(24, 26)]).toEqual([8, 2]);
  const data: Buffer[] = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12)
    if (png.toString("latin1", at + 4, at + 8) === "IDAT")
      data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  const raw = inflateSync(Buffer.concat(data));
  const stride = width * 3 + 1;
  for (let row = 0; row * stride < raw.length; row++) {
    expect(raw[row * stride]).toBe(2);
    for (let byte = 1; row > 0 && byte < stride; byte++)
      raw[row * stride + byte] = (raw[row * stride + byte]! + raw[(row - 1) * stride + byte]!) & 255;
  }
  return (column, row) => {
    const at = row * stride + 1 + column * 3;
    return raw[at]! * 256 + raw[at + 1]! + raw[at + 2]! / 256 - 32_768;
  };
}

describe("a terrain tile", () => {
  const tile = { z: 10, x: 815, y: 424 };
  const { west, north, size } = tileBounds(tile);
  const lon = lonOfWorldX(west);
  const lat = latOfWorldY(north);
  const lonWidth = lonOfWorldX(west + size) - lon;

  it("holds the elevation of each pixel's centre to 1/256 m, below zero too", () => {
    // a plane that rises by 100 m a cell eastward from −120.5 m
    const samples = Array.from({ length: 64 }, (_, cell) => -120.5 + (cell % 8) * 100);
    const cell = lonWidth / 6;
    const grid = gridOf(8, 8, samples, { west: lon - cell, north: lat + cell, cellLon: cell, cellLat: cell });
    const pixel = pixelsOf(terrainTile(grid, tile));
    for (const column of [0, 17, 128, 255]) {
      const exact = -120.5 + ((column + 0.5) / 256) * 6 * 100 + 50;
      expect(Math.abs(pixel(column, 100) - exact)).toBeLessThanOrEqual(1 / 512 + 1e-6);
    }
  });

  // two cells in a row over the eastern half of the tile, 100 and 300 m high: their mean is 200
  const half = gridOf(2, 1, [100, 300], {
    ...{ west: lon + lonWidth / 2, north: lat + lonWidth, cellLon: lonWidth / 4, cellLat: 3 * lonWidth },
  });

  it("fades from the edge of the model to its mean, without a cliff from pixel to pixel", () => {
    const pixel = pixelsOf(terrainTile(half, tile));
    expect(pixel(129, 100)).toBeCloseTo(100, 0);
    // 0.02° are 14.6 of 256 pixels of 0.3516°: flat from there on
    expect(pixel(128 - 16, 100)).toBe(200);
    expect(pixel(0, 100)).toBe(200);
    for (let column = 1; column < 128; column++)
      expect(Math.abs(pixel(column, 100) - pixel(column - 1, 100))).toBeLessThan(15);
  });

  it("that touches no cell of the model is flat at its mean", () => {
    const pixel = pixelsOf(terrainTile(half, { ...tile, x: tile.x - 5 }));
    for (const at of [0, 100, 255]) expect(pixel(at, at)).toBe(200);
  });
});
