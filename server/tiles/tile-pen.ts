import { clipLine, clipRing } from "./clip.ts";
import { type ColumnarLayer, LINE, POLYGON } from "./columnar-layer.ts";
import { type ClipBox, doubleArea, type Outline, outline, placeIn, reverse, snapToUnits } from "./outline.ts";
import { type SimplifyScratch, simplifyLine, simplifyRing } from "./simplify.ts";
import { type TileAddress, tileBounds } from "./world.ts";

export const EXTENT = 4096;

const LINE_TOLERANCE = 1;
// half a unit, as PostGIS does for vector tiles: roofs keep their corners
const RING_TOLERANCE = 0.5;
// twice the area of the smallest polygon drawn: 2 × 2 units, a quarter of a pixel wide on a 512-pixel tile
const SMALLEST_DOUBLE_AREA = 8;
const SPECK_SIDE = 2;

const MOVE_TO = 1;
const LINE_TO = 2;
const CLOSE_PATH = 15;

/** Draws the features of one tile as vector tile commands (MVT 2.1, clause 4.3), one feature after the other. */
export type TilePen = {
  readonly west: number;
  readonly north: number;
  /** Tile units per world unit. */
  readonly scale: number;
  readonly box: ClipBox;
  readonly shape: Outline;
  readonly spare: Outline;
  readonly scratch: SimplifyScratch;
  commands: Uint32Array;
  length: number;
  /** Bytes the commands take as varints. */
  byteLength: number;
  x: number;
  y: number;
  /** Twice the area of the polygons too small to draw that are not yet made good by a speck. */
  dust: number;
};

/** A pen for one tile; `buffer` is how far geometry reaches over its edges, in tile units. */
export function tilePen(layer: ColumnarLayer, tile: TileAddress, buffer: number): TilePen {
  const { west, north, size } = tileBounds(tile);
  const capacity = layer.longestPart * 2 + 16;
  return {
    west,
    north,
    scale: EXTENT / size,
    box: { low: -buffer, high: EXTENT + buffer },
    shape: outline(capacity),
    spare: outline(capacity),
    scratch: { keep: new Uint8Array(capacity), stack: [] },
    commands: new Uint32Array(1024),
    length: 0,
    byteLength: 0,
    x: 0,
    y: 0,
    dust: 0,
  };
}

/** Fills `commands` with one feature; `length` stays 0 where nothing of it is to be seen in the tile. */
export function drawFeature(pen: TilePen, layer: ColumnarLayer, feature: number): void {
  pen.length = 0;
  pen.byteLength = 0;
  pen.x = 0;
  pen.y = 0;
  const type = layer.geometryTypes[feature];
  const from = layer.partStart[feature]!;
  const to = layer.partStart[feature + 1]!;
  if (type === POLYGON) drawPolygons(pen, layer, from, to);
  else if (type === LINE) for (let part = from; part < to; part++) drawLine(pen, layer, part);
  else drawPoints(pen, layer, from, to);
}

function project(pen: TilePen, layer: ColumnarLayer, part: number): void {
  const { shape, west, north, scale } = pen;
  const first = layer.vertexStart[part]!;
  const length = layer.vertexStart[part + 1]! - first;
  const { xs, ys } = layer;
  for (let vertex = 0; vertex < length; vertex++) {
    shape.xs[vertex] = (xs[first + vertex]! - west) * scale;
    shape.ys[vertex] = (ys[first + vertex]! - north) * scale;
  }
  shape.length = length;
}

function drawPoints(pen: TilePen, layer: ColumnarLayer, from: number, to: number): void {
  let drawn = 0;
  const points = to - from;
  addCommand(pen, (points << 3) | MOVE_TO);
  for (let part = from; part < to; part++) {
    project(pen, layer, part);
    snapToUnits(pen.shape, false);
    if (placeIn(pen.shape, pen.box) !== "inside") continue;
    moveCursor(pen, pen.shape.xs[0]!, pen.shape.ys[0]!);
    drawn += 1;
  }
  if (drawn === 0) pen.length = 0;
  else setFirstCommand(pen, (drawn << 3) | MOVE_TO);
}

function setFirstCommand(pen: TilePen, command: number): void {
  pen.byteLength += varintBytes(command) - varintBytes(pen.commands[0]!);
  pen.commands[0] = command;
}

