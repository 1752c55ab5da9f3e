import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ImportReport } from "../../../server/contract/dataset-report.ts";
import type { Database } from "../../../server/database/database.ts";
import { testDatabase } from "../../support/database.ts";
import { drawOsmWorld } from "../../support/drawn-osm-world.ts";
import { finding, importForTests, scratchFolder, writeBoundary } from "../../support/import-world.ts";
import { OsmFile } from "../../support/osm-file.ts";

const DISTRICT = "import-world";
let database: Database;
let report: ImportReport;
const made = drawOsmWorld();
const liftSource = `node/${made.lift}`;
const scratch = scratchFolder();

beforeAll(async () => {
  database = await testDatabase();
  report = await importForTests(database, {
    id: DISTRICT,
    pbf: made.file.write(scratch.path("world.osm.pbf")),
    boundary: writeBoundary(scratch.path("boundary.geojson"), [
      [0, 0],
      [2000, 0],
      [2000, 1000],
      [0, 1000],
      [0, 0],
    ]),
    population: 101,
  });
});
afterAll(async () => {
  scratch.remove();
  await database.close();
});

async function rowsOf<Row>(sql: string): Promise<Row[]> {
  return (await database.query<Row>(sql.replaceAll("$district", `district_id = '${DISTRICT}'`))).rows;
}

test("landmarks are the named ones in reach, an area at the middle of its extent", async () => {
  const rows = await rowsOf<{ name: string; kind: string; en: string | null; x: number }>(
    `SELECT name_zh AS name, kind, name_en AS en, round(ST_X(geom) * 111319.49)::int AS x
     FROM landmark WHERE $district ORDER BY name_zh COLLATE "C"`,
  );
  expect(rows).toEqual([
    { name: "试验遗址", kind: "historic", en: null, x: expect.any(Number) },
    { name: "试验馆", kind: "museum", en: "Trial Museum", x: expect.any(Number) },
  ]);
  // 1400 … 1500 m
  expect(Math.abs(rows[0]!.x - 1450)).toBeLessThanOrEqual(2);
});

describe("the walking network", () => {
  interface Edge {
    id: string;
    kind: string;
    from: number;
    to: number;
    lengthM: number;
    climbM: number | null;
    climbSource: string;
    steps: number | null;
    oneWay: boolean;
    stepFree: boolean;
    hours: string | null;
    fare: string | null;
    nameZh: string | null;
  }
  const edges = (source: string) =>
    rowsOf<Edge>(
      `SELECT id, kind, from_node AS "from", to_node AS "to", length_m AS "lengthM", climb_m AS "climbM",
         climb_source AS "climbSource", steps, one_way AS "oneWay", step_free AS "stepFree", open_hours AS hours, fare,
         name_zh AS "nameZh"
       FROM walk_edge WHERE $district AND source_id = '${source}' ORDER BY id`,
    );

  test("joins nothing where a bridge passes over a street", async () => {
    const lower = await edges("way/1");
    const [bridge] = await edges("way/4");
    expect(bridge!.kind).toBe("bridge");
    // 200 m; the street below is cut at its four junctions, not under the bridge
    expect(bridge!.lengthM).toBeCloseTo(200, -0.5);
    expect(lower).toHaveLength(4);
    const nodesBelow = new Set(lower.flatMap(({ from, to }) => [from, to]));
    expect([bridge!.from, bridge!.to].some((node) => nodesBelow.has(node))).toBe(false);
    expect(lower[0]!.nameZh).toBe("下街");
  });

  test("takes the rise of stairs from their steps, 20 × 0.155 = 3.1 m, and knows none where nobody counted", async () => {
    const [counted] = await edges("way/6");
    expect(counted).toMatchObject({
      kind: "stairs",
      steps: 20,
      climbSource: "steps",
      stepFree: false,
      oneWay: false,
    });
    expect(counted!.climbM).toBeCloseTo(3.1, 9);
    expect((await edges("way/7"))[0]).toMatchObject({
      kind: "stairs",
      steps: null,
      climbM: null,
      climbSource: "unknown",
    });
    expect(finding(report, "stairs-without-rise")).toMatchObject({
      count: 1,
      share: 0.5,
      sourceIds: ["way/7"],
    });
  });

  test("lets an escalator run its own way, and both where no direction is known", async () => {
    const [up, ...more] = await edges("way/8");
    expect(up).toMatchObject({ kind: "escalator", oneWay: true, stepFree: false });
    expect(more).toEqual([]);
    const pair = await edges("way/9");
    expect(pair.map(({ oneWay }) => oneWay)).toEqual([true, true]);
    expect(pair[0]!.from).toBe(pair[1]!.to);
    expect(pair[0]!.to).toBe(pair[1]!.from);
    expect(finding(report, "escalator-direction-unknown")?.sourceIds).toEqual(["way/9"]);
  });

  test("rides between the levels that share a lift node", async () => {
    const [ride, ...more] = await edges(liftSource);
    expect(more).toEqual([]);
    expect(ride).toMatchObject({
      kind: "lift",
      lengthM: 0,
      climbM: null,
      stepFree: true,
      hours: "Mo-Su 06:00-23:00",
      fare: "1 CNY",
    });
    const [below] = await edges("way/10");
    const [above] = await edges("way/11");
    expect([below!.to, above!.from].sort()).toEqual([ride!.from, ride!.to].sort());
    expect(below!.to).not.toBe(above!.from);
    expect(finding(report, "lifts-without-rise")).toMatchObject({ count: 1, sourceIds: [liftSource] });
  });

  test("holds no motorway, no private path, nothing that is not built", async () => {
    for (const source of ["way/12", "way/13", "way/14"]) expect(await edges(source)).toEqual([]);
  });

  test("ends at a locked gate on either side", async () => {
    // the gate's own node belongs to neither half, and a half of one node is nothing: 300,100 – gate – 300,0
    expect(await edges("way/15")).toEqual([]);
  });

  test("numbers nodes and edges from 0 without a gap", async () => {
    const [nodes] = await rowsOf(
      "SELECT count(*), min(ordinal), max(ordinal) FROM walk_node WHERE $district",
    );
    expect(nodes).toMatchObject({ min: 0, max: (nodes as { count: number }).count - 1 });
    const [counted] = await rowsOf(
      "SELECT count(*), min(ordinal), max(ordinal) FROM walk_edge WHERE $district",
    );
    expect(counted).toMatchObject({ min: 0, max: (counted as { count: number }).count - 1 });
  });
});

