import { packRing, unpackRing } from "./packed-ring.ts";

type Position = readonly number[];
type Rings = readonly (readonly Position[])[];

/** A drawn shape: one polygon or several, holes after the outer ring; degrees, EPSG:4326. */
export type Shape =
  | { readonly type: "Polygon"; readonly coordinates: Rings }
  | { readonly type: "MultiPolygon"; readonly coordinates: readonly Rings[] };
type MadeShape =
  | { type: "Polygon"; coordinates: number[][][] }
  | { type: "MultiPolygon"; coordinates: number[][][][] };

/** Decimals of a drawn coordinate: 1e-6 degrees is 11 cm, finer than a hand draws. */
const DECIMALS = 6;
/** Up to so many corners the text can be read and typed; more are packed, at a third of the length. */
const READABLE_CORNERS = 40;
const PACKED = "~";

// adding zero turns -0, which no text holds, into 0
const round = (degrees: number) => Number(degrees.toFixed(DECIMALS)) + 0;

/** The polygons of a shape, each its outer ring and holes. */
export function polygonsOf(shape: Shape): readonly Rings[] {
  return shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
}

/** The shape of polygons: a Polygon where there is one. */
export function shapeOf(polygons: readonly Rings[]): MadeShape {
  const coordinates = polygons.map((rings) => rings.map((ring) => ring.map((position) => [...position])));
  return coordinates.length === 1
    ? { type: "Polygon", coordinates: coordinates[0]! }
    : { type: "MultiPolygon", coordinates };
}

/** Corners of a shape, the closing ones not counted: what the limit of the contract counts. */
export function cornerCount(shape: Shape): number {
  return polygonsOf(shape)
    .flat()
    .reduce((sum, ring) => sum + ring.length - 1, 0);
}

/** A shape whose coordinates are those its text holds, so that a link asks the very same question. */
export function roundShape(shape: Shape): MadeShape {
  const polygons = polygonsOf(shape);
  return shapeOf(
    polygons.map((rings) => rings.map((ring) => ring.map(([lon = 0, lat = 0]) => [round(lon), round(lat)]))),
  );
}

/** A line as text: `lon,lat;lon,lat`. */
export function lineToText(line: readonly Position[]): string {
  return line.map(([lon = 0, lat = 0]) => `${lon.toFixed(DECIMALS)},${lat.toFixed(DECIMALS)}`).join(";");
}

/** The positions of `lon,lat;lon,lat`, or null where one is no place on earth. */
export function lineFromText(text: string): [number, number][] | null {
  const line = text
    .split(";")
    .map((corner) => corner.split(",").map((part) => (part.trim() === "" ? Number.NaN : Number(part))));
  const sound = line.every(
    (corner) => corner.length === 2 && Math.abs(corner[0]!) <= 180 && Math.abs(corner[1]!) <= 90,
  );
  return sound ? (line as [number, number][]) : null;
}

/**
 * A shape as text: its rings parted by `!`, its polygons by `!!`, the closing corners left out; a ring is `lon,lat;lon,lat`,
 * or packed after a `~` where the shape has many corners.
 */
export function shapeToText(shape: Shape): string {
  const ringText =
    cornerCount(shape) > READABLE_CORNERS
      ? (ring: readonly Position[]) => PACKED + packRing(ring)
      : lineToText;
  return polygonsOf(shape)
    .map((rings) => rings.map((ring) => ringText(ring.slice(0, -1))).join("!"))
    .join("!!");
}

/** The shape of a text, or null where it is none: fewer than three corners, or something that is no place. */
export function shapeFromText(text: string): MadeShape | null {
  const polygons = text
    .split("!!")
    .map((polygon) =>
      polygon
        .split("!")
        .map((ring) => (ring.startsWith(PACKED) ? unpackRing(ring.slice(1)) : lineFromText(ring))),
    );
  const sound = polygons.flat().every((ring) => ring !== null && ring.length >= 3);
  return sound ? shapeOf(polygons.map((rings) => rings.map((ring) => [...ring!, [...ring![0]!]]))) : null;
}
