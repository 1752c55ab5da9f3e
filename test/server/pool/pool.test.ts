import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ProjectConflict, ProjectConflictList } from "../../../server/contract/project-conflicts.ts";
import { ProjectTimeline } from "../../../server/contract/project-timeline.ts";
import type { Database } from "../../../server/database/database.ts";
import { loadStandards } from "../../../server/database/standards.ts";
import { STANDARDS_DIRECTORY } from "../../../server/standards-directory.ts";
import { appForTests } from "../../support/app-for-tests.ts";
import { testDatabase } from "../../support/database.ts";
import { rectangle, World } from "../../support/world.ts";

/*
 Metres east and north. a and b share 20 × 100 m; c shares 80 × 50 m with b, d 10 × 100 m with b. r1 is a line of 200 m along a
 road of 400 m, r2 and r3 are the same 100 × 20 m over it, from 150 m east.
*/
const box = (x: number, y: number, width: number, height: number) => rectangle(x, y, width, height);
const GROUND = {
  a: box(0, 0, 100, 100),
  b: box(80, 0, 100, 100),
  c: box(80, 50, 100, 50),
  d: box(170, 0, 30, 40),
  gone: box(0, 0, 100, 100),
  hidden: box(0, 0, 100, 100),
  r2: box(150, 490, 100, 20),
  r3: box(150, 490, 100, 20),
} as const;
type Facts = readonly [
  categories: string,
  years: readonly [number | null, number | null],
  stage: string,
  paid: string,
];
const FACTS: Readonly<Record<string, Facts>> = {
  a: ["{老旧小区}", [2024, 2026], "在建", "区财政:30000000"],
  b: ["{公共空间}", [2026, 2027], "储备", "区财政:5000000,社会资本:1000000"],
  c: ["{老旧街区}", [2028, 2029], "储备", "社会资本:"],
  d: ["{老旧街区}", [null, null], "储备", ""],
  gone: ["{老旧小区}", [2024, 2026], "出库", "区财政:1"],
  hidden: ["{老旧小区}", [2024, 2026], "在建", "区财政:1"],
  r1: ["{路网}", [2020, 2022], "竣工", ""],
  r2: ["{排水管网}", [2025, null], "在建", ""],
  r3: ["{排水管网}", [2027, 2027], "储备", ""],
};
const world = new World("pool")
  .district(box(-100, -100, 1000, 1000))
  .zone({ id: "estate:1", kind: "estate", nameZh: "试验小区", ring: box(0, 0, 180, 40) })
  .building({ id: "h1", ring: box(10, 10, 10, 10), estate: "estate:1" })
  .building({ id: "h2", ring: box(140, 10, 10, 10), estate: "estate:1" })
  .building({ id: "h3", ring: box(86, 60, 8, 8) })
  .road({
    id: "road:1",
    class: "residential",
    nameZh: "试验路",
    line: [
      [0, 500],
      [400, 500],
    ],
  });
let database: Database;
let app: FastifyInstance;
let inside: FastifyInstance;

const wkt = (ring: readonly (readonly [number, number])[]) =>
  [...ring, ring[0]!].map((point) => world.toLonLat(point).join(" ")).join(",");

async function insertProject(id: string, geometry: string): Promise<void> {
  const [categories, [start, end], stage, paid] = FACTS[id]!;
  const amounts = paid
    .split(",")
    .filter(Boolean)
    .map((each) => {
      const [source, yuan] = each.split(":");
      return { source, amountYuan: yuan ? Number(yuan) : null };
    });
  await database.query(
    `INSERT INTO store.project (district_id, dataset_id, id, name_zh, categories, stage, year_start, year_end, amounts, level, geom)
     VALUES ($1, $2, $3, '项目' || $3, $4, $5, $6, $7, $8, $9, ST_GeomFromText($10, 4326))`,
    [
      ...[world.districtId, world.datasetId, id, categories, stage, start, end, JSON.stringify(amounts)],
      ...[id === "hidden" ? "internal" : "public", geometry],
    ],
  );
}