describe("buildings", () => {
  interface Building {
    source: string;
    footprint: number;
    floors: number | null;
    floorsSource: string;
    gfa: number | null;
    use: string;
    year: number | null;
    residents: number | null;
    inSums: boolean;
  }
  const building = async (source: string) =>
    (
      await rowsOf<Building>(
        `SELECT source_id AS source, footprint_sqm AS footprint, floors_above AS floors, floors_source AS "floorsSource",
           gfa_above_sqm AS gfa, use, year_built AS year, residents, in_sums AS "inSums"
         FROM building WHERE $district AND source_id = '${source}'`,
      )
    )[0];

  test("have the floors they are tagged with", async () => {
    const block = await building("way/16");
    expect(block).toMatchObject({ floors: 6, floorsSource: "measured", use: "residential", inSums: true });
    // 20 m × 10 m, and the metre here is a metre to a per cent
    expect(block!.footprint).toBeGreaterThan(198);
    expect(block!.footprint).toBeLessThan(202);
    expect(block!.gfa).toBeCloseTo(6 * block!.footprint, 6);
  });

  test("have unknown floors where levels=1 is a default, over 100 m² and not below", async () => {
    expect(await building("way/18")).toMatchObject({ floors: null, floorsSource: "unknown", gfa: null });
    expect(await building("way/19")).toMatchObject({ floors: 1, floorsSource: "measured" });
    expect(finding(report, "default-levels")?.sourceIds).toEqual(["way/18"]);
  });

  test("have a floor for every 3 m of height, and the year of their start", async () => {
    expect(await building("way/20")).toMatchObject({
      floors: 10,
      floorsSource: "height",
      use: "office",
      year: 1998,
    });
  });

  test("are repaired and listed where their outline crosses itself", async () => {
    // two triangles with the short sides of the box and its middle: half of the box of 20 m × 10 m, 100 m²
    const bow = await building("way/21");
    expect(bow!.footprint).toBeGreaterThan(98);
    expect(bow!.footprint).toBeLessThan(102);
    expect(finding(report, "invalid-footprint")).toMatchObject({
      kind: "repaired",
      count: 1,
      sourceIds: ["way/21"],
    });
  });

  test("have the holes of their relation: 30 × 30 − 10 × 10 = 800 m²", async () => {
    const courtyard = await building("relation/1");
    expect(courtyard!.footprint).toBeGreaterThan(792);
    expect(courtyard!.footprint).toBeLessThan(808);
    expect(await building("way/22")).toBeUndefined();
  });

  test("stay out of the sums where half of them lies inside a larger one", async () => {
    expect(await building("way/17")).toMatchObject({ inSums: false, residents: null });
    expect(finding(report, "overlapping-building")?.sourceIds).toEqual(["way/17"]);
  });

  test("are those of the district, not of its surroundings", async () => {
    expect(await building("way/24")).toBeUndefined();
  });

  test("share the residents by floor space, and the total is exact", async () => {
    // residential: 16 (200 m² × 6), 21 (100 m² × 6, the median of its use), relation 1 (800 m² × 6) = 1,200 + 600 + 4,800
    // of 101 people: 18.36, 9.18, 73.45 -> 18, 9, 73 and the one left to the largest remainder, the last
    const residents = async (source: string) => (await building(source))!.residents;
    expect(await residents("way/16")).toBe(18);
    expect(await residents("way/21")).toBe(9);
    expect(await residents("relation/1")).toBe(74);
    expect(await residents("way/20")).toBe(0);
  });
});

