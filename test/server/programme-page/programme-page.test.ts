import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../../server/app.ts";
import { readConfig } from "../../../server/config.ts";
import { ProgrammePage } from "../../../server/contract/programme-page.ts";
import type { Database } from "../../../server/database/database.ts";
import { loadStandards } from "../../../server/database/standards.ts";
import { figureAt } from "../../../server/programme-page/figure-at.ts";
import { STANDARDS_DIRECTORY } from "../../../server/standards-directory.ts";
import { CENTRE, removeDistrict, seedDistrict } from "../../support/catalogue-district.ts";
import { testDatabase } from "../../support/database.ts";
import { recountPage } from "./recount.ts";

const DISTRICT = "programme-page";
const [LON, LAT] = CENTRE;
const AT = `ST_SetSRID(ST_MakePoint(${LON}, ${LAT}), 4326)`;
let database: Database;
let open: FastifyInstance;
let whole: FastifyInstance;

const appWith = (env: Record<string, string>) =>
  // a page stands for some hundred lists, asked here one after the other
  createApp({ database, config: readConfig({ LOG_LEVEL: "silent", ...env }), maxRequests: 10_000 });

// four projects, of which one is internal and one's stage is not known; see the figures below
const ROWS = [
  `INSERT INTO store.project (district_id, dataset_id, id, name_zh, categories, stage, level, geom)
   SELECT $1, $2, id, id || '项目', '{老旧小区}', stage, level, ${AT}
   FROM (VALUES ('a', '在建', 'public'), ('b', '在建', 'public'), ('c', '谋划', 'public'), ('n', '在建', 'internal')) AS p (id, stage, level)`,
  `INSERT INTO dispatch_return (district_id, project_id, month, unit, total_wan_yuan, year_plan_wan_yuan, year_done_wan_yuan, level)
   VALUES ($1, 'a', '2026-02-01', '甲单位', 5000, 1200, 600, 'public'), ($1, 'b', '2026-02-01', '乙单位', NULL, 1200, NULL, 'public'),
     ($1, 'a', '2026-03-01', '甲单位', 5000, 1200, 10, 'public')`,
  `INSERT INTO matter (district_id, id, quarter, problem, raised_by, departments, deadline, closed_on, level)
   VALUES ($1, 'm1', '2026-Q1', '一', '甲', '{乙}', '2026-02-01', NULL, 'public'),
     ($1, 'm2', '2026-Q1', '二', '甲', '{乙}', '2999-01-01', NULL, 'public'),
     ($1, 'm3', '2026-Q1', '三', '甲', '{乙}', '2026-02-01', '2026-01-31', 'public'),
     ($1, 'm4', '2026-Q1', '四', '甲', '{乙}', '2026-02-01', NULL, 'internal')`,
  `INSERT INTO approval (district_id, id, project_id, matter, department, promised_on, blocking, level)
   VALUES ($1, 'x', 'a', '施工许可', '区住建委', '2026-02-01', true, 'public')`,
  `INSERT INTO funding (district_id, id, kind, giver_zh, amount_yuan, status, dated, basis, jurisdiction, level)
   VALUES ($1, 'f1', '区财政', '区', 1000, 'received', '2026-01-01', 'x', '区级', 'public'),
     ($1, 'f2', '社会资本', '某', 500, 'declared', '2026-01-01', 'x', '区级', 'public'),
     ($1, 'f3', '城市更新基金', '某', 9000, 'target', '2022-04-07', 'x', '市级', 'public')`,
  `INSERT INTO funding_to_project VALUES ($1, 'f1', 'a', 700), ($1, 'f2', 'a', 350)`,
  `INSERT INTO finding (district_id, id, identity, title, geom, severity, source, as_of, level)
   VALUES ($1, 'f1', '1', '一', ${AT}, 'major', 'letter', '2026-01-01', 'public'),
     ($1, 'f2', '2', '二', ${AT}, 'minor', 'letter', '2026-01-01', 'public')`,
  "INSERT INTO finding_project VALUES ($1, 'f2', 'a', '2026-02-01')",
  `INSERT INTO idle_asset (district_id, id, kind, name_zh, area_sqm, closed_on, source, place)
   VALUES ($1, '1', 'idle-house', '一', 120, NULL, 'x', ${AT}), ($1, '2', 'idle-house', '二', NULL, NULL, 'x', ${AT}),
     ($1, '3', 'idle-land', '三', 50, '2026-01-01', 'x', ${AT})`,
  `INSERT INTO acquisition_plot (district_id, id, purpose, name_zh, source, level)
   VALUES ($1, 'p', 'acquisition', '地块', 'x', 'public')`,
  "INSERT INTO plot_households VALUES ($1, 'p', 'dwelling', 100, NULL)",
  "INSERT INTO signing_count VALUES ($1, 'p', 'dwelling', 'signed', '2026-03-01', 40, NULL)",
  `INSERT INTO programme_item (district_id, id, list, title, deadline, state, source, level)
   VALUES ($1, 'i1', 'projects', '一', '2026-01-01', 'under-way', 'x', 'public'),
     ($1, 'i2', 'projects', '二', '2026-01-01', 'done', 'x', 'public')`,
  `INSERT INTO operation_unit (district_id, id, project_id, name_zh, kind, area_sqm, let_sqm, as_of, source)
   VALUES ($1, 'u1', 'a', '一', 'retail', 100, 50, '2026-01-01', 'x'), ($1, 'u2', 'a', '二', 'office', 100, NULL, '2026-01-01', 'x')`,
  `INSERT INTO safety_hazard (district_id, building_id, id, found_on, description)
   VALUES ($1, 'w1', '1', '2026-01-01', 'x')`,
];
const TABLES = [
  ...[
    "operation_unit",
    "programme_item",
    "acquisition_plot",
    "idle_asset",
    "finding_project",
    "finding",
    "safety_hazard",
  ],
];

