/*
 Corners as short text, after the encoded polyline format (developers.google.com/maps/documentation/utilities/
 polylinealgorithm): each coordinate in millionths of a degree as the step from the corner before, its sign in the lowest
 bit, five bits to a character and a sixth that says whether more follow. Letters that an address holds as they are take
 the place of the original's, and the longitude comes first, as everywhere here.
*/
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const PER_DEGREE = 1e6;
const MORE = 32;

/** Positions [lon, lat] in degrees as text, to a millionth of a degree. */
export function packRing(ring: readonly (readonly number[])[]): string {
  let [lastLon, lastLat] = [0, 0];
  let text = "";
  for (const [lon = 0, lat = 0] of ring) {
    const [east, north] = [Math.round(lon * PER_DEGREE), Math.round(lat * PER_DEGREE)];
    text += packNumber(east - lastLon) + packNumber(north - lastLat);
    [lastLon, lastLat] = [east, north];
  }
  return text;
}

function packNumber(value: number): string {
  // steps of up to 360 million fit 31 bits with their sign
  let rest = value < 0 ? ~(value << 1) : value << 1;
  let text = "";
  for (; rest >= MORE; rest >>>= 5) text += LETTERS[MORE | (rest & 31)];
  return text + LETTERS[rest];
}

/** The positions of such a text, or null where it is none or one lies off the earth. */
export function unpackRing(text: string): [number, number][] | null {
  const steps = unpackNumbers(text);
  if (steps === null || steps.length === 0 || steps.length % 2 === 1) return null;
  let [east, north] = [0, 0];
  const ring: [number, number][] = [];
  for (let at = 0; at < steps.length; at += 2) {
    east += steps[at]!;
    north += steps[at + 1]!;
    if (Math.abs(east) > 180 * PER_DEGREE || Math.abs(north) > 90 * PER_DEGREE) return null;
    ring.push([east / PER_DEGREE, north / PER_DEGREE]);
  }
  return ring;
}

function unpackNumbers(text: string): number[] | null {
  const numbers: number[] = [];
  let [value, shift] = [0, 0];
  for (const letter of text) {
    const bits = LETTERS.indexOf(letter);
    if (bits < 0 || shift > 30) return null;
    value |= (bits & 31) << shift;
    shift += 5;
    if (bits >= MORE) continue;
    numbers.push(value & 1 ? ~(value >>> 1) : value >>> 1);
    [value, shift] = [0, 0];
  }
  return shift === 0 ? numbers : null;
}
