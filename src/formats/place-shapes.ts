import { rewind } from "@turf/turf";
import { edgeLengthM } from "../../server/contract/ellipsoid.ts";
import { MAX_AREA_VERTICES, type Polygon } from "../../server/contract/geometry.ts";
import { roundShape } from "../geometry/area-text.ts";
import type { Position, Ring } from "../geometry/position.ts";
import { ringCrossing } from "../geometry/ring-crossing.ts";
import { measureShape } from "../geometry/shape-measure.ts";
import type { FileShape, Note, Refusal } from "./area-format.ts";
import { lonLatFrom } from "./crs.ts";
import { type CrsReading, orient } from "./recognise-crs.ts";

/** An area of a file in EPSG:4326, with what should be known of it; `refusal` where no analysis would take it. */
export interface FileArea {
  readonly name: string | null;
  readonly polygon: Polygon;
  /** On the ellipsoid, as answers measure it. Null where the outline crosses itself. */
  readonly areaSqm: number | null;
  /** Corners of all rings, the closing ones not counted. */
  readonly corners: number;
  readonly notes: readonly Note[];
  readonly refusal: Refusal | null;
}

/** Decimals of a degree kept: 1e-7 is a centimetre, finer than CGCS2000 equals WGS 84. */
const DECIMALS = 7;

/** The shapes of a file as areas, as one reading of their coordinates has them. */
export async function placeShapes(
  shapes: readonly FileShape[],
  { crs, axes }: CrsReading,
): Promise<FileArea[]> {
  const toLonLat = await lonLatFrom(crs);
  const place = (position: Position): Position => {
    const [lon, lat] = toLonLat(orient(axes, position));
    return [Number(lon.toFixed(DECIMALS)), Number(lat.toFixed(DECIMALS))];
  };
  return shapes.map((shape) => areaOf(shape, place));
}

function areaOf({ name, rings, gap }: FileShape, place: (position: Position) => Position): FileArea {
  const placed = rings.map((ring) => ring.map(place));
  const polygon = polygonOf(placed);
  const vertices = placed.reduce((sum, ring) => sum + ring.length, 0);
  const isTooMany = vertices > MAX_AREA_VERTICES;
  // what is refused anyway is not searched for crossings
  const crossing = isTooMany ? null : ringCrossing(placed);
  return {
    name,
    polygon,
    areaSqm: crossing === null ? measureShape(roundShape(polygon)).areaSqm : null,
    corners: vertices - placed.length,
    notes: [...gapNotes(gap && [place(gap[0]), place(gap[1])]), ...crossingNotes(crossing)],
    refusal: isTooMany ? { code: "too-many-vertices", values: { vertices, limit: MAX_AREA_VERTICES } } : null,
  };
}

const polygonOf = (rings: readonly Ring[]): Polygon =>
  rewind({ type: "Polygon", coordinates: rings.map((ring) => ring.map((corner) => [...corner])) }) as Polygon;

function gapNotes(gap: readonly [Position, Position] | null): Note[] {
  if (gap === null) return [];
  const metres = edgeLengthM(gap[0], gap[1]);
  return [{ code: "closed-gap", values: { metres: Number(metres.toFixed(2)) } }];
}

function crossingNotes(place: Position | null): Note[] {
  if (place === null) return [];
  const [lon, lat] = place.map((degrees) => Number(degrees.toFixed(6))) as [number, number];
  return [{ code: "self-crossing", values: { lon, lat } }];
}
