import { PbfWriter } from "pbf";
import type { AttributeValue, ColumnarLayer } from "./columnar-layer.ts";
import { drawFeature, EXTENT, type TilePen, tilePen, varintBytes } from "./tile-pen.ts";
import { type TileAddress, tileBounds } from "./world.ts";

/** What of the drawing of a layer is not in its data. */
export type TileOptions = { readonly name: string; readonly buffer: number };

// field numbers of the vector tile specification 2.1, vector_tile.proto
const TILE_LAYERS = 3;
const LAYER_NAME = 1;
const LAYER_FEATURES = 2;
const LAYER_KEYS = 3;
const LAYER_VALUES = 4;
const LAYER_EXTENT = 5;
const LAYER_VERSION = 15;
const BYTES = 2;

/**
 * One layer of one tile as a Mapbox vector tile 2.1 (extent 4096), or undefined where nothing is drawn in it.
 * Each feature carries its string id as attribute `id` and a hash of it as feature id; null attributes are left out.
 * The same layer and tile always give the same bytes.
 */
export function encodeTile(
  layer: ColumnarLayer,
  tile: TileAddress,
  { name, buffer }: TileOptions,
): Uint8Array | undefined {
  const features = featuresNear(layer, tile, buffer);
  if (features.length === 0) return undefined;
  const pen = tilePen(layer, tile, buffer);
  const writer = new PbfWriter(new Uint8Array(Math.max(4096, features.length * 64)));
  const values = valueTable(layer);
  writer.writeStringField(LAYER_NAME, name);
  const empty = writer.pos;
  for (const feature of features) {
    if (layer.minZooms[feature]! > tile.z) continue;
    drawFeature(pen, layer, feature);
    if (pen.length > 0) writeFeature(writer, pen, layer, feature, values);
  }
  if (writer.pos === empty) return undefined;
  writeKeysAndValues(writer, layer, values);
  writer.writeVarintField(LAYER_EXTENT, EXTENT);
  writer.writeVarintField(LAYER_VERSION, 2);
  return wrapLayer(writer.finish());
}

function featuresNear(layer: ColumnarLayer, tile: TileAddress, buffer: number): number[] {
  const { west, north, size } = tileBounds(tile);
  const margin = (buffer / EXTENT) * size;
  return (
    layer.index?.search(west - margin, north - margin, west + size + margin, north + size + margin) ?? []
  );
}

/** Which values the tile holds so far: `places[code]` is one more than the place of a dictionary value in the tile. */
type ValueTable = {
  readonly places: Uint32Array;
  /** Codes ≥ 0 are dictionary values, codes < 0 are string ids of feature −1 − code. */
  readonly inOrder: number[];
  readonly tags: Uint32Array;
};

function valueTable(layer: ColumnarLayer): ValueTable {
  return {
    places: new Uint32Array(layer.dictionary.length),
    inOrder: [],
    tags: new Uint32Array(2 * (layer.attributes.length + 1)),
  };
}

/** Fills the tags of a feature (key 0 is the id, key n + 1 attribute n) and says how many numbers they are. */
function tagFeature(values: ValueTable, layer: ColumnarLayer, feature: number): number {
  values.tags[0] = 0;
  values.tags[1] = values.inOrder.push(-1 - feature) - 1;
  let length = 2;
  for (let column = 0; column < layer.codes.length; column++) {
    const code = layer.codes[column]![feature]!;
    if (code === 0) continue;
    if (values.places[code] === 0) values.places[code] = values.inOrder.push(code);
    values.tags[length++] = column + 1;
    values.tags[length++] = values.places[code]! - 1;
  }
  return length;
}

function writeFeature(
  writer: PbfWriter,
  pen: TilePen,
  layer: ColumnarLayer,
  feature: number,
  values: ValueTable,
): void {
  const id = layer.numericIds[feature]!;
  const tags = tagFeature(values, layer, feature);
  let tagBytes = 0;
  for (let place = 0; place < tags; place++) tagBytes += varintBytes(values.tags[place]!);
  // sizes are known beforehand, so nothing is written twice
  const size =
    1 +
    varintBytes(id) +
    1 +
    varintBytes(tagBytes) +
    tagBytes +
    2 +
    1 +
    varintBytes(pen.byteLength) +
    pen.byteLength;
  writer.writeTag(LAYER_FEATURES, BYTES);
  writer.writeVarint(size);
  writer.writeVarintField(1, id);
  writer.writeTag(2, BYTES);
  writer.writeVarint(tagBytes);
  for (let place = 0; place < tags; place++) writer.writeVarint(values.tags[place]!);
  writer.writeVarintField(3, layer.geometryTypes[feature]!);
  writer.writeTag(4, BYTES);
  writer.writeVarint(pen.byteLength);
  for (let place = 0; place < pen.length; place++) writer.writeVarint(pen.commands[place]!);
}

function writeKeysAndValues(writer: PbfWriter, layer: ColumnarLayer, values: ValueTable): void {
  for (const key of ["id", ...layer.attributes]) writer.writeStringField(LAYER_KEYS, key);
  for (const code of values.inOrder) {
    if (code < 0) writeIdValue(writer, layer, -1 - code);
    else writer.writeMessage(LAYER_VALUES, writeValue, layer.dictionary[code]!);
  }
}

function writeIdValue(writer: PbfWriter, layer: ColumnarLayer, feature: number): void {
  const id = layer.idBytes.subarray(layer.idStart[feature]!, layer.idStart[feature + 1]!);
  writer.writeTag(LAYER_VALUES, BYTES);
  writer.writeVarint(1 + varintBytes(id.length) + id.length);
  writer.writeBytesField(1, id);
}

function writeValue(value: AttributeValue, writer: PbfWriter): void {
  if (typeof value === "string") writer.writeStringField(1, value);
  else if (typeof value === "boolean") writer.writeBooleanField(7, value);
  else if (!Number.isSafeInteger(value)) writer.writeDoubleField(3, value);
  else if (value >= 0) writer.writeVarintField(5, value);
  else writer.writeSVarintField(6, value);
}

function wrapLayer(layer: Uint8Array): Uint8Array {
  const header = new PbfWriter(new Uint8Array(16));
  header.writeTag(TILE_LAYERS, BYTES);
  header.writeVarint(layer.length);
  const start = header.finish();
  const tile = new Uint8Array(start.length + layer.length);
  tile.set(start);
  tile.set(layer, start.length);
  return tile;
}
