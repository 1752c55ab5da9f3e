type Position = readonly number[];
interface PolygonShape {
  readonly type: "Polygon";
  readonly coordinates: readonly (readonly Position[])[];
}

/** Decimals of a drawn coordinate: 1e-6 degrees is 11 cm, finer than a hand draws. */
const DECIMALS = 6;

// adding zero turns -0, which no text holds, into 0
const round = (degrees: number) => Number(degrees.toFixed(DECIMALS)) + 0;

/** A polygon whose coordinates are those its text form holds, so that a link asks the very same question. */
export function roundPolygon({ coordinates }: PolygonShape): { type: "Polygon"; coordinates: number[][][] } {
  return {
    type: "Polygon",
    coordinates: coordinates.map((ring) => ring.map(([lon = 0, lat = 0]) => [round(lon), round(lat)])),
  };
}

/** A polygon as text: `lon,lat;lon,lat` with rings parted by `!`, the closing corner left out. */
export function polygonToText({ coordinates }: PolygonShape): string {
  return coordinates
    .map((ring) =>
      ring
        .slice(0, -1)
        .map(([lon = 0, lat = 0]) => `${lon.toFixed(DECIMALS)},${lat.toFixed(DECIMALS)}`)
        .join(";"),
    )
    .join("!");
}

/** The polygon of a text, or null where it is none: fewer than three corners, or something that is no number. */
export function polygonFromText(text: string): { type: "Polygon"; coordinates: number[][][] } | null {
  const rings = text.split("!").map((ring) => ring.split(";").map((corner) => corner.split(",").map(Number)));
  const sound = rings.every(
    (ring) =>
      ring.length >= 3 && ring.every((corner) => corner.length === 2 && corner.every(Number.isFinite)),
  );
  return sound ? { type: "Polygon", coordinates: rings.map((ring) => [...ring, [...ring[0]!]]) } : null;
}
