import { push } from "./growing-array.ts";
import { type GeometryBuilder, geometryBuilder } from "./wkb.ts";

type Place = readonly [x: number, y: number];
type Neighbours = Map<number, Map<number, number>>;

// places along a course: enough for the bends of a river that writes its name, too few for the wobble of its banks
const PLACES = 48;
const SMOOTHED_TIMES = 3;

/**
 * The course of a river from the edges between the cells of its banks (two vertices each, world units): in every connected
 * part the longest of the shortest ways along them, smoothed. A line a part, in no order; a lone edge is no course.
 */
export function waterCourse(edges: GeometryBuilder): GeometryBuilder {
  const { places, neighbours } = graphOf(edges);
  const lines = geometryBuilder();
  const seen = new Set<number>();
  for (const start of neighbours.keys()) {
    if (seen.has(start)) continue;
    const reached = [...walk(neighbours, start).metres.keys()];
    for (const node of reached) seen.add(node);
    const path = longestWay(neighbours, start).map((node) => places[node]!);
    if (path.length > 1) appendLine(lines, smoothed(path));
  }
  return lines;
}

function graphOf({ xs, ys, vertexStart, partIsHole }: GeometryBuilder) {
  const places: Place[] = [];
  const nodeAt = new Map<string, number>();
  const neighbours: Neighbours = new Map();
  const nodeOf = (vertex: number) => {
    const place: Place = [xs.values[vertex]!, ys.values[vertex]!];
    const key = place.join();
    const known = nodeAt.get(key);
    if (known !== undefined) return known;
    nodeAt.set(key, places.length);
    neighbours.set(places.length, new Map());
    return places.push(place) - 1;
  };
  for (let part = 0; part < partIsHole.length; part++) {
    const from = nodeOf(vertexStart.values[part]!);
    const to = nodeOf(vertexStart.values[part]! + 1);
    const length = distance(places[from]!, places[to]!);
    neighbours.get(from)!.set(to, length);
    neighbours.get(to)!.set(from, length);
  }
  return { places, neighbours };
}

// from anywhere to the farthest end, from there to the one farthest from it: the longest way of a tree, and of a river with islands near enough
function longestWay(neighbours: Neighbours, start: number): number[] {
  const end = walk(neighbours, start).farthest;
  const { farthest, cameFrom } = walk(neighbours, end);
  const path = [farthest];
  for (let node = cameFrom.get(farthest); node !== undefined; node = cameFrom.get(node)) path.push(node);
  return path;
}

// Dijkstra over a few hundred nodes, so the nearest is simply looked for
function walk(neighbours: Neighbours, start: number) {
  const front = new Map([[start, 0]]);
  const metres = new Map<number, number>();
  const cameFrom = new Map<number, number>();
  let farthest = start;
  while (front.size > 0) {
    const [node, far] = [...front].reduce((best, each) => (each[1] < best[1] ? each : best));
    front.delete(node);
    metres.set(node, far);
    farthest = node;
    for (const [next, length] of neighbours.get(node)!) {
      if (metres.has(next) || far + length >= (front.get(next) ?? Number.POSITIVE_INFINITY)) continue;
      front.set(next, far + length);
      cameFrom.set(next, node);
    }
  }
  return { metres, cameFrom, farthest };
}

// even steps along the path, each but the ends then drawn to the middle of its neighbours
function smoothed(path: readonly Place[]): Place[] {
  let line = evenly(path);
  for (let time = 0; time < SMOOTHED_TIMES; time++) {
    line = line.map((place, at) => {
      const [before, after] = [line[at - 1], line[at + 1]];
      return before && after
        ? [(before[0] + 2 * place[0] + after[0]) / 4, (before[1] + 2 * place[1] + after[1]) / 4]
        : place;
    });
  }
  return line;
}

function evenly(path: readonly Place[]): Place[] {
  const along = [0];
  for (let at = 1; at < path.length; at++) along.push(along[at - 1]! + distance(path[at - 1]!, path[at]!));
  const step = along.at(-1)! / (PLACES - 1);
  let leg = 0;
  return Array.from({ length: PLACES }, (_, place): Place => {
    const wanted = Math.min(place * step, along.at(-1)!);
    while (leg < path.length - 2 && along[leg + 1]! < wanted) leg++;
    const share = (wanted - along[leg]!) / (along[leg + 1]! - along[leg]!);
    const [from, to] = [path[leg]!, path[leg + 1]!];
    return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
  });
}

function appendLine({ xs, ys, vertexStart, partIsHole }: GeometryBuilder, line: readonly Place[]): void {
  for (const [x, y] of line) {
    push(xs, Math.round(x));
    push(ys, Math.round(y));
  }
  push(partIsHole, 0);
  push(vertexStart, xs.length);
}

const distance = (a: Place, b: Place) => Math.hypot(a[0] - b[0], a[1] - b[1]);
