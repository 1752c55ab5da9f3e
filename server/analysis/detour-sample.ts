import { projectionAt } from "../walking/projection.ts";

/** Which pairs of places are walked; straight distances in metres, both ends inclusive. */
export interface SampleRules {
  readonly pairs: number;
  readonly fromM: number;
  readonly toM: number;
}

/** Of so many buildings as pairs are wanted the partners are looked for: enough that nearly every pair is found. */
const POOL_FACTOR = 4;

// a fixed scatter of whole numbers (the finaliser of MurmurHash3), so that the sample is the same at every asking
function scattered(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/**
 * Pairs of buildings as positions from, to, from, to …, drawn by a fixed scatter of their ordinals: each building is the
 * origin of at most one pair and the end of at most one. With `straightM` by pair. Places in degrees, EPSG:4326.
 */
export function samplePairs(
  places: { readonly ordinals: Int32Array; readonly lon: Float64Array; readonly lat: Float64Array },
  { pairs, fromM, toM }: SampleRules,
): { readonly positions: Int32Array; readonly straightM: readonly number[] } {
  const { ordinals, lon, lat } = places;
  const { metresPerLonDegree, metresPerLatDegree } = projectionAt(lat[0] ?? 0);
  const pool = [...ordinals.keys()]
    .sort((a, b) => scattered(ordinals[a]!) - scattered(ordinals[b]!) || ordinals[a]! - ordinals[b]!)
    .slice(0, POOL_FACTOR * pairs);
  const ended = new Set<number>();
  const positions: number[] = [];
  const straightM: number[] = [];
  const distanceM = (a: number, b: number) =>
    Math.hypot((lon[a]! - lon[b]!) * metresPerLonDegree, (lat[a]! - lat[b]!) * metresPerLatDegree);
  for (const [turn, from] of pool.entries()) {
    if (straightM.length === pairs) break;
    // onwards from the origin's own turn, so that ends are scattered as well
    for (let step = 1; step < pool.length; step++) {
      const to = pool[(turn + step) % pool.length]!;
      const apartM = distanceM(from, to);
      if (ended.has(to) || apartM < fromM || apartM > toM) continue;
      ended.add(to);
      positions.push(from, to);
      straightM.push(apartM);
      break;
    }
  }
  return { positions: Int32Array.from(positions), straightM };
}
