/** The kinds of store.walk_edge.kind; the index in this list is the number in `WalkNetwork.edgeKind`. */
export const EDGE_KINDS = [
  "road",
  "path",
  "stairs",
  "escalator",
  "lift",
  "cableway",
  "bridge",
  "tunnel",
  "crossing",
] as const;
export type EdgeKind = (typeof EDGE_KINDS)[number];

const KIND_NUMBER = new Map<string, number>(EDGE_KINDS.map((kind, index) => [kind, index]));

/** The number that stands for a kind in `WalkNetwork.edgeKind`; throws on a word that is no kind. */
export function kindNumber(kind: EdgeKind): number {
  const number = KIND_NUMBER.get(kind);
  if (number === undefined) throw new Error(`"${kind}" is not a kind of walking edge.`);
  return number;
}

/** A node as the builder takes it; the position in the list is the node's number. EPSG:4326. */
export interface NodeRow {
  readonly lon: number;
  readonly lat: number;
  /** Height in metres; null or absent = unknown. */
  readonly heightM?: number | null;
}

/** An edge as the builder takes it; the position in the list is the edge's number. */
export interface EdgeRow {
  readonly from: number;
  readonly to: number;
  readonly kind: EdgeKind;
  /** Horizontal, along the geometry; 0 for a lift. */
  readonly lengthM: number;
  /** To-node minus from-node; null where unknown. */
  readonly climbM: number | null;
  readonly fatigue?: number;
  /** May be walked from `from` to `to` only. */
  readonly oneWay?: boolean;
  readonly stepFree?: boolean;
  readonly speedMps?: number | null;
  readonly headwayS?: number | null;
  readonly signal?: boolean;
  readonly openHours?: string | null;
  /** What it costs to pass, as written in the source; null = nothing. */
  readonly fare?: string | null;
  /** Whether the climb rests on an elevation model. */
  readonly modelled?: boolean;
  /** lon, lat, lon, lat … from `from` to `to`; a straight line between the nodes where absent. */
  readonly coordinates?: ArrayLike<number>;
}

/**
 * The walking network as typed arrays, one entry per node or edge in the order of their ordinals.
 * Unknown numbers are NaN. Edge e is drawn by the points geometryStart[e] … geometryStart[e + 1] - 1
 * of `coordinates` (lon, lat interleaved, EPSG:4326).
 */
export interface WalkNetwork {
  readonly nodeCount: number;
  readonly edgeCount: number;
  readonly nodeLon: Float64Array;
  readonly nodeLat: Float64Array;
  readonly nodeHeightM: Float32Array;
  readonly edgeFrom: Int32Array;
  readonly edgeTo: Int32Array;
  readonly edgeKind: Uint8Array;
  readonly lengthM: Float64Array;
  readonly climbM: Float64Array;
  readonly fatigue: Float64Array;
  readonly oneWay: Uint8Array;
  readonly stepFree: Uint8Array;
  readonly speedMps: Float64Array;
  readonly headwayS: Float64Array;
  readonly signal: Uint8Array;
  readonly geometryStart: Int32Array;
  readonly coordinates: Float64Array;
  /** Opening hours of the few edges that have them, by edge number, as written in the source. */
  readonly openHours: ReadonlyMap<number, string>;
  /** Fares of the few edges that ask one, by edge number, as written in the source. */
  readonly fares: ReadonlyMap<number, string>;
  /** 1 = the climb rests on an elevation model, and is as uncertain as that. */
  readonly modelled: Uint8Array;
}

/** Makes an empty network with room for so many nodes, edges and drawn points, to be filled in place. */
export function allocateNetwork(nodeCount: number, edgeCount: number, pointCount: number) {
  return {
    nodeCount,
    edgeCount,
    nodeLon: new Float64Array(nodeCount),
    nodeLat: new Float64Array(nodeCount),
    nodeHeightM: new Float32Array(nodeCount).fill(Number.NaN),
    edgeFrom: new Int32Array(edgeCount),
    edgeTo: new Int32Array(edgeCount),
    edgeKind: new Uint8Array(edgeCount),
    lengthM: new Float64Array(edgeCount),
    climbM: new Float64Array(edgeCount).fill(Number.NaN),
    fatigue: new Float64Array(edgeCount).fill(1),
    oneWay: new Uint8Array(edgeCount),
    stepFree: new Uint8Array(edgeCount),
    speedMps: new Float64Array(edgeCount).fill(Number.NaN),
    headwayS: new Float64Array(edgeCount).fill(Number.NaN),
    signal: new Uint8Array(edgeCount),
    geometryStart: new Int32Array(edgeCount + 1),
    coordinates: new Float64Array(2 * pointCount),
    openHours: new Map<number, string>(),
    fares: new Map<number, string>(),
    modelled: new Uint8Array(edgeCount),
  };
}
type FillableNetwork = ReturnType<typeof allocateNetwork>;

/** Writes one edge's attributes (not its geometry) into a network being filled. */
export function setEdge(network: FillableNetwork, edge: number, row: EdgeRow): void {
  network.edgeFrom[edge] = row.from;
  network.edgeTo[edge] = row.to;
  network.edgeKind[edge] = kindNumber(row.kind);
  network.lengthM[edge] = row.lengthM;
  network.climbM[edge] = row.climbM ?? Number.NaN;
  network.fatigue[edge] = row.fatigue ?? 1;
  network.oneWay[edge] = row.oneWay ? 1 : 0;
  network.stepFree[edge] = (row.stepFree ?? row.kind !== "stairs") ? 1 : 0;
  network.speedMps[edge] = row.speedMps ?? Number.NaN;
  network.headwayS[edge] = row.headwayS ?? Number.NaN;
  network.signal[edge] = row.signal ? 1 : 0;
  network.modelled[edge] = row.modelled ? 1 : 0;
  if (row.openHours) network.openHours.set(edge, row.openHours);
  if (row.fare) network.fares.set(edge, row.fare);
}

/** Builds a network from rows; edges without coordinates are drawn straight between their nodes. */
export function buildNetwork(rows: {
  readonly nodes: readonly NodeRow[];
  readonly edges: readonly EdgeRow[];
}): WalkNetwork {
  const { nodes, edges } = rows;
  const straight = (edge: EdgeRow) => {
    const from = nodes[edge.from]!;
    const to = nodes[edge.to]!;
    return [from.lon, from.lat, to.lon, to.lat];
  };
  const drawn = edges.map((edge) => edge.coordinates ?? straight(edge));
  const pointCount = drawn.reduce((sum, coordinates) => sum + coordinates.length / 2, 0);
  const network = allocateNetwork(nodes.length, edges.length, pointCount);
  nodes.forEach((node, index) => {
    network.nodeLon[index] = node.lon;
    network.nodeLat[index] = node.lat;
    network.nodeHeightM[index] = node.heightM ?? Number.NaN;
  });
  edges.forEach((edge, index) => {
    setEdge(network, index, edge);
    const start = network.geometryStart[index]!;
    network.coordinates.set(drawn[index]!, 2 * start);
    network.geometryStart[index + 1] = start + drawn[index]!.length / 2;
  });
  return network;
}

const LIFT = kindNumber("lift");

/** Whether the time along the edge would rest on a rise that is not known; of a lift the wait counts for most. */
export function lacksRise({ climbM, edgeKind }: WalkNetwork, edge: number): boolean {
  return Number.isNaN(climbM[edge]) && edgeKind[edge] !== LIFT;
}
