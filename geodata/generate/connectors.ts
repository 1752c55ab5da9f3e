import { controlRows, lineIn, numberIn } from "./control.ts";
import { between, distanceM, lengthM, type Plane, type Point, toPlane } from "./plane.ts";
import {
  addEdge,
  addNode,
  joinStreets,
  type NetworkDraft,
  nearestNode,
  type WalkKind,
} from "./walk-network.ts";

type Row = ReturnType<typeof controlRows>[number];
const optional = (row: Row, column: string) => (row[column] ? numberIn(row, column) : null);
const text = (row: Row, column: string) => row[column] || null;
function addConnector(draft: NetworkDraft, row: Row, plane: Plane, streetNodes: number): void {
  const kind = row.kind as WalkKind;
  const id = row.id!;
  const [start, end] = lineIn(row, "line").map((place) => toPlane(plane, place)) as [Point, Point];
  const streetHeight = (place: Point) =>
    draft.nodes[nearestNode(draft, place, (other) => other < streetNodes)]!.heightM;
  const climbM =
    optional(row, "climb_m") ?? (kind === "cableway" ? 0 : streetHeight(end) - streetHeight(start));
  // a lift stands at its lower end; a hand's breadth keeps its line a line
  const top: Point = kind === "lift" ? [start[0] + 0.5, start[1]] : exactEnd(row, start, end);
  const lowerM = kind === "lift" || kind === "cableway" ? streetHeight(start) : streetHeight(end) - climbM;
  const from = addNode(draft, start, lowerM);
  const to = addNode(draft, top, lowerM + climbM);
  addEdge(draft, {
    id: `connector/${id}`,
    from,
    to,
    kind,
    line: [start, top],
    lengthM: kind === "lift" ? 0 : lengthM([start, top]),
    climbM,
    climbSource: kind === "tunnel" ? "interpolated" : "measured",
    oneWay: kind === "escalator",
    speedMps: optional(row, "speed_mps"),
    headwayS: optional(row, "headway_s"),
    fare: text(row, "fare"),
    openHours: text(row, "open_hours"),
    nameZh: row.name_zh!,
    nameEn: row.name_en!,
    roadClass: kind === "escalator" || kind === "lift" ? kind : null,
    layer: kind === "tunnel" ? -1 : kind === "cableway" ? 3 : 0,
  });
  joinStreets(draft, from, { id: `connector/${id}/start`, streetNodes, to: start });
  // the far end of the cableway lies across the river: the bridges' far bank takes it up
  if (kind !== "cableway") {
    joinStreets(draft, to, { id: `connector/${id}/end`, streetNodes, to: kind === "lift" ? end : top });
  }
}

// Where the length is known it prevails over the drawn end.
function exactEnd(row: Row, start: Point, end: Point): Point {
  const known = optional(row, "length_m");
  return known === null ? end : between(start, end, known / distanceM(start, end));
}

/** Adds escalators, lifts, the tunnel footway and the cableway of the control facts. */
export function addConnectors(draft: NetworkDraft, plane: Plane): void {
  const streetNodes = draft.nodes.length;
  for (const row of controlRows("connector")) addConnector(draft, row, plane, streetNodes);
}
