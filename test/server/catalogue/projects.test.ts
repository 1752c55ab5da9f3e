import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ProjectFacetList, ProjectList, ProjectTermList } from "../../../server/contract/projects.ts";
import type { Database } from "../../../server/database/database.ts";
import { loadStandards } from "../../../server/database/standards.ts";
import { STANDARDS_DIRECTORY } from "../../../server/standards-directory.ts";
import { appForTests } from "../../support/app-for-tests.ts";
import { CENTRE, removeDistrict, seedDistrict } from "../../support/catalogue-district.ts";
import { testDatabase } from "../../support/database.ts";

const DISTRICT = "catalogue-projects";
const [LON, LAT] = CENTRE;
// on the equator of WGS 84 a degree of longitude is 111,319.49 m; at 29.5° north, by the same ellipsoid, 96,965 m
const METRES_OF_A_HUNDREDTH = 969.65;
let database: Database;
let app: FastifyInstance;

type Seeded = readonly [
  id: string,
  name: string,
  categories: string,
  stage: string | null,
  years: readonly [number | null, number | null],
  zone: string | null,
  east: number,
  level: string,
];
const SEEDED: readonly Seeded[] = [
  ["a", "临江小区改造", "{老旧小区}", "在建", [2024, 2026], "renewal-district:1", 0.01, "public"],
  ["b", "临江步道", "{山城步道,公共空间}", "储备", [2026, null], "renewal-district:2", 0.02, "public"],
  ["c", "老厂房", "{}", null, [null, null], null, 0.03, "public"],
  ["z", "临江内部", "{老旧小区}", "在建", [2024, 2026], "renewal-district:1", 0.01, "internal"],
];

beforeAll(async () => {
  database = await testDatabase();
  await loadStandards(database, STANDARDS_DIRECTORY);
  const { id, datasetId } = await seedDistrict(database, DISTRICT);
  await database.query("DELETE FROM store.project WHERE district_id = $1", [id]);
  for (const [project, name, categories, stage, [start, end], zone, east, level] of SEEDED) {
    await database.query(
      `INSERT INTO store.project (district_id, dataset_id, id, code, name_zh, name_en, categories, stage, renewal_district,
         summary_zh, year_start, year_end, amounts, level, geom)
       VALUES ($1, $2, $3, 'C-' || $3, $4, NULL, $5, $6, $7, '说明' || $3, $8, $9,
         '[{"source": "区财政", "amountYuan": 2000000}, {"source": "社会资本"}]', $10, ST_SetSRID(ST_MakePoint($11, $12), 4326))`,
      [id, datasetId, project, name, categories, stage, zone, start, end, level, LON + east, LAT],
    );
  }
  app = appForTests(database);
});
afterAll(async () => {
  await app.close();
  await removeDistrict(database, DISTRICT);
  await database.close();
});

const ask = (path: string, query: Record<string, string> = {}) =>
  app.inject(`/api/${path}?${new URLSearchParams({ district: DISTRICT, ...query })}`);
const found = async (query: Record<string, string>) => {
  const list = ProjectList.parse((await ask("projects", query)).json());
  expect(list.total).toBe(list.items.length);
  return list.items.map(({ id }) => id);
};
const counts = async (field: string, query: Record<string, string> = {}) => {
  const { items } = ProjectFacetList.parse((await ask("project-facets", query)).json());
  return Object.fromEntries(
    items.filter((each) => each.field === field).map(({ value, projects }) => [String(value), projects]),
  );
};

