import { existsSync } from "node:fs";
import { createOSMStream } from "osm-pbf-parser-node";
import { hilbertOrder } from "../../server/import/hilbert-order.ts";
import { buildNetwork, type EdgeKind, type EdgeRow, type WalkNetwork } from "../../server/walking/network.ts";

interface OsmItem {
  type?: string;
  id: number;
  lat: number;
  lon: number;
  refs?: number[];
  tags?: Record<string, string>;
}

/** Path of an extract under ../shared/data, or null where the folder is absent. */
export function sharedData(path: string): string | null {
  const file = new URL(`../../../shared/data/${path}`, import.meta.url).pathname;
  return existsSync(file) ? file : null;
}

const EARTH_RADIUS_M = 6_371_008.8;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

function haversineM(a: OsmItem, b: OsmItem): number {
  const dLat = radians(b.lat - a.lat) / 2;
  const dLon = radians(b.lon - a.lon) / 2;
  const h = Math.sin(dLat) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(dLon) ** 2;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.sqrt(h));
}

// A made-up relief of two waves, about 120 m high and up to 20 % steep, so that costs differ by direction.
const heightM = (node: OsmItem) => 60 * Math.sin(node.lon * 400) + 60 * Math.cos(node.lat * 400);

const kindOf = (tags: Record<string, string>): EdgeKind => {
  if (tags.highway === "steps") return "stairs";
  if (tags.bridge && tags.bridge !== "no") return "bridge";
  if (tags.tunnel && tags.tunnel !== "no") return "tunnel";
  return ["footway", "path", "pedestrian"].includes(tags.highway ?? "") ? "path" : "road";
};

async function readOsm(file: string) {
  const nodes = new Map<number, OsmItem>();
  const ways: OsmItem[] = [];
  for await (const item of createOSMStream(file) as AsyncGenerator<OsmItem>) {
    if (item.type === "node") nodes.set(item.id, item);
    else if (item.type === "way" && item.tags?.highway) ways.push(item);
  }
  return { nodes, ways };
}

/** Reads every highway of an extract as walking edges split where ways meet, over a made-up relief: tests and benches only. */
export async function readOsmNetwork(file: string): Promise<WalkNetwork> {
  const { nodes, ways } = await readOsm(file);
  const uses = new Map<number, number>();
  for (const { refs = [] } of ways) {
    refs.forEach((ref, index) => {
      const end = index === 0 || index === refs.length - 1;
      uses.set(ref, (uses.get(ref) ?? 0) + (end ? 2 : 1));
    });
  }
  const numbers = new Map<number, number>();
  const rows: OsmItem[] = [];
  const numberOf = (ref: number): number => {
    const known = numbers.get(ref);
    if (known !== undefined) return known;
    numbers.set(ref, rows.length);
    rows.push(nodes.get(ref)!);
    return rows.length - 1;
  };
  const edges: EdgeRow[] = [];
  for (const { refs = [], tags = {} } of ways) {
    const drawn = refs.filter((ref) => nodes.has(ref));
    let first = 0;
    for (let at = 1; at < drawn.length; at++) {
      if (uses.get(drawn[at]!)! < 2) continue;
      const part = drawn.slice(first, at + 1).map((ref) => nodes.get(ref)!);
      edges.push({
        from: numberOf(drawn[first]!),
        to: numberOf(drawn[at]!),
        kind: kindOf(tags),
        lengthM: part.slice(1).reduce((sum, node, index) => sum + haversineM(part[index]!, node), 0),
        climbM: heightM(part.at(-1)!) - heightM(part[0]!),
        coordinates: part.flatMap((node) => [node.lon, node.lat]),
      });
      first = at;
    }
  }
  return buildNetwork(inHilbertOrder(rows, edges));
}

// as the import numbers nodes and edges
function inHilbertOrder(rows: readonly OsmItem[], edges: readonly EdgeRow[]) {
  const order = hilbertOrder(
    rows.map(({ lon }) => lon),
    rows.map(({ lat }) => lat),
  );
  const numberOf = new Int32Array(rows.length);
  order.forEach((row, number) => {
    numberOf[row] = number;
  });
  const renumbered = edges.map((edge) => ({ ...edge, from: numberOf[edge.from]!, to: numberOf[edge.to]! }));
  renumbered.sort((a, b) => a.from - b.from);
  return { nodes: order.map((row) => rows[row]!), edges: renumbered };
}
