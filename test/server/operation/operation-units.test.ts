import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OperationList, OperationUnit } from "../../../server/contract/operation.ts";
import type { Database } from "../../../server/database/database.ts";
import { loadStandards } from "../../../server/database/standards.ts";
import { STANDARDS_DIRECTORY } from "../../../server/standards-directory.ts";
import { appForTests } from "../../support/app-for-tests.ts";
import { removeDistrict, seedDistrict } from "../../support/catalogue-district.ts";
import { testDatabase } from "../../support/database.ts";

const DISTRICT = "operation";
let database: Database;
let whole: FastifyInstance;
let open: FastifyInstance;

beforeAll(async () => {
  database = await testDatabase();
  await loadStandards(database, STANDARDS_DIRECTORY);
  await seedDistrict(database, DISTRICT);
  whole = appForTests(database, { INTERNAL: "1" });
  open = appForTests(database);
});
afterAll(async () => {
  await Promise.all([whole.close(), open.close()]);
  await database.query("DELETE FROM operation_unit WHERE district_id = $1", [DISTRICT]);
  await removeDistrict(database, DISTRICT);
  await database.close();
});

const send = (method: "GET" | "POST" | "PUT", path: string, payload?: object, to = whole) =>
  to.inject({
    method,
    url: `/api/${path}${path.includes("?") ? "&" : "?"}district=${DISTRICT}`,
    ...(payload && { payload }),
  });
const UNIT = {
  project: "p1",
  nameZh: "一层商业",
  kind: "retail",
  asOf: "2026-03-31",
  source: "运营单位月报",
};
const add = (unit: object, to = whole) => send("POST", "operation-units", { ...UNIT, ...unit }, to);
const list = async (to = whole, query = "") =>
  OperationList.parse((await send("GET", `operation-units?project=p1${query}`, undefined, to)).json());

describe("the operation of a project", () => {
  it("is told by unit and summed, rents and contracts to nobody outside", async () => {
    const rented = {
      areaSqm: 1000,
      letSqm: 800,
      rentYuan: 60,
      contractFrom: "2026-01-01",
      contractNote: "保底加提成",
    };
    const { id, changes } = OperationUnit.parse((await add({ ...rented, operator: "示例运营公司" })).json());
    await add({ nameZh: "二层办公", kind: "office", areaSqm: 1000, letSqm: 200, rentYuan: 30 });
    await add({ nameZh: "三层", kind: "culture", areaSqm: 500 });
    await add({ nameZh: "旧店", closedOn: "2026-02-01", areaSqm: 90, letSqm: 0 });
    const { sums, items, total } = await list();
    expect(total).toBe(4);
    // run are three; (800 + 200) of 2000 m² are let, of the third it is not known; rent (60 × 800 + 30 × 200) ÷ 1000
    expect(sums).toMatchObject({ units: 3, scenes: 2, areaSqm: 2500, occupancy: 0.5, occupancyUnknown: 1 });
    expect(sums).toMatchObject({ rentYuan: 54, rentUnknown: 1 });
    expect(items.find((each) => each.id === id)).toMatchObject({ occupancy: 0.8, scene: true, rentYuan: 60 });
    const outside = await list(open);
    expect(outside.sums).toMatchObject({ occupancy: 0.5, rentYuan: null, rentUnknown: null });
    expect(JSON.stringify(outside)).not.toMatch(/保底加提成|"rentYuan":\d/);
    expect(outside.items).toHaveLength(4);

    // who is not told the rent cannot write it, and what he writes leaves it as it was
    const {
      id: _,
      project: __,
      occupancy: _o,
      scene: _s,
      invented: _i,
      changes: _c,
      ...body
    } = outside.items.find((each) => each.id === id)!;
    const seen = changes[0]!.version;
    const put = (unit: object, to = whole, version = seen) =>
      send("PUT", `operation-units/${id}?seen=${version}`, unit, to);
    expect((await put({ ...body, rentYuan: 1 }, open)).json().error).toMatchObject({
      code: "forbidden",
      path: "rentYuan",
    });
    expect((await put({ ...body, letSqm: 900 }, open)).statusCode).toBe(200);
    expect((await put(body)).statusCode).toBe(409);
    const now = (await list()).items.find((each) => each.id === id)!;
    expect(now).toMatchObject({ letSqm: 900, rentYuan: 60, contractNote: "保底加提成" });
    // that only the rent was written is not told outside
    const rent = { ...body, letSqm: 900, rentYuan: 70, contractFrom: null, contractNote: null };
    expect((await put(rent, whole, now.changes[0]!.version)).statusCode).toBe(200);
    const told = async (to: FastifyInstance) =>
      (await list(to)).items.find((each) => each.id === id)!.changes.length;
    expect([await told(whole), await told(open)]).toEqual([3, 2]);
    // nor in the history of its project, where it stands beside all else
    const history = async (to: FastifyInstance) =>
      (await send("GET", "projects/p1/programme", undefined, to)).json().changes as { entity: string }[];
    const [inside, outsideNow] = [await history(whole), await history(open)];
    expect([inside.length, outsideNow.length]).toEqual([6, 5]);
    expect(JSON.stringify(outsideNow)).not.toContain("rentYuan");
  });

  it("has a balance by year, unknown where a line of it is", async () => {
    const line = (path: string, amountYuan: number | null) =>
      send("PUT", `projects/p1/income/${path}`, { amountYuan, basis: "年报" });
    await line("2025/rent", 500_000);
    await line("2025/running-cost", 200_000);
    await line("2026/rent", null);
    expect((await list()).years).toEqual([
      { year: 2025, incomeYuan: 500_000, costYuan: 200_000, netYuan: 300_000 },
      { year: 2026, incomeYuan: null, costYuan: null, netYuan: null },
    ]);
  });

  it("refuses what cannot be", async () => {
    const path = async (unit: object) => (await add(unit)).json().error.path;
    expect(await path({ kind: "casino" })).toBe("kind");
    expect(await path({ areaSqm: 10, letSqm: 11 })).toBe("letSqm");
    expect(await path({ contractFrom: "2026-02-01", contractTo: "2026-01-01" })).toBe("contractTo");
    expect(await path({ asOf: "2999-01-01" })).toBe("asOf");
    expect((await add({ project: "none" })).statusCode).toBe(404);
    // a project that is not public is none to who sees only what is
    expect((await add({ project: "p2" }, open)).statusCode).toBe(404);
    const readOnly = appForTests(database, { READ_ONLY: "1" });
    expect((await add({}, readOnly)).statusCode).toBe(403);
    await readOnly.close();
  });
});
