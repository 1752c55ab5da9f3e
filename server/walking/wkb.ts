// ISO WKB geometry types, EPSG:4326, two dimensions, as ST_AsBinary writes them.
const POINT = 1;
const LINE_STRING = 2;
const POLYGON = 3;
const HEADER_BYTES = 5;
const POINT_BYTES = 16;

class Reader {
  offset = 0;
  readonly #bytes: Buffer;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  // ST_AsBinary writes the byte order of the server; both are read
  header(): { littleEndian: boolean; type: number } {
    const littleEndian = this.#bytes[this.offset] === 1;
    this.offset += 1;
    return { littleEndian, type: this.count(littleEndian) };
  }

  count(littleEndian: boolean): number {
    const value = littleEndian
      ? this.#bytes.readUInt32LE(this.offset)
      : this.#bytes.readUInt32BE(this.offset);
    this.offset += 4;
    return value;
  }

  coordinates(points: number, littleEndian: boolean): Float64Array {
    const values = new Float64Array(2 * points);
    for (let index = 0; index < values.length; index++) {
      const at = this.offset + 8 * index;
      values[index] = littleEndian ? this.#bytes.readDoubleLE(at) : this.#bytes.readDoubleBE(at);
    }
    this.offset += POINT_BYTES * points;
    return values;
  }
}

/** A geometry taken apart: its single points and its polygons or lines as lists of lon, lat interleaved. */
export interface WkbParts {
  readonly points: Float64Array[];
  readonly lines: Float64Array[];
  /** Per polygon its rings, the outer one first. */
  readonly polygons: Float64Array[][];
}

function readInto(reader: Reader, parts: WkbParts): void {
  const { littleEndian, type } = reader.header();
  if (type === POINT) parts.points.push(reader.coordinates(1, littleEndian));
  else if (type === LINE_STRING) {
    parts.lines.push(reader.coordinates(reader.count(littleEndian), littleEndian));
  } else if (type === POLYGON) {
    const rings = Array.from({ length: reader.count(littleEndian) }, () =>
      reader.coordinates(reader.count(littleEndian), littleEndian),
    );
    parts.polygons.push(rings);
  } else {
    const members = reader.count(littleEndian);
    for (let member = 0; member < members; member++) readInto(reader, parts);
  }
}

/** Takes a WKB geometry (ST_AsBinary, two dimensions) of any type apart, collections flattened. */
export function readWkb(bytes: Buffer): WkbParts {
  const parts: WkbParts = { points: [], lines: [], polygons: [] };
  readInto(new Reader(bytes), parts);
  return parts;
}

/** Writes the points of a WKB LineString as lon, lat interleaved into a target from a position on; answers how many points. */
export function readWkbLine(bytes: Buffer, target: Float64Array, position: number): number {
  const { littleEndian } = new Reader(bytes).header();
  const read = (at: number) => (littleEndian ? bytes.readDoubleLE(at) : bytes.readDoubleBE(at));
  const points = littleEndian ? bytes.readUInt32LE(HEADER_BYTES) : bytes.readUInt32BE(HEADER_BYTES);
  for (let index = 0; index < 2 * points; index++) {
    target[position + index] = read(HEADER_BYTES + 4 + 8 * index);
  }
  return points;
}
