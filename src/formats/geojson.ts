import { type AreaFormat, type FileContent, type Refused, refused, type StatedCrs } from "./area-format.ts";
import { shapesOfFeatures } from "./shapes-of-features.ts";
import { decodeText } from "./text-encoding.ts";
import { crsOfName } from "./wkt-crs.ts";

/** GeoJSON: RFC 7946, and the older form that names its CRS. Without a name it may still be in metres: its values tell. */
export const geojson: AreaFormat = {
  async read({ bytes, encoding }): Promise<FileContent | Refused> {
    const { text, reading } = decodeText(bytes, encoding);
    const root: unknown = JSON.parse(text);
    const features = featuresOf(root);
    if (features === null) return refused("damaged-file", { format: "GeoJSON" });
    const found = shapesOfFeatures(features);
    if (!found.valid) return found;
    return { ...found, crs: statedCrs(root), axesStated: true, text: reading };
  },
};

type Member = Record<string, unknown>;
const isMember = (value: unknown): value is Member => typeof value === "object" && value !== null;

function featuresOf(root: unknown): GeoJSON.Feature[] | null {
  if (!isMember(root) || typeof root.type !== "string") return null;
  if (root.type === "FeatureCollection" && Array.isArray(root.features))
    return root.features.filter(isMember) as unknown as GeoJSON.Feature[];
  if (root.type === "Feature") return [root as unknown as GeoJSON.Feature];
  if (!("coordinates" in root || "geometries" in root)) return null;
  return [{ type: "Feature", geometry: root as unknown as GeoJSON.Geometry, properties: {} }];
}

function statedCrs(root: unknown): StatedCrs | null {
  const crs = isMember(root) && isMember(root.crs) ? root.crs : null;
  const name = isMember(crs?.properties) ? crs.properties.name : null;
  return typeof name === "string" ? crsOfName(name) : null;
}

type Properties = Readonly<Record<string, string | number | boolean | null>>;

/** A shape as a GeoJSON file (RFC 7946: EPSG:4326, lon before lat, outer rings counter-clockwise), with its properties. */
export const writeGeoJson = (
  geometry: GeoJSON.Polygon | GeoJSON.MultiPolygon,
  properties: Properties,
): Promise<Blob> => writeGeoJsonFeatures([{ geometry, properties }]);

/** As {@link writeGeoJson}, of several shapes. */
export async function writeGeoJsonFeatures(
  shapes: readonly {
    readonly geometry: GeoJSON.Polygon | GeoJSON.MultiPolygon;
    readonly properties: Properties;
  }[],
): Promise<Blob> {
  const { rewind } = await import("@turf/turf");
  const features = shapes.map(
    ({ geometry, properties }): GeoJSON.Feature => ({
      type: "Feature",
      geometry: rewind(geometry) as typeof geometry,
      properties,
    }),
  );
  const collection: GeoJSON.FeatureCollection = { type: "FeatureCollection", features };
  return new Blob([JSON.stringify(collection, null, 2)], { type: "application/geo+json" });
}
