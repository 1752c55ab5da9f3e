import type { Measure } from "./access.ts";
import type { BuildingPlaces } from "./building-places.ts";
import { type FacilityPlace, facilityEntries } from "./facility-entries.ts";
import { flatNetwork } from "./flat-map.ts";
import { forwardGraph, type Graph, reverseGraph } from "./graph.ts";
import type { IsochroneInputs } from "./isochrone-kernel.ts";
import { type Direction, facilitySeeds, nearestFacility, type Places, preparePlaces } from "./nearest.ts";
import { closedEdges, type LocalTime } from "./opening-hours.ts";
import { type MobilityClass, mobilityClassOf, type Persona } from "./persona.ts";
import { createBucketScratch, searchBuckets } from "./search.ts";
import { buildSnapIndex, type Snap, type SnapIndex, snapPoint } from "./snap.ts";
import { edgeCosts, flatDurationS, UNITS_PER_S } from "./speed-model.ts";

/** What is asked of every building about the facilities of one category. */
export interface CategoryQuestion extends BuildingPlaces {
  readonly facilities: readonly FacilityPlace[];
  readonly persona: string;
  readonly at: LocalTime;
  /** Slopes and stairs left out, as a flat map has it. */
  readonly flat: boolean;
}

/** Whole seconds, rounded up, by building ordinal; -1 = not within the search, or the building is not on the network. */
export interface CategoryTimes {
  /** 1 = on the network. */
  readonly onNetwork: Uint8Array;
  readonly toS: Int32Array;
  readonly fromS: Int32Array;
}

/** Answers the walking times of one category over one network and its buildings; keeps what questions share. */
export interface CategoryKernel {
  /** Throws on an unknown persona. */
  times(question: CategoryQuestion): CategoryTimes;
}

/** One way of walking: its graphs and where buildings stand on it, by direction. */
interface Walk {
  readonly measure: Measure;
  readonly sides: Readonly<Record<Direction, { readonly graph: Graph; readonly places: Places }>>;
}

interface ClassPart {
  readonly index: SnapIndex;
  readonly snaps: readonly (Snap | null)[];
}

/** Personas, times and maps whose graphs are kept. */
const KEPT_WALKS = 6;

/** Makes the kernel that answers walking times to categories at any time of the week, on the real map or a flat one. */
export function createCategoryKernel(inputs: IsochroneInputs): CategoryKernel {
  const { network, parameters, water } = inputs;
  const scratch = createBucketScratch();
  const classParts = new Map<MobilityClass, ClassPart>();
  const walks = new Map<string, Walk>();
  const limit = parameters.reachMaxS * UNITS_PER_S;

  const classPartOf = (mobilityClass: MobilityClass, { buildingLon, buildingLat }: BuildingPlaces) => {
    const known = classParts.get(mobilityClass);
    if (known) return known;
    const index = buildSnapIndex(network, { mobilityClass, parameters, water });
    const snaps = Array.from(buildingLon, (lon, at) => snapPoint(index, lon, buildingLat[at]!));
    classParts.set(mobilityClass, { index, snaps });
    return { index, snaps };
  };
  const walkOf = (persona: Persona, snaps: ClassPart["snaps"], question: CategoryQuestion): Walk => {
    const key = `${persona.id} ${question.flat} ${closedEdges(network.openHours, question.at)}`;
    const walk = walks.get(key) ?? createWalk(inputs, persona, { snaps, question });
    walks.delete(key);
    walks.set(key, walk);
    if (walks.size > KEPT_WALKS) walks.delete(walks.keys().next().value!);
    return walk;
  };
  return {
    times: (question) => {
      const persona = inputs.personas.find((each) => each.id === question.persona);
      if (!persona) throw new Error(`There is no persona "${question.persona}".`);
      const { index, snaps } = classPartOf(mobilityClassOf(persona), question);
      const { sides } = walkOf(persona, snaps, question);
      const entries = question.facilities.flatMap((place) => facilityEntries(index, place));
      const seconds = ({ graph, places }: Walk["sides"][Direction]) => {
        const costs = searchBuckets(graph, facilitySeeds(places, entries), { limit, scratch });
        return nearestFacility(places, entries, { costs, limit }).map((cost) =>
          cost < 0 ? -1 : Math.ceil(cost / UNITS_PER_S),
        );
      };
      return {
        onNetwork: Uint8Array.from(snaps, (snap) => (snap ? 1 : 0)),
        toS: seconds(sides.to),
        fromS: seconds(sides.from),
      };
    },
  };
}

function createWalk(
  { network, parameters }: IsochroneInputs,
  persona: Persona,
  { snaps, question }: { readonly snaps: ClassPart["snaps"]; readonly question: CategoryQuestion },
): Walk {
  const walked = question.flat ? flatNetwork(network) : network;
  const measure: Measure = {
    network: walked,
    costs: edgeCosts(walked, persona, parameters, question.at),
    connectorCost: (connectorM) => Math.round(flatDurationS(connectorM, persona) * UNITS_PER_S),
  };
  const side = (direction: Direction) => ({
    graph: (direction === "to" ? reverseGraph : forwardGraph)(walked, measure.costs),
    places: preparePlaces(measure, direction, snaps),
  });
  return { measure, sides: { to: side("to"), from: side("from") } };
}
