import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ImportReport } from "../../../server/contract/dataset-report.ts";
import type { Database } from "../../../server/database/database.ts";
import { forwardGraph } from "../../../server/walking/graph.ts";
import { createIsochroneKernel } from "../../../server/walking/isochrone-kernel.ts";
import { loadNetwork } from "../../../server/walking/load-network.ts";
import type { WalkNetwork } from "../../../server/walking/network.ts";
import { EDGE_KINDS } from "../../../server/walking/network.ts";
import { STORED_TIME } from "../../../server/walking/opening-hours.ts";
import { createHeapScratch, searchHeap } from "../../../server/walking/search.ts";
import { edgeCosts, FORBIDDEN } from "../../../server/walking/speed-model.ts";
import { testDatabase } from "../../support/database.ts";
import { finding, importForTests } from "../../support/import-world.ts";
import { sharedData } from "../../support/osm-network.ts";
import { standardParameters, standardPersona } from "../../support/walking-standards.ts";

const ID = "import-real";
const ESCALATOR = "way/421605016";
const LIFT = "node/6874999324";
const pbf = sharedData("yuzhong/yuzhong.osm.pbf");
if (!pbf) console.info("../shared/data is absent: the import of a real extract is not tested");

describe.skipIf(!pbf)("a real district", () => {
  let database: Database;
  let report: ImportReport;
  let network: WalkNetwork;

  beforeAll(async () => {
    database = await testDatabase();
    report = await importForTests(database, {
      id: ID,
      pbf: pbf!,
      boundary: sharedData("yuzhong/boundary.geojson")!,
      dem: [sharedData("yuzhong/elevation.tif")!],
      replace: true,
    });
    const { rows } = await database.query<{ id: number }>(
      "SELECT id FROM dataset WHERE district_id = $1 AND status = 'live'",
      [ID],
    );
    network = await loadNetwork(database, { districtId: ID, datasetId: rows[0]!.id });
  });
  afterAll(() => database?.close());

  const edgesOf = async (source: string) =>
    (
      await database.query<{ ordinal: number; kind: string; from: number; to: number; lengthM: number }>(
        `SELECT ordinal, kind, from_node AS "from", to_node AS "to", length_m AS "lengthM" FROM walk_edge
         WHERE district_id = $1 AND source_id = $2 ORDER BY id`,
        [ID, source],
      )
    ).rows;

  /** Seconds from node to node for an adult, with some edges closed. */
  function secondsBetween(from: number, to: number, closed: readonly number[] = []): number {
    const costs = edgeCosts(network, standardPersona("adult"), standardParameters());
    for (const edge of closed) costs.forward[edge] = costs.reverse[edge] = FORBIDDEN;
    const seeds = { nodes: [from], costs: [0] };
    const scratch = createHeapScratch(network.nodeCount);
    return searchHeap(forwardGraph(network, costs), seeds, 1_000_000, scratch).costs[to]! / 100;
  }

  test("has the great escalator, and it saves the way round both up and down", async () => {
    const pair = await edgesOf(ESCALATOR);
    expect(pair.map(({ kind }) => kind)).toEqual(["escalator", "escalator"]);
    const [{ from, to, lengthM }] = pair as [(typeof pair)[0]];
    const closed = pair.map(({ ordinal }) => ordinal);
    for (const [start, end] of [
      [from, to],
      [to, from],
    ] as const) {
      // a wait of 5 s and 0.5 m/s
      expect(secondsBetween(start, end)).toBeCloseTo(5 + lengthM / 0.5, 1);
      expect(secondsBetween(start, end, closed)).toBeGreaterThan(5 + lengthM / 0.5 + 30);
    }
  });

  test("is walked from 菜园坝 to 两路口 by the escalator, and by the stairs when it stands still", async () => {
    const [persona, parameters] = [standardPersona("adult"), standardParameters()];
    const kernel = createIsochroneKernel({ network, parameters, personas: [persona], water: [] });
    const ends = { origin: [106.547, 29.5533], destination: [106.5462, 29.5551] } as const;
    const answer = kernel.route({ ...ends, persona: "adult", at: STORED_TIME, maxS: 3_600 });
    if (!answer.found || !answer.route || !answer.onFoot?.route) throw new Error("There is a way.");
    const escalator = new Set((await edgesOf(ESCALATOR)).map(({ ordinal }) => ordinal));
    const kindsOf = (route: NonNullable<typeof answer.route>) =>
      new Set(route.stretches.map(({ edge }) => EDGE_KINDS[network.edgeKind[edge]!]));
    expect(answer.route.stretches.some(({ edge }) => escalator.has(edge))).toBe(true);
    expect(kindsOf(answer.onFoot.route)).not.toContain("escalator");
    expect(kindsOf(answer.onFoot.route)).toContain("stairs");
    expect(answer.onFoot.route.seconds).toBeGreaterThan(answer.route.seconds + 30);
  });

  test("has no false slope on a deck: one too steep to be built is told, and its rise is unknown", async () => {
    const { rows } = await database.query<{ source: string }>(
      `SELECT DISTINCT source_id AS source FROM walk_edge
       WHERE district_id = $1 AND kind IN ('bridge', 'tunnel') AND abs(climb_m) > 0.12 * length_m
         AND NOT (kind = 'tunnel' AND layer < 0 AND road_class = 'footway')`,
      [ID],
    );
    expect(rows).toEqual([]);
    // two ramps that would fall 37 m and 44 m within 150 m, and the level bridge from a roof to the street behind it
    const told = finding(report, "decks-too-steep")!.sourceIds;
    for (const way of ["way/235468357", "way/235468358", "way/831047035"]) expect(told).toContain(way);
  });

  test("has the lift between the two streets, and a ride of 45 s saves the way round", async () => {
    const ride = await edgesOf(LIFT);
    expect(ride.map(({ kind }) => kind)).toEqual(["lift"]);
    const [{ from, to, ordinal }] = ride as [(typeof ride)[0]];
    expect(secondsBetween(from, to)).toBeGreaterThanOrEqual(45);
    expect(secondsBetween(from, to)).toBeLessThan(90);
    expect(secondsBetween(from, to, [ordinal])).toBeGreaterThan(secondsBetween(from, to) + 60);
  });

  test("says what it does not know and invents nothing", async () => {
    expect(finding(report, "rows", "building")!.count).toBeGreaterThan(2_000);
    expect(finding(report, "floors-unknown")!.share).toBeGreaterThan(0.9);
    expect(finding(report, "default-levels")!.count).toBeGreaterThan(500);
    for (const code of ["edu.primary", "health.center", "park.public", "eld.home"]) {
      expect(finding(report, "categories-absent")!.sourceIds).toContain(code);
    }
    expect(finding(report, "water-absent")).toBeDefined();
    const { rows } = await database.query<{ residents: number | null; land: number; area: number }>(
      `SELECT (SELECT sum(residents) FROM building WHERE district_id = $1) AS residents,
         land_area_sqm AS land, area_sqm AS area FROM zone WHERE district_id = $1 AND kind = 'district'`,
      [ID],
    );
    expect(rows[0]!.residents).toBeNull();
    // no river in the extract: all of the district counts as land
    expect(rows[0]!.land / rows[0]!.area).toBeCloseTo(1, 6);
    expect(rows[0]!.area / 1e6).toBeCloseTo(23.51, 1);
  });

  test("lists every footprint that PostGIS finds invalid", async () => {
    const { rows } = await database.query<{ invalid: number }>(
      "SELECT count(*) FILTER (WHERE NOT ST_IsValid(geom)) AS invalid FROM building WHERE district_id = $1",
      [ID],
    );
    expect(rows[0]!.invalid).toBe(0);
  });
});
