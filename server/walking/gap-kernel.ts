import { along, arrive, type Measure, seedsOf } from "./access.ts";
import type { FacilityPlace } from "./facility-entries.ts";
import { flatNetwork } from "./flat-map.ts";
import { forwardGraph, type Graph, reverseGraph } from "./graph.ts";
import type { IsochroneInputs } from "./isochrone-kernel.ts";
import { type Direction, facilitySeeds, nearestFacility, preparePlaces } from "./nearest.ts";
import type { WalkNetwork } from "./network.ts";
import { createNetworkAccess, type NetworkAccess } from "./network-access.ts";
import { bestSites, type Site } from "./new-facility.ts";
import { closedEdges, type WalkConditions } from "./opening-hours.ts";
import { type MobilityClass, mobilityClassOf, type Persona } from "./persona.ts";
import { type ClusterGround, clusterAlongNetwork } from "./place-clusters.ts";
import { type BucketScratch, createBucketScratch, searchBuckets, UNREACHED } from "./search.ts";
import type { Snap } from "./snap.ts";
import { edgeCentimetres, edgeCosts, FORBIDDEN, flatDurationS, UNITS_PER_S } from "./speed-model.ts";

const CM_PER_M = 100;
/** Personas at times of the week whose graphs are kept. */
const KEPT_PARTS = 8;

/** What is asked about the buildings that lack something; all arrays are in one order. */
export interface GapQuestion {
  readonly persona: string;
  readonly at: WalkConditions;
  /** Seconds on the stairs inside each house, on the way there and on the way back; null = from the door. */
  readonly stairsS: Readonly<Record<Direction, Float64Array>> | null;
  /** Greatest time of the walk there and of the walk back, inclusive. */
  readonly limitS: number;
  /** How far the nearest facility is searched. */
  readonly searchS: number;
  /** Buildings of one place lie at most so far apart along the network, inclusive. */
  readonly linkM: number;
  /** A point on each footprint, EPSG:4326. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** Places never join buildings of two groups. */
  readonly group: Int32Array;
  /** What a new facility is judged by: residents, else buildings. */
  readonly weight: Float64Array;
  /** The facilities of the one category asked about; null where several are. */
  readonly facilities: readonly FacilityPlace[] | null;
  /** In so many places, those with the most weight first, a site for a new facility is looked for. */
  readonly sitedPlaces: number;
}

/** What the walking network says of buildings that lack something, in the order asked. */
export interface GapAnswer {
  /** 1 = on the network. */
  readonly onNetwork: Uint8Array;
  /** The place of each building, 0 … places − 1, those with the most weight first. */
  readonly place: Int32Array;
  readonly places: number;
  /** Null where several categories are asked about. */
  readonly byCategory: {
    /** Position of the facility that the walk leads to soonest; -1 = none within the search. */
    readonly facility: Int32Array;
    /** 1 = both walks would be within the limit if slopes and stairs cost nothing. */
    readonly inTimeOnFlat: Uint8Array;
    /** By place; absent beyond `sitedPlaces` and where no building of the place is on the network. */
    readonly sites: readonly (Site | null)[];
  } | null;
}

/** Answers gap questions over one network; keeps what questions share. */
export interface GapKernel {
  gap(question: GapQuestion): GapAnswer;
}

/** One way of walking for one persona, with the graphs of the walk to a facility and of the walk home from it. */
export interface Walk {
  readonly measure: Measure;
  readonly graphs: Readonly<Record<Direction, Graph>>;
}

/** The walk of a persona over a network at a time of the week. */
export function walkOver(
  { parameters }: Pick<IsochroneInputs, "parameters">,
  network: WalkNetwork,
  { persona, at }: { readonly persona: Persona; readonly at: WalkConditions },
): Walk {
  const costs = edgeCosts(network, persona, parameters, at);
  return {
    measure: {
      network,
      costs,
      connectorCost: (connectorM) => Math.round(flatDurationS(connectorM, persona) * UNITS_PER_S),
    },
    graphs: { to: reverseGraph(network, costs), from: forwardGraph(network, costs) },
  };
}

// distances do not ask which way one walks
function distancesOf({ network, costs }: Measure): Omit<ClusterGround, "scratch"> {
  const { forward, reverse } = edgeCentimetres(network, costs);
  const either = forward.map((cost, edge) => (cost === FORBIDDEN ? reverse[edge]! : cost));
  const bothWays = { forward: either, reverse: either };
  return {
    measure: { network, costs: bothWays, connectorCost: (connectorM) => Math.round(connectorM * CM_PER_M) },
    graph: forwardGraph(network, bothWays),
  };
}

interface PersonaPart {
  readonly mobilityClass: MobilityClass;
  readonly walk: Walk;
  readonly flatWalk: Walk;
  readonly distances: Omit<ClusterGround, "scratch">;
}

