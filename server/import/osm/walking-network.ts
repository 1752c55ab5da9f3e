import { findComponents } from "../../walking/components.ts";
import { buildNetwork, type EdgeKind } from "../../walking/network.ts";
import { type ElevationModel, smoothedElevationM } from "../elevation-model.ts";
import type { StoreRow } from "../store-rows.ts";
import { writeRows } from "../write-rows.ts";
import { type Climb, type ClimbParameters, climbOf } from "./climbs.ts";
import type { LayerContext } from "./context.ts";
import { reportNetwork } from "./network-report.ts";
import { networkRows } from "./network-rows.ts";
import { type NodeElevations, nodeElevations } from "./node-elevations.ts";
import { type FatigueParameters, stairFatigue } from "./stair-fatigue.ts";
import { buildWalkGraph, type GraphEdge, placeOfKey } from "./walk-graph.ts";
import { readWalkLines } from "./walk-lines.ts";

/** The walking parameters an import follows. */
export interface NetworkParameters {
  readonly climbs: ClimbParameters;
  /** An entrance of the metro belongs to the nearest station at most so far away. */
  readonly entranceStationMaxM: number;
  readonly voidFillMaxM: number;
  /** Narrower ways a wheelchair does not pass. */
  readonly wheelchairWidthM: number;
  readonly fatigue: FatigueParameters;
}

interface NetworkOptions {
  readonly elevation: ElevationModel | null;
  readonly parameters: NetworkParameters;
  /** The walkway each way belongs to, by source id. */
  readonly walkwayOf: ReadonlyMap<string, string>;
}

const UNKNOWN: Climb = { climbM: null, source: "unknown" };

/** The edges of the walking network as they were written. */
export type WalkEdgeRow = StoreRow<"walk_edge">;

/** Builds and writes the walking network of district and context by definitions.md; answers with its edges. */
export async function writeNetwork(
  context: LayerContext,
  options: NetworkOptions,
): Promise<readonly WalkEdgeRow[]> {
  const { database, dataset, area, extract } = context;
  const { places } = extract;
  const lines = readWalkLines(extract, context.areas, options.parameters.wheelchairWidthM);
  const graph = buildWalkGraph(extract, lines, (edgePlaces) =>
    edgePlaces.some((place) => area.isInContext(places.lonOf(place), places.latOf(place))),
  );
  const heights = readHeights(context, graph.edges, options);
  const stairsEnds = new Set(
    graph.edges.filter(({ line }) => line.kind === "stairs").flatMap(({ from, to }) => [from, to]),
  );
  const { climbs: byParameters, fatigue } = options.parameters;
  const climbs = graph.edges.map((edge) => climbOf(edge, heights, byParameters, stairsEnds));
  const climbsM = climbs.map(({ climbM }) => climbM);
  const { nodes, edges } = networkRows(places, {
    ...graph,
    climbs,
    fatigue: stairFatigue(graph.edges, climbsM, fatigue),
    elevationM: (key) => heights.ground.get(key) ?? heights.span.get(key) ?? null,
    liftClimb: (from, to) => liftClimb(heights, [from, to], byParameters.liftRiseMinM),
    walkwayOf: options.walkwayOf,
    isInside: (place) => area.isInside(places.lonOf(place), places.latOf(place)),
  });
  await writeRows(database, dataset, "walk_node", nodes);
  await writeRows(database, dataset, "walk_edge", edges);
  context.report.cameIn("walk-edge", edges.length);
  reportNetwork(context.report, {
    edges,
    components: componentsOf(nodes.length, edges),
    directionUnknown: graph.edges.filter((_, index) => climbs[index]!.directionUnknown),
    tooSteep: graph.edges.filter((_, index) => climbs[index]!.tooSteep),
    blindLifts: graph.blindLifts,
  });
  return edges;
}

interface Heights extends NodeElevations {
  readonly surface: (key: number) => number | null;
}

function readHeights(
  { extract: { places } }: LayerContext,
  edges: readonly GraphEdge[],
  { elevation, parameters }: NetworkOptions,
): Heights {
  const elevationOf = (lon: number, lat: number) =>
    elevation === null ? null : smoothedElevationM(elevation, lon, lat, parameters.voidFillMaxM);
  const surface = (key: number) => {
    const place = placeOfKey(key);
    return elevationOf(places.lonOf(place), places.latOf(place));
  };
  return { ...nodeElevations(edges, places, elevationOf), surface };
}

// known only where a bridge brings the one end to a height of its own
function liftClimb(
  { ground, span }: NodeElevations,
  [from, to]: readonly [number, number],
  leastM: number,
): Climb {
  const start = span.get(from) ?? ground.get(from);
  const end = span.get(to) ?? ground.get(to);
  if (start === undefined || end === undefined || Math.abs(end - start) < leastM) return UNKNOWN;
  return { climbM: end - start, source: "interpolated" };
}

function componentsOf(
  nodeCount: number,
  edges: readonly WalkEdgeRow[],
): { count: number; largestShare: number } {
  const network = buildNetwork({
    nodes: Array.from({ length: nodeCount }, () => ({ lon: 0, lat: 0 })),
    edges: edges.map((edge) => ({
      from: edge.from_node!,
      to: edge.to_node!,
      kind: edge.kind as EdgeKind,
      lengthM: edge.length_m!,
      climbM: null,
    })),
  });
  const { componentOf, largest } = findComponents(network, "any");
  const wholeM = edges.reduce((sum, edge) => sum + edge.length_m!, 0);
  const largestM = edges
    .filter((edge) => componentOf[edge.from_node!] === largest)
    .reduce((sum, edge) => sum + edge.length_m!, 0);
  return { count: new Set(componentOf).size, largestShare: wholeM === 0 ? 0 : largestM / wholeM };
}
