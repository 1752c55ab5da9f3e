import type { Geometry, Position } from "geojson";
import { lineWkb, multiLineWkb, multiPolygonWkb, pointWkb } from "../database/wkb-writer.ts";

const flat = (line: readonly Position[]): number[] => line.flatMap(([lon, lat]) => [lon!, lat!]);

/** A GeoJSON geometry (lon, lat, EPSG:4326) as WKB; throws for kinds that no store table holds. */
export function geojsonWkb(geometry: Geometry): Buffer {
  switch (geometry.type) {
    case "Point":
      return pointWkb(geometry.coordinates[0]!, geometry.coordinates[1]!);
    case "LineString":
      return lineWkb(flat(geometry.coordinates));
    case "MultiLineString":
      return multiLineWkb(geometry.coordinates.map(flat));
    case "MultiPolygon":
      return multiPolygonWkb(geometry.coordinates.map((rings) => rings.map(flat)));
    default:
      throw new Error(`No store table holds a ${geometry.type}.`);
  }
}