beforeAll(async () => {
  database = await testDatabase();
  await loadStandards(database, STANDARDS_DIRECTORY);
  await world.insert(database);
  for (const [id, ring] of Object.entries(GROUND)) await insertProject(id, `MULTIPOLYGON(((${wkt(ring)})))`);
  const line = [
    [0, 500],
    [200, 500],
  ] as const;
  await insertProject("r1", `LINESTRING(${line.map((point) => world.toLonLat(point).join(" ")).join(",")})`);
  await database.query(
    `INSERT INTO store.control_zone (district_id, dataset_id, id, kind, name_zh, area_sqm, level, geom)
     VALUES ($1, $2, 'core', 'heritage-core', '试验保护区', 500, 'public', ST_GeomFromText($3, 4326)),
       ($1, $2, 'height', 'height', '试验限高区', 500, 'public', ST_GeomFromText($3, 4326))`,
    [world.districtId, world.datasetId, `MULTIPOLYGON(((${wkt(box(-50, 90, 100, 20))})))`],
  );
  await database.query(
    "UPDATE store.building SET disposition = 'repair' WHERE district_id = $1 AND id = 'h2'",
    [world.districtId],
  );
  await database.query(
    "INSERT INTO safety_file (district_id, building_id, disposition) VALUES ($1, 'h1', 'demolish')",
    [world.districtId],
  );
  await database.query(
    `INSERT INTO dispatch_return (district_id, project_id, month, unit, total_wan_yuan, level)
     VALUES ($1, 'c', '2026-09-01', '甲单位', 800, 'public'), ($1, 'c', '2026-10-01', '乙单位', 900, 'internal')`,
    [world.districtId],
  );
  const { rows } = await database.query<{ id: number }>(
    `INSERT INTO data_version (district_id, actor_id, at, note, changes_ground)
     VALUES ($1, 'test', '2025-12-31T16:30:00Z', 'started', false) RETURNING id`,
    [world.districtId],
  );
  await database.query(
    `INSERT INTO stage_step (version, district_id, project_id, from_stage, to_stage, kind, guards)
     VALUES ($2, $1, 'a', '前期审批', '开工', 'forward', '[]')`,
    [world.districtId, rows[0]!.id],
  );
  [app, inside] = [appForTests(database), appForTests(database, { INTERNAL: "1" })];
});
afterAll(async () => {
  await app.close();
  await inside.close();
  for (const table of ["stage_step", "dispatch_return", "safety_file", "store.control_zone"])
    await database.query(`DELETE FROM ${table} WHERE district_id = $1`, [world.districtId]);
  await world.remove(database);
  await database.close();
});

const ask = (path: string, query: Record<string, string> = {}, of = app) =>
  of.inject(`/api/${path}?${new URLSearchParams({ district: world.districtId, ...query })}`);
const conflicts = async (query: Record<string, string> = {}, of = app) =>
  ProjectConflictList.parse((await ask("project-conflicts", query, of)).json());
const named = ({ projects }: ProjectConflict) => projects.map(({ id }) => id).join("+");
const found = async (query: Record<string, string>, of = app) =>
  (await ask("projects", query, of))
    .json()
    .items.map(({ id }: { id: string }) => id)
    .join(" ");

describe("conflicts of projects", () => {
  it("share ground in overlapping years, ends inclusive; where years are unknown it cannot be told", async () => {
    const { items, rules, dataQuality } = await conflicts({ test: "same-ground" });
    // b and c: 2026–2027 and 2028–2029 do not overlap; what left the pool stands in nobody's way
    expect(items.map((each) => [named(each), each.years, each.certain])).toEqual([
      ["a+b", [2026, 2026], true],
      ["b+d", null, false],
    ]);
    // the plane of the test is right to about 1e-4
    expect(items[0]!.overlapSqm).toBeCloseTo(2000, -0.5);
    expect(items[1]!.overlapSqm).toBeCloseTo(400, -0.5);
    expect(items[0]!.ground!.type).toBe("MultiPolygon");
    expect(rules[0]).toMatchObject({
      rule: "same-ground",
      limit: 100,
      jurisdiction: "市级",
      clauseStatus: "unverified",
    });
    expect(dataQuality).toContainEqual({ code: "years-unknown", count: 1 });
    expect(dataQuality).toContainEqual({ code: "ground-unknown", count: 1 });
  });

  it("take the same public money for one estate, or for one building that is of none", async () => {
    const { items } = await conflicts({ test: "funded-twice" });
    expect(items.map((each) => [named(each), each.subject!.id, each.sources, each.buildings])).toEqual([
      ["a+b", "h3", ["区财政"], 1],
      ["a+b", "estate:1", ["区财政"], 0],
    ]);
  });

  it("overlap a protection zone of the kinds that the rule names", async () => {
    const { items } = await conflicts({ test: "protection-overlap" });
    expect(items.map((each) => [named(each), each.subject!.nameZh])).toEqual([["a", "试验保护区"]]);
    expect(items[0]!.overlapSqm).toBeCloseTo(500, -0.5);
  });

  it("open a road again before the years of the rule have gone by", async () => {
    const { items } = await conflicts({ test: "road-opened-again" });
    expect(items.map((each) => [each.rule, named(each), each.years])).toEqual([
      // built until 2022, opened in 2025: three years of five; r3 in 2027 keeps them
      ["road-after-building", "r1+r2", [2022, 2025]],
      ["road-after-works", "r2+r3", [2025, 2027]],
    ]);
    // the line reaches 10 m beyond its end: from 150 to 210 m; r2 and r3 share all 100 m
    expect(items[0]!.lengthM).toBeCloseTo(60, -0.5);
    expect(items[1]!.lengthM).toBeCloseTo(100, -0.5);
  });

  it("are those of the projects that pass the filters, or of one; internal ones are told to insiders only", async () => {
    expect((await conflicts({ stages: "在建" })).items.map(named).sort()).toEqual(
      ["a", "a+b", "a+b", "a+b", "r1+r2", "r2+r3"].sort(),
    );
    const own = await conflicts({ project: "d" });
    expect(own.items.map(named)).toEqual(["b+d"]);
    expect(own.tests.find(({ test }) => test === "same-ground")!.conflicts).toBe(1);
    expect((await conflicts({ project: "hidden" }, inside)).total).toBeGreaterThan(0);
    expect((await ask("project-conflicts", { project: "hidden" })).statusCode).toBe(404);
    const page = await conflicts({ limit: "2" });
    expect([page.items.length, page.next]).toEqual([2, "2"]);
  });
});