/** Makes the kernel that gathers buildings into places along the network and asks what would help them. */
export function createGapKernel(
  inputs: IsochroneInputs,
  access: NetworkAccess = createNetworkAccess(inputs),
): GapKernel {
  const { network } = inputs;
  const scratch = createBucketScratch();
  const parts = new Map<string, PersonaPart>();
  const partOf = ({ persona: id, at }: GapQuestion): PersonaPart => {
    const persona = inputs.personas.find((each) => each.id === id);
    if (!persona) throw new Error(`There is no persona "${id}".`);
    const walk = walkOver(inputs, network, { persona, at });
    return {
      mobilityClass: mobilityClassOf(persona),
      walk,
      flatWalk: walkOver(inputs, flatNetwork(network), { persona, at }),
      distances: distancesOf(walk.measure),
    };
  };
  return {
    gap: (question) => {
      const key = `${question.persona} ${closedEdges(network, question.at)}`;
      const part = parts.get(key) ?? partOf(question);
      parts.delete(key);
      parts.set(key, part);
      if (parts.size > KEPT_PARTS) parts.delete(parts.keys().next().value!);
      const { mobilityClass, walk, flatWalk, distances } = part;
      const snaps = access.snaps(mobilityClass, question.lon, question.lat);
      const onNetwork = Uint8Array.from(snaps, (own) => (own.length > 0 ? 1 : 0));
      const gathered = gather(question, snaps, { ...distances, scratch });
      if (question.facilities === null) return { onNetwork, ...gathered, byCategory: null };
      const entries = question.facilities.flatMap((each, facility) =>
        access.entries(mobilityClass, each).map((snap) => ({ snap, facility })),
      );
      return {
        onNetwork,
        ...gathered,
        byCategory: {
          facility: facilityWalkedTo(question, { snaps, entries }, { ...walk, scratch }),
          inTimeOnFlat: inTime(question, { snaps, entries }, { ...flatWalk, scratch }),
          sites: bestSites({ ...question, ...walk, ...gathered, snaps }),
        },
      };
    },
  };
}

function gather(
  { linkM, group, weight }: GapQuestion,
  snaps: readonly (readonly Snap[])[],
  ground: ClusterGround,
): { place: Int32Array; places: number } {
  // a cluster is known by its first building; the buildings of a group that are off the network are one
  const first = new Int32Array(snaps.length);
  for (const members of membersByGroup(group)) {
    const on = members.filter((each) => snaps[each]![0]);
    const clusters = clusterAlongNetwork(
      ground,
      on.map((each) => snaps[each]![0]!),
      linkM * CM_PER_M,
    );
    for (const [at, each] of on.entries()) first[each] = on[clusters[at]!]!;
    const off = members.filter((each) => !snaps[each]![0]);
    for (const each of off) first[each] = off[0]!;
  }
  return numbered(first, weight);
}

function membersByGroup(group: Int32Array): number[][] {
  const members = new Map<number, number[]>();
  for (const [at, each] of group.entries()) {
    const list = members.get(each);
    if (list) list.push(at);
    else members.set(each, [at]);
  }
  return [...members.values()];
}

function numbered(first: Int32Array, weight: Float64Array): { place: Int32Array; places: number } {
  const weights = new Map<number, number>();
  for (const [at, key] of first.entries()) weights.set(key, (weights.get(key) ?? 0) + weight[at]!);
  const inOrder = [...weights].sort(([a, one], [b, other]) => other - one || a - b);
  const numbers = new Map(inOrder.map(([key], number) => [key, number]));
  return { place: first.map((key) => numbers.get(key)!), places: inOrder.length };
}

interface Snaps {
  readonly snaps: readonly (readonly Snap[])[];
  readonly entries: readonly { readonly snap: Snap; readonly facility: number }[];
}

/** For each place the position of the facility that the walk leads to soonest; -1 = none within the search, or off the network. */
export function facilityWalkedTo(
  { searchS }: Pick<GapQuestion, "searchS">,
  { snaps, entries }: Snaps,
  { measure, graphs, scratch }: Walk & { readonly scratch: BucketScratch },
): Int32Array {
  const seeds = entries.flatMap(({ snap, facility }) => {
    const { nodes, costs } = seedsOf([arrive(measure, snap)]);
    return nodes.map((node, at) => ({ node, cost: costs[at]!, facility }));
  });
  const owners = new Int32Array(graphs.to.nodeCount);
  const limit = searchS * UNITS_PER_S;
  const nodes = seeds.map(({ node }) => node);
  const atSeeds = { nodes, costs: seeds.map(({ cost }) => cost) };
  const costs = searchBuckets(graphs.to, atSeeds, { limit, scratch, owners });
  const { ends, onEdge } = preparePlaces(measure, "to", snaps);
  const best = ends.map(() => ({ cost: limit + 1, facility: -1 }));
  const offer = (place: number, cost: number, facility: number) => {
    if (cost < best[place]!.cost) best[place] = { cost, facility };
  };
  for (const [place, own] of ends.entries()) {
    const { nodes: doors, costs: doorCosts } = seedsOf(own);
    for (const [at, node] of doors.entries()) {
      if (costs[node] !== UNREACHED)
        offer(place, costs[node]! + doorCosts[at]!, seeds[owners[node]!]!.facility);
    }
  }
  for (const { snap, facility } of entries) {
    for (const home of onEdge.get(snap.edge) ?? []) {
      const direct = along(measure, home.snap, snap);
      if (direct !== FORBIDDEN) offer(home.place, direct, facility);
    }
  }
  return Int32Array.from(best, ({ facility }) => facility);
}

function inTime(
  { limitS }: GapQuestion,
  { snaps, entries }: Snaps,
  { measure, graphs, scratch }: Walk & { readonly scratch: BucketScratch },
): Uint8Array {
  const limit = limitS * UNITS_PER_S;
  const doors = entries.map(({ snap }) => snap);
  const nearest = (direction: Direction) => {
    const places = preparePlaces(measure, direction, snaps);
    const costs = searchBuckets(graphs[direction], facilitySeeds(places, doors), { limit, scratch });
    return nearestFacility(places, doors, { costs, limit });
  };
  const [to, from] = [nearest("to"), nearest("from")];
  return Uint8Array.from(snaps, (_, at) => (to[at]! >= 0 && from[at]! >= 0 ? 1 : 0));
}
