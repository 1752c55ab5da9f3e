import type { Measure } from "./access.ts";
import { forwardGraph, type Graph } from "./graph.ts";
import { kindNumber, lacksRise, type WalkNetwork } from "./network.ts";
import type { WalkConditions } from "./opening-hours.ts";
import type { Persona, WalkingParameters } from "./persona.ts";
import { createHeapScratch } from "./search.ts";
import { accessOf, type Snap, type SnapIndex } from "./snap.ts";
import { type EdgeCosts, FORBIDDEN, partialCost, riseSensitivity, UNITS_PER_S } from "./speed-model.ts";
import { positionsOf, withoutRepeats } from "./walk-path.ts";
import { edgesAtNodes, type Stretch, traceWay, type Way } from "./way-tracer.ts";

type Place = readonly [lon: number, lat: number];

/** The quickest walk between two places, degrees of EPSG:4326; `maxS` bounds the search, inclusive. */
export interface RouteQuestion {
  readonly origin: Place;
  readonly destination: Place;
  readonly persona: string;
  readonly at: WalkConditions;
  readonly maxS: number;
}

/** A part of a walk along one edge, in the order walked. */
export interface RouteStretch {
  readonly edge: number;
  /** Along the edge, or against it. */
  readonly forward: boolean;
  /** Of the edge's length, 0 … 1. */
  readonly share: number;
  readonly seconds: number;
  readonly coordinates: readonly Place[];
}

/** One walk; the connectors are the straight walks between the places and the network. */
export interface Route {
  readonly seconds: number;
  /**
   * 90 in 100 walks differ by at most so much because heights of an elevation model err; 0 where none is rested on, null
   * where rises are unknown on most of the way.
   */
  readonly plusMinusS: number | null;
  readonly connectorsS: readonly [start: number, end: number];
  readonly connectorsM: readonly [start: number, end: number];
  readonly stretches: readonly RouteStretch[];
}

/** `route` null: there is no way within `maxS`. */
export type RouteAnswer =
  | { readonly found: false; readonly why: "origin" | "destination" }
  | {
      readonly found: true;
      readonly route: Route | null;
      /** The same walk if the escalators, lifts and cableways of the first did not run; null where it takes none. */
      readonly onFoot: { readonly route: Route | null } | null;
      /** The walk if nothing were closed or left aside; null where that changes nothing. */
      readonly whenOpen: { readonly route: Route | null } | null;
    };

/** What a route is looked for over. */
export interface RouteGround {
  readonly snapIndex: SnapIndex;
  readonly measure: Measure;
  readonly graph: Graph;
  readonly persona: Persona;
  readonly parameters: WalkingParameters;
  /** The measure when all is open and paid for; null where that is the measure itself. */
  readonly open: { readonly measure: Measure; readonly graph: Graph } | null;
}

const CARRIERS = new Set([kindNumber("escalator"), kindNumber("lift"), kindNumber("cableway")]);

/** Makes the finder of routes of a network; what questions share is kept. */
export function createRouteFinder(network: WalkNetwork) {
  const meeting = edgesAtNodes(network);
  const scratch = createHeapScratch(network.nodeCount);
  return (question: RouteQuestion, ground: RouteGround): RouteAnswer => {
    const { snapIndex, measure, graph, open } = ground;
    const origins = accessOf(snapIndex, ...question.origin);
    if (origins.length === 0) return { found: false, why: "origin" };
    const destinations = accessOf(snapIndex, ...question.destination);
    if (destinations.length === 0) return { found: false, why: "destination" };
    const limit = Math.round(question.maxS * UNITS_PER_S);
    const pairs = origins.flatMap((from) => destinations.map((to) => ({ from, to, limit })));
    const over = (walked: { readonly measure: Measure; readonly graph: Graph }): Route | null => {
      const ways = pairs.flatMap((ends) => {
        const way = traceWay({ ...walked, meeting, scratch }, ends);
        return way ? [{ way, ends }] : [];
      });
      // the nearest edges come first where two ways take the same time
      const [best] = ways.sort((one, other) => one.way.cost - other.way.cost);
      return best ? routeOf(best.way, best.ends, { ...ground, measure: walked.measure }) : null;
    };
    const route = over({ measure, graph });
    const carriers = (route?.stretches ?? [])
      .map(({ edge }) => edge)
      .filter((edge) => CARRIERS.has(network.edgeKind[edge]!));
    const openRoute = open && over(open);
    return {
      found: true,
      route,
      onFoot: carriers.length === 0 ? null : { route: over(without(measure, carriers)) },
      whenOpen: openRoute && openRoute.seconds !== route?.seconds ? { route: openRoute } : null,
    };
  };
}

