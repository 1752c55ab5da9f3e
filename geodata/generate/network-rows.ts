import type { City } from "./city.ts";
import { geoLine, geoLines, geoPoint } from "./geometry.ts";
import { type Line, lengthM } from "./plane.ts";
import type { SampleRow } from "./sample-district.ts";

const round2 = (metres: number) => Math.round(metres * 100) / 100;

/** Nodes and edges of the walking network as rows. */
export function networkRows({ network, outline }: City): { nodes: SampleRow[]; edges: SampleRow[] } {
  const { plane } = outline;
  const nodes = network.nodes.map(
    ({ place, heightM }, ordinal): SampleRow => ({
      ordinal,
      source_id: `sample/node/${ordinal}`,
      elevation_m: round2(heightM),
      geom: geoPoint(plane, place),
    }),
  );
  const edges = network.edges.map(
    (edge, ordinal): SampleRow => ({
      id: `edge:${edge.id}`,
      source_id: `sample/${edge.id}`,
      ordinal,
      from_node: edge.from,
      to_node: edge.to,
      kind: edge.kind,
      road_class: edge.roadClass,
      length_m: round2(edge.lengthM),
      climb_m: round2(edge.climbM),
      climb_source: edge.climbSource,
      steps: edge.steps,
      fatigue: edge.fatigue,
      one_way: edge.oneWay,
      step_free: edge.stepFree,
      speed_mps: edge.speedMps,
      headway_s: edge.headwayS,
      signal: edge.signal,
      open_hours: edge.openHours,
      fare: edge.fare,
      name_zh: edge.nameZh,
      name_en: edge.nameEn,
      walkway: edge.walkway === null ? null : `walkway:${edge.walkway}`,
      layer: edge.layer,
      context: edge.context,
      geom: geoLine(plane, edge.line),
    }),
  );
  return { nodes, edges };
}

const LAYER = { bridge: 2, ramp: 1, tunnel: -1 } as const;

interface RoadColumns {
  readonly id: string;
  readonly roadClass: string;
  readonly nameZh?: string | null;
  readonly nameEn?: string | null;
  readonly bridge?: boolean;
  readonly tunnel?: boolean;
  readonly layer?: number;
  readonly context?: boolean;
}

/** Roads to be drawn: the streets of the network, bridges, ramps and tunnels, and the far banks. */
export function roadRows({ network, outline }: City): SampleRow[] {
  const { plane } = outline;
  const row = (columns: RoadColumns, line: Line): SampleRow => ({
    id: `road:${columns.id}`,
    source_id: `sample/road/${columns.id}`,
    class: columns.roadClass,
    name_zh: columns.nameZh ?? null,
    name_en: columns.nameEn ?? null,
    bridge: columns.bridge ?? false,
    tunnel: columns.tunnel ?? false,
    layer: columns.layer ?? 0,
    one_way: false,
    length_m: round2(lengthM(line)),
    context: columns.context ?? false,
    geom: geoLine(plane, line),
  });
  const streets = network.edges
    .filter(({ kind, roadClass }) => roadClass !== null && kind !== "bridge" && kind !== "lift")
    .map(({ id, roadClass, nameZh, nameEn, line, kind, context }) =>
      row({ id, roadClass: roadClass!, nameZh, nameEn, tunnel: kind === "tunnel", context }, line),
    );
  const structures = network.structures.map(({ id, nameZh, nameEn, kind, roadClass, line }) => {
    const tunnel = kind === "tunnel";
    // a ramp's name would stand all over its interchange
    const names = kind === "ramp" ? {} : { nameZh, nameEn };
    return row(
      { id: `${kind}/${id}`, roadClass, ...names, bridge: !tunnel, tunnel, layer: LAYER[kind] },
      line,
    );
  });
  return [...streets, ...structures];
}

/** The named walkways as rows. */
export function walkwayRows({ network, outline }: City): SampleRow[] {
  return network.walkways.map(({ id, nameZh, nameEn, line, climbM, steps }) => ({
    id: `walkway:${id}`,
    source_id: `sample/walkway/${id}`,
    name_zh: nameZh,
    name_en: nameEn,
    length_m: round2(lengthM(line)),
    climb_m: round2(climbM),
    steps,
    geom: geoLines(outline.plane, [line]),
  }));
}
