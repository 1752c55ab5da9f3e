import { type AttributeValue, type ColumnarLayer, indexFeatures, LINE } from "./columnar-layer.ts";
import { type GrowingArray, growingArray, push, reserve, trimmed } from "./growing-array.ts";
import { appendWkb, type GeometryBuilder, geometryBuilder } from "./wkb.ts";

/** One row of a layer's SQL: geometry as little-endian WKB in EPSG:4326, and a column per attribute. */
export type LayerRow = { readonly id: string; readonly wkb: Uint8Array } & Readonly<Record<string, unknown>>;

export type ColumnarBuilder = {
  readonly attributes: readonly string[];
  readonly geometry: GeometryBuilder;
  readonly geometryTypes: GrowingArray<Uint8Array>;
  readonly numericIds: GrowingArray<Uint32Array>;
  readonly minZooms: GrowingArray<Uint8Array>;
  readonly partStart: GrowingArray<Uint32Array>;
  readonly idBytes: GrowingArray<Uint8Array>;
  readonly idStart: GrowingArray<Uint32Array>;
  readonly codes: readonly GrowingArray<Uint32Array>[];
  readonly dictionary: (AttributeValue | null)[];
  readonly codeOf: Map<AttributeValue, number>;
};

/** An empty builder for a layer with the given attributes. */
export function columnarBuilder(attributes: readonly string[]): ColumnarBuilder {
  const starts = () => {
    const array = growingArray(new Uint32Array(64));
    push(array, 0);
    return array;
  };
  return {
    attributes,
    geometry: geometryBuilder(),
    geometryTypes: growingArray(new Uint8Array(64)),
    numericIds: growingArray(new Uint32Array(64)),
    minZooms: growingArray(new Uint8Array(64)),
    partStart: starts(),
    idBytes: growingArray(new Uint8Array(256)),
    idStart: starts(),
    codes: attributes.map(() => growingArray(new Uint32Array(64))),
    dictionary: [null],
    codeOf: new Map(),
  };
}

/** Makes lines of the geometry of a row, all in world units (world.ts). */
export type LinesFrom = (geometry: GeometryBuilder) => GeometryBuilder;

/**
 * Appends one feature; `minZoom` is the lowest zoom it is drawn at, `linesFrom` makes its lines where it is not drawn as it
 * is: a row of which none can be made is left out.
 */
export function appendFeature(
  builder: ColumnarBuilder,
  row: LayerRow,
  minZoom: number,
  linesFrom?: LinesFrom,
): void {
  const geometryType = linesFrom
    ? appendLines(builder.geometry, row, linesFrom)
    : appendWkb(builder.geometry, row.wkb);
  if (geometryType === null) return;
  push(builder.geometryTypes, geometryType);
  push(builder.partStart, builder.geometry.partIsHole.length);
  push(builder.minZooms, minZoom);
  const id = Buffer.from(row.id, "utf8");
  push(builder.numericIds, fnv1a(id));
  reserve(builder.idBytes, builder.idBytes.length + id.length);
  builder.idBytes.values.set(id, builder.idBytes.length);
  builder.idBytes.length += id.length;
  push(builder.idStart, builder.idBytes.length);
  builder.attributes.forEach((name, column) => {
    push(builder.codes[column]!, codeOf(builder, row[name]));
  });
}

function appendLines(geometry: GeometryBuilder, row: LayerRow, linesFrom: LinesFrom): number | null {
  const given = geometryBuilder();
  appendWkb(given, row.wkb);
  const { xs, ys, vertexStart, partIsHole } = linesFrom(given);
  if (partIsHole.length === 0) return null;
  const before = geometry.xs.length;
  for (let vertex = 0; vertex < xs.length; vertex++) {
    push(geometry.xs, xs.values[vertex]!);
    push(geometry.ys, ys.values[vertex]!);
  }
  for (let part = 0; part < partIsHole.length; part++) {
    push(geometry.partIsHole, 0);
    push(geometry.vertexStart, before + vertexStart.values[part + 1]!);
  }
  return LINE;
}