function drawLine(pen: TilePen, layer: ColumnarLayer, part: number): void {
  project(pen, layer, part);
  const place = placeIn(pen.shape, pen.box);
  if (place === "inside") strokeLine(pen, pen.shape);
  else if (place === "across") clipLine(pen.shape, pen.spare, pen.box, (stretch) => strokeLine(pen, stretch));
}

function strokeLine(pen: TilePen, line: Outline): void {
  snapToUnits(line, false);
  simplifyLine(line, LINE_TOLERANCE, pen.scratch);
  if (line.length < 2) return;
  strokeOutline(pen, line);
}

function drawPolygons(pen: TilePen, layer: ColumnarLayer, from: number, to: number): void {
  let outerDrawn = false;
  for (let part = from; part < to; part++) {
    const hole = layer.partIsHole[part] === 1;
    if (hole && !outerDrawn) continue;
    const drawn = drawRing(pen, layer, part, hole);
    if (!hole) outerDrawn = drawn;
  }
}

/** Draws one ring and says whether it was; an outer ring too small to see is gathered as dust. */
function drawRing(pen: TilePen, layer: ColumnarLayer, part: number, hole: boolean): boolean {
  project(pen, layer, part);
  const ring = pen.shape;
  const place = placeIn(ring, pen.box);
  if (place === "beyond") return false;
  if (place === "across") clipRing(ring, pen.spare, pen.box);
  if (ring.length < 3) return false;
  const exactArea = Math.abs(doubleArea(ring));
  if (exactArea < SMALLEST_DOUBLE_AREA) {
    if (!hole) gatherDust(pen, exactArea);
    return false;
  }
  snapToUnits(ring, true);
  simplifyRing(ring, RING_TOLERANCE, pen.scratch);
  const area = ring.length < 3 ? 0 : doubleArea(ring);
  if (area === 0) {
    if (!hole) gatherDust(pen, exactArea);
    return false;
  }
  if (area > 0 === hole) reverse(ring);
  strokeOutline(pen, ring);
  addCommand(pen, CLOSE_PATH);
  return true;
}

/**
 * Keeps the area of polygons too small to draw: each adds its area, and whenever the sum makes up a speck of
 * 2 × 2 units, the polygon at hand is drawn as that speck. A town of sheds stays as dark as it is.
 */
function gatherDust(pen: TilePen, doubleAreaOfRing: number): void {
  pen.dust += doubleAreaOfRing;
  if (pen.dust < SMALLEST_DOUBLE_AREA) return;
  pen.dust -= SMALLEST_DOUBLE_AREA;
  const { shape } = pen;
  const x = Math.floor(shape.xs[0]! + 0.5);
  const y = Math.floor(shape.ys[0]! + 0.5);
  shape.xs.set([x, x + SPECK_SIDE, x + SPECK_SIDE, x]);
  shape.ys.set([y, y, y + SPECK_SIDE, y + SPECK_SIDE]);
  shape.length = 4;
  strokeOutline(pen, shape);
  addCommand(pen, CLOSE_PATH);
}

function strokeOutline(pen: TilePen, { xs, ys, length }: Outline): void {
  addCommand(pen, (1 << 3) | MOVE_TO);
  moveCursor(pen, xs[0]!, ys[0]!);
  addCommand(pen, ((length - 1) << 3) | LINE_TO);
  for (let vertex = 1; vertex < length; vertex++) moveCursor(pen, xs[vertex]!, ys[vertex]!);
}

function moveCursor(pen: TilePen, x: number, y: number): void {
  addCommand(pen, zigzag(x - pen.x));
  addCommand(pen, zigzag(y - pen.y));
  pen.x = x;
  pen.y = y;
}

const zigzag = (value: number) => (value << 1) ^ (value >> 31);

function addCommand(pen: TilePen, command: number): void {
  if (pen.length === pen.commands.length) {
    const larger = new Uint32Array(pen.commands.length * 2);
    larger.set(pen.commands);
    pen.commands = larger;
  }
  pen.commands[pen.length++] = command;
  pen.byteLength += varintBytes(command);
}

/** Bytes of a non-negative 32-bit number as a protobuf varint. */
export function varintBytes(value: number): number {
  if (value < 0x80) return 1;
  if (value < 0x4000) return 2;
  if (value < 0x200000) return 3;
  return value < 0x10000000 ? 4 : 5;
}
