import { controlRows } from "./control.ts";
import { courseIn } from "./curve.ts";
import { addFarRoads } from "./far-roads.ts";
import { between, distanceM, type Line, lengthM, type Plane, type Point } from "./plane.ts";
import { addEdge, type NetworkDraft, nearestNode } from "./walk-network.ts";

/** A bridge, ramp or tunnel of the control facts: its course from one street to another, or to the far bank. */
export interface Structure {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly kind: "bridge" | "ramp" | "tunnel";
  readonly roadClass: string;
  readonly line: Line;
  readonly walkable: boolean;
}

/** The bridges, ramps and tunnels of the control facts. */
export function readStructures(plane: Plane): Structure[] {
  return controlRows("bridge").map((row) => ({
    id: row.id!,
    nameZh: row.name_zh!,
    nameEn: row.name_en!,
    kind: row.kind as Structure["kind"],
    roadClass: row.class!,
    line: courseIn(row, plane),
    walkable: row.walkable === "true",
  }));
}

/** Where structures meet the streets of the district. */
export function landingsOf(structures: readonly Structure[]): Point[] {
  return structures.flatMap(({ kind, line }) => (kind === "bridge" ? [line[0]!] : [line[0]!, line.at(-1)!]));
}

// A course drawn between two nodes: its ends are moved to them, what lies between is bent along.
function fitted(line: Line, from: Point, to: Point): Point[] {
  const [first, last] = [line[0]!, line.at(-1)!];
  const whole = lengthM(line);
  let walkedM = 0;
  return line.map((place, at): Point => {
    if (at > 0) walkedM += distanceM(line[at - 1]!, place);
    if (at === 0) return from;
    if (at === line.length - 1) return to;
    const share = walkedM / whole;
    const moved = between(
      [from[0] - first[0], from[1] - first[1]],
      [to[0] - last[0], to[1] - last[1]],
      share,
    );
    return [place[0] + moved[0], place[1] + moved[1]];
  });
}

/**
 * Adds the bridges that may be walked, the far banks they lead to, and the way from the cableway's far end. Answers all
 * structures as they are to be drawn: from node to node.
 */
export function addBridges(draft: NetworkDraft, plane: Plane): Structure[] {
  const streetNodes = draft.nodes.length;
  const structures = readStructures(plane);
  const farNodes = addFarRoads(
    draft,
    plane,
    structures.filter(({ kind }) => kind === "bridge").map(({ line }) => line.at(-1)!),
  );
  const drawn = structures.map((structure) => {
    const { kind, line } = structure;
    const onStreet = (place: Point) => nearestNode(draft, place, (node) => node < streetNodes);
    const from = onStreet(line[0]!);
    const to =
      kind === "bridge"
        ? nearestNode(draft, line.at(-1)!, (node) => farNodes.has(node))
        : onStreet(line.at(-1)!);
    // the far end of a tunnel that leaves the district is not among its streets
    const end = distanceM(draft.nodes[to]!.place, line.at(-1)!) < 60 ? draft.nodes[to]!.place : line.at(-1)!;
    const placed = { ...structure, line: fitted(line, draft.nodes[from]!.place, end) };
    if (structure.walkable) addBridge(draft, placed, from, to);
    return placed;
  });
  joinCableway(draft, farNodes);
  return drawn;
}

function addBridge(
  draft: NetworkDraft,
  { id, line, roadClass, nameZh, nameEn }: Structure,
  from: number,
  to: number,
): void {
  addEdge(draft, {
    id: `bridge/${id}`,
    from,
    to,
    kind: "bridge",
    line,
    lengthM: lengthM(line),
    climbM: draft.nodes[to]!.heightM - draft.nodes[from]!.heightM,
    climbSource: "interpolated",
    roadClass,
    layer: 2,
    nameZh,
    nameEn,
  });
}

function joinCableway(draft: NetworkDraft, farNodes: ReadonlySet<number>): void {
  for (const { to: end } of draft.edges.filter(({ kind }) => kind === "cableway")) {
    const { place, heightM } = draft.nodes[end]!;
    const to = nearestNode(draft, place, (node) => farNodes.has(node));
    const line = [place, draft.nodes[to]!.place];
    addEdge(draft, {
      id: `far-bank/cableway/${end}`,
      from: end,
      to,
      kind: "path",
      line,
      lengthM: lengthM(line),
      climbM: draft.nodes[to]!.heightM - heightM,
      climbSource: "interpolated",
      context: true,
    });
  }
}
