import { along, type Ends, type Measure, seedsOf } from "./access.ts";
import type { Graph } from "./graph.ts";
import { type Direction, preparePlaces } from "./nearest.ts";
import { createHeapScratch, type HeapScratch, searchHeap, UNREACHED } from "./search.ts";
import type { Snap } from "./snap.ts";
import { FORBIDDEN, UNITS_PER_S } from "./speed-model.ts";

/** Doors tried in a place: spread over it, so that the best is seldom far from the best of all. */
const DOORS = 8;

/** The building at whose door a new facility would serve most of those who lack it. */
export interface Site {
  /** Position among the buildings asked about. */
  readonly building: number;
  /** Positions of all buildings asked about, of whatever place, that would then have it in time there and back. */
  readonly served: Int32Array;
}

/** Buildings that lack a facility, gathered into places; arrays in one order, no snap = not on the network. */
export interface SiteQuestion {
  readonly measure: Measure;
  /** The forward graph for the walk home from the site, the reverse graph for the walk to it. */
  readonly graphs: Readonly<Record<Direction, Graph>>;
  readonly snaps: readonly (readonly Snap[])[];
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly weight: Float64Array;
  readonly place: Int32Array;
  readonly places: number;
  /** Seconds on the stairs inside each house, on the way there and on the way back; null = from the door. */
  readonly stairsS: Readonly<Record<Direction, Float64Array>> | null;
  /** Inclusive. */
  readonly limitS: number;
  /** Only the first so many places are asked about. */
  readonly sitedPlaces: number;
}

/** For each place the best of at most 8 of its doors, judged by the weight of all who would be within the time. */
export function bestSites(question: SiteQuestion): (Site | null)[] {
  const { measure, place, snaps, weight } = question;
  const ground: Ground = {
    leaving: preparePlaces(measure, "to", snaps).ends,
    arriving: preparePlaces(measure, "from", snaps).ends,
    scratch: createHeapScratch(measure.network.nodeCount),
  };
  const members = Array.from(
    { length: Math.min(question.places, question.sitedPlaces) },
    () => [] as number[],
  );
  for (const [at, number] of place.entries()) if (snaps[at]!.length > 0) members[number]?.push(at);
  return members.map((buildings) => {
    let best: { site: Site; weight: number } | null = null;
    for (const building of spreadDoors(question, buildings)) {
      const served = servedFrom(question, building, ground);
      const servedWeight = served.reduce((sum, at) => sum + weight[at]!, 0);
      if (best === null || servedWeight > best.weight)
        best = { site: { building, served }, weight: servedWeight };
    }
    return best?.site ?? null;
  });
}

// the heaviest first, then always the one farthest from those taken (T. Gonzalez 1985)
function spreadDoors({ lon, lat, weight }: SiteQuestion, buildings: readonly number[]): number[] {
  const first = buildings.reduce<number | null>(
    (best, each) => (best === null || weight[each]! > weight[best]! ? each : best),
    null,
  );
  if (first === null) return [];
  const taken = [first];
  const apart = buildings.map(() => Number.POSITIVE_INFINITY);
  const lonScale = Math.cos((lat[first]! * Math.PI) / 180);
  while (taken.length < Math.min(DOORS, buildings.length)) {
    const last = taken.at(-1)!;
    let farthest = 0;
    for (const [at, each] of buildings.entries()) {
      const distance = Math.hypot((lon[each]! - lon[last]!) * lonScale, lat[each]! - lat[last]!);
      apart[at] = Math.min(apart[at]!, distance);
      if (apart[at]! > apart[farthest]!) farthest = at;
    }
    taken.push(buildings[farthest]!);
  }
  return taken;
}

interface Ground {
  /** From each building to the ends of its edges, and from these ends to it. */
  readonly leaving: readonly (readonly Ends[])[];
  readonly arriving: readonly (readonly Ends[])[];
  readonly scratch: HeapScratch;
}

// the walk home from the site, and the walk to it
function servedFrom(question: SiteQuestion, building: number, ground: Ground): Int32Array {
  const home = within(question, building, { direction: "from", ground });
  const there = within(question, building, { direction: "to", ground });
  return Int32Array.from([...home].filter((at) => there.has(at)));
}

function within(
  { measure, graphs, snaps, limitS, stairsS }: SiteQuestion,
  building: number,
  { direction, ground }: { readonly direction: Direction; readonly ground: Ground },
): Set<number> {
  const { leaving, arriving, scratch } = ground;
  const [ofSite, ofHomes] = direction === "from" ? [leaving, arriving] : [arriving, leaving];
  const limit = limitS * UNITS_PER_S;
  const { costs } = searchHeap(graphs[direction], seedsOf(ofSite[building]!), limit, scratch);
  // the walk home from the site ends on the stairs, the walk to it begins there
  const leftOf = (at: number) => limit - (stairsS?.[direction][at] ?? 0) * UNITS_PER_S;
  const isBy = (node: number, cost: number, left: number) =>
    cost !== FORBIDDEN && costs[node] !== UNREACHED && costs[node]! + cost <= left;
  const isOnEdge = (site: Snap, snap: Snap, left: number) => {
    if (snap.edge !== site.edge) return false;
    const direct = direction === "from" ? along(measure, site, snap) : along(measure, snap, site);
    return direct !== FORBIDDEN && direct <= left;
  };
  const found = new Set<number>();
  for (const [at, ends] of ofHomes.entries()) {
    const left = leftOf(at);
    if (
      ends.some((end) => isBy(end.fromNode, end.fromCost, left) || isBy(end.toNode, end.toCost, left)) ||
      snaps[building]!.some((site) => snaps[at]!.some((snap) => isOnEdge(site, snap, left)))
    )
      found.add(at);
  }
  return found;
}