beforeAll(async () => {
  database = await testDatabase();
  await loadStandards(database, STANDARDS_DIRECTORY);
  const { id, datasetId } = await seedDistrict(database, DISTRICT);
  for (const sql of ROWS) await database.query(sql, sql.includes("$2") ? [id, datasetId] : [id]);
  open = appWith({});
  whole = appWith({ INTERNAL: "1" });
});
afterAll(async () => {
  await Promise.all([open.close(), whole.close()]);
  for (const table of TABLES) await database.query(`DELETE FROM ${table} WHERE district_id = $1`, [DISTRICT]);
  await removeDistrict(database, DISTRICT);
  await database.close();
});

const ask = async (app: FastifyInstance, path: string, query: Readonly<Record<string, string>> = {}) => {
  const reply = await app.inject({ url: path, query: { district: DISTRICT, ...query } });
  expect(reply.statusCode, path).toBe(200);
  return reply.json();
};
const pageOf = async (app: FastifyInstance) =>
  ProgrammePage.parse(await ask(app, "/api/programme-page", { month: "2026-03" }));

describe("the page of the programme", () => {
  it.each([
    ["what is public", () => open],
    ["what is internal", () => whole],
  ])("tells of %s no figure that its list does not tell and its rows do not give", async (_, app) => {
    const page = await pageOf(app());
    const { figures } = page;
    const { told, counted } = await recountPage((path, query) => ask(app(), path, query), page);
    expect(told).toEqual(counted);
    for (const { list, value, code, of } of figures) {
      const told = await ask(app(), list.path, list.query);
      // of a district in which no estate is recorded, how many there are is not known
      const isUnrecorded = list.path === "/api/estates" && told.known === 0;
      const expected = isUnrecorded ? null : figureAt(told, list.at);
      expect(expected, `${code} ${of} at ${list.path}${list.at}`).toBe(value);
    }
    expect(figures.some(({ part }) => part === "safety")).toBe(app() === whole);
  });

  it("counts as one counts by hand", async () => {
    const { figures, months, curves } = await pageOf(open);
    const told = (code: string, of: string | null = null) =>
      figures.find((each) => each.code === code && each.of === of);
    const value = (code: string, of: string | null = null) => told(code, of)?.value;
    // p1, p3 of the seed beside a, b, c; of which one has a stage of no term and one has none
    expect(value("projects")).toBe(5);
    expect([value("stage", "在建"), value("stage", "谋划"), value("stage", "unknown")]).toEqual([2, 1, 1]);
    // of February 1200 + 1200 were planned; what b has done is not known, and in March b returned nothing
    expect(months).toEqual(["2026-02", "2026-03"]);
    expect(told("amount", "yearDoneWanYuan")).toMatchObject({ value: 10, unknown: 1, unit: "wan-yuan" });
    // a: 600 of 1200 × 2/12 in February, 10 of 1200 × 3/12 in March
    expect([value("light", "2026-02/green"), value("light", "2026-03/red")]).toEqual([0, 2]);
    expect([value("open"), value("overdue"), value("approvals-overdue")]).toEqual([2, 1, 1]);
    expect([value("received"), value("declared"), value("unallocated")]).toEqual([700, 350, 450]);
    // 350 of others on 700 of public money; the target of 9000 is no money at hand
    expect([value("leverage"), value("target")]).toEqual([0.5, 9000]);
    expect(told("total")).toMatchObject({ value: 50_000_000, unknown: 4 });
    expect([value("state", "open"), value("state", "in-project"), value("major-left")]).toEqual([1, 1, 1]);
    expect([value("idle"), value("idle-kind", "idle-house")]).toEqual([2, 2]);
    expect(told("idle-area")).toMatchObject({ value: 120, unknown: 1 });
    expect([value("households"), value("reached", "signed")]).toEqual([100, 40]);
    // nobody has counted who moved out
    expect(told("reached", "vacated")).toBeUndefined();
    expect(curves[0]).toMatchObject({ plot: "p", points: [{ on: "2026-03-01", households: 40 }] });
    // 50 of 100 m² are let; of the other unit it is not known
    expect(told("occupancy")).toMatchObject({ value: 0.5, unknown: 1 });
    expect([value("units"), value("scenes")]).toEqual([2, 1]);
    // two real items of a list whose document, of another district, is none of this one
    expect(told("entered", "projects")).toMatchObject({ value: 2, jurisdiction: "区级" });
    expect([value("published", "projects"), value("overdue", "projects")]).toEqual([null, 1]);
    expect(told("published", "measures-2025")).toMatchObject({ value: 7, jurisdiction: "市级" });
  });

  it("refuses a month not begun", async () => {
    const refused = await open.inject(`/api/programme-page?district=${DISTRICT}&month=2999-01`);
    expect(refused.statusCode).toBe(400);
    expect(refused.json().error).toMatchObject({ code: "invalid-parameter", path: "month" });
  });
});
