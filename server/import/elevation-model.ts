import { projectionAt } from "../walking/projection.ts";
import type { DistrictArea } from "./boundary.ts";
import { distanceM } from "./line-length.ts";

/**
 * Heights over a district and its context, EPSG:4326: row-major from the north-west, metres, NaN = void. west and north
 * are the outer corner of the first cell; cells in degrees.
 */
export interface ElevationModel {
  readonly west: number;
  readonly north: number;
  readonly cellLon: number;
  readonly cellLat: number;
  readonly columns: number;
  readonly rows: number;
  readonly samples: Float32Array;
  readonly source: string;
}

/** Width of the bell over which heights are smoothed: about one cell of a 30 m model. */
const SMOOTHING_M = 30;

/** The share (0 … 1) of the cells inside the district that hold no height. */
export function voidShare(model: ElevationModel, area: DistrictArea): number {
  let inside = 0;
  let voids = 0;
  for (let row = 0; row < model.rows; row++) {
    for (let column = 0; column < model.columns; column++) {
      const lon = model.west + (column + 0.5) * model.cellLon;
      const lat = model.north - (row + 0.5) * model.cellLat;
      if (!area.isInside(lon, lat)) continue;
      inside++;
      if (Number.isNaN(model.samples[row * model.columns + column]!)) voids++;
    }
  }
  return inside === 0 ? 1 : voids / inside;
}

/**
 * Height of the smoothed surface at a place, metres; null where no height lies within `radiusM` (inclusive).
 * A mean of the cells around weighted by a bell: single cells of a surface model are roofs and trees as often as ground,
 * and two places 20 m apart differ by the slope of their surroundings, not by the noise of two cells. It fills voids too.
 */
export function smoothedElevationM(
  model: ElevationModel,
  lon: number,
  lat: number,
  radiusM: number,
): number | null {
  const { metresPerLonDegree, metresPerLatDegree } = projectionAt(lat);
  const across = Math.ceil(radiusM / (model.cellLon * metresPerLonDegree));
  const down = Math.ceil(radiusM / (model.cellLat * metresPerLatDegree));
  const middleColumn = Math.floor((lon - model.west) / model.cellLon);
  const middleRow = Math.floor((model.north - lat) / model.cellLat);
  let weights = 0;
  let sum = 0;
  for (let row = Math.max(0, middleRow - down); row <= Math.min(model.rows - 1, middleRow + down); row++) {
    const north = model.north - (row + 0.5) * model.cellLat;
    const last = Math.min(model.columns - 1, middleColumn + across);
    for (let column = Math.max(0, middleColumn - across); column <= last; column++) {
      const sample = model.samples[row * model.columns + column]!;
      if (Number.isNaN(sample)) continue;
      const distance = distanceM(lon, lat, model.west + (column + 0.5) * model.cellLon, north);
      if (distance > radiusM) continue;
      const weight = Math.exp(-((distance / SMOOTHING_M) ** 2) / 2);
      weights += weight;
      sum += weight * sample;
    }
  }
  return weights === 0 ? null : sum / weights;
}