describe("the list of projects", () => {
  it("holds what is public, a page after the other, with who pays", async () => {
    const first = (await ask("projects", { limit: "2" })).json();
    expect(first).toMatchObject({ total: 3, next: "2" });
    expect(first.items[0]).toMatchObject({
      id: "a",
      code: "C-a",
      renewalDistrict: "renewal-district:1",
      // what is not told is null, never zero
      amounts: [
        { source: "区财政", amountYuan: 2_000_000 },
        { source: "社会资本", amountYuan: null },
      ],
      distanceM: null,
    });
    const second = (await ask("projects", { limit: "2", cursor: "2" })).json();
    expect(second).toMatchObject({ total: 3, next: null });
    expect(second.items.map(({ id }: { id: string }) => id)).toEqual(["c"]);
  });

  it("takes a text in name, code or summary, its wildcards as text", async () => {
    expect(await found({ text: "临江" })).toEqual(["a", "b"]);
    expect(await found({ text: "c-B" })).toEqual(["b"]);
    expect(await found({ text: "说明c" })).toEqual(["c"]);
    expect(await found({ text: "%" })).toEqual([]);
  });

  it("counts what passes on all pages, filtered as well", async () => {
    const page = async (cursor: string) =>
      ProjectList.parse((await ask("projects", { text: "临江", limit: "1", cursor })).json());
    const pages = [await page("0"), await page("1")];
    expect(pages.map(({ items, total, next }) => [items[0]!.id, total, next])).toEqual([
      ["a", 2, "1"],
      ["b", 2, null],
    ]);
  });

  it("takes any of some categories or stages; unknown is what says nothing", async () => {
    expect(await found({ categories: "公共空间" })).toEqual(["b"]);
    expect(await found({ categories: "公共空间,老旧小区" })).toEqual(["a", "b"]);
    expect(await found({ categories: "unknown" })).toEqual(["c"]);
    expect(await found({ stages: "储备,unknown" })).toEqual(["b", "c"]);
  });

  it("takes a year under way, both ends inclusive; one without years is never in it", async () => {
    expect(await found({ year: "2023" })).toEqual([]);
    expect(await found({ year: "2024" })).toEqual(["a"]);
    // b has no last year, so its first is its last
    expect(await found({ year: "2026" })).toEqual(["a", "b"]);
    expect(await found({ year: "2027" })).toEqual([]);
  });

  it("takes a renewal district, and all filters together", async () => {
    expect(await found({ zone: "renewal-district:2" })).toEqual(["b"]);
    expect(await found({ text: "临江", stages: "在建", year: "2025", zone: "renewal-district:1" })).toEqual([
      "a",
    ]);
    expect(await found({ zone: "renewal-district:9" })).toEqual([]);
  });

  it("within a radius is the nearest first, the limit inclusive", async () => {
    const near = (metres: number) => found({ near: `${LON + 0.031},${LAT},${metres}` });
    // c lies 0.001° away (97 m), b 0.011°, a 0.021°
    expect(await near(1.05 * METRES_OF_A_HUNDREDTH)).toEqual(["c"]);
    expect(await near(1.15 * METRES_OF_A_HUNDREDTH)).toEqual(["c", "b"]);
    expect(await near(2.2 * METRES_OF_A_HUNDREDTH)).toEqual(["c", "b", "a"]);
    const { items } = (await ask("projects", { near: `${LON + 0.02},${LAT},1000` })).json();
    expect(items[0].distanceM).toBe(0);
    expect(items[1].distanceM).toBeCloseTo(METRES_OF_A_HUNDREDTH, 0);
  });

  it("within a box counts what touches its edge", async () => {
    expect(await found({ bbox: `${LON + 0.005},${LAT - 0.01},${LON + 0.02},${LAT + 0.01}` })).toEqual([
      "a",
      "b",
    ]);
    expect(await found({ bbox: `${LON + 0.005},${LAT - 0.01},${LON + 0.0199},${LAT + 0.01}` })).toEqual([
      "a",
    ]);
  });

  it.each([
    ["near", "106.5,29.5"],
    ["near", "106.5,29.5,0"],
    ["near", "106.5,29.5,20001"],
    ["near", "106.5,129.5,100"],
    ["near", "106.5,,100"],
    ["bbox", "1,2,3"],
    ["bbox", "3,2,1,4"],
    ["year", "2024.5"],
    ["year", "later"],
    ["stages", ","],
    ["text", " "],
    ["limit", "501"],
    ["cursor", "a"],
  ])("refuses %s=%s by name", async (path, value) => {
    const reply = await ask("projects", { [path]: value });
    expect(reply.statusCode).toBe(400);
    expect(reply.json().error).toMatchObject({ code: "invalid-parameter", path });
  });
});

describe("the counts beside the filters", () => {
  it("count every value of what is public, and what says nothing", async () => {
    expect(await counts("category")).toEqual({ 公共空间: 1, 山城步道: 1, 老旧小区: 1, null: 1 });
    expect(await counts("stage")).toEqual({ 储备: 1, 在建: 1, null: 1 });
    expect(await counts("year")).toEqual({ 2024: 1, 2025: 1, 2026: 2, null: 1 });
    expect(await counts("renewal-district")).toEqual({
      "renewal-district:1": 1,
      "renewal-district:2": 1,
      null: 1,
    });
  });

  it("leave their own filter out and take the others", async () => {
    const query = { stages: "在建" };
    expect(await counts("stage", query)).toEqual({ 储备: 1, 在建: 1, null: 1 });
    expect(await counts("category", query)).toEqual({ 老旧小区: 1 });
    expect(await counts("stage", { text: "临江", ...query })).toEqual({ 储备: 1, 在建: 1 });
  });
});

describe("one project", () => {
  it("comes by its id; an internal one is 404", async () => {
    expect((await ask("projects/a")).json().nameZh).toBe("临江小区改造");
    expect((await ask("projects/z")).statusCode).toBe(404);
  });
});

describe("the words of the project pool", () => {
  it("come in the order of the stages", async () => {
    const { items } = ProjectTermList.parse((await app.inject("/api/project-terms")).json());
    expect(items.filter(({ kind }) => kind === "stage").map(({ code }) => code)).toEqual([
      "谋划",
      "储备",
      "入年度计划",
      "前期审批",
      "开工",
      "在建",
      "竣工",
      "招商运营",
      "效果评估",
      "暂停",
      "出库",
    ]);
  });
});
