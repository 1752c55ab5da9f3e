import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ANALYSES, AnalysisList, type AnalysisName } from "../../../server/contract/analyses.ts";
import { MAX_AREA_VERTICES } from "../../../server/contract/geometry.ts";
import type { Database } from "../../../server/database/database.ts";
import { appForTests } from "../../support/app-for-tests.ts";
import { testDatabase } from "../../support/database.ts";
import { rectangle, World } from "../../support/world.ts";

/*
 A district of 1,000 m × 1,000 m with one building of 100 m² and 3 floors in its middle.
*/
const world = new World("analysis-routes")
  .district(rectangle(0, 0, 1000, 1000))
  .zone({ id: "core:middle", kind: "core", nameZh: "核", ring: rectangle(400, 400, 200, 200) })
  .zone({
    id: "core:hidden",
    kind: "core",
    nameZh: "内部",
    ring: rectangle(400, 400, 200, 200),
    level: "internal",
  })
  .building({ ring: rectangle(500, 500, 10, 10), floors: 3 });

let database: Database;
let app: FastifyInstance;

beforeAll(async () => {
  database = await testDatabase();
  await world.insert(database);
  app = appForTests(database);
});
afterAll(async () => {
  await app.close();
  await world.remove(database);
  await database.close();
});

const post = (name: string, body: unknown, district = world.districtId) =>
  app.inject({
    method: "POST",
    url: `/api/analyses/${name}?district=${district}`,
    headers: { "content-type": "application/json" },
    payload: typeof body === "string" ? body : JSON.stringify(body),
  });

async function refusalOf(area: unknown) {
  const reply = await post("density", { area });
  return { status: reply.statusCode, ...reply.json().error };
}

const square = world.area(rectangle(400, 400, 200, 200));
const ring = square.coordinates[0]!;

describe("the list of analyses", () => {
  it("names each with titles and the schemas of parameters and result", async () => {
    const list = AnalysisList.parse((await app.inject("/api/analyses")).json());
    expect(list.items.map(({ name }) => name)).toEqual(Object.keys(ANALYSES));
    expect(list.total).toBe(list.items.length);
    const coverage = list.items.find(({ name }) => name === "life-circle-coverage")!;
    expect(coverage.params).toMatchObject({
      type: "object",
      properties: { persona: { default: "adult" }, mode: { enum: ["time", "distance", "both"] } },
      required: ["area"],
    });
  });

  it("stands in the API documentation, a route each", async () => {
    const { paths } = (await app.inject("/api/openapi.json")).json();
    for (const name of Object.keys(ANALYSES) as AnalysisName[]) {
      const { post: operation } = paths[`/api/analyses/${name}`];
      const { properties } = operation.requestBody.content["application/json"].schema;
      // walks are asked of a place, everything else of an area
      const isOfPlace = name === "isochrone" || name === "walk-route";
      expect(properties).toHaveProperty(isOfPlace ? "origin" : "area");
      const reply = operation.responses["200"].content["application/json"].schema;
      expect(Object.keys(reply.properties)).toEqual([
        "result",
        "method",
        "inputs",
        "dataQuality",
        "dataVersion",
      ]);
    }
  });
});

describe("an answer", () => {
  it("carries method, inputs, data quality and the version of the data", async () => {
    const reply = await post("density", { area: square });
    expect(reply.statusCode).toBe(200);
    const answer = reply.json();
    expect(answer.result.buildings).toBe(1);
    expect(answer.inputs).toEqual({ district: world.districtId, area: square });
    const { rows } = await database.query("SELECT max(id) AS id FROM data_version WHERE district_id = $1", [
      world.districtId,
    ]);
    expect(answer.dataVersion).toBe(rows[0]!.id);
    expect(answer.method.map((line: { quantity: string }) => line.quantity)).toContain("siteCoverage");
    expect(answer.dataQuality).toContainEqual(expect.objectContaining({ code: "population-absent" }));
  });

  it("is the same for rings wound either way, with heights, and for a multi polygon", async () => {
    const plain = (await post("density", { area: square })).json().result;
    const reversed = { type: "Polygon", coordinates: [[...ring].reverse()] };
    const raised = { type: "Polygon", coordinates: [ring.map((position) => [...position, 250])] };
    const multi = { type: "MultiPolygon", coordinates: [square.coordinates] };
    for (const area of [raised, multi])
      expect((await post("density", { area })).json().result).toEqual(plain);
    const turned = (await post("density", { area: reversed })).json().result;
    expect(turned.areaSqm).toBeCloseTo(plain.areaSqm, 6);
    expect(turned.buildings).toBe(1);
  });

  it("about a zone is the answer about its outline", async () => {
    const zone = (await post("density", { area: { zone: "core:middle" } })).json();
    expect(zone.result).toEqual((await post("density", { area: square })).json().result);
    expect(zone.inputs.area).toEqual({ zone: "core:middle" });
  });

  it("is given a hundred times at once", async () => {
    const replies = await Promise.all(Array.from({ length: 100 }, () => post("density", { area: square })));
    expect(new Set(replies.map((reply) => reply.statusCode))).toEqual(new Set([200]));
  });

  it("about a district imported while the service runs is right, and so is the next after a new import", async () => {
    const late = new World("analysis-routes-late").district(rectangle(0, 0, 1000, 1000));
    await late.building({ ring: rectangle(500, 500, 10, 10), floors: 3, residents: 7 }).insert(database);
    const area = { zone: "district:analysis-routes-late" };
    expect((await post("density", { area }, late.districtId)).json().result.residents).toBe(7);
    const again = new World("analysis-routes-late").district(rectangle(0, 0, 1000, 1000));
    await again.building({ ring: rectangle(500, 500, 10, 10), floors: 3 }).insert(database);
    // the newer data give no population at all: null, not 7 and not 0
    expect((await post("density", { area }, late.districtId)).json().result.residents).toBeNull();
    await again.remove(database);
  });
});

