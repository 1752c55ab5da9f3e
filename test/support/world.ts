import type { Database } from "../../server/database/database.ts";

/** Metres east and north of the world's origin. */
type Metres = readonly [x: number, y: number];
type LonLat = readonly [lon: number, lat: number];
/** A closed or open ring in metres; the builder closes it. */
type RingM = readonly Metres[];

const EQUATOR_M = 6_378_137;
const ECCENTRICITY_SQ = 0.00669437999014;

/**
 * Metres of a small plane around an origin as lon/lat on WGS84, by the ellipsoid's two radii of curvature there.
 * Within 2 km of the origin lengths are right to about 1e-4.
 */
export function localMetres(origin: LonLat): (point: Metres) => LonLat {
  const latitude = (origin[1] * Math.PI) / 180;
  const root = Math.sqrt(1 - ECCENTRICITY_SQ * Math.sin(latitude) ** 2);
  const metresPerLat = ((Math.PI / 180) * EQUATOR_M * (1 - ECCENTRICITY_SQ)) / root ** 3;
  const metresPerLon = ((Math.PI / 180) * EQUATOR_M * Math.cos(latitude)) / root;
  return ([x, y]) => [origin[0] + x / metresPerLon, origin[1] + y / metresPerLat];
}

/** The rectangle with its south-west corner at (x, y), counter-clockwise. */
export function rectangle(x: number, y: number, width: number, height: number): RingM {
  return [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ];
}

type Row = Record<string, unknown>;

export type WorldBuilding = {
  id?: string;
  ring: RingM;
  /** Stated, not measured, so that the arithmetic stays round; default: the ring's plane area. */
  footprintSqm?: number;
  floors?: number | null;
  gfaFarSqm?: number;
  use?: string;
  yearBuilt?: number;
  safetyGrade?: string;
  structure?: string;
  heightM?: number;
  hasLift?: boolean;
  heritage?: boolean;
  dwellings?: number;
  residents?: number;
  residentsByAge?: readonly number[];
  inSums?: boolean;
  level?: string;
  /** Id of a zone of kind estate. */
  estate?: string;
};

export type WorldEdge = {
  from: number;
  to: number;
  kind?: string;
  lengthM: number;
  climbM?: number | null;
  climbSource?: string;
  steps?: number;
  fatigue?: number;
  oneWay?: boolean;
  stepFree?: boolean;
  speedMps?: number;
  headwayS?: number;
  signal?: boolean;
  openHours?: string;
  fare?: string;
  nameZh?: string;
  /** Points between the two nodes, in metres. */
  via?: RingM;
  roadClass?: string;
  /** Id of a walkway. */
  walkway?: string;
};

/** Plane area of a ring in m² (shoelace). */
export function ringAreaSqm(ring: RingM): number {
  let twice = 0;
  for (const [index, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(index + 1) % ring.length]!;
    twice += x * nextY - nextX * y;
  }
  return Math.abs(twice) / 2;
}

/**
 * A small hand-worked district: features are added in metres around an origin and inserted as one live dataset.
 * Give each test file a district id of its own.
 */
export class World {
  readonly districtId: string;
  readonly toLonLat: (point: Metres) => LonLat;
  datasetId = 0;
  private readonly rows = new Map<string, Row[]>();
  private readonly completeness: Record<string, string> = {};
  private readonly counts = { building: 0, node: 0, edge: 0, other: 0 };

  constructor(districtId: string, origin: LonLat = [106.55, 29.56]) {
    this.districtId = districtId;
    this.toLonLat = localMetres(origin);
  }

  /** What the dataset says of itself, such as {building: "complete", population: "absent"}. */
  complete(completeness: Record<string, string>): this {
    Object.assign(this.completeness, completeness);
    return this;
  }

  /** The district's boundary; without `land` all of it is land. */
  district(ring: RingM, options: { land?: boolean } = {}): this {
    if (options.land !== false) this.land("land", ring);
    return this.zone({ id: `district:${this.districtId}`, kind: "district", nameZh: "试验区", ring });
  }

  zone(zone: {
    id: string;
    kind: string;
    nameZh: string;
    ring: RingM;
    level?: string;
    status?: string;
  }): this {
    const areaSqm = ringAreaSqm(zone.ring);
    return this.add("zone", {
      id: zone.id,
      kind: zone.kind,
      name_zh: zone.nameZh,
      boundary_status: zone.status ?? "official",
      area_sqm: areaSqm,
      land_area_sqm: areaSqm,
      level: zone.level ?? "public",
      geom: this.multiPolygon(zone.ring),
    });
  }

  /** A piece of land, of construction land or of residential land; pieces of a kind must not overlap. */
  land(kind: "land" | "construction" | "residential", ring: RingM): this {
    this.counts.other += 1;
    return this.add("land_piece", { id: this.counts.other, kind, geom: this.polygon(ring) });
  }