describe("facilities", () => {
  test("drawn as an area keep it and the entrance on it", async () => {
    const [school] = await rowsOf<{ id: string; type: string }>(
      "SELECT id, ST_GeometryType(geom) AS type FROM facility WHERE $district AND category = 'edu.primary'",
    );
    expect(school).toEqual({ id: "w25", type: "ST_MultiPolygon" });
    const entrances = await rowsOf(
      "SELECT facility_id AS id, ST_X(geom) AS lon FROM facility_entrance WHERE $district",
    );
    expect(entrances).toEqual([{ id: "w25", lon: OsmFile.toLonLat(1000, 120)[0] }]);
  });

  test("are kept to 2 km outside as context, and no farther", async () => {
    const banks = await rowsOf(
      "SELECT context FROM facility WHERE $district AND category = 'com.bank' ORDER BY context",
    );
    expect(banks).toEqual([{ context: false }, { context: true }]);
  });

  test("that are absent are named", () => {
    const absent = finding(report, "categories-absent")!;
    expect(absent.sourceIds).toContain("edu.junior");
    expect(absent.sourceIds).not.toContain("edu.primary");
  });
});

describe("land", () => {
  const sqm = async (kind: string) =>
    (
      await rowsOf<{ sqm: number }>(
        `SELECT sum(area_sqm(geom)) AS sqm FROM land_piece WHERE $district AND kind = '${kind}'`,
      )
    )[0]!.sqm;

  // metres are degrees ÷ 111,320 here, 0.5 % off the ellipsoid's at the equator in latitude: compare by share
  test("is the district without its river: 900 of 1,000 m", async () => {
    const [zone] = await rowsOf<{ area: number; land: number }>(
      "SELECT area_sqm AS area, land_area_sqm AS land FROM zone WHERE $district AND kind = 'district'",
    );
    expect((await sqm("land")) / zone!.area).toBeCloseTo(0.9, 5);
    expect(zone!.land / zone!.area).toBeCloseTo(0.9, 5);
  });

  test("for construction counts once what two land uses claim, and nothing under water", async () => {
    // estate 200 × 50 on land, shops 200 × 50, of which 100 × 50 over the estate, the school 50 × 50: of 2,000 × 900
    expect((await sqm("construction")) / (await sqm("land"))).toBeCloseTo(
      (300 * 50 + 50 * 50) / (2000 * 900),
      5,
    );
    expect((await sqm("residential")) / (await sqm("land"))).toBeCloseTo((200 * 50) / (2000 * 900), 5);
  });

  test("of an estate is its dry half", async () => {
    const [estate] = await rowsOf<{ id: string; name: string; share: number }>(
      "SELECT id, name_zh AS name, land_area_sqm / area_sqm AS share FROM zone WHERE $district AND kind = 'estate'",
    );
    expect(estate).toMatchObject({ id: "estate:w27", name: "试验小区" });
    expect(estate!.share).toBeCloseTo(0.5, 3);
  });

  test("ends at two banks of the river", async () => {
    const banks = await rowsOf<{ river: string; lengthM: number }>(
      'SELECT river, length_m AS "lengthM" FROM riverfront_segment WHERE $district',
    );
    expect(banks.map(({ river }) => river)).toEqual(["试验河", "试验河"]);
    for (const { lengthM } of banks) expect(lengthM / 2000).toBeCloseTo(1, 1);
  });
});

describe("the dataset", () => {
  test("is live, with its report, its version and its reach", async () => {
    const [dataset] = await rowsOf<Record<string, unknown>>(
      "SELECT id, status, completeness, report FROM dataset WHERE $district",
    );
    expect(dataset).toMatchObject({
      status: "live",
      completeness: { building: "partial", population: "partial", water: "partial", "land-use": "partial" },
    });
    expect(dataset!.report).toEqual(JSON.parse(JSON.stringify(report)));
    expect(report.files.map(({ name }) => name)).toEqual(["world.osm.pbf", "boundary.geojson"]);
    const changes = await rowsOf("SELECT layer, op FROM change WHERE $district");
    expect(changes).toEqual([{ layer: "*", op: "replace" }]);
    const runs = await rowsOf("SELECT persona FROM reach_run WHERE $district");
    expect(runs).toHaveLength(5);
  });
});
