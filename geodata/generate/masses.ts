import { common, inset, without } from "./clip.ts";
import type { Compound, CompoundPart } from "./compounds.ts";
import { rectangle } from "./frame.ts";
import type { Placed } from "./placed.ts";
import { isInside, type Line, type Point, signedAreaSqm } from "./plane.ts";

/** A mass of a compound on the site it stands on. */
export interface Mass extends Placed {
  readonly compound: Compound;
  readonly part: CompoundPart;
  readonly block: number;
  readonly site: number;
}

/** A site that may be built on. */
export interface OpenSite {
  readonly ring: Line;
  readonly block: number;
  readonly site: number;
}

const SIDES = 28;
/** A compound may stand so far from its stated place where streets leave no room there, metres. */
const LARGEST_SHIFT_M = 150;
const SHIFT_M = 15;
const SMALLEST_MASS_SQM = 30;
/** A tower or hall of which a street leaves less than this is not built. */
const LEAST_SHARE = 0.6;
const EDGE_M = 2;

function ellipse(width: number, depth: number, from = 0, to = 2 * Math.PI): Point[] {
  const closed = to - from >= 2 * Math.PI;
  return Array.from({ length: closed ? SIDES : SIDES / 2 + 1 }, (_, at) => {
    const angle = from + ((to - from) * at) / (closed ? SIDES : SIDES / 2);
    return [(width / 2) * Math.cos(angle), (depth / 2) * Math.sin(angle)];
  });
}

// A body that steps back from the cliff storey by storey, drawn by its outer line.
const steps = (w: number, d: number): Point[] => [
  [-w / 2, -d / 2],
  [w / 2, -d / 2],
  [w / 2, d / 2 - d * 0.3],
  [w * 0.2, d / 2 - d * 0.3],
  [w * 0.2, d / 2],
  [-w * 0.24, d / 2],
  [-w * 0.24, d / 2 - d * 0.18],
  [-w / 2, d / 2 - d * 0.18],
];

const SHAPES: Readonly<Record<string, (width: number, depth: number) => Point[]>> = {
  ellipse: (w, d) => ellipse(w, d),
  "oval-ring": (w, d) => ellipse(w, d),
  arc: (w, d) => [
    ...ellipse(w, d * 1.6, 0, Math.PI).map(([x, y]): Point => [x, y - d * 0.3]),
    ...ellipse(w * 0.66, d, 0, Math.PI)
      .reverse()
      .map(([x, y]): Point => [x, y - d * 0.3]),
  ],
  // a podium whose front bows outward
  fan: (w, d) => [
    [-w / 2, -d / 2],
    [w / 2, -d / 2],
    [w / 2, 0],
    ...ellipse(w, d, 0, Math.PI).slice(1, -1),
    [-w / 2, 0],
  ],
  steps,
};

const box = (w: number, d: number) => rectangle(-w / 2, -d / 2, w, d);
const turned = ([x, y]: Point, degrees: number): Point => {
  const angle = (degrees * Math.PI) / 180;
  return [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)];
};

// The outline of a part about the compound's stated place.
function outlineOf({ place, bearingDeg }: Compound, part: CompoundPart): Point[] {
  const shape = (SHAPES[part.form] ?? box)(part.widthM, part.depthM);
  return shape.map((corner) => {
    const [u, v] = turned(corner, part.turnDeg);
    const [x, y] = turned([u + part.alongM, v + part.acrossM], bearingDeg);
    return [place[0] + x, place[1] + y];
  });
}

// Extents of rings, remembered: every shift asks again.
const extents = new WeakMap<Line, readonly [west: number, south: number, east: number, north: number]>();

function extentOf(ring: Line) {
  const known = extents.get(ring);
  if (known) return known;
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  const extent = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] as const;
  extents.set(ring, extent);
  return extent;
}

function boxesMeet(a: Line, b: Line): boolean {
  const [[west, south, east, north], other] = [extentOf(a), extentOf(b)];
  return west < other[2] && other[0] < east && south < other[3] && other[1] < north;
}