  parcel(parcel: { id: string; ring: RingM; areaSqm?: number; landUse?: string }): this {
    return this.add("parcel", {
      id: parcel.id,
      land_use: parcel.landUse ?? null,
      area_sqm: parcel.areaSqm ?? ringAreaSqm(parcel.ring),
      geom: this.multiPolygon(parcel.ring),
    });
  }

  /** Adds a building; its ordinal is the number of buildings added before it. */
  building(building: WorldBuilding): this {
    const ordinal = this.counts.building++;
    const footprintSqm = building.footprintSqm ?? ringAreaSqm(building.ring);
    const floors = building.floors ?? null;
    return this.add("building", {
      id: building.id ?? `b${ordinal}`,
      ordinal,
      footprint_sqm: footprintSqm,
      floors_above: floors,
      floors_source: floors === null ? "unknown" : "measured",
      gfa_above_sqm: floors === null ? null : footprintSqm * floors,
      gfa_far_sqm: building.gfaFarSqm ?? null,
      height_m: building.heightM ?? null,
      use: building.use ?? "residential",
      residential_share: 1,
      year_built: building.yearBuilt ?? null,
      structure: building.structure ?? null,
      safety_grade: building.safetyGrade ?? null,
      has_lift: building.hasLift ?? null,
      heritage: building.heritage ?? null,
      dwellings: building.dwellings ?? null,
      residents: building.residents ?? null,
      residents_by_age: building.residentsByAge ?? null,
      estate: building.estate ?? null,
      in_sums: building.inSums ?? true,
      level: building.level ?? "public",
      geom: this.multiPolygon(building.ring),
    });
  }

  /** A facility at a point, or a polygon with its mapped entrances. */
  facility(facility: {
    id?: string;
    category: string;
    at?: Metres;
    ring?: RingM;
    entrances?: RingM;
    certainty?: string;
    level?: string;
    capacity?: number;
    areaSqm?: number;
    context?: boolean;
  }): this {
    const id = facility.id ?? `f${this.counts.other++}`;
    for (const [index, entrance] of (facility.entrances ?? []).entries()) {
      this.add("facility_entrance", { id: `${id}.${index}`, facility_id: id, geom: this.point(entrance) });
    }
    return this.add("facility", {
      id,
      category: facility.category,
      certainty: facility.certainty ?? "exact",
      capacity: facility.capacity ?? null,
      area_sqm: facility.areaSqm ?? null,
      context: facility.context ?? false,
      level: facility.level ?? "public",
      geom: facility.ring ? this.multiPolygon(facility.ring) : this.point(facility.at ?? [0, 0]),
    });
  }

  project(project: { id: string; nameZh: string; at: Metres; level: string; stage?: string }): this {
    return this.add("project", {
      id: project.id,
      name_zh: project.nameZh,
      stage: project.stage ?? null,
      level: project.level,
      geom: this.point(project.at),
    });
  }

  /** A road as drawn, in the direction of its points. */
  road(road: {
    id: string;
    class: string;
    line: RingM;
    nameZh?: string;
    bridge?: boolean;
    oneWay?: boolean;
    lengthM?: number;
  }): this {
    return this.add("road", {
      id: road.id,
      class: road.class,
      name_zh: road.nameZh ?? null,
      bridge: road.bridge ?? false,
      one_way: road.oneWay ?? false,
      length_m: road.lengthM ?? 0,
      geom: `SRID=4326;LINESTRING(${this.coordinates(road.line)})`,
    });
  }

  /** A named walkway along a line. */
  walkway(walkway: { id: string; nameZh: string; line: RingM; lengthM?: number }): this {
    return this.add("walkway", {
      id: walkway.id,
      name_zh: walkway.nameZh,
      length_m: walkway.lengthM ?? 0,
      geom: `SRID=4326;MULTILINESTRING((${this.coordinates(walkway.line)}))`,
    });
  }

  water(id: string, ring: RingM): this {
    const geom = this.multiPolygon(ring);
    return this.add("water", { id, kind: "river", area_sqm: ringAreaSqm(ring), geom });
  }

  /** A stretch of river bank; its access points as the data states them. */
  riverfront(bank: { id: string; line: RingM; accessPoints?: number; river?: string }): this {
    return this.add("riverfront_segment", {
      id: bank.id,
      name_zh: bank.id,
      river: bank.river ?? null,
      length_m: 0,
      access_points: bank.accessPoints ?? 0,
      geom: `SRID=4326;LINESTRING(${this.coordinates(bank.line)})`,
    });
  }

  /** Adds a node of the walking network; its ordinal is the number of nodes added before it. */
  node(at: Metres, elevationM: number | null = null, sourceId: string | null = null): this {
    return this.add("walk_node", {
      ordinal: this.counts.node++,
      source_id: sourceId,
      elevation_m: elevationM,
      geom: this.point(at),
      at,
    });
  }

