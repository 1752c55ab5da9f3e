import { lineLengthM } from "../line-length.ts";
import type { Tags } from "../tag-table.ts";
import type { OsmExtract } from "./extract.ts";
import { blocksFoot } from "./foot-access.ts";
import { type LiftShaft, liftShafts } from "./lift-shafts.ts";
import { isSignalled, stopsWheels } from "./walk-line.ts";
import type { WalkLine } from "./walk-lines.ts";

/** A piece of a line between two nodes of the graph. Nodes are known by their key: place and storey. */
export interface GraphEdge {
  readonly id: string;
  readonly line: WalkLine;
  readonly from: number;
  readonly to: number;
  readonly places: readonly number[];
  readonly lengthM: number;
  /** Where on the whole line it begins and how long that is, metres: steps are shared out by length. */
  readonly startM: number;
  readonly wholeM: number;
  readonly signal: boolean;
  readonly stepFree: boolean;
}

/** The walking network between its junctions. */
export interface WalkGraph {
  readonly edges: readonly GraphEdge[];
  readonly shafts: readonly LiftShaft[];
  /** Source ids of lift nodes where only one line arrives. */
  readonly blindLifts: readonly string[];
}

/** Storeys of one shaft at most; a node key is place · STOREYS_MAX + storey. */
const STOREYS_MAX = 64;

/** The key of a graph node. */
export const nodeKey = (place: number, storey: number) => place * STOREYS_MAX + storey;
/** The place of a graph node. */
export const placeOfKey = (key: number) => Math.floor(key / STOREYS_MAX);

interface NodeTags {
  readonly blocked: ReadonlySet<number>;
  readonly lifts: ReadonlyMap<number, Tags>;
  readonly signals: ReadonlySet<number>;
  readonly steps: ReadonlySet<number>;
}

/**
 * Cuts lines into edges where they meet: lines join at the nodes they share and nowhere else, so a street under a bridge
 * is not joined to it. Nodes that block people on foot end a line; nodes that are lifts part into one node per storey.
 * `isKept` says which edges lie near enough by their places.
 */
export function buildWalkGraph(
  extract: OsmExtract,
  lines: readonly WalkLine[],
  isKept: (places: readonly number[]) => boolean,
): WalkGraph {
  const tags = readNodeTags(extract);
  const open = lines.flatMap((line) => runsBetween(line, tags.blocked));
  const { shafts, storeyOf, blind } = liftShafts(open, tags.lifts, extract.places);
  const junctions = findJunctions(open, tags.lifts);
  const edges = open.flatMap((line) => cutLine(extract, line, { tags, junctions, storeyOf }));
  return {
    edges: edges.filter(({ places }) => isKept(places)),
    shafts: shafts.filter(({ place }) => isKept([place])),
    blindLifts: blind,
  };
}

function readNodeTags({ nodes, places }: OsmExtract): NodeTags {
  const placesWhere = (test: (tags: Tags) => boolean) =>
    new Set(nodes.filter(({ tags }) => tags && test(tags)).map(({ id }) => places.find(id)));
  const lifts = nodes.filter(({ tags }) => tags?.highway === "elevator" && !blocksFoot(tags));
  return {
    blocked: placesWhere(blocksFoot),
    lifts: new Map(lifts.map(({ id, tags }) => [places.find(id), tags!])),
    signals: placesWhere(isSignalled),
    steps: placesWhere(stopsWheels),
  };
}

// a line with a locked gate in the middle is two lines that do not meet
function runsBetween(line: WalkLine, blocked: ReadonlySet<number>): WalkLine[] {
  if (!line.places.some((place) => blocked.has(place))) return [line];
  const runs: number[][] = [[]];
  for (const place of line.places) {
    if (blocked.has(place)) runs.push([]);
    else runs.at(-1)!.push(place);
  }
  return runs
    .filter((places) => places.length >= 2)
    .map((places, index) => ({ ...line, id: `${line.id}.${index}`, places }));
}

function findJunctions(lines: readonly WalkLine[], lifts: ReadonlyMap<number, Tags>): Set<number> {
  const junctions = new Set<number>(lifts.keys());
  const seen = new Set<number>();
  for (const { places } of lines) {
    for (const [index, place] of places.entries()) {
      if (seen.has(place) || index === 0 || index === places.length - 1) junctions.add(place);
      seen.add(place);
    }
  }
  return junctions;
}

interface Cutting {
  readonly tags: NodeTags;
  readonly junctions: ReadonlySet<number>;
  readonly storeyOf: (place: number, line: WalkLine) => number;
}

function cutLine(extract: OsmExtract, line: WalkLine, { tags, junctions, storeyOf }: Cutting): GraphEdge[] {
  const edges: GraphEdge[] = [];
  const wholeM = lineLengthM(extract.places.coordinates(line.places));
  let startM = 0;
  let first = 0;
  // one wait for a whole crossing, though the street cuts it in two
  let signal =
    line.kind === "crossing" && (line.signal || line.places.some((place) => tags.signals.has(place)));
  for (let at = 1; at < line.places.length; at++) {
    if (!junctions.has(line.places[at]!)) continue;
    const places = line.places.slice(first, at + 1);
    const lengthM = lineLengthM(extract.places.coordinates(places));
    const kerb =
      (line.kind === "path" || line.kind === "crossing") && places.some((place) => tags.steps.has(place));
    edges.push({
      id: `${line.id}.${edges.length}`,
      line,
      from: nodeKey(places[0]!, storeyOf(places[0]!, line)),
      to: nodeKey(places.at(-1)!, storeyOf(places.at(-1)!, line)),
      places,
      lengthM,
      startM,
      wholeM,
      signal,
      stepFree: line.stepFree && !kerb,
    });
    signal = false;
    startM += lengthM;
    first = at;
  }
  return edges;
}
