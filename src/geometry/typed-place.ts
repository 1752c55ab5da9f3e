import { gcj02ToWgs84 } from "./gcj-02.ts";
import type { Position } from "./position.ts";

/** A place typed as coordinates: degrees of EPSG:4326, lon before lat, and the system they were read in. */
export interface TypedPlace {
  readonly lonLat: Position;
  readonly system: "wgs84" | "gcj02";
}

const PATTERN = /^(gcj-?02?|wgs-?84)?[\s:：]*(-?\d{1,3}(?:\.\d+)?)\s*[,，;\s]\s*(-?\d{1,3}(?:\.\d+)?)$/i;

/**
 * The places two numbers may mean: as written before them (GCJ-02 or WGS 84), else in WGS 84 first and in GCJ-02 second
 * where the two differ. Lat before lon is understood where the second number can only be a longitude. Empty = no place.
 */
export function typedPlaces(text: string): readonly TypedPlace[] {
  const [, prefix = "", one, two] = PATTERN.exec(text.trim().normalize("NFKC")) ?? [];
  if (one === undefined || two === undefined) return [];
  const [first, second] = [Number(one), Number(two)];
  // a latitude is never beyond 90, so a second number beyond it can only be the longitude
  const [lon, lat] = Math.abs(second) > 90 ? [second, first] : [first, second];
  if (Math.abs(lon) > 180 || Math.abs(lat) > 90) return [];
  const shifted = gcj02ToWgs84([lon, lat]);
  const asWgs84: TypedPlace = { lonLat: [lon, lat], system: "wgs84" };
  const asGcj02: TypedPlace = { lonLat: shifted, system: "gcj02" };
  if (/^g/i.test(prefix)) return [asGcj02];
  const isAlike = shifted[0] === lon && shifted[1] === lat;
  return prefix !== "" || isAlike ? [asWgs84] : [asWgs84, asGcj02];
}
