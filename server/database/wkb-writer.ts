// Little-endian WKB, EPSG:4326, lon lat.
const POINT = 1;
const LINE = 2;
const POLYGON = 3;
const MULTI_LINE = 5;
const MULTI_POLYGON = 6;
const HEADER_BYTES = 5;
const COUNT_BYTES = 4;
const DOUBLE_BYTES = 8;

/** lon, lat interleaved. */
export type Coordinates = ArrayLike<number>;

/** A point as WKB. */
export function pointWkb(lon: number, lat: number): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES + 2 * DOUBLE_BYTES);
  writeHeader(bytes, POINT, 0);
  bytes.writeDoubleLE(lon, HEADER_BYTES);
  bytes.writeDoubleLE(lat, HEADER_BYTES + DOUBLE_BYTES);
  return bytes;
}

/** A line of at least two points as WKB. */
export function lineWkb(line: Coordinates): Buffer {
  const bytes = Buffer.alloc(lineBytes(line));
  writeLine(bytes, line, 0);
  return bytes;
}

/** Lines as one WKB MultiLineString. */
export function multiLineWkb(lines: readonly Coordinates[]): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES + COUNT_BYTES + sum(lines.map(lineBytes)));
  let offset = writeCount(bytes, writeHeader(bytes, MULTI_LINE, 0), lines.length);
  for (const line of lines) offset = writeLine(bytes, line, offset);
  return bytes;
}

/** Polygons, each a list of closed rings (the first is the outer one), as one WKB MultiPolygon. */
export function multiPolygonWkb(polygons: readonly (readonly Coordinates[])[]): Buffer {
  const polygonBytes = (rings: readonly Coordinates[]) =>
    HEADER_BYTES + COUNT_BYTES + sum(rings.map(pointsBytes));
  const bytes = Buffer.alloc(HEADER_BYTES + COUNT_BYTES + sum(polygons.map(polygonBytes)));
  let offset = writeCount(bytes, writeHeader(bytes, MULTI_POLYGON, 0), polygons.length);
  for (const rings of polygons) {
    offset = writeCount(bytes, writeHeader(bytes, POLYGON, offset), rings.length);
    for (const ring of rings) offset = writePoints(bytes, ring, offset);
  }
  return bytes;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const pointsBytes = (points: Coordinates) => COUNT_BYTES + DOUBLE_BYTES * points.length;
const lineBytes = (line: Coordinates) => HEADER_BYTES + pointsBytes(line);

function writeHeader(bytes: Buffer, type: number, offset: number): number {
  return bytes.writeUInt32LE(type, bytes.writeUInt8(1, offset));
}

function writeCount(bytes: Buffer, offset: number, count: number): number {
  return bytes.writeUInt32LE(count, offset);
}

function writeLine(bytes: Buffer, line: Coordinates, offset: number): number {
  return writePoints(bytes, line, writeHeader(bytes, LINE, offset));
}

function writePoints(bytes: Buffer, points: Coordinates, offset: number): number {
  let at = writeCount(bytes, offset, points.length / 2);
  for (let index = 0; index < points.length; index++) at = bytes.writeDoubleLE(points[index]!, at);
  return at;
}
