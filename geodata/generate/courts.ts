import { inset, without } from "./clip.ts";
import { frameOf } from "./frame.ts";
import { halve, partsUpTo } from "./lots.ts";
import { type Placed, plain } from "./placed.ts";
import { centroidOf, type Line, type Point, signedAreaSqm } from "./plane.ts";
import type { Random } from "./random.ts";

const LARGEST_COURT_SQM = 4_800;
const SMALLEST_COURT_SQM = 160;
const SMALLEST_BODY_SQM = 120;
/** The part of a school that is built on; the rest is its playground. */
const BUILT_SHARE = 0.5;

/** Buildings round a court: closed, or open to one side; where there is no room for a court, a plain body. */
export function roundCourts(site: Line, depthM: readonly [number, number], random: Random): Placed[] {
  return partsUpTo(site, random, () => LARGEST_COURT_SQM * random.between(0.4, 1)).flatMap((part) =>
    inset(part, random.between(3, 6)).flatMap((ring) => courtBody(ring, random.between(...depthM), random)),
  );
}

function courtBody(ring: Point[], depthM: number, random: Random): Placed[] {
  if (signedAreaSqm(ring) < SMALLEST_BODY_SQM) return [];
  const court = inset(ring, depthM).filter((inner) => signedAreaSqm(inner) > SMALLEST_COURT_SQM);
  if (court.length === 0) return signedAreaSqm(ring) < 2_200 ? [plain(ring)] : [];
  if (court.length === 1 && random.chance(0.35)) return [{ ring, holes: court, box: ring }];
  return without(ring, [...court, gateOf(ring, random)])
    .filter((body) => signedAreaSqm(body) > SMALLEST_BODY_SQM)
    .map((body) => ({ ring: body, holes: [], box: ring }))
    .filter((_, at) => at === 0);
}

// A way into the court from one end, a third to two thirds of the end wide.
function gateOf(ring: Line, random: Random): Point[] {
  const frame = frameOf(ring);
  const [u, v] = frame.toFrame(centroidOf(ring));
  const reach = Math.max(...ring.map((place) => Math.abs(frame.toFrame(place)[0] - u))) + 1;
  const half = Math.max(
    4,
    random.between(0.25, 0.6) * Math.max(...ring.map((place) => Math.abs(frame.toFrame(place)[1] - v))),
  );
  const far = random.chance(0.5) ? reach : -reach;
  const [from, to] = [Math.min(u, u + far), Math.max(u, u + far)];
  return [
    [from, v - half],
    [to, v - half],
    [to, v + half],
    [from, v + half],
  ].map((place) => frame.toPlane(place as unknown as Point));
}

/** A school's site in two: where its buildings stand, and its playground (nothing where the site cannot be cut). */
export function schoolGround(site: Line): { readonly built: Line; readonly playground: readonly Line[] } {
  const [built, ...rest] = halve(site, BUILT_SHARE);
  return { built: built ?? site, playground: rest.flatMap((part) => inset(part, 5)) };
}
