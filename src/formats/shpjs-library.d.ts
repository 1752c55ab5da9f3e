declare module "shpjs" {
  /** Geometries of a .shp in its own coordinates; null for an empty record. */
  export function parseShp(shp: Uint8Array): (GeoJSON.Geometry | null)[];
  /** Rows of a .dbf; `encoding` is the text of a .cpg. */
  export function parseDbf(dbf: Uint8Array, encoding: Uint8Array | string): Record<string, unknown>[];
  export function combine(
    parts: [geometries: (GeoJSON.Geometry | null)[], rows: Record<string, unknown>[]],
  ): GeoJSON.FeatureCollection;
}