describe("filters of the pool", () => {
  it("take tasks, money, units and totals, as far as the reader may see them", async () => {
    expect(await found({ tasks: "infrastructure" })).toBe("r1 r2 r3");
    expect(await found({ funds: "社会资本" })).toBe("b c");
    expect(await found({ funds: "unknown" })).toBe("d r1 r2 r3");
    expect(await found({ unit: "甲单位" })).toBe("c");
    // the later return is internal
    expect(await found({ unit: "乙单位" })).toBe("");
    expect(await found({ unit: "乙单位" }, inside)).toBe("c");
    const total = async (of = app) =>
      (await ask("project-money", { text: "项目c" }, of)).json().items[0].totalYuan;
    expect([await total(), await total(inside)]).toEqual([8_000_000, 9_000_000]);
    // a 30, b 6, c 8 million as returned (9 for insiders); of d and the roads nobody told what pays them
    expect(await found({ minYuan: "8000000" })).toBe("a c");
    expect(await found({ minYuan: "8000001", maxYuan: "9000000" })).toBe("");
    expect(await found({ minYuan: "8000001", maxYuan: "9000000" }, inside)).toBe("c");
  });

  it("take the disposition of a building: the plan of the map, the archive for insiders", async () => {
    expect(await found({ disposition: "repair" })).toBe("b");
    expect(await found({ disposition: "demolish" })).toBe("");
    expect(await found({ disposition: "demolish" }, inside)).toBe("a gone hidden");
    expect(await found({ disposition: "unknown" })).toBe("a b c gone");
  });

  it("take a drawn area, and refuse one that crosses itself or is none", async () => {
    const text = (ring: readonly (readonly [number, number])[]) =>
      ring.map((point) => world.toLonLat(point).join(",")).join(";");
    expect(await found({ area: text(box(185, 10, 5, 5)) })).toBe("d");
    expect(await found({ area: `${text(box(185, 10, 5, 5))}!!${text(box(20, 499, 5, 5))}` })).toBe("d r1");
    const crossed = await ask("projects", {
      area: text([
        [0, 0],
        [10, 10],
        [10, 0],
        [0, 10],
      ]),
    });
    expect(crossed.json().error).toMatchObject({ code: "invalid-geometry", path: "area" });
    expect((await ask("projects", { area: "106,29;107,29" })).json().error).toMatchObject({
      ...{ code: "invalid-parameter", path: "area" },
    });
  });
});

it("the timeline has planned years, stages by the day they were entered in China, and counts of conflicts", async () => {
  const { items, total, years } = ProjectTimeline.parse(
    (await ask("project-timeline", { by: "unit" })).json(),
  );
  expect(total).toBe(8);
  // grouped by unit: c has one, and those without come by their first year, unknown last
  expect(items.map(({ id }) => id)).toEqual(["c", "r1", "a", "gone", "r2", "b", "r3", "d"]);
  expect(items.find(({ id }) => id === "a")).toMatchObject({
    ...{ yearStart: 2024, yearEnd: 2026, conflicts: 4 },
    steps: [{ stage: "开工", on: "2026-01-01" }],
  });
  expect(years).toEqual([2020, 2029]);
});
