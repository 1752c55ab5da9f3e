import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../../server/app.ts";
import { readConfig } from "../../../server/config.ts";
import { ProjectProgramme } from "../../../server/contract/programme.ts";
import type { Database } from "../../../server/database/database.ts";
import { loadStandards } from "../../../server/database/standards.ts";
import { STANDARDS_DIRECTORY } from "../../../server/standards-directory.ts";
import { CENTRE, removeDistrict, seedDistrict } from "../../support/catalogue-district.ts";
import { testDatabase } from "../../support/database.ts";

const DISTRICT = "policy-tracks";
const [LON, LAT] = [CENTRE[0] - 0.004, CENTRE[1] - 0.004];
let database: Database;
let app: FastifyInstance;

const box = (east: number, north: number, side: number) => {
  const [west, south] = [LON + east, LAT + north];
  return `MULTIPOLYGON(((${west} ${south},${west + side} ${south},${west + side} ${south + side},${west} ${south + side},${west} ${south})))`;
};

// village: 300 of 1,000 m² go. estate, beside it: 100 of 1,000 m² go
beforeAll(async () => {
  database = await testDatabase();
  await loadStandards(database, STANDARDS_DIRECTORY);
  const { id, datasetId } = await seedDistrict(database, DISTRICT);
  const key = [id, datasetId];
  await database.query(
    `INSERT INTO store.project (district_id, dataset_id, id, name_zh, categories, stage, amounts, level, geom)
     VALUES ($1, $2, 'village', '示例城中村', '{城中村}', '谋划', '[]', 'public', ST_GeomFromText($3, 4326)),
       ($1, $2, 'estate', '示例小区', '{老旧小区}', '谋划', '[]', 'public', ST_GeomFromText($4, 4326))`,
    [...key, box(0, 0, 0.001), box(0.002, 0, 0.001)],
  );
  const buildings = [
    ["v1", 700, "keep", 0.0002],
    ["v2", 300, "demolish", 0.0006],
    ["e1", 900, "keep", 0.0022],
    ["e2", 100, "demolish", 0.0026],
  ] as const;
  for (const [at, [name, gfa, disposition, east]] of buildings.entries())
    await database.query(
      `INSERT INTO store.building (district_id, dataset_id, id, ordinal, footprint_sqm, floors_above, floors_source,
         gfa_above_sqm, disposition, heritage, geom)
       VALUES ($1, $2, $3, $4, 100, 1, 'measured', $5, $6, false, ST_GeomFromText($7, 4326))`,
      [...key, name, 30 + at, gfa, disposition, box(east, 0.0002, 0.0001)],
    );
  app = createApp({ database, config: readConfig({ LOG_LEVEL: "silent" }) });
});
afterAll(async () => {
  await app.close();
  await database.query("DELETE FROM indicator_value WHERE district_id = $1", [DISTRICT]);
  await removeDistrict(database, DISTRICT);
  await database.close();
});

const send = (method: "GET" | "PUT" | "POST", path: string, payload?: object) =>
  app.inject({ method, url: `/api/${path}?district=${DISTRICT}`, ...(payload && { payload }) });
const programmeOf = async (project: string) =>
  ProjectProgramme.parse((await send("GET", `projects/${project}/programme`)).json());
const works = (project: string, more: object) =>
  send("PUT", `projects/${project}/works`, { basis: "示例方案", dated: "2026-05-01", ...more });
const listsOf = async (project: string) => {
  const { moves } = await programmeOf(project);
  return moves.flatMap(({ guards }) => guards).find(({ guard }) => guard === "list-rules")!;
};
const lineOf = async (project: string, test: string) =>
  (await programmeOf(project)).bottomLines.find((line) => line.test === test)!;

