import type { StatedCrs } from "./area-format.ts";
import { crsOfCode, WGS_84 } from "./crs.ts";

/** Datums within a metre of WGS 84, by the names that GIS programs give them. */
const EQUAL_DATUM =
  /china[_ ]?2000|china[_ ]geodetic|cgcs[_ ]?2000|wgs[_ ]?(19)?84|world geodetic system 1984|itrf/i;

/** What a .prj says: a CRS in WKT 1 or 2, of ESRI or OGC; null where it says nothing that can be read. */
export function crsOfWkt(wkt: string): StatedCrs | null {
  const text = wkt.trim();
  if (text === "") return null;
  // the last identifier is that of the whole system, the ones before of its parts
  const code = /(?:AUTHORITY|ID)\["EPSG",\s*"?(\d+)"?\]\s*\]\s*$/i.exec(text)?.[1];
  const known = code === undefined ? null : crsOfCode(Number(code));
  if (known) return { crs: known };
  const datum = /(?:DATUM|ENSEMBLE)\["([^"]+)"/i.exec(text)?.[1] ?? "";
  if (datum === "") return null;
  if (!EQUAL_DATUM.test(datum)) return { foreignDatum: datum.replace(/^D_/, "") };
  const name = /^\w+\["([^"]+)"/.exec(text)?.[1] ?? datum;
  if (/^GEOG/i.test(text)) return { crs: { ...WGS_84, id: name } };
  return { crs: { id: name, meridian: null, definition: text, bounds: null } };
}

/** What a name such as `urn:ogc:def:crs:EPSG::4545` or `EPSG:4545` says; null where it names no EPSG code. */
export function crsOfName(name: string): StatedCrs | null {
  if (/CRS84$/i.test(name)) return { crs: WGS_84 };
  const code = /EPSG:+(?:[\d.]*:)?(\d+)$/i.exec(name)?.[1];
  if (code === undefined) return null;
  const crs = crsOfCode(Number(code));
  return crs ? { crs } : { foreignDatum: `EPSG:${code}` };
}