  /** Adds an edge of the walking network between two nodes already added. */
  edge(edge: WorldEdge): this {
    const nodes = this.rows.get("walk_node") ?? [];
    const placeOf = (node: number): RingM => (nodes[node] ? [nodes[node].at as Metres] : []);
    const line = [...placeOf(edge.from), ...(edge.via ?? []), ...placeOf(edge.to)];
    const ordinal = this.counts.edge++;
    const climbM = edge.climbM === undefined ? 0 : edge.climbM;
    return this.add("walk_edge", {
      id: `e${ordinal}`,
      ordinal,
      from_node: edge.from,
      to_node: edge.to,
      kind: edge.kind ?? "path",
      length_m: edge.lengthM,
      climb_m: climbM,
      climb_source: edge.climbSource ?? (climbM === null ? "unknown" : "measured"),
      steps: edge.steps ?? null,
      fatigue: edge.fatigue ?? 1,
      one_way: edge.oneWay ?? false,
      step_free: edge.stepFree ?? edge.kind !== "stairs",
      speed_mps: edge.speedMps ?? null,
      headway_s: edge.headwayS ?? null,
      signal: edge.signal ?? false,
      road_class: edge.roadClass ?? null,
      name_zh: edge.nameZh ?? null,
      walkway: edge.walkway ?? null,
      open_hours: edge.openHours ?? null,
      fare: edge.fare ?? null,
      geom: `SRID=4326;LINESTRING(${this.coordinates(line)})`,
    });
  }

  /** Stored reach of every building to one category for one persona, by building ordinal; null = out of reach. */
  reach(
    persona: string,
    category: string,
    reach: { toS: (number | null)[]; fromS: (number | null)[]; metres: (number | null)[] },
  ): this {
    return this.add("reach", {
      persona,
      category,
      to_s: reach.toS,
      from_s: reach.fromS,
      metres: reach.metres,
    });
  }

  /** Says that the reach of a persona is computed, and which buildings are on the network. */
  reachRun(persona: string, onNetwork: boolean[]): this {
    return this.add("reach_run", { persona, inputs_sha256: "by hand", on_network: onNetwork });
  }

  /** GeoJSON polygon of a ring in metres. */
  area(ring: RingM): { type: "Polygon"; coordinates: number[][][] } {
    const points = ring.map((point) => [...this.toLonLat(point)]);
    return { type: "Polygon", coordinates: [[...points, points[0]!]] };
  }

  /** Inserts the world as one live dataset with its data version; a world of the same district is replaced. */
  async insert(database: Database): Promise<this> {
    await this.remove(database);
    await database.query(
      "INSERT INTO district (id, adcode, name_zh, sample) VALUES ($1, $1, '试验区', false) ON CONFLICT DO NOTHING",
      [this.districtId],
    );
    const { rows } = await database.query<{ id: number }>(
      `INSERT INTO dataset (district_id, status, source, actor_id, completeness)
       VALUES ($1, 'live', 'hand-worked test world', 'test', $2) RETURNING id`,
      [this.districtId, JSON.stringify(this.completeness)],
    );
    this.datasetId = rows[0]!.id;
    for (const [table, list] of this.rows) {
      for (const row of list) await this.insertRow(database, table, row);
    }
    await database.query(
      "INSERT INTO data_version (district_id, actor_id, note) VALUES ($1, 'test', 'test world')",
      [this.districtId],
    );
    return this;
  }

  /** Takes the world of this district out of the database. */
  async remove(database: Database): Promise<void> {
    for (const table of TABLES) {
      await database.query(`DELETE FROM ${table} WHERE district_id = $1`, [this.districtId]);
    }
    await database.query("DELETE FROM district WHERE id = $1", [this.districtId]);
  }

  private async insertRow(database: Database, table: string, row: Row): Promise<void> {
    const { at: _, ...columns } = row;
    const full: Row = { district_id: this.districtId, dataset_id: this.datasetId, ...columns };
    const names = Object.keys(full);
    const marks = names.map((name, index) => (name === "geom" ? `$${index + 1}::geometry` : `$${index + 1}`));
    await database.query(
      `INSERT INTO store.${table} (${names.join(", ")}) VALUES (${marks.join(", ")})`,
      Object.values(full),
    );
  }

  private add(table: string, row: Row): this {
    const list = this.rows.get(table) ?? [];
    list.push(row);
    this.rows.set(table, list);
    return this;
  }

  private coordinates(points: readonly Metres[]): string {
    return points.map((point) => this.toLonLat(point).join(" ")).join(", ");
  }

  private point(at: Metres): string {
    return `SRID=4326;POINT(${this.coordinates([at])})`;
  }

  private polygon(ring: RingM): string {
    return `SRID=4326;POLYGON((${this.coordinates([...ring, ring[0]!])}))`;
  }

  private multiPolygon(ring: RingM): string {
    return `SRID=4326;MULTIPOLYGON(((${this.coordinates([...ring, ring[0]!])})))`;
  }
}

const TABLES = [
  ...[
    "zone",
    "land_piece",
    "parcel",
    "building",
    "facility",
    "facility_entrance",
    "project",
    "water",
    "walkway",
    "road",
    "riverfront_segment",
    "walkway",
  ],
  ...["walk_node", "walk_edge", "reach", "reach_run"],
]
  .map((table) => `store.${table}`)
  .concat("change", "data_version", "dataset");
