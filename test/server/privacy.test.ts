import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, it } from "vitest";
import { AnalysisName } from "../../server/contract/analyses.ts";
import type { Database } from "../../server/database/database.ts";
import { loadStandards } from "../../server/database/standards.ts";
import { STANDARDS_DIRECTORY } from "../../server/standards-directory.ts";
import { appForTests } from "../support/app-for-tests.ts";
import { testDatabase } from "../support/database.ts";
import { rectangle, World } from "../support/world.ts";

/*
 What is internal is changed in the record, and everything is asked again: a public answer may not differ by a byte, in
 whatever form it would tell. The same questions asked with INTERNAL=1 do differ where they tell it.
*/
const world = new World("privacy")
  .district(rectangle(0, 0, 1000, 200))
  .zone({ id: "estate:1", kind: "estate", nameZh: "试验小区", ring: rectangle(90, 40, 300, 40) })
  .zone({ id: "community:1", kind: "community", nameZh: "试验社区", ring: rectangle(0, 0, 500, 200) })
  .project({ id: "p", nameZh: "试验项目", at: [105, 55], level: "public", stage: "谋划" })
  .facility({ category: "primary-school", at: [400, 100] });
for (let at = 0; at < 6; at++) {
  const ring = rectangle(100 + 50 * at, 50, 10, 10);
  world.building({
    ring,
    yearBuilt: 1990 + 4 * at,
    floors: 7,
    hasLift: at === 3,
    dwellings: 20,
    residents: 40,
  });
}

