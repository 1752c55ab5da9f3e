import type { Geometry, Position } from "geojson";
import { appendFeature, columnarBuilder, finishLayer } from "../../server/tiles/columnar-builder.ts";
import type { ColumnarLayer } from "../../server/tiles/columnar-layer.ts";

export type TestFeature = { id: string; geometry: Geometry; minZoom?: number; [attribute: string]: unknown };

/** A columnar layer of GeoJSON features, by the same door as rows from the database. */
export function layerOf(features: TestFeature[], attributes: string[] = []): ColumnarLayer {
  const builder = columnarBuilder(attributes);
  for (const feature of features)
    appendFeature(builder, { ...feature, wkb: toWkb(feature.geometry) }, feature.minZoom ?? 0);
  return finishLayer(builder);
}

const uint32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const head = (type: number) => Buffer.concat([Buffer.from([1]), uint32(type)]);
const position = ([lon, lat]: Position) => {
  const bytes = Buffer.alloc(16);
  bytes.writeDoubleLE(lon!, 0);
  bytes.writeDoubleLE(lat!, 8);
  return bytes;
};
const list = <Item>(items: Item[], write: (item: Item) => Buffer) =>
  Buffer.concat([uint32(items.length), ...items.map(write)]);
const line = (positions: Position[]) => list(positions, position);
const polygon = (rings: Position[][]) => list(rings, line);

/** GeoJSON as little-endian WKB. */
export function toWkb(geometry: Geometry): Buffer {
  switch (geometry.type) {
    case "Point":
      return Buffer.concat([head(1), position(geometry.coordinates)]);
    case "LineString":
      return Buffer.concat([head(2), line(geometry.coordinates)]);
    case "Polygon":
      return Buffer.concat([head(3), polygon(geometry.coordinates)]);
    case "MultiPoint":
      return Buffer.concat([
        head(4),
        list(geometry.coordinates, (p) => Buffer.concat([head(1), position(p)])),
      ]);
    case "MultiLineString":
      return Buffer.concat([head(5), list(geometry.coordinates, (l) => Buffer.concat([head(2), line(l)]))]);
    case "MultiPolygon":
      return Buffer.concat([
        head(6),
        list(geometry.coordinates, (p) => Buffer.concat([head(3), polygon(p)])),
      ]);
    default:
      throw new Error(`${geometry.type} has no place in a tile.`);
  }
}
