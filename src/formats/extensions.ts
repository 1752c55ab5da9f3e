/** Extensions an area is read from, lower case without dot; of a zip that holds several, the first in this order. */
export const AREA_EXTENSIONS = {
  shapefile: ["shp"],
  geojson: ["geojson", "json"],
  kml: ["kml"],
  dxf: ["dxf"],
  "corner-points": ["csv", "txt"],
} as const;

export type AreaFormatName = keyof typeof AREA_EXTENSIONS;

/** What can hold such files. */
const ARCHIVE_EXTENSIONS = ["zip", "kmz"];

/** Everything that may be dropped, with its dot, as a file dialogue wants it. */
export const ACCEPTED_EXTENSIONS: readonly string[] = [
  ...Object.values(AREA_EXTENSIONS).flat(),
  ...ARCHIVE_EXTENSIONS,
].map((extension) => `.${extension}`);
