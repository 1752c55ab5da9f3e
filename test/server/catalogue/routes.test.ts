import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DistrictList, LayerList, SearchReply, ZoneCollection } from "../../../server/contract/catalogue.ts";
import { ProgrammeFigureList } from "../../../server/contract/programme-figures.ts";
import type { Database } from "../../../server/database/database.ts";
import { loadStandards } from "../../../server/database/standards.ts";
import { appForTests } from "../../support/app-for-tests.ts";
import { CENTRE, REPORT, removeDistrict, seedDistrict } from "../../support/catalogue-district.ts";
import { testDatabase } from "../../support/database.ts";

const DISTRICT = "catalogue-routes";
const STANDARDS = new URL("../../../geodata/standards", import.meta.url).pathname;
let database: Database;
let app: FastifyInstance;

beforeAll(async () => {
  database = await testDatabase();
  await loadStandards(database, STANDARDS);
  await seedDistrict(database, DISTRICT);
  app = appForTests(database);
});
afterAll(async () => {
  await app.close();
  await removeDistrict(database, DISTRICT);
  await database.close();
});

const ask = (path: string) => app.inject(`${path}${path.includes("?") ? "&" : "?"}district=${DISTRICT}`);
const namesFound = async (q: string, more = "") => {
  const reply = SearchReply.parse((await ask(`/api/search?q=${encodeURIComponent(q)}${more}`)).json());
  return reply.items.map((hit) => `${hit.layer} ${hit.nameZh}`);
};

describe("districts", () => {
  it("come with extent, version, date and completeness", async () => {
    const list = DistrictList.parse((await app.inject("/api/districts")).json());
    const found = list.items.find((district) => district.id === DISTRICT);
    expect(found).toMatchObject({
      adcode: "990001",
      nameZh: "试区",
      sample: true,
      asOf: "2026-04-01",
      source: "hand-made",
      completeness: { building: "partial" },
    });
    expect(found!.extent[0]).toBeCloseTo(CENTRE[0] - 0.01, 9);
    expect(found!.extent[3]).toBeCloseTo(CENTRE[1] + 0.01, 9);
    expect(found!.dataVersion).toBeGreaterThan(0);
  });

  it("may be named by adcode, and one that is not there is refused", async () => {
    const byAdcode = await app.inject("/api/zones?district=990001");
    expect(byAdcode.statusCode).toBe(200);
    const unknown = await app.inject("/api/zones?district=1");
    expect(unknown.statusCode).toBe(404);
    expect(unknown.json().error.code).toBe("unknown-district");
  });
});

describe("layers", () => {
  it("count what the public may see and say where it lies; empty ones have no extent", async () => {
    const list = LayerList.parse((await ask("/api/layers")).json());
    const layers = new Map(list.items.map((layer) => [layer.name, layer]));
    expect(layers.get("building")).toMatchObject({
      count: 1,
      geometryType: "polygon",
      level: "public",
      minZoom: 12,
    });
    expect(layers.get("building")!.extent![0]).toBeCloseTo(CENTRE[0], 9);
    expect(layers.get("building")!.attributes).toContain("yearBuilt");
    expect(layers.get("parcel")).toMatchObject({ count: 0, extent: null });
    // 4 × 3 cells of 0.01°
    const terrain = layers.get("terrain")!.extent!;
    expect(terrain[2] - terrain[0]).toBeCloseTo(0.04, 9);
    expect(terrain[3] - terrain[1]).toBeCloseTo(0.03, 9);
  });
});