const DISTRICT = `district:${world.districtId}`;
const [LON, LAT] = world.toLonLat([105, 55]);
const TILE_ZOOM = 14;
const tileX = Math.floor(((LON + 180) / 360) * 2 ** TILE_ZOOM);
const radians = (LAT * Math.PI) / 180;
const tileY = Math.floor(((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * 2 ** TILE_ZOOM);

/** What stands in the places of addresses; below a project its id, in those of all other routes what is not there. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  "/api/zones/{id}": [DISTRICT],
  "/api/features/{layer}/{id}": ["building/b0", "zone/estate:1", "project/p"],
  "/api/profiles/{layer}/{id}": ["walkway/none"],
  "/api/datasets/{district}/report": [world.districtId],
  "/api/acquisition-plots/{id}": ["plot"],
  "/api/estates/{id}": ["estate:1"],
  "/api/indicators/{code}/ranking": ["H01"],
  "/api/indicators/{code}/trend": ["H01"],
  "/api/safety-records/{id}": ["b0"],
  "/api/projects/{id}/evidence/{kind}/files/{file}": ["p/evidence/residents-proposal/files/f"],
  "/api/reach/{category}": ["primary-school"],
  "/tiles/terrain/{z}/{x}/{y}.png": [`${TILE_ZOOM}/${tileX}/${tileY}`],
  "/tiles/{layer}/{z}/{x}/{y}.mvt": ["building", "zone", "project", "parcel"].map(
    (layer) => `${layer}/${TILE_ZOOM}/${tileX}/${tileY}`,
  ),
};
const QUERIES: Readonly<Record<string, string>> = {
  "/api/households": "plot=plot",
  "/api/place": `lon=${LON}&lat=${LAT}`,
  "/api/search": "q=试验",
  "/api/project-batches": "year=2026",
  "/api/walk-path": `from=${LON},${LAT}&to=${LON + 0.001},${LAT}`,
};
const BODIES: Readonly<Record<string, readonly object[]>> = {
  isochrone: [{ origin: [LON, LAT], minutes: [5], persona: "adult", direction: "from" }],
  "filter-count": [{ area: { zone: DISTRICT }, conditions: [{ field: "yearBuilt", op: "lt", value: 2000 }] }],
  "filter-list": [{ area: { zone: DISTRICT } }],
};
/** What no data is told by, or what counts how often it was asked. */
const LEFT_OUT = ["/metrics", "/api/ready"];

/** Questions that tell what is internal to whom it is served. */
const TELLING = [
  "GET /api/features/building/b0",
  "GET /api/acquisition-plots/plot",
  "GET /api/filter-fields",
  "GET /api/households",
  "GET /api/operation-units",
  "GET /api/programme-page",
  "GET /api/projects/p/evidence/residents-proposal/files/f",
  "GET /api/projects/p/programme",
  "GET /api/safety-records",
  "GET /api/safety-records/b0",
  `GET /tiles/building/${TILE_ZOOM}/${tileX}/${tileY}.mvt`,
  "GET /tiles/building-columns",
  "POST /api/analyses/answer-sheet",
  "POST /api/analyses/filter-list",
  "POST /api/analyses/health-check",
].sort();

interface Route {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly payload?: object;
}

let database: Database;
let routes: Route[];

async function findRoutes(app: FastifyInstance): Promise<Route[]> {
  const { paths } = (await app.inject("/api/openapi.json")).json() as {
    paths: Record<string, Record<string, unknown>>;
  };
  const asked = Object.entries(paths)
    .filter(([path, methods]) => "get" in methods && !LEFT_OUT.includes(path))
    .flatMap(([path]): Route[] =>
      addressesOf(path).map((address) => ({
        method: "GET",
        url: `${address}?district=${world.districtId}&${QUERIES[path] ?? ""}`,
      })),
    );
  const questions = AnalysisName.options.flatMap((name) =>
    (BODIES[name] ?? [{ area: { zone: DISTRICT } }]).map((payload) => ({
      ...{ method: "POST" as const, url: `/api/analyses/${name}?district=${world.districtId}`, payload },
    })),
  );
  return [...asked, ...questions];
}

function addressesOf(path: string): string[] {
  if (!path.includes("{")) return [path];
  const places = PLACES[path];
  if (!places) return [path.replace(/^(.api.projects.)\{id\}/, "$1p").replace(/\{\w+\}/g, "none")];
  const tail = path.slice(path.lastIndexOf("}") + 1);
  return places.map((place) => `${path.slice(0, path.indexOf("{"))}${place}${tail}`);
}

// each time a service of its own, so that nothing is kept from before
async function askAll(internal: boolean, only?: readonly string[]): Promise<Map<string, string>> {
  const app = appForTests(database, { INTERNAL: internal ? "1" : "0" });
  try {
    routes ??= await findRoutes(app);
    const answers = new Map<string, string>();
    for (const { method, url, payload } of routes) {
      const name = `${method} ${url.split("?")[0]}`;
      if (only && !only.includes(name)) continue;
      const reply = await app.inject({ method, url, ...(payload && { payload }) });
      expect(reply.statusCode, url).not.toBe(500);
      answers.set(name, `${reply.statusCode} ${reply.rawPayload.toString("base64")}`);
    }
    return answers;
  } finally {
    await app.close();
  }
}

/** Public things of which something is internal: a plot, whose households are; a unit, whose rent is. */
const OPEN_ROWS = [
  `acquisition_plot (district_id, id, purpose, name_zh, source, level) VALUES ($1, 'plot', 'acquisition', 'x', 'x', 'public')`,
  `plot_households VALUES ($1, 'plot', 'dwelling', 60, NULL)`,
  `project_evidence (district_id, project_id, kind, held_on, body, passed)
   VALUES ($1, 'p', 'residents-proposal', '2026-01-01', 'x', true)`,
  `operation_unit (district_id, id, project_id, name_zh, kind, area_sqm, let_sqm, as_of, source)
   VALUES ($1, 'unit', 'p', 'x', 'retail', 100, 50, '2026-01-01', 'x')`,
];

/** Tables that are internal as a whole, with a row to be there or not. */
const INTERNAL_ROWS: Readonly<Record<string, string>> = {
  safety_file: `(district_id, building_id, disposition) VALUES ($1, 'b0', 'demolish')`,
  safety_inspection: `(district_id, building_id, id, inspected_on, inspector, grade) VALUES ($1, 'b0', '1', '2020-01-01', 'x', 'D')`,
  household: `(district_id, id, plot, number, kind, stages) VALUES ($1, '1', 'plot', '1', 'shop', '{"signed": "2020-01-01"}')`,
  evidence_file: `(district_id, id, project_id, kind, name, media_type, content)
    VALUES ($1, 'f', 'p', 'residents-proposal', '签到表.pdf', 'application/pdf', '%PDF')`,
  safety_hazard: `(district_id, building_id, id, found_on, description) VALUES ($1, 'b0', '1', '2020-01-01', 'x')`,
};

async function changeWhatIsInternal(grades: string, hasRows: boolean): Promise<void> {
  await database.query(
    "UPDATE store.building SET safety_grade = nullif(substr($2, ordinal + 1, 1), '') WHERE district_id = $1",
    [world.districtId, grades],
  );
  const rent = hasRows ? [95, "甲方"] : [null, null];
  await database.query(
    "UPDATE operation_unit SET rent_yuan = $2, contract_note = $3 WHERE district_id = $1",
    [...[world.districtId, ...rent]],
  );
  for (const [table, row] of Object.entries(INTERNAL_ROWS)) {
    await database.query(`DELETE FROM ${table} WHERE district_id = $1`, [world.districtId]);
    if (hasRows) await database.query(`INSERT INTO ${table} ${row}`, [world.districtId]);
  }
}

function differing(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  return [...one].filter(([name, answer]) => other.get(name) !== answer).map(([name]) => name);
}

beforeAll(async () => {
  database = await testDatabase();
  await loadStandards(database, STANDARDS_DIRECTORY);
  const { rows } = await database.query<{ code: string }>("SELECT code FROM facility_category");
  world.reachRun("adult", Array(6).fill(true));
  const seconds = Array(6).fill(100);
  for (const { code } of rows) world.reach("adult", code, { toS: seconds, fromS: seconds, metres: seconds });
  await world.insert(database);
  for (const row of OPEN_ROWS) await database.query(`INSERT INTO ${row}`, [world.districtId]);
});
afterAll(async () => {
  await changeWhatIsInternal("", false);
  for (const table of ["acquisition_plot", "operation_unit", "project_evidence"])
    await database.query(`DELETE FROM ${table} WHERE district_id = $1`, [world.districtId]);
  await world.remove(database);
  await database.close();
});

it("no public answer of any route, tile, search, count or list depends on what is internal", async () => {
  await changeWhatIsInternal("ABCDDD", false);
  const [open, inside] = [await askAll(false), await askAll(true, TELLING)];
  await changeWhatIsInternal("DDAABC", true);
  const [openAfter, insideAfter] = [await askAll(false), await askAll(true, TELLING)];
  expect(differing(open, openAfter)).toEqual([]);
  expect(differing(inside, insideAfter).sort()).toEqual(TELLING);
  expect(Buffer.from(open.get("GET /api/filter-presets")!.slice(4), "base64").toString()).not.toContain(
    "safetyGrade",
  );
});

it.each([
  [
    "filter-count",
    { conditions: [{ field: "safetyGrade", op: "in", value: ["C", "D"] }] },
    "conditions.0.field",
  ],
  [
    "filter-count",
    { conditions: [{ field: "safetyGrade", op: "known", value: true }] },
    "conditions.0.field",
  ],
  ["filter-list", { sort: "safetyGrade" }, "sort"],
])("a public %s that rests on a grade is refused, and says what may be asked", async (name, body, path) => {
  const ask = async (internal: boolean) => {
    const app = appForTests(database, { INTERNAL: internal ? "1" : "0" });
    const payload = { area: { zone: DISTRICT }, ...body };
    const reply = await app.inject({
      ...{ method: "POST", url: `/api/analyses/${name}?district=${world.districtId}`, payload },
    });
    await app.close();
    return reply;
  };
  const refused = await ask(false);
  expect(refused.statusCode).toBe(403);
  const { error } = refused.json();
  expect(error).toMatchObject({ code: "forbidden", path, details: { value: "safetyGrade" } });
  expect(error.details.allowed).toContain("yearBuilt");
  expect(error.details.allowed).not.toContain("safetyGrade");
  expect((await ask(true)).statusCode).toBe(200);
});