function without(measure: Measure, edges: readonly number[]) {
  const { network, connectorCost } = measure;
  const costs: EdgeCosts = { forward: measure.costs.forward.slice(), reverse: measure.costs.reverse.slice() };
  for (const edge of edges) costs.forward[edge] = costs.reverse[edge] = FORBIDDEN;
  return { measure: { network, costs, connectorCost }, graph: forwardGraph(network, costs) };
}

function routeOf(
  { passed, cost }: Way,
  { from, to }: { readonly from: Snap; readonly to: Snap },
  ground: RouteGround,
): Route {
  const { measure, snapIndex } = ground;
  const { connectorCost, costs } = measure;
  const stretches = passed
    .filter((stretch) => stretch.from !== stretch.to)
    .map((stretch): RouteStretch => {
      const forward = stretch.to > stretch.from;
      const share = Math.abs(stretch.to - stretch.from);
      const whole = (forward ? costs.forward : costs.reverse)[stretch.edge]!;
      return {
        edge: stretch.edge,
        forward,
        share,
        seconds: partialCost(whole, share) / UNITS_PER_S,
        coordinates: withoutRepeats(positionsOf(snapIndex, stretch)),
      };
    });
  return {
    seconds: cost / UNITS_PER_S,
    plusMinusS: plusMinusOf(passed, ground),
    connectorsS: [connectorCost(from.connectorM) / UNITS_PER_S, connectorCost(to.connectorM) / UNITS_PER_S],
    connectorsM: [from.connectorM, to.connectorM],
    stretches,
  };
}

/**
 * How far the error of heights carries through a walk: heights err each for itself, and the height of a node is the end
 * of one rise and the start of the next, so that on an even slope errors cancel and at tops and bottoms they add (law of
 * propagation of uncertainty, first order: JCGM 100:2008, 5.1.2).
 */
function plusMinusOf(
  passed: readonly Stretch[],
  { measure, persona, parameters }: RouteGround,
): number | null {
  const { network } = measure;
  if (!knowsRisesAlong(passed, network)) return null;
  const byNode = new Map<number, number>();
  const add = (node: number, secondsPerM: number) => byNode.set(node, (byNode.get(node) ?? 0) + secondsPerM);
  for (const { edge, from, to } of passed) {
    const forward = to > from;
    const perM = Math.abs(to - from) * riseSensitivity({ network, edge, persona, parameters, forward });
    if (perM === 0) continue;
    add(forward ? network.edgeTo[edge]! : network.edgeFrom[edge]!, perM);
    add(forward ? network.edgeFrom[edge]! : network.edgeTo[edge]!, -perM);
  }
  const squares = [...byNode.values()].reduce((sum, perM) => sum + perM * perM, 0);
  return parameters.heightErrorM * Math.sqrt(squares);
}

// as of an isochrone: where most of the way has no rise, nobody can tell how far the rest of it errs
function knowsRisesAlong(passed: readonly Stretch[], network: WalkNetwork): boolean {
  const metres = (stretches: readonly Stretch[]) =>
    stretches.reduce((sum, { edge, from, to }) => sum + Math.abs(to - from) * network.lengthM[edge]!, 0);
  return metres(passed.filter(({ edge }) => lacksRise(network, edge))) <= metres(passed) / 2;
}
