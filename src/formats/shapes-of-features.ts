import { closedRing, lineMeasure } from "../geometry/closed-ring.ts";
import type { Position, Ring } from "../geometry/position.ts";
import { type FileShape, type Note, type Refused, refused } from "./area-format.ts";

/** A line whose ends are further apart than this share of its length is not an outline left open by mistake. */
const MAX_GAP_SHARE = 0.01;

/** A named line or ring of a file, whatever its format calls it. */
export interface NamedLine {
  readonly name: string | null;
  readonly line: Ring;
}

/** Shapes found, and what else was there. */
interface Harvest {
  readonly shapes: FileShape[];
  points: number;
  lines: number;
  /** The smallest gap of the open lines as a share of their length; infinite where none has three corners. */
  gapShare: number;
}

type Found = { readonly valid: true; readonly shapes: readonly FileShape[]; readonly notes: readonly Note[] };

/** The polygons of features and the lines that are closed, or nearly, each with its name; or why there are none. */
export function shapesOfFeatures(features: readonly GeoJSON.Feature[]): Found | Refused {
  const harvest = emptyHarvest();
  for (const { geometry, properties } of features) gather(geometry, nameOf(properties), harvest);
  return resultOf(harvest);
}

/** As {@link shapesOfFeatures}, of lines alone. */
export function shapesOfLines(lines: readonly NamedLine[]): Found | Refused {
  const harvest = emptyHarvest();
  for (const { name, line } of lines) addLine(ringOf(line), name, harvest);
  return resultOf(harvest);
}

const emptyHarvest = (): Harvest => ({ shapes: [], points: 0, lines: 0, gapShare: Infinity });

function resultOf({ shapes, points, lines, gapShare }: Harvest): Found | Refused {
  const left = points + lines;
  if (shapes.length > 0) {
    return {
      valid: true,
      shapes,
      notes: left === 0 ? [] : [{ code: "left-out", values: { points, lines } }],
    };
  }
  if (gapShare < Infinity) return refused("open-lines", { lines, gapPercent: Math.ceil(gapShare * 100) });
  if (lines > 0) return refused("too-few-corners", { corners: 2 });
  return refused("no-polygon", { points });
}

function gather(geometry: GeoJSON.Geometry | null, name: string | null, harvest: Harvest): void {
  switch (geometry?.type) {
    case "Polygon":
      addPolygon(geometry.coordinates, name, harvest);
      return;
    case "MultiPolygon":
      for (const part of geometry.coordinates) addPolygon(part, name, harvest);
      return;
    case "LineString":
      addLine(ringOf(geometry.coordinates), name, harvest);
      return;
    case "MultiLineString":
      for (const part of geometry.coordinates) addLine(ringOf(part), name, harvest);
      return;
    case "GeometryCollection":
      for (const part of geometry.geometries) gather(part, name, harvest);
      return;
    case "Point":
      harvest.points += 1;
      return;
    case "MultiPoint":
      harvest.points += geometry.coordinates.length;
  }
}

function addPolygon(coordinates: readonly GeoJSON.Position[][], name: string | null, harvest: Harvest): void {
  const rings = coordinates.map((ring) => closedRing(ringOf(ring)));
  const [outer, ...holes] = rings;
  if (outer)
    harvest.shapes.push({ name, rings: [outer, ...holes.filter((hole) => hole !== null)], gap: null });
}

function addLine(line: Ring, name: string | null, harvest: Harvest): void {
  const ring = closedRing(line);
  const { length, gap } = lineMeasure(line);
  if (ring === null || gap > length * MAX_GAP_SHARE) {
    harvest.lines += 1;
    if (ring !== null) harvest.gapShare = Math.min(harvest.gapShare, gap / length);
    return;
  }
  harvest.shapes.push({ name, rings: [ring], gap: gap === 0 ? null : [line[0]!, line.at(-1)!] });
}

const ringOf = (positions: readonly (readonly number[])[]): Ring =>
  positions.map(([x, y]): Position => {
    if (typeof x !== "number" || typeof y !== "number" || !Number.isFinite(x + y)) {
      throw new Error("a coordinate is no number");
    }
    return [x, y];
  });

/** Attributes that hold a name, as GIS programs and Chinese deliveries call them. */
const NAME_FIELD = /^(name(_?zh)?|title|mc|.*名称|.*名|dkmc|xmmc|label|layer)$/i;

function nameOf(properties: GeoJSON.GeoJsonProperties): string | null {
  const field = Object.entries(properties ?? {}).find(
    ([key, value]) => NAME_FIELD.test(key) && typeof value === "string" && value.trim() !== "",
  );
  return field ? String(field[1]).trim() : null;
}
