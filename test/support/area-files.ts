import { distance } from "@turf/turf";
import { expect } from "vitest";
import type { NamedFile, Refused } from "../../src/formats/area-format.ts";
import { type AreaFile, type Choices, readAreas } from "../../src/formats/read-areas.ts";

/** A district across the limit of two 3° zones, as west, south, east, north. */
export const DISTRICT = [106.43, 29.5, 106.6, 29.6] as const;

/** One point of it in degrees and in other systems, worked out with PROJ (ST_Transform of PostGIS). */
export const PLACE = {
  lonLat: [106.5733, 29.5609],
  "EPSG:4544": [652475.602, 3272472.667],
  "EPSG:4545": [361733.662, 3272289.1],
  "EPSG:4523": [35652475.602, 3272472.667],
  "EPSG:4524": [36361733.662, 3272289.1],
  "EPSG:4496": [18652475.602, 3272472.667],
  "EPSG:32648": [652414.611, 3271163.678],
  "EPSG:3857": [11863685.488, 3447231.585],
} as const;

/** A square of 100 units with the place in its south-west corner, open: four corners. */
export const squareAt = ([x, y]: readonly [number, number], side = 100): [number, number][] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
];
export const closedSquareAt = (place: readonly [number, number], side = 100): [number, number][] => [
  ...squareAt(place, side),
  [...place],
];

export const fileOf = (name: string, content: string | Uint8Array): NamedFile => ({
  name,
  bytes: typeof content === "string" ? new TextEncoder().encode(content) : content,
});

/** Reads a file that must be readable. */
export async function readValid(file: NamedFile, choices: Choices = {}): Promise<AreaFile> {
  const read = await readAreas(file, DISTRICT, choices);
  if (!read.valid) throw new Error(`refused: ${JSON.stringify(read.reason)}`);
  return read;
}

/** Reads a file that must be refused, and gives the reason. */
export async function readRefused(file: NamedFile, choices: Choices = {}): Promise<Refused["reason"]> {
  const read = await readAreas(file, DISTRICT, choices);
  if (read.valid) throw new Error(`read as ${read.format}`);
  return read.reason;
}

/** The one area of the one reading of a file. */
export function onlyArea(file: AreaFile) {
  expect(file.readings).toHaveLength(1);
  const [reading] = file.readings;
  expect(reading!.areas).toHaveLength(1);
  return { ...reading!.areas[0]!, crs: reading!.crs, axes: reading!.axes };
}

/** Whether a corner of the polygon lies on the place, to within metres. */
export function metresFromPlace(polygon: { readonly coordinates: number[][][] }): number {
  return Math.min(
    ...polygon.coordinates[0]!.map((corner) => distance(corner, [...PLACE.lonLat], { units: "meters" })),
  );
}
