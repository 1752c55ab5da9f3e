import { elevationM, line, type Metres, place, point } from "./ground.ts";
import { BRIDGE_LANE, LANES, type LaneKind, LIFT, laneKind, TERRACE_NAMES, TERRACES } from "./plan.ts";

type Row = Record<string, unknown>;

/** The walking network and the streets as drawn: one geometry for both. */
export interface Streets {
  readonly nodes: Row[];
  readonly edges: Row[];
  readonly roads: Row[];
}

const STEP_M = 0.155;
const SHORT_M = 6;
const CLASS_OF: Record<LaneKind, string> = {
  road: "residential",
  stairs: "stairs",
  path: "footway",
  escalator: "escalator",
};
const LANE_NAMES = ["", "一梯坎", "二梯坎", "三梯坎"] as const;

function lengthM(points: readonly Metres[]): number {
  return points
    .slice(1)
    .reduce((sum, [x, y], index) => sum + Math.hypot(x - points[index]![0], y - points[index]![1]), 0);
}

/** Streets along the slope, lanes and stairs across it, a lift, an escalator and a bridge to the far bank. */
export function townStreets(): Streets {
  const streets: Streets = { nodes: [], edges: [], roads: [] };
  const crossing = LANES.map((x) => TERRACES.map((across) => addNode(streets, place(x, across))));
  for (const [terrace, across] of TERRACES.entries()) {
    for (let lane = 0; lane < LANES.length - 1; lane++) {
      const points = [0, 0.25, 0.5, 0.75, 1].map((part) => place(LANES[lane]! + 160 * part, across));
      const name = TERRACE_NAMES[terrace]!;
      addEdge(streets, {
        from: crossing[lane]![terrace]!,
        to: crossing[lane + 1]![terrace]!,
        kind: "road",
        points,
      });
      addRoad(streets, { points, class: name.class, zh: name.zh, en: name.en });
    }
  }
  for (const lane of LANES.keys()) {
    for (let terrace = 0; terrace < TERRACES.length - 1; terrace++) addLane(streets, crossing, lane, terrace);
  }
  addLift(streets, crossing);
  addBridge(streets, crossing);
  addDoubtful(streets, crossing);
  return streets;
}

function addNode({ nodes }: Streets, at: Metres): number {
  nodes.push({ ordinal: nodes.length, elevation_m: elevationM(at), geom: point(at), at });
  return nodes.length - 1;
}

interface NewEdge {
  readonly from: number;
  readonly to: number;
  readonly kind: string;
  readonly points: readonly Metres[];
  readonly more?: Row;
}

function addEdge({ edges, nodes }: Streets, { from, to, kind, points, more = {} }: NewEdge): void {
  const climb = (nodes[to]!.elevation_m as number) - (nodes[from]!.elevation_m as number);
  edges.push({
    id: `e${edges.length}`,
    ordinal: edges.length,
    from_node: from,
    to_node: to,
    kind,
    length_m: lengthM(points),
    climb_m: climb,
    climb_source: kind === "stairs" ? "steps" : "elevation-model",
    fatigue: 1,
    one_way: false,
    step_free: kind !== "stairs" && kind !== "escalator",
    signal: false,
    geom: line(points),
    ...more,
  });
}

interface NewRoad {
  readonly points: readonly Metres[];
  readonly class: string;
  readonly zh?: string;
  readonly en?: string;
  readonly bridge?: boolean;
  readonly tunnel?: boolean;
}

function addRoad({ roads }: Streets, road: NewRoad): void {
  roads.push({
    id: `r${roads.length}`,
    class: road.class,
    name_zh: road.zh ?? null,
    name_en: road.en ?? null,
    bridge: road.bridge ?? false,
    tunnel: road.tunnel ?? false,
    layer: road.bridge ? 1 : road.tunnel ? -1 : 0,
    length_m: lengthM(road.points),
    geom: line(road.points),
  });
}

function addLane(streets: Streets, crossing: number[][], lane: number, terrace: number): void {
  const kind = laneKind(lane, terrace);
  const points = [0, 0.5, 1].map((part) =>
    place(LANES[lane]!, TERRACES[terrace]! + (TERRACES[terrace + 1]! - TERRACES[terrace]!) * part),
  );
  const [from, to] = [crossing[lane]![terrace]!, crossing[lane]![terrace + 1]!];
  const climb = Math.abs(
    (streets.nodes[to]!.elevation_m as number) - (streets.nodes[from]!.elevation_m as number),
  );
  const more =
    kind === "stairs"
      ? {
          steps: Math.round(climb / STEP_M),
          fatigue: Math.min(1.5, 1 + 0.1 * Math.max(0, (climb - 20) / 20)),
        }
      : kind === "escalator"
        ? {
            ...{ one_way: true, climb_source: "measured", open_hours: "06:30-22:30", fare: "2 元" },
            ...{ name_zh: "望江扶梯", name_en: "River View Escalator" },
          }
        : {};
  // the named walkway climbs along the first lane
  const walkway = lane === 1 ? { walkway: "wk1" } : {};
  addEdge(streets, { from, to, kind, points, more: { ...more, ...walkway } });
  const name = kind === "stairs" && LANE_NAMES[lane % 4] ? { zh: LANE_NAMES[lane % 4]! } : {};
  addRoad(streets, { points, class: CLASS_OF[kind], ...name });
}

function addLift(streets: Streets, crossing: number[][]): void {
  const [from, to] = [crossing[LIFT.lane]![LIFT.from]!, crossing[LIFT.lane]![LIFT.to]!];
  const at = streets.nodes[from]!.at as Metres;
  // a lift has a place and a rise, and no length on the map
  addEdge(streets, {
    from,
    to,
    kind: "lift",
    points: [at, [at[0] + 0.5, at[1] + 0.5]],
    more: { length_m: 0, climb_source: "measured", step_free: true, name_zh: "石坎电梯" },
  });
}

function addBridge(streets: Streets, crossing: number[][]): void {
  const foot = streets.nodes[crossing[BRIDGE_LANE]![0]!]!.at as Metres;
  const head: Metres = [foot[0] + 40, foot[1] - 420];
  const points = [foot, [foot[0] + 20, foot[1] - 210] as const, head];
  const to = addNode(streets, head);
  const kind = "bridge";
  addEdge(streets, {
    from: crossing[BRIDGE_LANE]![0]!,
    to,
    kind,
    points,
    more: { climb_source: "interpolated", context: false },
  });
  addRoad(streets, { points, class: "primary", zh: "石嘴大桥", en: "Stone Point Bridge", bridge: true });
  const [start, end] = [place(LANES[2]!, TERRACES[1]!), place(LANES[2]!, TERRACES[5]!)];
  addRoad(streets, {
    points: [start, end],
    class: "secondary",
    zh: "穿脊隧道",
    en: "Ridge Tunnel",
    tunnel: true,
  });
}

/** Stairs that end a few metres short of the street they lead to: what is doubtful about a network always has one place. */
function addDoubtful(streets: Streets, crossing: number[][]): void {
  const from = crossing[0]![0]!;
  const foot = streets.nodes[from]!.at as Metres;
  const street = streets.nodes[crossing[0]![1]!]!.at as Metres;
  const short = 1 - SHORT_M / lengthM([foot, street]);
  const bulge: Metres = [foot[0] - 25, (foot[1] + street[1]) / 2];
  const end: Metres = [foot[0] + (street[0] - foot[0]) * short - 1, foot[1] + (street[1] - foot[1]) * short];
  addEdge(streets, { from, to: addNode(streets, end), kind: "stairs", points: [foot, bulge, end] });
}
