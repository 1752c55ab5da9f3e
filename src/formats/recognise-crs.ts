import type { Bounds, Position } from "../geometry/position.ts";
import { type Crs, lonLatFrom, NAMEABLE, RECOGNISABLE, WEB_MERCATOR } from "./crs.ts";

/** Which of the two numbers is the easting: the first, or the second as in Chinese surveying (X points north). */
export type Axes = "xy" | "yx";
const AXES: readonly Axes[] = ["xy", "yx"];

/** One way to understand coordinates. */
export interface CrsReading {
  readonly crs: Crs;
  readonly axes: Axes;
}

/** A reading with how far it puts the shapes from the district, in degrees; 0 inside its bounds, null where unknown. */
export interface PlacedReading extends CrsReading {
  readonly distanceDegrees: number | null;
}

/** A district's red line may reach over its edge, but not into the next zone of a projection (about 290 km). */
const NEAR_DEGREES = 0.3;
/** More possibilities than a person would look through. */
const MAX_READINGS = 6;

export const isNear = ({ distanceDegrees }: PlacedReading): boolean =>
  distanceDegrees === null || distanceDegrees <= NEAR_DEGREES;

export const orient = (axes: Axes, [a, b]: Position): Position => (axes === "xy" ? [a, b] : [b, a]);

const orientBounds = (axes: Axes, [west, south, east, north]: Bounds): Bounds =>
  axes === "xy" ? [west, south, east, north] : [south, west, north, east];

function lies(inner: Bounds, outer: Bounds): boolean {
  return inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3];
}

/** The reading with its place, or null where the coordinates cannot be of that CRS. `bounds` in file units and order. */
export async function placeReading(
  { crs, axes }: CrsReading,
  bounds: Bounds,
  district: Bounds | null,
): Promise<PlacedReading | null> {
  const oriented = orientBounds(axes, bounds);
  if (crs.bounds && !lies(oriented, crs.bounds)) return null;
  const toLonLat = await lonLatFrom(crs);
  const [west, south, east, north] = oriented;
  const corners: Position[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
  if (!corners.map(toLonLat).every(isOnEarth)) return null;
  const middle = toLonLat([(west + east) / 2, (south + north) / 2]);
  return { crs, axes, distanceDegrees: district && distanceTo(district, middle) };
}

const isOnEarth = ([lon, lat]: Position) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90;

function distanceTo([west, south, east, north]: Bounds, [lon, lat]: Position): number {
  return Math.hypot(Math.max(west - lon, 0, lon - east), Math.max(south - lat, 0, lat - north));
}

/** How the readings were come by: the file says so, its values tell, or a person chose. */
export type Origin = "stated" | "recognised" | "chosen";

/**
 * The ways to understand coordinates, nearest to the district first. One: it is clear. Several: a person must say.
 * None: no system we know. The shifted systems of map providers are never among them.
 */
export async function recogniseCrs(
  bounds: Bounds,
  { axesStated, district }: { readonly axesStated: boolean; readonly district: Bounds | null },
): Promise<readonly PlacedReading[]> {
  const inOrder = await placedAs("xy", bounds, district);
  // a format that says which number is the easting is believed unless that is impossible
  const crossed = axesStated && inOrder.some(isNear) ? [] : await placedAs("yx", bounds, district);
  const all = [...inOrder, ...crossed].sort((a, b) => (a.distanceDegrees ?? 0) - (b.distanceDegrees ?? 0));
  const near = all.filter(isNear);
  // web mercator spans the globe and takes any number: it is believed only by the district
  const far = all.filter(({ crs }) => crs.id !== WEB_MERCATOR.id);
  return (near.length > 0 ? near : far).slice(0, MAX_READINGS);
}

async function placedAs(axes: Axes, bounds: Bounds, district: Bounds | null): Promise<PlacedReading[]> {
  const readings = await Promise.all(
    RECOGNISABLE.map((crs) => placeReading({ crs, axes }, bounds, district)),
  );
  return readings.filter((reading) => reading !== null);
}

/**
 * What a person may say instead, nearest to the district first: GCJ-02 and BD-09 for degrees, UTM and other zones for
 * metres. Only systems that the coordinates can be of.
 */
export async function otherReadings(
  bounds: Bounds,
  { readings, district }: { readonly readings: readonly PlacedReading[]; readonly district: Bounds | null },
): Promise<readonly PlacedReading[]> {
  const taken = new Set(readings.map(({ crs, axes }) => `${crs.id} ${axes}`));
  const placed = await Promise.all(
    AXES.flatMap((axes) =>
      NAMEABLE.filter(({ id }) => !taken.has(`${id} ${axes}`)).map((crs) =>
        placeReading({ crs, axes }, bounds, district),
      ),
    ),
  );
  const found = placed.filter((reading) => reading !== null);
  found.sort((a, b) => (a.distanceDegrees ?? 0) - (b.distanceDegrees ?? 0));
  const near = found.filter(isNear);
  return near.length > 0 || readings.some(isNear) ? near : found.slice(0, MAX_READINGS);
}
