/** A POLYGON or MULTIPOLYGON of well-known text as GeoJSON, degrees, lon lat; null where it is none. */
export function readWkt(text: string): unknown {
  const match = /^\s*(?:SRID=4326;)?\s*(MULTIPOLYGON|POLYGON)\s*Z?\s*(\(.*\))\s*$/is.exec(text);
  if (!match) return null;
  const [, kind = "", body = ""] = match;
  if (/[^\d\s().,eE+-]/.test(body)) return null;
  const json = body
    .replace(
      /[\d.eE+-]+(?:\s+[\d.eE+-]+)+/g,
      (position) => `[${position.trim().split(/\s+/).map(Number).join()}]`,
    )
    .replaceAll("(", "[")
    .replaceAll(")", "]");
  try {
    const type = kind.toUpperCase() === "POLYGON" ? "Polygon" : "MultiPolygon";
    return { type, coordinates: JSON.parse(json) as unknown };
  } catch {
    return null;
  }
}
