import { arrive, leave, type Measure, seedsOf } from "./access.ts";
import { type BlockPricer, createBlockPricer } from "./block-costs.ts";
import { flatNetwork } from "./flat-map.ts";
import { forwardGraph, type Graph, reverseGraph } from "./graph.ts";
import type { Direction } from "./nearest.ts";
import { lacksRise, type WalkNetwork } from "./network.ts";
import { createNetworkAccess, type NetworkAccess } from "./network-access.ts";
import { closedEdges, STORED_TIME, type WalkConditions } from "./opening-hours.ts";
import { type MultiPolygonCoordinates, outlineOfReach } from "./outline-of-reach.ts";
import { type MobilityClass, mobilityClassOf, type Persona, type WalkingParameters } from "./persona.ts";
import { createPlaceGrid, type PlaceGrid } from "./place-grid.ts";
import {
  createUncertaintyMemory,
  plusMinusOfReach,
  type RiseSensitivity,
  riseSensitivities,
} from "./reach-uncertainty.ts";
import { createHeapScratch, searchHeap, UNREACHED } from "./search.ts";
import { accessOf, type SnapIndex } from "./snap.ts";
import { edgeCosts, flatDurationS, slopeFactor, UNITS_PER_S } from "./speed-model.ts";
import { createFieldMemory, createTimeField, type Walked } from "./time-field.ts";
import { createPathFinder, type Path, type PathFinder, type PathQuestion } from "./walk-path.ts";
import { createRouteFinder, type RouteAnswer, type RouteQuestion } from "./walk-route.ts";
import { edgeExtents, windowOfWalk } from "./walk-window.ts";
import type { Rings } from "./water-barrier.ts";
import { edgesAtNodes, type MeetingEdges } from "./way-tracer.ts";

/** Everything isochrones depend on, as plain data that can be posted to a worker. */
export interface IsochroneInputs {
  readonly network: WalkNetwork;
  readonly parameters: WalkingParameters;
  readonly personas: readonly Persona[];
  readonly water: readonly Rings[];
}

/** What is asked about one origin. */
export interface IsochroneQuestion {
  /** EPSG:4326. */
  readonly lon: number;
  readonly lat: number;
  /** Greatest times, inclusive. */
  readonly minutes: readonly number[];
  readonly persona: string;
  /** "from": where one gets to from the origin; "to": from where one gets to the origin. */
  readonly direction: Direction;
  readonly at: WalkConditions;
  /** Slopes and stairs left out, as a flat map has it. */
  readonly flat: boolean;
}

/** Where one gets within each of the times asked for, in their order. */
export interface Isochrone {
  readonly areas: readonly {
    readonly minutes: number;
    readonly coordinates: MultiPolygonCoordinates;
    /** Seconds that walks of about so many minutes may be off because of the elevation model, 90 in 100; null = not known. */
    readonly plusMinusS: number | null;
  }[];
  /** Edges with hours or a fare that the walk comes to, closed ones included. */
  readonly conditional: readonly number[];
  /** Edges walked whose rise is not known: they count as flat, or as stairs walked at their length. */
  readonly edgesWithoutRise: number;
}

/** Answers isochrones and ways over one network; keeps what questions share. */
export interface IsochroneKernel {
  /** null where the origin cannot be joined to the network. Throws on an unknown persona. */
  isochrone(question: IsochroneQuestion): Isochrone | null;
  /** The quickest walk between two places. Throws on an unknown persona. */
  route(question: RouteQuestion): RouteAnswer;
  /** The shortest way along the network between two places, for drawing. */
  path(question: PathQuestion): Path;
}

interface Costing {
  readonly measure: Measure;
  readonly graphs: Partial<Record<Direction, Graph>>;
  readonly pricers: Partial<Record<Direction, BlockPricer>>;
  riseS?: RiseSensitivity;
  /** The fastest anyone of this persona walks, units of cost per metre. */
  readonly leastCostPerM: number;
}

/** Personas, times and maps whose costs are kept. */
const KEPT_COSTINGS = 8;

function unknownRises(network: WalkNetwork): Int32Array {
  const edges = Array.from({ length: network.edgeCount }, (_, edge) => edge);
  return Int32Array.from(edges.filter((edge) => lacksRise(network, edge)));
}

// where most of what is walked has no rise, nobody can tell how far the rest of it errs
function knowsRises({ lengthM }: WalkNetwork, withoutRise: Int32Array): boolean {
  const unknownM = withoutRise.reduce((sum, edge) => sum + lengthM[edge]!, 0);
  return unknownM <= lengthM.reduce((sum, each) => sum + each, 0) / 2;
}

