import type { City } from "./city.ts";
import { toPlane } from "./plane.ts";

/** Heights over the district: row-major from the north-west corner, metres, float32; cells in degrees, EPSG:4326. */
export interface ElevationGrid {
  /** Outer corner of the first cell. */
  readonly west: number;
  readonly north: number;
  readonly cellLon: number;
  readonly cellLat: number;
  readonly columns: number;
  readonly rows: number;
  readonly samples: Float32Array;
}

/** One cell in degrees: about 24 by 28 m here. */
const CELL_DEGREES = 0.00025;

/** The city's elevation resampled to a grid of degrees. */
export function elevationGrid({ outline, elevation }: City): ElevationGrid {
  const { plane } = outline;
  const { west, south, cellM } = elevation;
  const lonOf = (x: number) => plane.origin[0] + x / plane.metresPerLonDegree;
  const latOf = (y: number) => plane.origin[1] + y / plane.metresPerLatDegree;
  const onGrid = (degrees: number) => Math.ceil(degrees / CELL_DEGREES) * CELL_DEGREES;
  const [left, bottom] = [onGrid(lonOf(west)), onGrid(latOf(south))];
  const columns = Math.floor((lonOf(west + (elevation.columns - 1) * cellM) - left) / CELL_DEGREES);
  const rows = Math.floor((latOf(south + (elevation.rows - 1) * cellM) - bottom) / CELL_DEGREES);
  const north = bottom + rows * CELL_DEGREES;
  const samples = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const place = toPlane(plane, [
        left + (column + 0.5) * CELL_DEGREES,
        north - (row + 0.5) * CELL_DEGREES,
      ]);
      samples[row * columns + column] = Math.round(elevation.heightAt(place) * 10) / 10;
    }
  }
  return { west: left, north, cellLon: CELL_DEGREES, cellLat: CELL_DEGREES, columns, rows, samples };
}
