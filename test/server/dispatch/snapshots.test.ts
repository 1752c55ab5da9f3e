import fc from "fast-check";
import type { FastifyInstance } from "fastify";
import { readXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../../server/app.ts";
import { readConfig } from "../../../server/config.ts";
import { ApprovalList, MatterList } from "../../../server/contract/consultation.ts";
import { DispatchMonth } from "../../../server/contract/dispatch.ts";
import { Scorecard, SnapshotPage } from "../../../server/contract/dispatch-snapshot.ts";
import type { Database } from "../../../server/database/database.ts";
import { loadStandards } from "../../../server/database/standards.ts";
import { STANDARDS_DIRECTORY } from "../../../server/standards-directory.ts";
import { CENTRE, removeDistrict, seedDistrict } from "../../support/catalogue-district.ts";
import { testDatabase } from "../../support/database.ts";

// snapshots are never taken away, so each run has a district of its own
const DISTRICT = `snapshots-${Date.now()}`;
const [LON, LAT] = CENTRE;
let database: Database;
let app: FastifyInstance;

const appWith = (env: Record<string, string>) =>
  createApp({ database, config: readConfig({ LOG_LEVEL: "error", ...env }) });

async function addReturn(project: string, month: string, more: Record<string, unknown> = {}): Promise<void> {
  const row = {
    ...{ district_id: DISTRICT, project_id: project, month: `${month}-01`, level: "public", unit: "甲单位" },
    ...{
      year_plan_wan_yuan: 1200,
      year_done_wan_yuan: 1000,
      arrived_wan_yuan: 800,
      paid_wan_yuan: 600,
      ...more,
    },
  };
  await database.query(
    `INSERT INTO dispatch_return SELECT * FROM jsonb_populate_record(NULL::dispatch_return, $1::jsonb)
     ON CONFLICT (district_id, project_id, month) DO UPDATE SET year_done_wan_yuan = EXCLUDED.year_done_wan_yuan,
       unit = EXCLUDED.unit, problem = EXCLUDED.problem`,
    [JSON.stringify(row)],
  );
}

beforeAll(async () => {
  database = await testDatabase();
  await loadStandards(database, STANDARDS_DIRECTORY);
  const { id, datasetId } = await seedDistrict(database, DISTRICT);
  await database.query(
    `INSERT INTO store.project (district_id, dataset_id, id, code, name_zh, categories, stage, level, geom)
     VALUES ($1, $2, 'a', 'A-1', '甲项目', '{}', '在建', 'public', ST_SetSRID(ST_MakePoint($3, $4), 4326)),
       ($1, $2, 'b', 'B-2', '乙项目', '{}', '开工', 'public', ST_SetSRID(ST_MakePoint($3, $4), 4326)),
       ($1, $2, 'n', 'N-4', '内项目', '{}', '在建', 'internal', ST_SetSRID(ST_MakePoint($3, $4), 4326))`,
    [id, datasetId, LON, LAT],
  );
  for (const month of ["2026-09", "2026-10"]) await addReturn("a", month);
  await addReturn("b", "2026-10", { year_done_wan_yuan: 700, unit: "乙单位", arrived_wan_yuan: null });
  app = appWith({});
});
afterAll(async () => {
  await app.close();
  await removeDistrict(database, DISTRICT);
  await database.close();
});

const ask = (method: "GET" | "POST" | "PUT" | "PATCH", path: string, payload?: object, to = app) =>
  to.inject({
    method,
    url: `/api/${path}${path.includes("?") ? "&" : "?"}district=${DISTRICT}`,
    ...(payload && { payload }),
  });
const snapshot = async (month: string) => {
  const reply = await ask("POST", "snapshots", { month });
  expect(reply.statusCode).toBe(201);
  return SnapshotPage.parse(reply.json());
};
const lights = async () => {
  const { items } = DispatchMonth.parse((await ask("GET", "dispatch?month=2026-10")).json());
  return Object.fromEntries(
    items.map(({ project, light, reasons }) => [project, [light, ...reasons.map(({ rule }) => rule)]]),
  );
};

describe("a matter and an approval", () => {
  it("is carried over while open, gives its project a light when late, and is gone from the next quarter once closed", async () => {
    // 1,000 and 700 of 1,200 × 10/12: all of the schedule, and 0.7 of it
    expect(await lights()).toEqual({ a: ["green"], b: ["yellow", "behind"] });
    const added = await ask("POST", "matters", {
      ...{
        project: "a",
        quarter: "2026-Q3",
        problem: "管线迁改",
        raisedBy: "甲单位",
        departments: ["区住建委"],
      },
      ...{ deadline: "2026-10-10" },
    });
    expect(added.statusCode).toBe(201);
    const ledger = async (quarter: string) =>
      MatterList.parse((await ask("GET", `matters?quarter=${quarter}`)).json()).items.map(
        ({ problem, carriedOver }) => `${problem} ${carriedOver}`,
      );
    expect(await ledger("2026-Q3")).toEqual(["管线迁改 false"]);
    expect(await ledger("2026-Q4")).toEqual(["管线迁改 true"]);
    expect(await ledger("2026-Q2")).toEqual([]);
    expect((await lights()).a).toEqual(["yellow", "matter-overdue"]);
    // neither before it was raised, nor on a day to come, nor in a year that was typed in two digits
    for (const [path, day] of [
      ["deadline", "2026-06-30"],
      ["closedOn", "2026-06-30"],
      ["closedOn", "2099-01-01"],
      ["closedOn", "0026-10-12"],
    ] as const) {
      const refused = await ask("PATCH", `matters/${added.json().id}`, { [path]: day });
      expect(refused.json().error).toMatchObject({
        code: "invalid-parameter",
        path,
        details: { value: day },
      });
    }
    const closed = await ask("PATCH", `matters/${added.json().id}`, {
      closedOn: "2026-10-12",
      outcome: "已迁改",
    });
    // whoever closes it once more, in another tab, does not write over that
    const again = await ask("PATCH", `matters/${added.json().id}`, { closedOn: "2026-10-13" });
    expect(again.json().error).toMatchObject({ code: "conflict", details: { closed: "2026-10-12" } });
    expect(closed.json()).toMatchObject({ problem: "管线迁改", deadline: "2026-10-10", outcome: "已迁改" });
    expect(await ledger("2027-Q1")).toEqual([]);
    expect((await lights()).a).toEqual(["green"]);
    const approval = { project: "b", matter: "施工许可", department: "区住建委", blocking: true };
    const wrong = await ask("POST", "approvals", {
      ...approval,
      receivedOn: "2026-09-20",
      promisedOn: "2026-09-01",
    });
    expect(wrong.json().error).toMatchObject({ code: "invalid-parameter", path: "promisedOn" });
    const early = await ask("POST", "approvals", { ...approval, doneOn: "2099-01-01" });
    expect(early.json().error).toMatchObject({ path: "doneOn", details: { value: "2099-01-01" } });
    const made = await ask("POST", "approvals", {
      ...approval,
      receivedOn: "2026-09-01",
      promisedOn: "2026-10-30",
    });
    expect((await lights()).b).toEqual(["red", "blocking-overdue", "behind"]);
    const overdue = ApprovalList.parse((await ask("GET", "approvals?overdue=true")).json()).items;
    expect(overdue.map(({ matter }) => matter)).toEqual(["施工许可"]);
    await ask("PATCH", `approvals/${made.json().id}`, { doneOn: "2026-10-31" });
    expect((await lights()).b).toEqual(["yellow", "behind"]);
    const nowhere = await ask("POST", "approvals", { ...approval, project: "n" });
    expect([nowhere.statusCode, nowhere.json().error.path, nowhere.json().error.details]).toEqual([
      ...[404, "project", { value: "n" }],
    ]);
  });
});

describe("a snapshot", () => {
  it("differs from the month before by what changed, sums only what is told, and is an A3 form", async () => {
    await snapshot("2026-09");
    const { snapshot: made, items, totals, against, differences } = await snapshot("2026-10");
    expect(made).toMatchObject({ id: "2026-10.1", projects: 2 });
    expect(items.map(({ project }) => project)).toEqual(["a", "b"]);
    expect(totals.find(({ field }) => field === "arrivedWanYuan")).toMatchObject({
      sumWanYuan: 800,
      told: 1,
      unknown: 1,
    });
    expect(totals.find(({ field }) => field === "totalWanYuan")).toMatchObject({
      sumWanYuan: null,
      unknown: 2,
    });
    expect(against!.id).toBe("2026-09.1");
    expect(
      differences.map(({ project, field, before, after }) => [project, field, before, after]),
    ).toContainEqual([...["b", "yearDoneWanYuan", null, 700]]);
    expect(differences.some(({ project, field }) => project === "a" && field !== "light")).toBe(false);
    const form = await ask("GET", "snapshots/2026-10.1/form.xlsx");
    const [sheet] = (await readXlsx(form.rawPayload)).sheets;
    expect(sheet!.pageSetup).toMatchObject({ paperSize: "a3", orientation: "landscape", fitToWidth: 1 });
    expect(sheet!.rows[0]![0]).toContain("月调度表（2026-10）");
    expect(sheet!.rows[3]!.slice(0, 4)).toEqual([1, "绿灯", "A-1", "甲项目"]);
  });

  it("never changes, whatever is changed after it", async () => {
    const { snapshot: made } = await snapshot("2026-10");
    const read = async () => (await ask("GET", `snapshots/${made.id}`)).body;
    const form = async () =>
      (await readXlsx((await ask("GET", `snapshots/${made.id}/form.xlsx`)).rawPayload)).sheets[0]!.rows;
    const before = { page: await read(), form: await form() };
    const change = fc.oneof(
      fc.record({
        kind: fc.constant("return" as const),
        done: fc.nat(5000),
        problem: fc.string({ maxLength: 8 }),
      }),
      fc.record({ kind: fc.constant("stage" as const), stage: fc.constantFrom("竣工", "暂停", "出库") }),
      fc.record({ kind: fc.constant("name" as const), name: fc.string({ minLength: 1, maxLength: 6 }) }),
      fc.record({ kind: fc.constant("gone" as const) }),
      fc.record({ kind: fc.constant("again" as const) }),
      fc.record({ kind: fc.constant("earlier" as const) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        for (const each of changes) await applied(each);
        expect({ page: await read(), form: await form() }).toEqual(before);
      }),
      { numRuns: 12 },
    );
    for (const table of ["dispatch_snapshot", "dispatch_snapshot_row"]) {
      await expect(database.query(`DELETE FROM ${table} WHERE district_id = $1`, [DISTRICT])).rejects.toThrow(
        /never changed/,
      );
    }
    await expect(
      database.query("UPDATE dispatch_snapshot_row SET level = 'internal' WHERE district_id = $1", [
        DISTRICT,
      ]),
    ).rejects.toThrow(/never changed/);
  });

  it("gives a scorecard whose typed-in items are marked and whose unknown ones weigh nothing", async () => {
    const card = Scorecard.parse((await ask("GET", "snapshots/2026-10.1/scorecard")).json());
    const share = (subject: string, item: string) =>
      card.subjects.find((each) => each.subject === subject)!.shares.find((each) => each.item === item)!
        .share;
    expect(share("甲单位", "paid")).toBeCloseTo(0.75, 9);
    // 700 ÷ (1,200 × 10/12); of what arrived nothing is told
    expect(share("乙单位", "completed")).toBeCloseTo(0.7, 9);
    expect(share("乙单位", "paid")).toBeNull();
    // (20×1 + 40×0.7 + 15×1) ÷ 75
    expect(card.subjects.find(({ subject }) => subject === "乙单位")).toMatchObject({
      score: 84,
      knownWeight: 75,
    });
    const entry = { by: "unit", subject: "乙单位", share: 0.5, reason: "整改及时" };
    const wrong = await ask("PUT", "snapshots/2026-10.1/scorecard-entry", { ...entry, item: "paid" });
    expect(wrong.json().error.path).toBe("item");
    const typed = Scorecard.parse(
      (await ask("PUT", "snapshots/2026-10.1/scorecard-entry", { ...entry, item: "typed-work" })).json(),
    );
    const second = typed.subjects.find(({ subject }) => subject === "乙单位")!;
    expect(second.shares.at(-1)).toEqual({
      item: "typed-work",
      share: 0.5,
      projects: null,
      reason: "整改及时",
    });
    expect(second.knownWeight).toBe(85);
  });

  it("keeps what is internal to those who may see it, and is made by nobody who may only read", async () => {
    const internal = appWith({ INTERNAL: "1" });
    const made = SnapshotPage.parse((await ask("POST", "snapshots", { month: "2026-08" }, internal)).json());
    expect(made.items.map(({ project }) => project)).toContain("n");
    const seen = SnapshotPage.parse((await ask("GET", `snapshots/${made.snapshot.id}`)).json());
    expect(seen.items.map(({ project }) => project)).not.toContain("n");
    expect(made.snapshot.projects - seen.snapshot.projects).toBe(1);
    await internal.close();
    const readOnly = appWith({ READ_ONLY: "1" });
    expect((await ask("POST", "snapshots", { month: "2026-08" }, readOnly)).statusCode).toBe(403);
    await readOnly.close();
  });
});

type Change =
  | { readonly kind: "return"; readonly done: number; readonly problem: string }
  | { readonly kind: "stage"; readonly stage: string }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "gone" | "again" | "earlier" };

async function applied(change: Change): Promise<void> {
  switch (change.kind) {
    case "return":
      return addReturn("a", "2026-10", { year_done_wan_yuan: change.done, problem: change.problem });
    case "stage":
      await database.query("UPDATE store.project SET stage = $2 WHERE district_id = $1 AND id = 'b'", [
        DISTRICT,
        change.stage,
      ]);
      return;
    case "name":
      await database.query("UPDATE store.project SET name_zh = $2 WHERE district_id = $1 AND id = 'a'", [
        DISTRICT,
        change.name,
      ]);
      return;
    case "gone":
      await database.query("DELETE FROM dispatch_return WHERE district_id = $1 AND project_id = 'b'", [
        DISTRICT,
      ]);
      return;
    case "again":
      await ask("POST", "snapshots", { month: "2026-10" });
      return;
    case "earlier":
      await ask("POST", "snapshots", { month: "2026-09" });
  }
}