describe("zones", () => {
  it("of one kind come as a feature collection without internal ones", async () => {
    const zones = ZoneCollection.parse((await ask("/api/zones?kind=core")).json());
    expect(zones.features.map((zone) => zone.id)).toEqual(["core:old-town"]);
    expect(zones.features[0]!.properties).toMatchObject({ landAreaSqm: 1e6, boundaryStatus: "schematic" });
    expect(zones.features[0]!.geometry.type).toBe("MultiPolygon");
  });

  it("come one by one; an unknown or internal one is 404", async () => {
    expect((await ask("/api/zones/core:old-town")).json().properties.nameEn).toBe("Old Town");
    for (const id of ["core:nowhere", "core:hidden"]) {
      const reply = await ask(`/api/zones/${id}`);
      expect(reply.statusCode).toBe(404);
      expect(reply.json().error.code).toBe("unknown-zone");
    }
  });

  it("of a kind that is none are refused by name of the parameter", async () => {
    const reply = await ask("/api/zones?kind=village");
    expect(reply.statusCode).toBe(400);
    expect(reply.json().error).toMatchObject({ code: "invalid-parameter", path: "kind" });
  });
});

describe("features", () => {
  it("come with facts, null where unknown, and where they are from", async () => {
    const feature = (await ask("/api/features/building/w1")).json();
    expect(feature.properties).toMatchObject({
      use: "office",
      floorsAbove: 3.5,
      gfaAboveSqm: 350,
      residents: null,
    });
    expect(Object.keys(feature.properties)).not.toContain("datasetId");
    expect(feature.source).toEqual({ dataset: "hand-made", sourceId: "way/1", asOf: "2026-04-01" });
    expect(feature.geometry.coordinates[0][0][0][0]).toBeCloseTo(CENTRE[0], 6);
  });

  it("that are internal, unknown or of no layer are 404", async () => {
    const codeOf = async (path: string) => {
      const reply = await ask(path);
      expect(reply.statusCode).toBe(404);
      return reply.json().error.code;
    };
    expect(await codeOf("/api/features/building/w2")).toBe("not-found");
    expect(await codeOf("/api/features/building/nothing")).toBe("not-found");
    expect(await codeOf("/api/features/setting/x")).toBe("unknown-layer");
  });
});

describe("search", () => {
  it("finds a name in either language, the exact one first, a street of two pieces once", async () => {
    expect(await namesFound("中山路")).toEqual(["road 中山路", "metro-station 中山路站"]);
    expect(await namesFound("zhongshan")).toEqual(["metro-station 中山路站", "road 中山路"]);
    expect(await namesFound("老城")).toEqual(["zone 老城核", "project 老城改造", "facility 老城小学"]);
  });

  it("finds a name by its pinyin, whole or shortened, the whole name first", async () => {
    expect(await namesFound("laochenghe")).toEqual(["zone 老城核"]);
    expect(await namesFound("lao cheng")).toEqual(["zone 老城核", "project 老城改造", "facility 老城小学"]);
    expect(await namesFound("lchz")).toEqual([]);
    expect(await namesFound("lcxx")).toEqual(["facility 老城小学"]);
    expect(await namesFound("zsl")).toEqual(["road 中山路", "metro-station 中山路站"]);
    expect(await namesFound("shanlu")).toEqual(["metro-station 中山路站", "road 中山路"]);
  });

  it("does not find what is internal by its pinyin either", async () => {
    expect(await namesFound("neibuxiangmu")).toEqual([]);
    expect(await namesFound("yilou")).toEqual([]);
    expect(await namesFound("jialou")).toEqual(["building 甲楼"]);
  });

  it("does not find what is internal", async () => {
    expect(await namesFound("内部")).toEqual([]);
    expect(await namesFound("乙楼")).toEqual([]);
    expect(await namesFound("甲楼")).toEqual(["building 甲楼"]);
  });

  it("takes wildcards of SQL as text", async () => {
    expect(await namesFound("%")).toEqual(["project 百分之50%项目"]);
    expect(await namesFound("_")).toEqual([]);
    expect(await namesFound("\\")).toEqual([]);
  });

  it("gives pages of hits with the total", async () => {
    const first = (await ask(`/api/search?q=${encodeURIComponent("老城")}&limit=2`)).json();
    expect(first).toMatchObject({ total: 3, next: "2" });
    const second = (await ask(`/api/search?q=${encodeURIComponent("老城")}&limit=2&cursor=2`)).json();
    expect(second.items).toHaveLength(1);
    expect(second.next).toBeNull();
    expect((await ask(`/api/search?q=a&cursor=x`)).json().error.path).toBe("cursor");
  });

  it("understands a place as two numbers in either order", async () => {
    for (const q of ["106.57,29.56", "106.57 29.56", "29.56，106.57"]) {
      const [hit] = (await ask(`/api/search?q=${encodeURIComponent(q)}`)).json().items;
      expect(hit).toMatchObject({ layer: "place", extent: [106.57, 29.56, 106.57, 29.56] });
    }
    expect((await ask("/api/search?q=106.57,129.56")).json().items).toEqual([]);
  });

  it("of nothing is refused", async () => {
    expect((await ask("/api/search?q=%20")).json().error).toMatchObject({
      code: "invalid-parameter",
      path: "q",
    });
    expect((await ask("/api/search")).json().error.path).toBe("q");
  });
});

