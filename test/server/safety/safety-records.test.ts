import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SafetyPage, SafetyRecordList } from "../../../server/contract/safety-records.ts";
import type { Database } from "../../../server/database/database.ts";
import { loadStandards } from "../../../server/database/standards.ts";
import { STANDARDS_DIRECTORY } from "../../../server/standards-directory.ts";
import { appForTests } from "../../support/app-for-tests.ts";
import { testDatabase } from "../../support/database.ts";
import { rectangle, World } from "../../support/world.ts";

const DISTRICT = "safety-records";
const house = (x: number) => rectangle(x, 50, 10, 10);
const world = new World(DISTRICT)
  .district(rectangle(0, 0, 1000, 200))
  .building({ id: "a", ring: house(100), yearBuilt: 1990, safetyGrade: "B" })
  .building({ id: "b", ring: house(200), yearBuilt: 1990, safetyGrade: "D" })
  .building({ id: "c", ring: house(300) })
  .building({ id: "d", ring: house(400), inSums: false });

let database: Database;
let app: FastifyInstance;
beforeAll(async () => {
  database = await testDatabase();
  await loadStandards(database, STANDARDS_DIRECTORY);
  await world.insert(database);
  app = appForTests(database, { INTERNAL: "1" });
});
afterAll(async () => {
  await app.close();
  for (const table of ["safety_file", "safety_inspection", "safety_hazard"])
    await database.query(`DELETE FROM ${table} WHERE district_id = $1`, [DISTRICT]);
  await world.remove(database);
  await database.close();
});

type Method = "GET" | "POST" | "PUT" | "PATCH";
const send = (method: Method, path: string, payload?: object, to = app) =>
  to.inject({
    method,
    url: `/api/safety-records${path}${path.includes("?") ? "&" : "?"}district=${DISTRICT}`,
    ...(payload && { payload }),
  });
const list = async (query = "") => SafetyRecordList.parse((await send("GET", query)).json());
const done = async (method: Method, path: string, body: object) =>
  SafetyPage.parse((await send(method, path, body)).json());
const inspect = (id: string, inspectedOn: string, grade: string | null = null) =>
  done("POST", `/${id}/inspections`, { inspectedOn, inspector: "示例鉴定机构", grade });

describe("the housing safety archive", () => {
  it("says when each building is due by its age when it was last inspected, and who was never inspected", async () => {
    expect((await list()).states).toEqual({ overdue: 0, soon: 0, later: 0, never: 3, unknown: 0 });
    // 19 years old: 10 years; 20 and 30: 5; 31: 2
    for (const [day, due] of [
      ["2009-06-30", "2019-06-30"],
      ["2010-06-30", "2015-06-30"],
      ["2020-02-29", "2025-02-28"],
      ["2021-01-01", "2023-01-01"],
    ]) {
      expect((await inspect("a", day!)).record.dueOn).toBe(due);
    }
    // without a year of building nobody can say how often
    expect((await inspect("c", "2020-01-01")).record).toMatchObject({ dueOn: null, dueState: "unknown" });
    const { items, states, today } = await list();
    expect(items.map(({ id, dueState }) => [id, dueState])).toEqual([
      ["a", "overdue"],
      ["b", "never"],
      ["c", "unknown"],
    ]);
    expect(states).toMatchObject({ overdue: 1, never: 1, unknown: 1 });
    expect((await list("?due=overdue")).items.map(({ id }) => id)).toEqual(["a"]);
    // due today two years from the last inspection is soon; overdue only from tomorrow
    const twoYearsAgo = `${Number(today.slice(0, 4)) - 2}${today.slice(4)}`.replace("02-29", "02-28");
    expect((await inspect("b", twoYearsAgo, "C")).record).toMatchObject({
      dueState: "soon",
      grade: "C",
      gradeBy: "inspection",
    });
    expect((await inspect("b", today)).record).toMatchObject({ dueState: "later", grade: "C" });
  });

  it("keeps hazards open until they are closed, with 一楼一策, fund and insurance, and every write in the history", async () => {
    const found = await done("POST", "/b/hazards", { foundOn: "2025-05-01", description: "外墙空鼓" });
    const [hazard] = found.hazards;
    expect(found.record.openHazards).toBe(1);
    expect((await list("?hazards=open")).items.map(({ id }) => id)).toEqual(["b"]);
    const close = (closedOn: string) =>
      send("PATCH", `/b/hazards/${hazard!.id}`, { closedOn, closing: "已加固" });
    expect((await close("2025-04-30")).json().error).toMatchObject({
      code: "invalid-parameter",
      path: "closedOn",
    });
    expect((await close("2025-06-01")).json().record.openHazards).toBe(0);
    expect((await close("2025-06-01")).json().error.code).toBe("conflict");
    const file = {
      fundAccount: "示例账户",
      insuredUntil: "2027-12-31",
      disposition: "repair",
      measures: "加固外墙",
    };
    const page = await done("PUT", "/b/file", file);
    expect(page).toMatchObject({ file, record: { disposition: "repair", insuredUntil: "2027-12-31" } });
    expect((await list("?disposition=repair")).total).toBe(1);
    expect(page.changes.map(({ entity }) => entity)).toEqual(
      expect.arrayContaining(["safety-file", "safety-hazard", "safety-inspection"]),
    );
    expect(page.changes[0]).toMatchObject({ entity: "safety-file", before: null, after: file });
  });

  it.each([
    ["POST", "/a/inspections", { inspectedOn: "2999-01-01", inspector: "x" }, "inspectedOn"],
    ["POST", "/a/inspections", { inspectedOn: "2020-01-01", inspector: "x", grade: "E" }, "grade"],
    ["POST", "/a/hazards", { foundOn: "2020-01-01", description: " " }, "description"],
    ["PUT", "/a/file", { disposition: "拆" }, "disposition"],
  ] as const)("refuses what cannot be: %s %s", async (method, path, body, field) => {
    const reply = await send(method, path, body);
    expect(reply.statusCode).toBe(400);
    expect(reply.json().error).toMatchObject({ code: "invalid-parameter", path: field });
  });

  it("is refused as a whole to the public, whether there is such a building or not, and to writes where only reading is served", async () => {
    const open = appForTests(database);
    for (const path of ["", "/a", "/none"]) {
      const reply = await send("GET", path, undefined, open);
      expect([reply.statusCode, reply.json().error.message]).toEqual([
        403,
        "You may not read safety-records here.",
      ]);
    }
    expect((await send("PUT", "/a/file", {}, open)).statusCode).toBe(403);
    await open.close();
    const reader = appForTests(database, { INTERNAL: "1", READ_ONLY: "1" });
    expect((await send("PUT", "/a/file", {}, reader)).statusCode).toBe(403);
    await reader.close();
    expect((await send("GET", "/none")).statusCode).toBe(404);
  });
});
