import { lineWkb, pointWkb } from "../../database/wkb-writer.ts";
import { hilbertOrder } from "../hilbert-order.ts";
import type { StoreRow } from "../store-rows.ts";
import type { Climb } from "./climbs.ts";
import type { LiftShaft } from "./lift-shafts.ts";
import type { NodePlaces } from "./node-places.ts";
import { type GraphEdge, nodeKey, placeOfKey } from "./walk-graph.ts";
import { fareOf } from "./walk-line.ts";

/** A network ready to be numbered. */
export interface NetworkDraft {
  readonly edges: readonly GraphEdge[];
  readonly shafts: readonly LiftShaft[];
  readonly climbs: readonly Climb[];
  readonly fatigue: ReadonlyMap<number, number>;
  readonly elevationM: (key: number) => number | null;
  /** Rise between two storeys of a shaft. */
  readonly liftClimb: (from: number, to: number) => Climb;
  readonly walkwayOf: ReadonlyMap<string, string>;
  readonly isInside: (place: number) => boolean;
}

type EdgeRow = StoreRow<"walk_edge">;
/** An edge row that still names its nodes by key. */
type KeyedRow = Omit<EdgeRow, "from_node" | "to_node" | "ordinal"> & {
  readonly from: number;
  readonly to: number;
};

/** The rows of walk_node and walk_edge, numbered along a Hilbert curve, both dense from 0. */
export function networkRows(places: NodePlaces, draft: NetworkDraft) {
  const keyed = [
    ...draft.edges.flatMap((edge, index) => edgeRows(places, draft, edge, index)),
    ...draft.shafts.flatMap((shaft) => shaftRows(places, draft, shaft)),
  ];
  const keys = [...new Set(keyed.flatMap(({ from, to }) => [from, to]))];
  const lons = keys.map((key) => places.lonOf(placeOfKey(key)));
  const lats = keys.map((key) => places.latOf(placeOfKey(key)));
  const order = hilbertOrder(lons, lats);
  const ordinalOf = new Map(order.map((index, ordinal) => [keys[index]!, ordinal]));
  const nodes = order.map((index, ordinal): StoreRow<"walk_node"> => {
    const key = keys[index]!;
    return {
      ordinal,
      source_id: `node/${places.idOf(placeOfKey(key))}`,
      elevation_m: draft.elevationM(key),
      geom: pointWkb(lons[index]!, lats[index]!),
    };
  });
  const edges = keyed
    .map(({ from, to, ...row }) => ({ ...row, from_node: ordinalOf.get(from)!, to_node: ordinalOf.get(to)! }))
    .sort((a, b) => a.from_node - b.from_node || a.to_node - b.to_node)
    .map((row, ordinal): EdgeRow => ({ ...row, ordinal }));
  return { nodes, edges };
}

function edgeRows(places: NodePlaces, draft: NetworkDraft, edge: GraphEdge, index: number): KeyedRow[] {
  const { line } = edge;
  const { climbM, source } = draft.climbs[index]!;
  const forward: KeyedRow = {
    id: edge.id,
    source_id: line.sourceId,
    from: edge.from,
    to: edge.to,
    kind: line.kind,
    road_class: line.roadClass,
    length_m: line.kind === "lift" ? 0 : edge.lengthM,
    climb_m: climbM,
    climb_source: source,
    steps: stepsOf(edge),
    fatigue: draft.fatigue.get(index) ?? 1,
    one_way: line.passage !== "both",
    step_free: edge.stepFree,
    speed_mps: line.speedMps,
    headway_s: line.headwayS,
    signal: edge.signal,
    open_hours: line.hours,
    fare: line.fare,
    name_zh: line.nameZh,
    walkway: draft.walkwayOf.get(line.sourceId) ?? null,
    layer: line.layer,
    context: !edge.places.some(draft.isInside),
    geom: lineWkb(places.coordinates(edge.places)),
  };
  const backward = (): KeyedRow => ({
    ...forward,
    id: `${edge.id}.back`,
    from: edge.to,
    to: edge.from,
    climb_m: climbM === null ? null : -climbM,
    geom: lineWkb(places.coordinates([...edge.places].reverse())),
  });
  if (line.passage === "backward") return [backward()];
  return line.passage === "each-way" ? [forward, backward()] : [forward];
}

// the steps of a cut flight are shared out by length and sum to the whole
function stepsOf({ line, startM, lengthM, wholeM }: GraphEdge): number | null {
  if (line.steps === null || wholeM === 0) return line.steps;
  const upTo = (m: number) => Math.round((line.steps! * m) / wholeM);
  return upTo(startM + lengthM) - upTo(startM);
}

// every two storeys by one ride: the wait is paid once
function shaftRows(places: NodePlaces, draft: NetworkDraft, shaft: LiftShaft): KeyedRow[] {
  const rows: KeyedRow[] = [];
  const { place, tags, sourceId } = shaft;
  for (let lower = 0; lower < shaft.storeys; lower++) {
    for (let upper = lower + 1; upper < shaft.storeys; upper++) {
      const [from, to] = [nodeKey(place, lower), nodeKey(place, upper)];
      const { climbM, source } = draft.liftClimb(from, to);
      rows.push({
        id: `n${places.idOf(place)}.${lower}-${upper}`,
        source_id: sourceId,
        from,
        to,
        kind: "lift",
        road_class: "elevator",
        length_m: 0,
        climb_m: climbM,
        climb_source: source,
        fatigue: 1,
        one_way: false,
        step_free: tags.wheelchair !== "no",
        signal: false,
        open_hours: tags.opening_hours ?? null,
        fare: fareOf(tags),
        name_zh: tags["name:zh"] ?? tags.name ?? null,
        layer: 0,
        context: !draft.isInside(place),
        geom: lineWkb(places.coordinates([place, place])),
      });
    }
  }
  return rows;
}