describe("records", () => {
  it("of the import come as it reported them", async () => {
    const reply = await app.inject(`/api/datasets/${DISTRICT}/report`);
    expect(reply.json()).toMatchObject({
      districtId: DISTRICT,
      report: REPORT,
      asOf: "2026-04-01",
    });
    expect((await app.inject("/api/datasets/nowhere/report")).json().error.code).toBe("unknown-district");
  });

  it("of the installation name no approval number where there is none", async () => {
    expect((await app.inject("/api/settings")).json()).toEqual({
      mapApprovalNo: null,
      basemapUrl: null,
      readOnly: false,
      internal: false,
    });
  });

  it("of official figures and facility categories are lists", async () => {
    for (const path of ["/api/published-values", "/api/programme-figures", "/api/facility-categories"]) {
      const list = (await ask(path)).json();
      expect(list.total).toBe(list.items.length);
      expect(list.next).toBeNull();
    }
  });

  it("of the programme name level, date and source, and of another district than ours none of ours", async () => {
    const { items } = ProgrammeFigureList.parse((await ask("/api/programme-figures")).json());
    expect(new Set(items.map(({ jurisdiction }) => jurisdiction))).toEqual(
      new Set(["市级", "国家", "外地案例"]),
    );
    await database.query("UPDATE district SET adcode = '500103' WHERE id = $1", [DISTRICT]);
    const own = ProgrammeFigureList.parse((await ask("/api/programme-figures")).json()).items;
    await database.query("UPDATE district SET adcode = '990001' WHERE id = $1", [DISTRICT]);
    // the projects of a generated district are no real ones; of two cores one is internal
    expect(own[0]).toMatchObject({
      code: "yuzhong-list-projects",
      value: 67,
      counted: 0,
      asOf: "2025-12-24",
    });
    expect(own.find(({ code }) => code === "yuzhong-cores")).toMatchObject({ value: 1, counted: 1 });
    expect(own.find(({ code }) => code === "yuzhong-tasks")).toMatchObject({ value: 10, counted: null });
  });

  it("lists the rule sets, national ones first, with how much of each has been entered and counts", async () => {
    const { items } = (await app.inject({ url: "/api/rule-sets" })).json();
    const shipped = items.filter(({ id }: { id: string }) => !id.startsWith("test-"));
    expect(shipped.map(({ id }: { id: string }) => id)).toEqual([
      "complete-community-2020",
      "gb-50180-2018",
      "db50-t-543-2024",
      "yuzhong-modern-community",
    ]);
    // tier 0, the block, has no minutes and is not counted; 17 + 8 + 10 of the others are required
    expect(shipped[1]).toMatchObject({ status: "unverified", required: 35 });
    expect(shipped[2]).toMatchObject({ requirements: 0, required: 0 });
    expect(shipped[3]).toMatchObject({ requirements: 3, required: 0 });
  });
});
