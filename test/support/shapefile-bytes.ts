import { encodeGbk } from "./encode-gbk.ts";

type Ring = readonly (readonly [number, number])[];
const SHAPE = { point: 1, line: 3, polygon: 5 };

/** Bytes of a .shp by ESRI's description (1998): each record one shape of one or more parts. */
export function shpBytes(kind: keyof typeof SHAPE, records: readonly (readonly Ring[])[]): Uint8Array {
  const contents = records.map((parts) =>
    kind === "point" ? pointRecord(parts[0]![0]!) : partsRecord(SHAPE[kind], parts),
  );
  const length = 100 + contents.reduce((sum, content) => sum + 8 + content.byteLength, 0);
  const view = new DataView(new ArrayBuffer(length));
  view.setInt32(0, 9994);
  view.setInt32(24, length / 2);
  view.setInt32(28, 1000, true);
  view.setInt32(32, SHAPE[kind], true);
  let at = 100;
  for (const [index, content] of contents.entries()) {
    view.setInt32(at, index + 1);
    view.setInt32(at + 4, content.byteLength / 2);
    new Uint8Array(view.buffer).set(new Uint8Array(content), at + 8);
    at += 8 + content.byteLength;
  }
  return new Uint8Array(view.buffer);
}

function pointRecord([x, y]: readonly [number, number]): ArrayBuffer {
  const view = new DataView(new ArrayBuffer(20));
  view.setInt32(0, SHAPE.point, true);
  view.setFloat64(4, x, true);
  view.setFloat64(12, y, true);
  return view.buffer;
}

function partsRecord(type: number, parts: readonly Ring[]): ArrayBuffer {
  const points = parts.flat();
  const view = new DataView(new ArrayBuffer(44 + 4 * parts.length + 16 * points.length));
  view.setInt32(0, type, true);
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  for (const [index, value] of [
    Math.min(...xs),
    Math.min(...ys),
    Math.max(...xs),
    Math.max(...ys),
  ].entries()) {
    view.setFloat64(4 + 8 * index, value, true);
  }
  view.setInt32(36, parts.length, true);
  view.setInt32(40, points.length, true);
  let first = 0;
  for (const [index, part] of parts.entries()) {
    view.setInt32(44 + 4 * index, first, true);
    first += part.length;
  }
  for (const [index, [x, y]] of points.entries()) {
    view.setFloat64(44 + 4 * parts.length + 16 * index, x, true);
    view.setFloat64(52 + 4 * parts.length + 16 * index, y, true);
  }
  return view.buffer;
}

const NAME_LENGTH = 40;

/** Bytes of a .dbf (dBASE III) with one text column NAME in GBK; `driver` is its language byte. */
export function dbfBytes(names: readonly string[], driver = 0): Uint8Array {
  const headerLength = 32 + 32 + 1;
  const bytes = new Uint8Array(headerLength + names.length * (1 + NAME_LENGTH) + 1).fill(0x20, headerLength);
  const view = new DataView(bytes.buffer);
  bytes.set([3, 124, 1, 1]);
  view.setUint32(4, names.length, true);
  view.setUint16(8, headerLength, true);
  view.setUint16(10, 1 + NAME_LENGTH, true);
  bytes[29] = driver;
  bytes.set(new TextEncoder().encode("NAME"), 32);
  bytes[43] = "C".charCodeAt(0);
  bytes[48] = NAME_LENGTH;
  bytes[64] = 0x0d;
  for (const [index, name] of names.entries()) {
    bytes.set(encodeGbk(name), headerLength + index * (1 + NAME_LENGTH) + 1);
  }
  bytes[bytes.length - 1] = 0x1a;
  return bytes;
}
