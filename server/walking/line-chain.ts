import type { EdgeRow } from "./network.ts";

/** An edge of a walkway or street; `from` and `to` are any numbers that name nodes, heights in metres, null = unknown. */
export interface ProfileEdge extends EdgeRow {
  readonly steps: number | null;
  readonly fromHeightM: number | null;
  readonly toHeightM: number | null;
  /** Middle of the edge in degrees: what orders sections that do not hang together. */
  readonly lon: number;
  readonly lat: number;
}

/** All edges between two nodes; `main` is the one on foot, or the only kind there is. Numbers are places in the list given. */
export interface Link {
  readonly from: number;
  readonly to: number;
  readonly main: number;
  readonly edges: readonly number[];
}

/** A link as it is passed: from its `from` to its `to`, or the other way. */
export interface Step {
  readonly link: Link;
  readonly isForward: boolean;
}

const CARRIED = new Set(["escalator", "lift", "cableway"]);

/**
 * Puts edges of one line in order: each connected part becomes a section, the longest of the shortest ways through it;
 * what branches off is measured only. A section runs from its lower to its higher end where both heights are known; several
 * sections follow each other along the longer side of their extent, its lower end first.
 */
export function chainLinks(edges: readonly ProfileEdge[]): {
  readonly sections: readonly (readonly Step[])[];
  readonly branchesM: number;
} {
  const links = linksOf(edges);
  const lengthOf = ({ main }: Link) => edges[main]!.lengthM;
  const sections = componentsOf(links).map((component) => longestWay(component, lengthOf));
  const inSections = new Set(sections.flat().map(({ link }) => link));
  const branchesM = links
    .filter((link) => !inSections.has(link))
    .reduce((sum, link) => sum + lengthOf(link), 0);
  return { sections: inOrder(sections, edges), branchesM };
}

function linksOf(edges: readonly ProfileEdge[]): Link[] {
  const byPair = new Map<string, number[]>();
  edges.forEach(({ from, to }, at) => {
    if (from === to) return;
    const pair = `${Math.min(from, to)} ${Math.max(from, to)}`;
    byPair.set(pair, [...(byPair.get(pair) ?? []), at]);
  });
  return [...byPair.values()].map((among) => {
    const walked = among.filter((at) => !CARRIED.has(edges[at]!.kind));
    const main = (walked.length > 0 ? walked : among).reduce((best, at) =>
      edges[at]!.lengthM < edges[best]!.lengthM ? at : best,
    );
    return { from: edges[main]!.from, to: edges[main]!.to, main, edges: among };
  });
}

function linksByNode(links: readonly Link[]): Map<number, Link[]> {
  const byNode = new Map<number, Link[]>();
  for (const link of links) {
    for (const node of [link.from, link.to]) byNode.set(node, [...(byNode.get(node) ?? []), link]);
  }
  return byNode;
}

const otherEnd = ({ from, to }: Link, node: number) => (from === node ? to : from);

function componentsOf(links: readonly Link[]): Link[][] {
  const byNode = linksByNode(links);
  const seen = new Set<Link>();
  return links.flatMap((first) => {
    if (seen.has(first)) return [];
    const component: Link[] = [];
    const waiting = [first];
    seen.add(first);
    for (let link = waiting.pop(); link; link = waiting.pop()) {
      component.push(link);
      for (const next of [...byNode.get(link.from)!, ...byNode.get(link.to)!]) {
        if (seen.has(next)) continue;
        seen.add(next);
        waiting.push(next);
      }
    }
    return [component];
  });
}

interface Reached {
  readonly lengthM: number;
  readonly by: Step | null;
  readonly before: number;
}

// Dijkstra without a heap: a walkway has some dozen links
function waysFrom(start: number, links: readonly Link[], lengthOf: (link: Link) => number) {
  const byNode = linksByNode(links);
  const reached = new Map<number, Reached>([[start, { lengthM: 0, by: null, before: start }]]);
  const open = new Set([start]);
  while (open.size > 0) {
    const node = [...open].reduce((best, each) =>
      reached.get(each)!.lengthM < reached.get(best)!.lengthM ? each : best,
    );
    open.delete(node);
    for (const link of byNode.get(node) ?? []) {
      const next = otherEnd(link, node);
      const lengthM = reached.get(node)!.lengthM + lengthOf(link);
      if (lengthM >= (reached.get(next)?.lengthM ?? Number.POSITIVE_INFINITY)) continue;
      reached.set(next, { lengthM, by: { link, isForward: link.from === node }, before: node });
      open.add(next);
    }
  }
  return reached;
}

const farthest = (reached: ReadonlyMap<number, Reached>) =>
  [...reached].reduce((best, each) => (each[1].lengthM > best[1].lengthM ? each : best))[0];

// from any node to the farthest, and from there to the farthest again: in a tree the longest way there is
function longestWay(links: readonly Link[], lengthOf: (link: Link) => number): Step[] {
  const start = farthest(waysFrom(links[0]!.from, links, lengthOf));
  const reached = waysFrom(start, links, lengthOf);
  const way: Step[] = [];
  for (let node = farthest(reached); node !== start; ) {
    const { by, before } = reached.get(node)!;
    way.unshift(by!);
    node = before;
  }
  return way;
}

const reversed = (way: readonly Step[]): Step[] =>
  way.map(({ link, isForward }) => ({ link, isForward: !isForward })).reverse();

function inOrder(ways: readonly Step[][], edges: readonly ProfileEdge[]): Step[][] {
  const endHeightM = ({ link, isForward }: Step, isEnd: boolean) => {
    const edge = edges[link.main]!;
    return isForward === isEnd ? edge.toHeightM : edge.fromHeightM;
  };
  const heights = (way: readonly Step[]) =>
    [endHeightM(way[0]!, false), endHeightM(way[way.length - 1]!, true)] as const;
  const isFalling = (way: readonly Step[]) => {
    const [start, end] = heights(way);
    // as it is drawn where the heights do not tell
    return start === null || end === null ? !way[0]!.isForward : end < start;
  };
  if (ways.length <= 1) return ways.map((way) => (isFalling(way) ? reversed(way) : way));
  const middle = (way: readonly Step[], axis: "lon" | "lat") =>
    way.reduce((sum, { link }) => sum + edges[link.main]![axis], 0) / way.length;
  const spread = (axis: "lon" | "lat") => {
    const values = ways.map((way) => middle(way, axis));
    return Math.max(...values) - Math.min(...values);
  };
  const axis = spread("lon") >= spread("lat") ? "lon" : "lat";
  const along = (way: Step[]) => {
    const [first, last] = [edges[way[0]!.link.main]!, edges[way[way.length - 1]!.link.main]!];
    if (way.length > 1) return first[axis] > last[axis] ? reversed(way) : way;
    return isFalling(way) ? reversed(way) : way;
  };
  const ordered = [...ways].sort((a, b) => middle(a, axis) - middle(b, axis)).map(along);
  const start = heights(ordered[0]!)[0];
  const end = heights(ordered[ordered.length - 1]!)[1];
  const isDownhill = start !== null && end !== null && end < start;
  return isDownhill ? ordered.reverse().map(reversed) : ordered;
}