/** Makes the kernel that answers isochrones over these inputs; grids and graphs are made when first needed and kept. */
export function createIsochroneKernel(
  inputs: IsochroneInputs,
  access: NetworkAccess = createNetworkAccess(inputs),
): IsochroneKernel {
  const { network, parameters } = inputs;
  const flat = flatNetwork(network);
  const grids = new Map<MobilityClass, PlaceGrid>();
  const costings = new Map<string, Costing>();
  const scratch = createHeapScratch(network.nodeCount);
  const memory = createFieldMemory();
  const withoutRise = unknownRises(network);
  const isRated = knowsRises(network, withoutRise);
  const conditional = [...new Set([...network.openHours.keys(), ...network.fares.keys()])];
  let paths: PathFinder | undefined;
  let routes: ReturnType<typeof createRouteFinder> | undefined;
  let meeting: MeetingEdges | undefined;
  let extents: Float32Array | undefined;
  const uncertain = createUncertaintyMemory(network.nodeCount);

  const personaOf = (id: string): Persona => {
    const persona = inputs.personas.find((each) => each.id === id);
    if (!persona) throw new Error(`There is no persona "${id}".`);
    return persona;
  };
  const gridOf = (mobilityClass: MobilityClass): PlaceGrid => {
    const grid = grids.get(mobilityClass) ?? createPlaceGrid(access.index(mobilityClass));
    grids.set(mobilityClass, grid);
    return grid;
  };
  const costingOf = (persona: Persona, question: Pick<IsochroneQuestion, "flat" | "at">): Costing => {
    const closed = closedEdges(network, question.at);
    const key = `${persona.id} ${question.flat} ${closed}`;
    const costing = costings.get(key) ?? createCosting(question.flat ? flat : network, persona, question.at);
    costings.delete(key);
    costings.set(key, costing);
    if (costings.size > KEPT_COSTINGS) costings.delete(costings.keys().next().value!);
    return costing;
  };
  const createCosting = (walkedNetwork: WalkNetwork, persona: Persona, at: WalkConditions): Costing => ({
    measure: {
      network: walkedNetwork,
      costs: edgeCosts(walkedNetwork, persona, parameters, at),
      connectorCost: (connectorM) => Math.round(flatDurationS(connectorM, persona) * UNITS_PER_S),
    },
    graphs: {},
    pricers: {},
    leastCostPerM:
      UNITS_PER_S / (persona.flatMps * Math.max(1, slopeFactor(-parameters.toblerOffset, parameters))),
  });
  const graphOf = ({ measure, graphs }: Costing, direction: Direction): Graph => {
    graphs[direction] ??= (direction === "from" ? forwardGraph : reverseGraph)(
      measure.network,
      measure.costs,
    );
    return graphs[direction];
  };

  const pricerOf = (
    { measure, pricers }: Costing,
    direction: Direction,
    snapIndex: SnapIndex,
  ): BlockPricer => {
    pricers[direction] ??= createBlockPricer(measure, direction, snapIndex);
    return pricers[direction];
  };
  const openCostingOf = (persona: Persona): Costing => {
    const open = { ...network, openHours: new Map<number, string>(), fares: new Map<number, string>() };
    return createCosting(open, persona, STORED_TIME);
  };

  return {
    route: (question) => {
      routes ??= createRouteFinder(network);
      const persona = personaOf(question.persona);
      const { snapIndex } = gridOf(mobilityClassOf(persona));
      const costing = costingOf(persona, { at: question.at, flat: false });
      const over = (each: Costing) => ({ measure: each.measure, graph: graphOf(each, "from") });
      const isOpen = closedEdges(network, question.at).length === 0;
      const open = isOpen ? null : over(openCostingOf(persona));
      return routes(question, { snapIndex, persona, parameters, open, ...over(costing) });
    },
    path: (question) => {
      paths ??= createPathFinder(gridOf("any").snapIndex);
      return paths.path(question);
    },
    isochrone: (question) => {
      const { lon, lat, minutes, direction } = question;
      const persona = personaOf(question.persona);
      const grid = gridOf(mobilityClassOf(persona));
      const { snapIndex } = grid;
      const origins = accessOf(snapIndex, lon, lat);
      if (origins.length === 0) return null;
      const costing = costingOf(persona, question);
      const { measure } = costing;
      const limitOf = (each: number) => Math.round(each * 60 * UNITS_PER_S);
      const limit = limitOf(Math.max(...minutes));
      const seeds = seedsOf(
        origins.map((origin) => (direction === "from" ? leave : arrive)(measure, origin)),
      );
      const found = searchHeap(graphOf(costing, direction), seeds, limit, scratch);
      const walked: Walked = { measure, direction, origins, nodeCosts: found.costs };
      const pricer = pricerOf(costing, direction, snapIndex);
      extents ??= edgeExtents(network, snapIndex.projection);
      const window = windowOfWalk(walked, found.reached, { limit, snapIndex, extents, ...costing });
      const field = createTimeField({ grid, pricer, memory }, window, walked);
      const isReached = (edge: number) =>
        found.costs[network.edgeFrom[edge]!] !== UNREACHED ||
        found.costs[network.edgeTo[edge]!] !== UNREACHED;
      meeting ??= edgesAtNodes(network);
      costing.riseS ??= riseSensitivities(measure.network, persona, parameters);
      const { riseS } = costing;
      const reached = { measure, direction, riseS, parameters, costs: found.costs, nodes: found.reached };
      const plusMinus = plusMinusOfReach(reached, meeting, minutes.map(limitOf), uncertain);
      return {
        conditional: conditional.filter(isReached),
        areas: minutes.map((each, index) => ({
          minutes: each,
          plusMinusS: question.flat || !isRated ? null : plusMinus[index]!,
          coordinates: outlineOfReach(field, limitOf(each), { snapIndex, walked }),
        })),
        edgesWithoutRise: question.flat ? 0 : withoutRise.filter(isReached).length,
      };
    },
  };
}
