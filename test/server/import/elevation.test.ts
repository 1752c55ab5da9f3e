import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ImportReport } from "../../../server/contract/dataset-report.ts";
import type { Database } from "../../../server/database/database.ts";
import { testDatabase } from "../../support/database.ts";
import { finding, importForTests, scratchFolder, writeBoundary } from "../../support/import-world.ts";
import { OsmFile } from "../../support/osm-file.ts";

/*
 An SRTM tile of 3 arc seconds (92.77 m in longitude at the equator) whose ground rises by 5 m a cell to the east: 5.39 %.
 Void from column 20 to 29 (1,809 m to 2,737 m east).
   way 1   street from x = 200 to 600, split at 400
   way 2   stairs of 100 steps (15.5 m) from (400, 500) to (600, 500) without an incline: the ground says up
   way 3   bridge from (600, 500) to (700, 800), way 4 its other half to (900, 800) on a street
   way 5   street in the middle of the void
   way 8   path that meets the deck at its pier, along the foot of the slope to (700, 900)
   way 9   bridge cut off at both ends, from (1,200, 300) to (1,400, 300), way 10 a street that meets its middle
*/
const RISE_PER_M = 5 / 92.7662;
const DISTRICT = "import-elevation";
const scratch = scratchFolder();
let database: Database;
let report: ImportReport;

function tile(): Buffer {
  const samples = 1_201;
  const bytes = Buffer.alloc(2 * samples * samples);
  for (let row = 0; row < samples; row++) {
    for (let column = 0; column < samples; column++) {
      const void_ = column >= 20 && column < 30;
      bytes.writeInt16BE(void_ ? -32_768 : 100 + 5 * column, 2 * (row * samples + column));
    }
  }
  return bytes;
}

beforeAll(async () => {
  database = await testDatabase();
  const file = new OsmFile();
  const [west, middle, east] = [file.node(200, 500), file.node(400, 500), file.node(600, 500)];
  file.way([west, middle, east], { highway: "residential" }); // 1
  file.way([middle, east], { highway: "steps", step_count: "100" }); // 2
  const [pier, end] = [file.node(700, 800), file.node(900, 800)];
  file.way([east, pier], { highway: "residential", bridge: "yes" }); // 3
  file.way([pier, end], { highway: "residential", bridge: "yes" }); // 4
  file.way(
    [
      [2_150, 500],
      [2_400, 500],
    ],
    { highway: "residential" },
  ); // 5
  file.way([end, [1_000, 800]], { highway: "residential" }); // 6
  file.way([west, [200, 400], middle], { highway: "footway" }); // 7: keeps the street cut in the middle
  file.way([pier, [700, 900]], { highway: "footway" }); // 8
  const meeting = file.node(1_300, 300);
  file.way([[1_200, 300], meeting, [1_400, 300]], { highway: "residential", bridge: "yes" }); // 9
  file.way([meeting, [1_300, 500]], { highway: "residential" }); // 10
  writeFileSync(scratch.path("N00E000.hgt"), tile());
  report = await importForTests(database, {
    id: DISTRICT,
    pbf: file.write(scratch.path("slope.osm.pbf")),
    boundary: writeBoundary(scratch.path("b.geojson"), [
      [0, 100],
      [3000, 100],
      [3000, 1000],
      [0, 1000],
      [0, 100],
    ]),
    dem: [scratch.path("N00E000.hgt")],
  });
});
afterAll(async () => {
  scratch.remove();
  await database.close();
});

async function climbs(way: number) {
  const { rows } = await database.query<{ climbM: number | null; source: string; lengthM: number }>(
    `SELECT climb_m AS "climbM", climb_source AS source, length_m AS "lengthM" FROM walk_edge
     WHERE district_id = $1 AND source_id = $2 ORDER BY id`,
    [DISTRICT, `way/${way}`],
  );
  return rows;
}

describe("rises", () => {
  test("of streets come from the elevation model between their ends", async () => {
    const street = await climbs(1);
    expect(street.map(({ source }) => source)).toEqual(["elevation-model", "elevation-model"]);
    // 200 m × 5.39 % = 10.78 m each
    for (const { climbM } of street) expect(climbM! / (200 * RISE_PER_M)).toBeCloseTo(1, 1);
  });

  test("of stairs come from their steps, the elevation model tells the direction only", async () => {
    const [stairs] = await climbs(2);
    expect(stairs).toMatchObject({ source: "steps" });
    expect(stairs!.climbM).toBeCloseTo(15.5, 9);
  });

  test("of bridges are shared out by length between the ends on the ground", async () => {
    const [first] = await climbs(3);
    const [second] = await climbs(4);
    expect([first!.source, second!.source]).toEqual(["interpolated", "interpolated"]);
    // from x = 600 to x = 900: 300 m × 5.39 % over 316.2 m + 200 m
    const whole = first!.climbM! + second!.climbM!;
    expect(whole / (300 * RISE_PER_M)).toBeCloseTo(1, 1);
    expect(first!.climbM! / whole).toBeCloseTo(316.2 / 516.2, 2);
  });

  test("of a deck pass over the ground where a street meets it, and the street rises to the deck", async () => {
    const [first] = await climbs(3);
    const [path] = await climbs(8);
    // the deck is 316.2 / 516.2 of 300 m × 5.39 % above its start, the ground under the pier 100 m × 5.39 %
    const underM = 100 * RISE_PER_M - first!.climbM!;
    expect(path!.source).toBe("interpolated");
    expect(path!.climbM! / underM).toBeCloseTo(1, 1);
    // a deck that comes down nowhere is as high as the street that meets it
    expect((await climbs(9)).map(({ climbM }) => climbM)).toEqual([0, 0]);
  });

  test("are unknown in the middle of a void, and counted", async () => {
    expect(await climbs(5)).toMatchObject([{ climbM: null, source: "unknown" }]);
    expect(finding(report, "dem-void")!.share).toBeGreaterThan(0.28);
    expect(finding(report, "dem-void")!.share).toBeLessThan(0.34);
    expect(finding(report, "edges-without-rise")!.count).toBe(1);
  });
});

test("the elevation model is kept from the north-west corner, voids as NaN", async () => {
  const { rows } = await database.query<{
    west: number;
    cellLon: number;
    columns: number;
    rows: number;
    samples: Buffer;
  }>('SELECT west, cell_lon AS "cellLon", columns, rows, samples FROM elevation WHERE district_id = $1', [
    DISTRICT,
  ]);
  const { west, cellLon, columns, rows: height, samples } = rows[0]!;
  expect(samples.length).toBe(4 * columns * height);
  const at = (x: number) => {
    const [lon] = OsmFile.toLonLat(x, 0);
    const column = Math.floor((lon - west) / cellLon);
    return samples.readFloatLE(4 * ((height >> 1) * columns + column));
  };
  expect(at(2_270)).toBeNaN();
  // west of the tile there is nothing, 1,000 m into it 100 + 1,000 × 5.39 % = 153.9 m, give or take half a cell
  expect(at(-1_000)).toBeNaN();
  expect(Math.abs(at(1_000) - 153.9)).toBeLessThan(2.6);
});
