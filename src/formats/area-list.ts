import type { Refusal } from "./area-format.ts";
import { writeGeoJsonFeatures } from "./geojson.ts";
import type { FileArea } from "./place-shapes.ts";
import { readAreas } from "./read-areas.ts";

/** A named shape of a list; `zone` is the id of the zone it is, where it is one. */
export interface ListedShape {
  readonly name: string;
  readonly geometry: GeoJSON.Polygon | GeoJSON.MultiPolygon;
  readonly zone: string | null;
}

/** A list of named areas as a GeoJSON file (RFC 7946); a zone goes with its shape and its id. */
export function writeAreaList(shapes: readonly ListedShape[]): Promise<Blob> {
  return writeGeoJsonFeatures(
    shapes.map(({ name, geometry, zone }) => ({
      geometry,
      properties: zone === null ? { name } : { name, zone },
    })),
  );
}

/** What a file of named areas holds: zones by their ids, and drawn shapes. */
export type AreaList =
  | {
      readonly valid: true;
      readonly zones: readonly { readonly name: string; readonly zone: string }[];
      readonly areas: readonly FileArea[];
    }
  | { readonly valid: false; readonly reason: Refusal | "ambiguous" };

type Extent = readonly [west: number, south: number, east: number, north: number];

/** Reads a file of named areas. One whose coordinates may mean several places is not guessed at: it is `ambiguous`. */
export async function readAreaList(
  file: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> },
  district: Extent | null,
): Promise<AreaList> {
  const { zones, rest } = withoutZones(file.bytes);
  if (zones.length > 0 && rest === null) return { valid: true, zones, areas: [] };
  const bytes = rest === null ? file.bytes : new TextEncoder().encode(rest);
  const read = await readAreas({ name: file.name, bytes }, district);
  if (!read.valid) return { valid: false, reason: read.reason };
  const [reading, ...others] = read.readings;
  if (!reading || others.length > 0) return { valid: false, reason: "ambiguous" };
  return { valid: true, zones, areas: reading.areas };
}

interface Parted {
  readonly zones: { readonly name: string; readonly zone: string }[];
  /** The file without its zones as text; null where nothing but zones is left, or where it holds none. */
  readonly rest: string | null;
}

// a file that is no list of ours, or no JSON at all, is left to the readers of areas
function withoutZones(bytes: Uint8Array): Parted {
  const root = parsed(bytes);
  const features: GeoJSON.Feature[] = Array.isArray(root?.features) ? root.features : [];
  const isZone = (feature: GeoJSON.Feature) => typeof feature?.properties?.zone === "string";
  const zones = features.filter(isZone).map(({ properties }) => ({
    name: String(properties?.name ?? properties?.zone),
    zone: String(properties?.zone),
  }));
  const left = features.filter((feature) => !isZone(feature));
  return {
    zones,
    rest: zones.length > 0 && left.length > 0 ? JSON.stringify({ ...root, features: left }) : null,
  };
}

function parsed(bytes: Uint8Array): GeoJSON.FeatureCollection | null {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as GeoJSON.FeatureCollection | null;
  } catch {
    return null;
  }
}