describe("an area is refused", () => {
  it.each([
    ["null", null, "area"],
    ["a text", "core:middle", "area"],
    ["a point", { type: "Point", coordinates: [106.55, 29.56] }, "area.type"],
    ["a zone that is no text", { zone: 7 }, "area.zone"],
    ["an empty zone", { zone: "" }, "area.zone"],
  ])("when it is %s", async (_, area, path) => {
    expect(await refusalOf(area)).toMatchObject({ status: 400, code: "invalid-parameter", path });
  });

  it("when it is left out", async () => {
    for (const body of [{}, "null", "[]", "7"]) {
      const reply = await post("density", body);
      expect(reply.statusCode).toBe(400);
      expect(reply.json().error).toMatchObject({ code: "invalid-parameter", path: "area" });
    }
  });

  it.each([
    ["has no polygon", { type: "MultiPolygon", coordinates: [] }, "area.coordinates"],
    ["has no ring", { type: "Polygon", coordinates: [] }, "area.coordinates"],
    ["has no coordinates", { type: "Polygon" }, "area.coordinates"],
    ["has an empty ring", { type: "Polygon", coordinates: [[]] }, "area.coordinates.0"],
    ["is not closed", { type: "Polygon", coordinates: [ring.slice(0, -1)] }, "area.coordinates.0"],
    [
      "has three positions only",
      { type: "Polygon", coordinates: [[ring[0], ring[1], ring[0]]] },
      "area.coordinates.0",
    ],
    [
      "has a null coordinate",
      { type: "Polygon", coordinates: [[ring[0], [106.55, null], ring[2], ring[0]]] },
      "area.coordinates.0.1",
    ],
    [
      "has a null position in its second polygon",
      { type: "MultiPolygon", coordinates: [square.coordinates, [[ring[0], null, ring[2], ring[0]]]] },
      "area.coordinates.1.0.1",
    ],
  ])("when it %s", async (_, area, path) => {
    expect(await refusalOf(area)).toMatchObject({ status: 400, code: "invalid-geometry", path });
  });

  it("when latitude comes first, saying so", async () => {
    const swapped = { type: "Polygon", coordinates: [ring.map(([lon, lat]) => [lat, lon])] };
    const refusal = await refusalOf(swapped);
    expect(refusal).toMatchObject({ status: 400, code: "invalid-geometry", path: "area.coordinates.0.0" });
    expect(refusal.message).toContain("longitude comes first");
  });

  it("when a longitude or latitude cannot be, at 180 and 90 not yet", async () => {
    const triangle = (lon: number, lat: number) => ({
      type: "Polygon",
      coordinates: [
        [
          [lon, lat],
          [106.5, 29.5],
          [106.6, 29.5],
          [lon, lat],
        ],
      ],
    });
    expect(await refusalOf(triangle(180.1, 29))).toMatchObject({ code: "invalid-geometry" });
    expect(await refusalOf(triangle(106.55, -90.1))).toMatchObject({ code: "invalid-geometry" });
    expect((await refusalOf(triangle(180, 90))).code).not.toBe("invalid-geometry");
  });

  // a closed ring of so many corners on a circle of 100 m
  const circle = (corners: number) =>
    world.area(
      Array.from({ length: corners }, (_, index) => {
        const angle = (2 * Math.PI * index) / corners;
        return [500 + 100 * Math.cos(angle), 500 + 100 * Math.sin(angle)] as const;
      }),
    );

  it("when it has 5,001 vertices, with 5,000 not", async () => {
    expect(await refusalOf(circle(MAX_AREA_VERTICES + 1))).toMatchObject({
      status: 400,
      code: "too-many-vertices",
      details: { vertices: 5001, max: 5000 },
    });
    expect((await post("density", { area: circle(MAX_AREA_VERTICES) })).statusCode).toBe(200);
  });

  it("when it crosses itself, with the place", async () => {
    // a bow tie: its two diagonals cross in the middle
    const bow = world.area([
      [400, 400],
      [600, 600],
      [600, 400],
      [400, 600],
    ]);
    const refusal = await refusalOf(bow);
    expect(refusal).toMatchObject({ status: 400, code: "invalid-geometry", path: "area" });
    const [lon, lat] = world.toLonLat([500, 500]);
    expect(refusal.details.at[0]).toBeCloseTo(lon, 9);
    expect(refusal.details.at[1]).toBeCloseTo(lat, 9);
  });

  it("when it lies outside the district or only touches it", async () => {
    const pacific = { type: "Polygon", coordinates: [[[-160, 0], [-159, 0], [-159, 1], [-160, 0]]] }; // biome-ignore format: one line
    for (const area of [pacific, world.area(rectangle(1000, 0, 100, 100))]) {
      expect(await refusalOf(area)).toMatchObject({ status: 422, code: "area-outside-district" });
    }
  });

  it("when it is larger than 3,000 km², just below not", async () => {
    // 54.5 km × 55 km = 2,997.5 km² and 55 km × 55 km = 3,025 km², the district in the middle
    const box = (width: number) => world.area(rectangle(-width / 2, -27_500, width, 55_000));
    expect(await refusalOf(box(55_000))).toMatchObject({ status: 422, code: "area-too-large" });
    expect((await post("density", { area: box(54_500) })).statusCode).toBe(200);
    const earth = { type: "Polygon", coordinates: [[[-180, -90], [180, -90], [180, 90], [-180, 90], [-180, -90]]] }; // biome-ignore format: one line
    expect(await refusalOf(earth)).toMatchObject({ status: 422, code: "area-too-large" });
  });

  it("in the order shape, ring, range, vertices, validity, district, size", async () => {
    const far = (corners: number) => {
      const { coordinates } = circle(corners);
      return { type: "Polygon", coordinates: [coordinates[0]!.map(([lon, lat]) => [lon! + 500, lat!])] };
    };
    // out of range and of too many vertices: the range is told
    expect((await refusalOf(far(MAX_AREA_VERTICES + 1))).message).toContain("out of range");
    // crossing itself and outside: the crossing is told
    const bow = world.area([
      [5000, 0],
      [6000, 1000],
      [6000, 0],
      [5000, 1000],
    ]);
    expect((await refusalOf(bow)).code).toBe("invalid-geometry");
    // outside and too large: outside is told
    const ocean = { type: "Polygon", coordinates: [[[-170, -40], [-110, -40], [-110, 40], [-170, -40]]] }; // biome-ignore format: one line
    expect((await refusalOf(ocean)).code).toBe("area-outside-district");
  });

  it("when there is no such zone, internal ones included", async () => {
    for (const zone of ["core:nowhere", "core:hidden", "'; DROP TABLE zone; --"]) {
      expect(await refusalOf({ zone })).toMatchObject({ status: 404, code: "unknown-zone" });
    }
    // no text of PostgreSQL holds this one character
    expect(await refusalOf({ zone: "core:\u0000" })).toMatchObject({
      status: 400,
      code: "invalid-parameter",
    });
  });
});