describe("an urban village", () => {
  it("is not held to the limits of demolition blindly, and not let past them before it says how it is renewed", async () => {
    expect(await listsOf("village")).toMatchObject({ status: "unknown" });
    expect(await lineOf("village", "demolition-share")).toMatchObject({
      ...{ verdict: "unknown", low: 0.3, limit: 0.2, clauseStatus: "unverified" },
      reason: { code: "negative-unknown", values: { rule: "N1", open: "track" } },
    });
    expect((await programmeOf("village")).tracks.map(({ code }) => code)).toEqual([
      ...["urban-village.rebuild", "urban-village.mixed", "urban-village.upgrade"],
    ]);
  });

  it("that is demolished and built anew shows both limits as not applying, with what it comes to and the clause", async () => {
    // 900 new ÷ 300 demolished
    expect((await works("village", { newSqm: 900, policyTrack: "urban-village.rebuild" })).statusCode).toBe(
      200,
    );
    const { status, reasons } = await listsOf("village");
    expect(status).toBe("passed");
    const { source } = (await programmeOf("village")).tracks[0]!;
    expect(source).toContain("国办发〔2023〕25号");
    expect(reasons.filter(({ code }) => code === "negative-lifted")).toMatchObject([
      { values: { rule: "N1", low: 0.3, limit: 0.2, trackSource: source } },
      { values: { rule: "N3", low: 3, limit: 2, trackZh: "城中村改造·拆除新建" } },
    ]);
    expect(await lineOf("village", "rebuild-ratio")).toMatchObject({ verdict: "not-applicable", low: 3 });
  });

  it("that is upgraded in place is held to them", async () => {
    await works("village", { newSqm: 300, policyTrack: "urban-village.upgrade" });
    expect(await listsOf("village")).toMatchObject({
      status: "blocked",
      reasons: [{ code: "negative-met", values: { rule: "N1" } }, {}, {}],
    });
    expect(await lineOf("village", "rebuild-ratio")).toMatchObject({ verdict: "kept", low: 1, reason: null });
  });

  it("lends its track to no other project, nor its demolition to one that shares its area scheme", async () => {
    const refused = await works("estate", { policyTrack: "urban-village.rebuild" });
    expect(refused.statusCode).toBe(400);
    expect(refused.json().error).toMatchObject({ code: "invalid-parameter", path: "policyTrack" });
    const plan = async (body: object) =>
      (await send("POST", "plan-documents", { source: "test", ...body })).json().plan.id as string;
    const scheme = await plan({ kind: "area-scheme", nameZh: "策划" });
    for (const project of ["village", "estate"]) {
      const own = await plan({ kind: "implementation-plan", nameZh: project, parent: scheme });
      await send("PUT", `projects/${project}/plan-document`, { plan: own });
    }
    const shares = async () =>
      (await programmeOf("estate")).bottomLines
        .filter(({ test }) => test === "demolition-share")
        .map(({ verdict, low, projects }) => [verdict, low, projects]);
    // 400 of 2,000 m² is 20 % and passes; what is built anew is asked of both
    await works("estate", { newSqm: 0 });
    expect(await shares()).toEqual([["kept", 0.1, null]]);
    await database.query(
      "UPDATE store.building SET gfa_above_sqm = 400 WHERE district_id = $1 AND id = 'v2'",
      [DISTRICT],
    );
    // 500 of 2,100 m² is above it
    expect(await shares()).toEqual([
      ["kept", 0.1, null],
      ["broken", 500 / 2100, 2],
    ]);
    await works("village", { newSqm: 300, policyTrack: "urban-village.mixed" });
    expect(await shares()).toEqual([["kept", 0.1, null]]);
  });
});

describe("the rise of rents", () => {
  const told = { edition: "2023", indicator: "L02", zone: `district:${DISTRICT}`, toldBy: "示例统计部门" };
  const enter = (value: number, asOf: string) => send("POST", "indicator-values", { ...told, value, asOf });

  it("is watched for the city: not entered until it is, and never what passes or blocks a project", async () => {
    const before = await listsOf("estate");
    expect(await lineOf("estate", "city-indicator")).toMatchObject({
      ...{ verdict: "monitored", low: null, limit: 0.05 },
      monitored: { edition: "2023", indicator: "L02", zone: told.zone, asOf: null },
    });
    expect((await enter(-2, "2025-12-31")).json().error).toMatchObject({ path: "value" });
    // rents may fall
    expect((await enter(-0.02, "2024-12-31")).statusCode).toBeLessThan(300);
    expect(await lineOf("estate", "city-indicator")).toMatchObject({ verdict: "monitored", low: -0.02 });
    await enter(0.06, "2025-12-31");
    expect(await lineOf("estate", "city-indicator")).toMatchObject({
      ...{ verdict: "monitored", low: 0.06, reason: { code: "monitor-met" } },
      monitored: { asOf: "2025-12-31", toldBy: "示例统计部门" },
    });
    const after = await listsOf("estate");
    expect(after.status).toBe(before.status);
    expect(after.reasons.map(({ code }) => code)).toContain("monitor-met");
  });
});
