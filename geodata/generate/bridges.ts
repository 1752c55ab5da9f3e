import { controlRows, lineIn } from "./control.ts";
import { distanceM, type Line, lengthM, type Plane, type Point, shift, toPlane } from "./plane.ts";
import type { Outline } from "./ring.ts";
import { addEdge, addNode, type NetworkDraft, nearestNode } from "./walk-network.ts";

/** How far beyond the middle of the river the far bank's road runs, metres. */
const YANGTZE_FAR_M = 330;
const JIALING_FAR_M = 230;
const FAR_HEIGHT_M = 200;

/** A bridge of the control facts: its two ends, and whether it may be walked. */
export interface Bridge {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly roadClass: string;
  readonly near: Point;
  readonly far: Point;
  readonly walkable: boolean;
}

/** The bridges of the control facts. */
export function readBridges(plane: Plane): Bridge[] {
  return controlRows("bridge").map((row) => ({
    id: row.id!,
    nameZh: row.name_zh!,
    nameEn: row.name_en!,
    roadClass: row.class!,
    near: toPlane(plane, lineIn(row, "near")[0]!),
    far: toPlane(plane, lineIn(row, "far")[0]!),
    walkable: row.walkable === "true",
  }));
}

/** The roads along the far banks, schematic: context only. */
export function farBanks({ yangtzeMiddle, jialingMiddle }: Outline): readonly Line[] {
  return [
    shift(yangtzeMiddle, -YANGTZE_FAR_M).slice(3, -2),
    shift(jialingMiddle, JIALING_FAR_M).slice(1, -3),
  ];
}

function addFarBank(draft: NetworkDraft, line: Line, name: string): number[] {
  const nodes = line.map((place) => addNode(draft, place, FAR_HEIGHT_M));
  nodes.slice(1).forEach((to, at) => {
    const piece = [line[at]!, line[at + 1]!];
    addEdge(draft, {
      id: `far-bank/${name}/${at}`,
      from: nodes[at]!,
      to,
      kind: "road",
      line: piece,
      lengthM: lengthM(piece),
      climbM: 0,
      climbSource: "interpolated",
      roadClass: "secondary",
      context: true,
    });
  });
  return nodes;
}

/** Adds the bridges that may be walked, the far banks they lead to, and the way from the cableway's far end. */
export function addBridges(draft: NetworkDraft, outline: Outline): void {
  const streetNodes = draft.nodes.length;
  const far = farBanks(outline).flatMap((line, at) =>
    addFarBank(draft, line, at === 0 ? "yangtze" : "jialing"),
  );
  const farSet = new Set(far);
  for (const bridge of readBridges(outline.plane)) {
    if (!bridge.walkable) continue;
    const from = nearestNode(draft, bridge.near, (node) => node < streetNodes);
    const to = nearestNode(draft, bridge.far, (node) => farSet.has(node));
    const [a, b] = [draft.nodes[from]!, draft.nodes[to]!];
    const line = [a.place, bridge.near, bridge.far, b.place].filter(
      (place, at, all) => at === 0 || distanceM(place, all[at - 1]!) > 1,
    );
    addEdge(draft, {
      id: `bridge/${bridge.id}`,
      from,
      to,
      kind: "bridge",
      line,
      lengthM: lengthM(line),
      climbM: b.heightM - a.heightM,
      climbSource: "interpolated",
      roadClass: bridge.roadClass,
      layer: 2,
      nameZh: bridge.nameZh,
      nameEn: bridge.nameEn,
    });
  }
  joinCableway(draft, farSet);
}

function joinCableway(draft: NetworkDraft, farSet: ReadonlySet<number>): void {
  for (const { to: end } of draft.edges.filter(({ kind }) => kind === "cableway")) {
    const { place, heightM } = draft.nodes[end]!;
    const to = nearestNode(draft, place, (node) => farSet.has(node));
    const line = [place, draft.nodes[to]!.place];
    addEdge(draft, {
      id: `far-bank/cableway/${end}`,
      from: end,
      to,
      kind: "path",
      line,
      lengthM: lengthM(line),
      climbM: FAR_HEIGHT_M - heightM,
      climbSource: "interpolated",
      context: true,
    });
  }
}