describe("a request is refused", () => {
  it("when there is no such analysis or district", async () => {
    const analysis = await post("happiness", { area: square });
    expect(analysis.statusCode).toBe(404);
    expect(analysis.json().error.code).toBe("unknown-analysis");
    const district = await post("density", { area: square }, "nowhere");
    expect(district.json().error.code).toBe("unknown-district");
  });

  it("when a parameter is wrong or unknown, naming it", async () => {
    const persona = await post("life-circle-coverage", { area: square, persona: "cat" });
    expect(persona.statusCode).toBe(400);
    expect(persona.json().error).toMatchObject({ code: "invalid-parameter", path: "persona" });
    const unknown = await post("density", { area: square, persona: "adult" });
    expect(unknown.json().error.message).toContain("persona");
  });

  it("when it is no JSON, of another type, or too large; the service goes on", async () => {
    expect((await post("density", '{"area": ')).json().error.code).toBe("invalid-parameter");
    const text = await app.inject({
      method: "POST",
      url: "/api/analyses/density",
      headers: { "content-type": "text/plain" },
      payload: "area",
    });
    expect([text.statusCode, text.json().error.code]).toEqual([415, "unsupported-format"]);
    const large = await post("density", `{"area": "${"x".repeat(20 * 2 ** 20)}"}`);
    expect([large.statusCode, large.json().error.code]).toEqual([413, "payload-too-large"]);
    expect((await post("density", { area: square })).statusCode).toBe(200);
  });
});