// How much of the compound stands on open sites when it is shifted so: corners and middles counted.
function standing(outlines: readonly Line[], sites: readonly OpenSite[], [dx, dy]: Point): number {
  let inside = 0;
  for (const outline of outlines) {
    const moved = outline.map(([x, y]): Point => [x + dx, y + dy]);
    const counts = sites
      .filter(({ ring }) => boxesMeet(ring, moved))
      .map(({ ring }) => moved.filter((corner) => isInside(corner, ring)).length);
    inside += Math.max(0, ...counts) / outline.length;
  }
  return inside;
}

// The smallest shift under which most of the compound finds room.
function bestShift(outlines: readonly Line[], sites: readonly OpenSite[]): Point {
  let best: Point = [0, 0];
  let most = Number.NEGATIVE_INFINITY;
  for (let dx = -LARGEST_SHIFT_M; dx <= LARGEST_SHIFT_M; dx += SHIFT_M) {
    for (let dy = -LARGEST_SHIFT_M; dy <= LARGEST_SHIFT_M; dy += SHIFT_M) {
      const score = standing(outlines, sites, [dx, dy]) - Math.sqrt(dx * dx + dy * dy) / 250;
      if (score > most) [best, most] = [[dx, dy], score];
    }
  }
  return best;
}

// What a site leaves of an outline: the site that holds most of it.
function onOneSite(outline: Line, sites: readonly OpenSite[]) {
  const pieces = sites.flatMap((site) =>
    inset(site.ring, EDGE_M)
      .flatMap((ring) => common(outline, ring))
      .map((ring) => ({ ...site, ring })),
  );
  return pieces.sort((a, b) => signedAreaSqm(b.ring) - signedAreaSqm(a.ring))[0];
}

const isPodium = ({ archetype }: CompoundPart) => archetype === "podium";

/** The masses of a compound, shifted to where streets leave room and cut to the sites they stand on; none overlap. */
export function raiseMasses(compound: Compound, sites: readonly OpenSite[]): Mass[] {
  const drawn = compound.parts.map((part) => ({ part, outline: outlineOf(compound, part) }));
  const [dx, dy] = bestShift(
    drawn.map(({ outline }) => outline),
    sites,
  );
  const masses: Mass[] = [];
  // towers first: a podium is what they leave of it
  const inOrder = [...drawn].sort((a, b) => Number(isPodium(a.part)) - Number(isPodium(b.part)));
  for (const { part, outline } of inOrder) {
    const here = onOneSite(
      outline.map(([x, y]) => [x + dx, y + dy]),
      sites,
    );
    const wholeSqm = signedAreaSqm(outline);
    const leastSqm = isPodium(part) ? SMALLEST_MASS_SQM : wholeSqm * LEAST_SHARE;
    if (!here || signedAreaSqm(here.ring) < leastSqm) continue;
    const shared = { compound, part, block: here.block, site: here.site };
    if (isPodium(part)) masses.push({ ...shared, ...podiumOf(here.ring, masses) });
    else masses.push({ ...shared, ring: here.ring, holes: courtOf(here.ring, part), box: here.ring });
  }
  return masses;
}

/** A tower nearer to the edge of its podium than this stands beside it, not in it, metres. */
const WALL_M = 0.5;

function podiumOf(ring: Point[], masses: readonly Mass[]): Placed {
  const through = masses.map((mass) => mass.ring).filter((tower) => common(tower, ring).length > 0);
  const isWithin = (tower: Line, body: Line) => {
    const walls = inset(body, WALL_M);
    const corners = tower.every((corner) => walls.some((wall) => isInside(corner, wall)));
    return corners && without(tower, walls).length === 0;
  };
  const beside = through.filter((tower) => !isWithin(tower, ring)).flatMap((tower) => inset(tower, -WALL_M));
  const body = without(ring, beside)[0] ?? ring;
  return { ring: body, holes: through.filter((tower) => isWithin(tower, body)), box: ring };
}

function courtOf(ring: Point[], { form, depthM }: CompoundPart): Line[] {
  if (form === "oval-ring") return inset(ring, 22);
  return form === "court" ? inset(ring, depthM * 0.28) : [];
}
