import { type FacilityRow, facilityRows, type Homes, homesByNode, type RowSearch } from "./catchment-rows.ts";
import type { FacilityPlace } from "./facility-entries.ts";
import { forwardGraph, reverseGraph } from "./graph.ts";
import type { IsochroneInputs } from "./isochrone-kernel.ts";
import { createRowKeeper } from "./kept-rows.ts";
import { type Direction, preparePlaces } from "./nearest.ts";
import { createNetworkAccess, type NetworkAccess } from "./network-access.ts";
import { closedEdges, type WalkConditions } from "./opening-hours.ts";
import { mobilityClassOf, type Persona } from "./persona.ts";
import { createHeapScratch } from "./search.ts";
import type { Snap } from "./snap.ts";
import { edgeCosts, flatDurationS, UNITS_PER_S } from "./speed-model.ts";
import {
  type CatchmentAnswer as Answered,
  type Decay,
  decayByZone,
  gaussianDecay,
  twoStepCatchment,
  withoutDecay,
} from "./two-step-kernel.ts";

/** What is asked of the walking network about facilities and those who compete for them. */
export interface CatchmentQuestion {
  readonly persona: string;
  /** Greatest time of a walk, inclusive. */
  readonly limitS: number;
  /** Which walks must be within it. */
  readonly walks: readonly Direction[];
  readonly at: WalkConditions;
  readonly decay: DecayChoice;
  /** A point on each building that may demand, EPSG:4326; equal keys mean equal points, while one network is held. */
  readonly homes: { readonly key: string; readonly lon: Float64Array; readonly lat: Float64Array };
  /** The places of each facility; equal keys mean equal facilities. */
  readonly facilities: { readonly key: string; readonly places: readonly (readonly FacilityPlace[])[] };
  /** People by building; NaN = not known. */
  readonly demand: Float64Array;
  /** Those of them who are asked about. */
  readonly demandOfArea: Float64Array;
  /** By facility; NaN = not known. */
  readonly supply: Float64Array;
  /** By node of the network: 1 = outside the district. */
  readonly outside: Uint8Array;
}

/** How demand fades, as plain data; weights are those of equal parts of the time. */
export type DecayChoice =
  | { readonly method: "two-step" }
  | { readonly method: "enhanced"; readonly weights: readonly number[] }
  | { readonly method: "gaussian" };

/** What a facility meets, in the order asked. */
export interface MetFacility {
  readonly onNetwork: boolean;
  /** Known demand within the time, by weight, and that of it which is asked about (not weighted). */
  readonly people: number;
  readonly weighted: number;
  readonly peopleOfArea: number;
  /** Supply per person by weight; NaN = not known, or nobody there. */
  readonly ratio: number;
  /** People outside the district might walk to it as well. */
  readonly beyond: boolean;
}

/** By building, in the order asked. */
export interface CatchmentsAnswer extends Pick<Answered, "accessibility" | "reached" | "unknown"> {
  readonly onNetwork: Uint8Array;
  readonly facilities: readonly MetFacility[];
}

/** Answers catchments over one network; keeps the walks of the last questions. */
export interface CatchmentKernel {
  /** Throws on an unknown persona. */
  catchments(question: CatchmentQuestion): CatchmentsAnswer;
}

/** Walks kept in all, of 8 bytes each: those of some ten categories of a district. */
const KEPT_WALKS = 6_000_000;

const decayOf = (choice: DecayChoice, limit: number): Decay => {
  switch (choice.method) {
    case "two-step":
      return withoutDecay;
    case "enhanced":
      return decayByZone(choice.weights, limit);
    case "gaussian":
      return gaussianDecay(limit);
  }
};

/** Makes the kernel that puts supply and demand together along the network; indexes and walks are made when first needed. */
export function createCatchmentKernel(
  inputs: IsochroneInputs,
  access: NetworkAccess = createNetworkAccess(inputs),
): CatchmentKernel {
  const { network, parameters } = inputs;
  const scratch = createHeapScratch(network.nodeCount);
  const kept = createRowKeeper(KEPT_WALKS);
  const snapped = new Map<string, readonly (readonly Snap[])[]>();

  const personaOf = (id: string): Persona => {
    const persona = inputs.personas.find((each) => each.id === id);
    if (!persona) throw new Error(`There is no persona "${id}".`);
    return persona;
  };
  const snapsOf = (persona: Persona, { key, lon, lat }: CatchmentQuestion["homes"]) => {
    const mobilityClass = mobilityClassOf(persona);
    const name = `${mobilityClass} ${key}`;
    const snaps = snapped.get(name) ?? access.snaps(mobilityClass, lon, lat);
    snapped.set(name, snaps);
    return snaps;
  };
  const homesOf = (persona: Persona, direction: Direction, question: CatchmentQuestion): Homes => {
    const costs = edgeCosts(network, persona, parameters, question.at);
    const connectorCost = (connectorM: number) =>
      Math.round(flatDurationS(connectorM, persona) * UNITS_PER_S);
    const graph = (direction === "to" ? reverseGraph : forwardGraph)(network, costs);
    const snaps = snapsOf(persona, question.homes);
    return homesByNode(preparePlaces({ network, costs, connectorCost }, direction, snaps), graph);
  };
  // rows come one at a time, so that a question too large to be kept needs no more room than its longest row
  function* rowsOf(question: CatchmentQuestion, limit: number): Generator<FacilityRow> {
    const { persona: id, walks, at, homes, facilities } = question;
    const name = [id, walks, closedEdges(network, at), homes.key, facilities.key].join(" ");
    const known = kept.find(name, limit);
    if (known) {
      yield* known;
      return;
    }
    const persona = personaOf(id);
    const search: RowSearch = {
      index: access.index(mobilityClassOf(persona)),
      homes: walks.map((walk) => homesOf(persona, walk, question)),
      limit,
      scratch,
      outside: question.outside,
    };
    const rowOf = facilityRows(search);
    let rows: FacilityRow[] | null = [];
    let count = 0;
    for (const places of facilities.places) {
      const row = rowOf(places);
      count += row.places.length;
      if (count > KEPT_WALKS) rows = null;
      rows?.push(row);
      yield row;
    }
    if (rows) kept.keep(name, { limit, rows });
  }

  return {
    catchments: (question) => {
      const { demand, demandOfArea, supply } = question;
      const limit = Math.round(question.limitS * UNITS_PER_S);
      const beside: Pick<MetFacility, "onNetwork" | "peopleOfArea" | "beyond">[] = [];
      function* watched(): Generator<FacilityRow> {
        for (const row of rowsOf(question, limit)) {
          const { onNetwork, outsideCost } = row;
          beside.push({
            onNetwork,
            peopleOfArea: peopleOf(row, demandOfArea, limit),
            beyond: outsideCost <= limit,
          });
          yield row;
        }
      }
      const decay = decayOf(question.decay, limit);
      const answer = twoStepCatchment({ rows: watched(), demand, supply, limit, decay });
      const snaps = snapsOf(personaOf(question.persona), question.homes);
      return {
        accessibility: answer.accessibility,
        reached: answer.reached,
        unknown: answer.unknown,
        onNetwork: Uint8Array.from(snaps, (own) => (own.length > 0 ? 1 : 0)),
        facilities: answer.competition.map((met, facility) => ({ ...met, ...beside[facility]! })),
      };
    },
  };
}

function peopleOf({ places, costs }: FacilityRow, demand: Float64Array, limit: number): number {
  let people = 0;
  for (let at = 0; at < places.length; at++) {
    const living = demand[places[at]!]!;
    if (costs[at]! <= limit && !Number.isNaN(living)) people += living;
  }
  return people;
}