/** 32-bit FNV-1a hash of bytes (Fowler, Noll, Vo 1991; draft-eastlake-fnv). */
export function fnv1a(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

function codeOf(builder: ColumnarBuilder, value: unknown): number {
  if (value === null || value === undefined) return 0;
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean")
    throw new Error(`A tile attribute must be text, a number or a boolean, not ${typeof value}.`);
  const known = builder.codeOf.get(value);
  if (known !== undefined) return known;
  builder.dictionary.push(value);
  builder.codeOf.set(value, builder.dictionary.length - 1);
  return builder.dictionary.length - 1;
}

/** Closes the builder: features are laid out along the Hilbert curve, so that a tile reads near memory. */
export function finishLayer(builder: ColumnarBuilder): ColumnarLayer {
  const plain = {
    count: builder.geometryTypes.length,
    partStart: trimmed(builder.partStart),
    vertexStart: trimmed(builder.geometry.vertexStart),
    xs: builder.geometry.xs.values,
    ys: builder.geometry.ys.values,
  };
  const order = hilbertOrder(plain);
  const geometry = reorderGeometry(plain, trimmed(builder.geometry.partIsHole), order);
  const ids = reorderIds(builder, order);
  const pick = <Values extends Uint8Array | Uint32Array>(from: Values, to: Values): Values => {
    for (let place = 0; place < order.length; place++) to[place] = from[order[place]!]!;
    return to;
  };
  const columns = {
    count: plain.count,
    geometryTypes: pick(builder.geometryTypes.values, new Uint8Array(plain.count)),
    numericIds: pick(builder.numericIds.values, new Uint32Array(plain.count)),
    minZooms: pick(builder.minZooms.values, new Uint8Array(plain.count)),
    ...geometry,
    ...ids,
    attributes: builder.attributes,
    codes: builder.codes.map((codes) => narrow(pick(codes.values, new Uint32Array(plain.count)))),
    dictionary: builder.dictionary,
  };
  const index = indexFeatures(columns);
  return {
    ...columns,
    index,
    longestPart: longestPart(columns.vertexStart),
    bytes: bytesOf(columns) + (index?.data.byteLength ?? 0),
  };
}

function hilbertOrder(plain: Parameters<typeof indexFeatures>[0]): Uint32Array {
  const index = indexFeatures(plain);
  // asked for everything, Flatbush answers leaf by leaf, and its leaves lie along the Hilbert curve
  return index ? Uint32Array.from(index.search(-(2 ** 31), -(2 ** 31), 2 ** 31, 2 ** 31)) : new Uint32Array();
}

function reorderGeometry(
  plain: Pick<ColumnarLayer, "count" | "partStart" | "vertexStart" | "xs" | "ys">,
  partIsHole: Uint8Array,
  order: Uint32Array,
) {
  const partStart = new Uint32Array(plain.count + 1);
  const vertexStart = new Uint32Array(plain.vertexStart.length);
  const holes = new Uint8Array(partIsHole.length);
  const vertices = plain.vertexStart[plain.vertexStart.length - 1]!;
  const xs = new Int32Array(vertices);
  const ys = new Int32Array(vertices);
  let part = 0;
  let vertex = 0;
  order.forEach((feature, place) => {
    for (let old = plain.partStart[feature]!; old < plain.partStart[feature + 1]!; old++) {
      const from = plain.vertexStart[old]!;
      const to = plain.vertexStart[old + 1]!;
      xs.set(plain.xs.subarray(from, to), vertex);
      ys.set(plain.ys.subarray(from, to), vertex);
      holes[part++] = partIsHole[old]!;
      vertex += to - from;
      vertexStart[part] = vertex;
    }
    partStart[place + 1] = part;
  });
  return { partStart, vertexStart, partIsHole: holes, xs, ys };
}

function reorderIds(builder: ColumnarBuilder, order: Uint32Array) {
  const idStart = new Uint32Array(order.length + 1);
  const idBytes = new Uint8Array(builder.idBytes.length);
  order.forEach((feature, place) => {
    const id = builder.idBytes.values.subarray(
      builder.idStart.values[feature]!,
      builder.idStart.values[feature + 1]!,
    );
    idBytes.set(id, idStart[place]!);
    idStart[place + 1] = idStart[place]! + id.length;
  });
  return { idStart, idBytes };
}

function narrow(codes: Uint32Array): Uint8Array | Uint16Array | Uint32Array {
  const largest = codes.reduce((most, code) => Math.max(most, code), 0);
  if (largest < 256) return Uint8Array.from(codes);
  return largest < 65_536 ? Uint16Array.from(codes) : codes;
}

function longestPart(vertexStart: Uint32Array): number {
  let longest = 0;
  for (let part = 1; part < vertexStart.length; part++)
    longest = Math.max(longest, vertexStart[part]! - vertexStart[part - 1]!);
  return longest;
}

function bytesOf(columns: object): number {
  const arrays = Object.values(columns).flat();
  return arrays.reduce<number>((sum, value) => sum + (ArrayBuffer.isView(value) ? value.byteLength : 0), 0);
}
