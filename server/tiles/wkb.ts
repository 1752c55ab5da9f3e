import { LINE, POINT, POLYGON } from "./columnar-layer.ts";
import { type GrowingArray, growingArray, push } from "./growing-array.ts";
import { worldX, worldY } from "./world.ts";

export type GeometryBuilder = {
  readonly xs: GrowingArray<Int32Array>;
  readonly ys: GrowingArray<Int32Array>;
  readonly vertexStart: GrowingArray<Uint32Array>;
  readonly partIsHole: GrowingArray<Uint8Array>;
};

/** An empty builder. */
export function geometryBuilder(): GeometryBuilder {
  const vertexStart = growingArray(new Uint32Array(64));
  push(vertexStart, 0);
  return {
    xs: growingArray(new Int32Array(256)),
    ys: growingArray(new Int32Array(256)),
    vertexStart,
    partIsHole: growingArray(new Uint8Array(64)),
  };
}

type Cursor = { readonly view: DataView; offset: number };

/**
 * Appends a geometry (WKB, little-endian, EPSG:4326) to the builder in world units and says which kind it is
 * (POINT, LINE or POLYGON); a multi geometry gives several parts. The last vertex of a ring, which repeats the
 * first, is left out. Throws on collections and on empty geometries. Format: OGC 06-103r4, clause 8.
 */
export function appendWkb(builder: GeometryBuilder, wkb: Uint8Array): number {
  const cursor = { view: new DataView(wkb.buffer, wkb.byteOffset, wkb.byteLength), offset: 0 };
  const partsBefore = builder.partIsHole.length;
  const geometryType = appendGeometry(builder, cursor);
  if (builder.partIsHole.length === partsBefore) throw new Error("An empty geometry cannot be drawn.");
  return geometryType;
}

function appendGeometry(builder: GeometryBuilder, cursor: Cursor): number {
  if (cursor.view.getUint8(cursor.offset) !== 1) throw new Error("WKB must be little-endian.");
  const type = cursor.view.getUint32(cursor.offset + 1, true);
  cursor.offset += 5;
  switch (type) {
    case 1:
      appendPart(builder, cursor, 1, false);
      return POINT;
    case 2:
      appendPart(builder, cursor, readCount(cursor), false);
      return LINE;
    case 3:
      appendPolygon(builder, cursor);
      return POLYGON;
    case 4:
    case 5:
    case 6: {
      const count = readCount(cursor);
      for (let member = 0; member < count; member++) appendGeometry(builder, cursor);
      return type - 3;
    }
    default:
      throw new Error(`WKB geometry type ${type} cannot be drawn.`);
  }
}

function appendPolygon(builder: GeometryBuilder, cursor: Cursor): void {
  const rings = readCount(cursor);
  for (let ring = 0; ring < rings; ring++) {
    const vertices = readCount(cursor);
    appendPart(builder, cursor, vertices - 1, ring > 0);
    cursor.offset += 16;
  }
}

function readCount(cursor: Cursor): number {
  const count = cursor.view.getUint32(cursor.offset, true);
  cursor.offset += 4;
  return count;
}

function appendPart(builder: GeometryBuilder, cursor: Cursor, vertices: number, hole: boolean): void {
  for (let vertex = 0; vertex < vertices; vertex++) {
    push(builder.xs, worldX(cursor.view.getFloat64(cursor.offset, true)));
    push(builder.ys, worldY(cursor.view.getFloat64(cursor.offset + 8, true)));
    cursor.offset += 16;
  }
  push(builder.partIsHole, hole ? 1 : 0);
  push(builder.vertexStart, builder.xs.length);
}
