import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../../server/database/database.ts";
import { readBoundary } from "../../../server/import/boundary.ts";
import { type ElevationModel, smoothedElevationM } from "../../../server/import/elevation-model.ts";
import { climbOf } from "../../../server/import/osm/climbs.ts";
import { type OsmExtract, readExtract } from "../../../server/import/osm/extract.ts";
import { networkRows } from "../../../server/import/osm/network-rows.ts";
import { nodeElevations } from "../../../server/import/osm/node-elevations.ts";
import { buildWalkGraph, placeOfKey } from "../../../server/import/osm/walk-graph.ts";
import { readWalkLines } from "../../../server/import/osm/walk-lines.ts";
import { readElevation } from "../../../server/import/read-elevation.ts";
import {
  buildNetwork,
  EDGE_KINDS,
  type EdgeKind,
  type WalkNetwork,
} from "../../../server/walking/network.ts";
import { edgeCosts, flatDurationS, UNITS_PER_S } from "../../../server/walking/speed-model.ts";
import { testDatabase } from "../../support/database.ts";
import { sharedData } from "../../support/osm-network.ts";
import { standardParameters, standardPersona } from "../../support/walking-standards.ts";

const CLIMBS = {
  stairRiserM: 0.155,
  levelBetweenStairsM: 30,
  stairsDirectionM: 3,
  liftRiseMinM: 1,
  deckGradeMax: 0.12,
};
const VOID_FILL_MAX_M = 90;
const WHEELCHAIR_WIDTH_M = 0.9;
const pbf = sharedData("andorra/andorra.osm.pbf");
if (!pbf) console.info("../shared/data is absent: a steep country with voids in its heights is not tested");

// the network as an import builds it, without what rests on the record
function networkOf(extract: OsmExtract, elevation: ElevationModel) {
  const { places } = extract;
  const graph = buildWalkGraph(extract, readWalkLines(extract, [], WHEELCHAIR_WIDTH_M), () => true);
  const elevationOf = (lon: number, lat: number) => smoothedElevationM(elevation, lon, lat, VOID_FILL_MAX_M);
  const surface = (key: number) => {
    const place = placeOfKey(key);
    return elevationOf(places.lonOf(place), places.latOf(place));
  };
  const heights = { ...nodeElevations(graph.edges, places, elevationOf), surface };
  const stairsEnds = new Set(
    graph.edges.filter(({ line }) => line.kind === "stairs").flatMap(({ from, to }) => [from, to]),
  );
  const { nodes, edges } = networkRows(places, {
    ...graph,
    climbs: graph.edges.map((edge) => climbOf(edge, heights, CLIMBS, stairsEnds)),
    fatigue: new Map(),
    elevationM: (key) => heights.ground.get(key) ?? heights.span.get(key) ?? null,
    liftClimb: () => ({ climbM: null, source: "unknown" }),
    walkwayOf: new Map(),
    isInside: () => true,
  });
  const network = buildNetwork({
    nodes: nodes.map(() => ({ lon: 0, lat: 0 })),
    edges: edges.map((edge) => ({
      from: edge.from_node!,
      to: edge.to_node!,
      kind: edge.kind as EdgeKind,
      lengthM: edge.length_m!,
      climbM: edge.climb_m ?? null,
      oneWay: edge.one_way ?? false,
      modelled: edge.climb_source === "elevation-model",
    })),
  });
  return { network, heightsM: nodes.flatMap(({ elevation_m: height }) => height ?? []) };
}

describe.skipIf(!pbf)("a steep country whose heights have voids", () => {
  let database: Database;
  let network: WalkNetwork;
  let heightsM: number[];
  /** Edges whose rise is from the elevation model, of some length. */
  let modelled: number[];

  beforeAll(async () => {
    database = await testDatabase();
    const area = await readBoundary(database, sharedData("andorra/boundary.geojson")!);
    const extract = await readExtract(pbf!, area.contextExtent);
    const elevation = await readElevation([sharedData("andorra/N42E001.hgt.zip")!], area);
    ({ network, heightsM } = networkOf(extract, elevation));
    modelled = Array.from({ length: network.edgeCount }, (_, edge) => edge).filter(
      (edge) =>
        network.modelled[edge] === 1 &&
        !Number.isNaN(network.climbM[edge]!) &&
        ["road", "path", "crossing"].includes(EDGE_KINDS[network.edgeKind[edge]!]!),
    );
  }, 240_000);
  afterAll(() => database?.close());

  test("voids never become cliffs: every height lies within the country's, and no street is a wall", () => {
    const [low, high] = [
      heightsM.reduce((a, b) => Math.min(a, b)),
      heightsM.reduce((a, b) => Math.max(a, b)),
    ];
    // from the Gran Valira at the border, 840 m, to Coma Pedrosa, 2,942 m, and a little of what lies around
    expect(low).toBeGreaterThan(600);
    expect(high).toBeLessThan(3_000);
    const slopes = modelled
      .filter((edge) => network.lengthM[edge]! >= 30)
      .map((edge) => Math.abs(network.climbM[edge]! / network.lengthM[edge]!))
      .sort((a, b) => a - b);
    expect(slopes.length).toBeGreaterThan(1_000);
    // the steepest in a thousand is a mountain path, not a hole of the model
    expect(slopes[Math.floor(slopes.length * 0.999)]).toBeLessThan(1);
    expect(slopes.at(-1)).toBeLessThan(2);
  });

  test("up and down differ, and walking takes about 1.3 times as long as on a flat map", () => {
    const adult = standardPersona("adult");
    const { forward, reverse } = edgeCosts(network, adult, standardParameters());
    const both = modelled.filter((edge) => network.oneWay[edge] === 0 && network.lengthM[edge]! > 10);
    const sloped = both.filter((edge) => Math.abs(network.climbM[edge]! / network.lengthM[edge]!) > 0.01);
    const differing = sloped.filter((edge) => forward[edge] !== reverse[edge]);
    expect(differing.length / sloped.length).toBeGreaterThan(0.99);
    const sum = (of: (edge: number) => number) => both.reduce((total, edge) => total + of(edge), 0);
    const walkedS = sum((edge) => forward[edge]! + reverse[edge]!) / UNITS_PER_S;
    const ratio = walkedS / sum((edge) => 2 * flatDurationS(network.lengthM[edge]!, adult));
    const up = sum((edge) => Math.max(forward[edge]!, reverse[edge]!));
    const down = sum((edge) => Math.min(forward[edge]!, reverse[edge]!));
    console.info(
      `andorra: Tobler over flat ${ratio.toFixed(3)}, the slower way over the faster ${(up / down).toFixed(3)}, ${both.length} edges`,
    );
    expect(ratio).toBeGreaterThan(1.15);
    expect(ratio).toBeLessThan(1.6);
    expect(up / down).toBeGreaterThan(1.1);
  });
});
