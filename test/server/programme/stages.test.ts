import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Adviser, AdviserList } from "../../../server/contract/advisers.ts";
import { ProjectScope } from "../../../server/contract/menu-survey.ts";
import { PlanDocumentPage } from "../../../server/contract/plan-documents.ts";
import { FIVE_STEPS, ProjectBatchList, ProjectProgramme } from "../../../server/contract/programme.ts";
import { ProjectList } from "../../../server/contract/projects.ts";
import type { Database } from "../../../server/database/database.ts";
import { loadStandards } from "../../../server/database/standards.ts";
import { STANDARDS_DIRECTORY } from "../../../server/standards-directory.ts";
import { appForTests } from "../../support/app-for-tests.ts";
import { CENTRE, removeDistrict, seedDistrict } from "../../support/catalogue-district.ts";
import { testDatabase } from "../../support/database.ts";

const DISTRICT = "programme-stages";
const [LON, LAT] = [CENTRE[0] + 0.004, CENTRE[1] + 0.004];
let database: Database;
let app: FastifyInstance;

const box = (east: number, north: number, side: number) => {
  const [west, south] = [LON + east, LAT + north];
  return `MULTIPOLYGON(((${west} ${south},${west + side} ${south},${west + side} ${south + side},${west} ${south + side},${west} ${south})))`;
};
// project a: three buildings, one to be demolished, one not decided; half of it in a heritage core. Project b takes the
// same money for one of its buildings.
async function seedProgramme(): Promise<void> {
  const { id, datasetId } = await seedDistrict(database, DISTRICT);
  const key = [id, datasetId];
  await database.query(
    `INSERT INTO store.project (district_id, dataset_id, id, name_zh, categories, stage, amounts, level, geom)
     VALUES ($1, $2, 'a', '甲项目', '{老旧小区}', '谋划', '[{"source": "区财政", "amountYuan": 3000000}]', 'public', ST_GeomFromText($3, 4326)),
       ($1, $2, 'b', '乙项目', '{老旧小区}', '在建', '[{"source": "区财政", "amountYuan": 1000000}]', 'public', ST_GeomFromText($4, 4326)),
       ($1, $2, 'e', '空项目', '{}', '谋划', '[]', 'public', ST_GeomFromText($4, 4326)),
       ($1, $2, 'n', '内项目', '{老旧小区}', '谋划', '[]', 'internal', ST_GeomFromText($4, 4326))`,
    [...key, box(0, 0, 0.001), box(0.0005, 0.0005, 0.001)],
  );
  const buildings = [
    ["k", 700, "keep", 0.0001],
    ["d", 200, "demolish", 0.0003],
    ["u", 100, null, 0.0006],
  ] as const;
  for (const [at, [name, gfa, disposition, east]] of buildings.entries()) {
    await database.query(
      `INSERT INTO store.building (district_id, dataset_id, id, ordinal, footprint_sqm, floors_above, floors_source,
         gfa_above_sqm, disposition, heritage, geom)
       VALUES ($1, $2, $3, $4, 100, 1, 'measured', $5, $6, false, ST_GeomFromText($7, 4326))`,
      [...key, name, 10 + at, gfa, disposition, box(east, east, 0.0001)],
    );
  }
  await database.query(
    `INSERT INTO store.control_zone (district_id, dataset_id, id, kind, name_zh, area_sqm, geom)
     VALUES ($1, $2, 'c', 'heritage-core', '老街核心保护范围', 1, ST_GeomFromText($3, 4326))`,
    [...key, box(0.0005, 0, 0.001)],
  );
}

beforeAll(async () => {
  database = await testDatabase();
  await loadStandards(database, STANDARDS_DIRECTORY);
  await seedProgramme();
  app = appForTests(database);
});
afterAll(async () => {
  await app.close();
  await database.query("DELETE FROM store.control_zone WHERE district_id = $1", [DISTRICT]);
  await removeDistrict(database, DISTRICT);
  await database.close();
});

type Method = "GET" | "POST" | "PUT" | "PATCH";
const send = (method: Method, path: string, payload?: object, to = app) =>
  to.inject({ method, url: `/api/${path}?district=${DISTRICT}`, ...(payload && { payload }) });
const move = (from: string | null, to: string, more: object = {}) =>
  send("POST", "projects/a/transitions", { from, to, ...more });
const programme = async () => ProjectProgramme.parse((await send("GET", "projects/a/programme")).json());
const statuses = async () => {
  const { moves } = await programme();
  const guards = moves.find(({ kind }) => kind === "forward")!.guards;
  return Object.fromEntries(guards.map(({ guard, status }) => [guard, status]));
};
const held = { heldOn: "2026-03-01", body: "示例居委会", passed: true };

describe("plans as documents", () => {
  it("stand under each other, are walked both ways, and a project points to its own", async () => {
    const add = async (body: object) =>
      PlanDocumentPage.parse((await send("POST", "plan-documents", { source: "test", ...body })).json()).plan;
    const special = await add({ kind: "special-plan", nameZh: "专项", zone: `district:${DISTRICT}` });
    const scheme = await add({
      kind: "area-scheme",
      nameZh: "策划",
      parent: special.id,
      zone: "core:old-town",
    });
    const own = await add({ kind: "implementation-plan", nameZh: "方案", parent: scheme.id });
    expect((await send("PUT", "projects/a/plan-document", { plan: scheme.id })).json().error).toMatchObject({
      code: "invalid-parameter",
      path: "plan",
    });
    expect((await send("PUT", "projects/a/plan-document", { plan: own.id })).statusCode).toBe(200);
    expect((await programme()).plans.map(({ nameZh }) => nameZh)).toEqual(["专项", "策划", "方案"]);
    const page = PlanDocumentPage.parse((await send("GET", `plan-documents/${scheme.id}`)).json());
    expect(page.above.map(({ id }) => id)).toEqual([special.id]);
    expect(page.below.map(({ id, projects }) => [id, projects])).toEqual([[own.id, 1]]);
    // a plan without an area of its own has that of its projects
    expect(page.below[0]!.extent![0]).toBeCloseTo(LON, 6);
    const wrong = await send("POST", "plan-documents", {
      ...{ kind: "area-scheme", nameZh: "x", source: "x", parent: own.id },
    });
    expect(wrong.json().error).toMatchObject({ code: "invalid-parameter", path: "parent" });
    expect((await send("GET", "plan-documents/none")).statusCode).toBe(404);
  });
});

describe("advisers in communities", () => {
  it("serve zones, visit them while in office, and are found by project and zone", async () => {
    const body = {
      ...{ name: "示例规划师", profession: "planner", zones: ["core:old-town"] },
      ...{ since: "2026-01-01", until: "2026-06-30", source: "示例名单" },
    };
    const refused = async (more: object) =>
      (await send("POST", "advisers", { ...body, ...more })).json().error;
    expect(await refused({ profession: "lawyer" })).toMatchObject({ path: "profession" });
    expect(await refused({ zones: ["core:none"] })).toMatchObject({ code: "unknown-zone" });
    expect(await refused({ until: "2025-12-31" })).toMatchObject({ path: "until" });
    const { id } = Adviser.parse((await send("POST", "advisers", body)).json());
    const visit = { zone: "core:old-town", project: "a", visitedOn: "2026-02-10", subject: "入户听取意见" };
    const gone = await send("POST", `advisers/${id}/visits`, { ...visit, visitedOn: "2026-07-01" });
    expect(gone.json().error.path).toBe("visitedOn");
    const visited = Adviser.parse((await send("POST", `advisers/${id}/visits`, visit)).json());
    expect(visited.visits).toMatchObject([{ subject: "入户听取意见", project: { id: "a" } }]);
    const found = async (query: object) =>
      (await app.inject(`/api/advisers?${new URLSearchParams({ district: DISTRICT, ...query })}`)).json()
        .total;
    expect([await found({ project: "a" }), await found({ project: "b" })]).toEqual([1, 0]);
  });
});

describe("a menu survey of residents", () => {
  it("becomes the scope of the project, and keeps back from the public what few households chose", async () => {
    const survey = {
      ...{ title: "示例菜单", body: "示例居委会", openedOn: "2026-02-01", closedOn: "2026-02-20" },
      ...{ askedHouseholds: 60, answeredHouseholds: 40 },
      options: [
        { item: "屋面防水", kind: "basic", votes: 36 },
        { item: "加装电梯", kind: "improving", votes: 30 },
        { item: "助餐点", kind: "raising", votes: 3 },
      ],
    };
    const at = "projects/a/surveys";
    const over = { ...survey, options: [{ ...survey.options[0], votes: 41 }] };
    expect((await send("POST", at, over)).json().error.path).toBe("options.0.votes");
    const twice = { ...survey, options: [survey.options[0], survey.options[0]] };
    expect((await send("POST", at, twice)).json().error.path).toBe("options.1.item");
    const early = { ...survey, closedOn: "2099-01-01" };
    expect((await send("POST", at, early)).json().error.path).toBe("closedOn");
    const told = ProjectScope.parse((await send("POST", at, survey)).json());
    const votesOf = ({ surveys }: ProjectScope) => surveys[0]!.options.map(({ votes }) => votes);
    // four did not choose the roof, three chose the canteen: both are told to nobody outside
    expect([votesOf(told), told.surveys[0]!.withheld]).toEqual([[null, 30, null], true]);
    const internal = appForTests(database, { INTERNAL: "1" });
    const inside = ProjectScope.parse((await send("GET", at, undefined, internal)).json());
    expect(votesOf(inside)).toEqual([36, 30, 3]);
    await internal.close();
    const { id } = told.surveys[0]!;
    const write = (lines: object[]) => send("PUT", "projects/a/scope", { lines });
    expect((await write([{ survey: id, option: 9 }])).json().error.path).toBe("lines.0.option");
    expect((await write([{ item: "外墙", kind: "basic" }])).statusCode).toBe(400);
    const lift = { survey: id, option: 1, quantity: 4, unit: "部" };
    expect((await write([lift, { ...lift, quantity: 2 }])).json().error.path).toBe("lines.1.option");
    const byHand = { item: "雨污分流", kind: "basic", reason: "管网排查发现" };
    expect(ProjectScope.parse((await write([lift, byHand])).json()).scope).toMatchObject([
      { item: "加装电梯", kind: "improving", quantity: 4, option: 1, reason: null },
      { item: "雨污分流", survey: null, reason: "管网排查发现" },
    ]);
    await database.query(
      "DELETE FROM change WHERE district_id = $1 AND layer IN ('project-survey', 'project-scope')",
      [DISTRICT],
    );
  });
});

interface Told {
  readonly guard: string;
  readonly reasons: readonly { readonly code: string; readonly values: Record<string, unknown> }[];
}
const toldOf = async (project: string, guard: string) => {
  const { moves } = ProjectProgramme.parse((await send("GET", `projects/${project}/programme`)).json());
  const guards: readonly Told[] = moves.find(({ kind }) => kind === "forward")!.guards;
  return guards.find((each) => each.guard === guard)!.reasons;
};

// the guards of the last step of a project that were judged so, with the codes of their reasons
const keptOf = async (project: string, status: string) => {
  const whole = appForTests(database, { INTERNAL: "1" });
  const reply = await send("GET", `projects/${project}/programme`, undefined, whole);
  await whole.close();
  const { guards } = ProjectProgramme.parse(reply.json()).steps.at(-1)!;
  return Object.fromEntries(
    guards
      .filter((each) => each.status === status)
      .map(({ guard, reasons }) => [guard, reasons.map(({ code }) => code)]),
  );
};

// 200 m² of 1,000 go; in one area scheme with b
async function keepToBottomLines(): Promise<void> {
  const tell = (project: string, more: object) =>
    send("PUT", `projects/${project}/works`, { basis: "示例方案", dated: "2026-04-02", ...more });
  expect(await toldOf("a", "list-rules")).toMatchObject([
    { code: "negative-unknown", values: { rule: "N3", open: "new" } },
    { code: "caution-unknown" },
    { code: "positive-met" },
  ]);
  const half = { relocatedHouseholds: 10, rehousedHouseholds: 4 };
  expect((await tell("a", { newSqm: 100, exemptNewSqm: 200 })).json().error.path).toBe("exemptNewSqm");
  expect((await tell("a", { newSqm: 100, exemptNewSqm: 50 })).json().error.path).toBe("exemptBasis");
  await tell("a", { newSqm: 500, ...half });
  // 500 ÷ 200; four of ten is told and blocks nothing
  expect(await toldOf("a", "list-rules")).toMatchObject([
    { code: "negative-met", values: { rule: "N3", low: 2.5, high: 2.5, limit: 2 } },
    { code: "caution-met", values: { rule: "C1", low: 0.4 } },
    { code: "positive-met" },
  ]);
  await tell("a", { newSqm: 400, ...half });
  expect((await statuses())["list-rules"]).toBe("passed");
  // cut in two, the scheme is judged as a whole: 400 + 100 ÷ 200
  const { plans } = await programme();
  const own = (await send("POST", "plan-documents", planOf("乙方案", plans[1]!.id))).json().plan;
  await send("PUT", "projects/b/plan-document", { plan: own.id });
  await tell("b", { newSqm: 100 });
  expect((await toldOf("a", "list-rules"))[0]).toMatchObject({
    code: "negative-met",
    values: { rule: "N3", low: 2.5, projects: 2 },
  });
  await send("PUT", "projects/b/plan-document", { plan: null });
  expect((await send("PUT", "projects/a/evidence/bottom-line-review", held)).statusCode).toBe(200);
}
const planOf = (nameZh: string, parent: string) => ({
  kind: "implementation-plan",
  nameZh,
  parent,
  source: "x",
});

describe("a project on its way", () => {
  it("is told every guard that blocks, with what is missing, and stays where it is", async () => {
    expect(await statuses()).toEqual({
      category: "passed",
      "health-check": "blocked",
      // 200 of 1,000 m² go; with the building that is not decided it may be 300
      "list-rules": "unknown",
      "area-scheme": "blocked",
      "funding-source": "passed",
      "five-steps": "blocked",
      "heritage-survey": "blocked",
      "protection-overlap": "blocked",
      "duplicate-funding": "blocked",
      "bottom-line-review": "blocked",
    });
    const reply = await move("谋划", "储备");
    expect(reply.statusCode).toBe(409);
    const { error } = reply.json();
    expect(error.code).toBe("conflict");
    expect(error.details.guards).toHaveLength(8);
    const overlap = error.details.guards.find(
      ({ guard }: { guard: string }) => guard === "protection-overlap",
    );
    // half of a square of 0.001°: 111,320 m × cos 29.5° × 110,850 m ÷ 10⁶ ÷ 2 = 5,370 m²
    expect(overlap.reasons[0].values.overlapSqm).toBeCloseTo(5370, -2);
    expect(overlap).toMatchObject({ jurisdiction: "国家", clauseStatus: "unverified" });
    expect(await programme()).toMatchObject({ stage: "谋划", steps: [] });
  });

  it("is judged by what the safety archive decides of a building, for readers of what is internal alone", async () => {
    const whole = appForTests(database, { INTERNAL: "1" });
    const shares = async (to = app) => {
      const { moves } = ProjectProgramme.parse(
        (await send("GET", "projects/a/programme", undefined, to)).json(),
      );
      const { reasons } = moves[0]!.guards.find(({ guard }) => guard === "list-rules")!;
      return reasons.flatMap(({ values }) => (values.test === "demolition-share" ? [values.undecided] : []));
    };
    const file = [DISTRICT, "u", "keep"];
    await database.query(
      "INSERT INTO safety_file (district_id, building_id, disposition) VALUES ($1, $2, $3)",
      file,
    );
    // 200 of 1,000 m² go, and all is decided
    expect(await shares(whole)).toEqual([]);
    expect(await shares()).toEqual([1]);
    await database.query("DELETE FROM safety_file WHERE district_id = $1", [DISTRICT]);
    await whole.close();
  });

  it("has no share demolished where nothing goes, however little is known of its buildings", async () => {
    const change = (set: string) =>
      database.query(`UPDATE store.building SET ${set} WHERE district_id = $1`, [DISTRICT]);
    await change(
      "disposition = 'keep', floors_above = NULL, floors_source = 'unknown', gfa_above_sqm = NULL",
    );
    expect(await statuses()).toMatchObject({ "list-rules": "passed" });
    await change("disposition = CASE id WHEN 'k' THEN 'keep' WHEN 'd' THEN 'demolish' END");
    const measured = "CASE id WHEN 'k' THEN 700 WHEN 'd' THEN 200 ELSE 100 END";
    await change(`floors_above = 1, floors_source = 'measured', gfa_above_sqm = ${measured}`);
    expect(await statuses()).toMatchObject({ "list-rules": "unknown" });
  });

  it("has its five steps held in their order, each at its date or later", async () => {
    const put = (kind: string, more: object = {}) =>
      send("PUT", `projects/a/evidence/${kind}`, { ...held, ...more });
    expect((await put(FIVE_STEPS[1])).json().error).toMatchObject({
      code: "conflict",
      details: { missing: "residents-proposal" },
    });
    await put(FIVE_STEPS[0], { attendance: 40, votesFor: 38, votesAgainst: 2 });
    expect((await put(FIVE_STEPS[1], { heldOn: "2026-02-28" })).json().error.path).toBe("heldOn");
    for (const kind of FIVE_STEPS.slice(1)) expect((await put(kind)).statusCode).toBe(200);
    // one of the 三师 signs the review, on a day in office
    expect(await toldOf("a", "five-steps")).toMatchObject([{ code: "review-unsigned" }]);
    const [adviser] = AdviserList.parse((await send("GET", "advisers")).json()).items;
    expect((await put(FIVE_STEPS[4], { adviser: adviser!.id })).json().error.path).toBe("adviser");
    expect((await put(FIVE_STEPS[3], { adviser: "adviser:none" })).json().error.path).toBe("adviser");
    const signed = { adviser: adviser!.id, heldOn: "2026-03-01" };
    expect((await put(FIVE_STEPS[3], signed)).statusCode).toBe(200);
    expect((await put("health-check")).json().error.path).toBe("zone");
    expect((await put("health-check", { zone: "community:none" })).json().error.code).toBe("unknown-zone");
    await put("health-check", { zone: "core:old-town" });
    await put("heritage-survey");
    expect(await statuses()).toMatchObject({
      "five-steps": "passed",
      "health-check": "passed",
      "heritage-survey": "passed",
    });
    expect((await programme()).evidence[1]).toMatchObject({ attendance: 40, votesAgainst: 2 });
  });

  it("passes what is met and goes past the rest only with a written reason, which stays", async () => {
    const [, scheme] = (await programme()).plans;
    const approval = { approvedBy: "示例批复单位", approvedOn: "2026-04-01", fileNumber: "演〔2026〕1号" };
    await send("PATCH", `plan-documents/${scheme!.id}`, approval);
    await database.query(
      "UPDATE store.building SET disposition = 'keep' WHERE id = 'u' AND district_id = $1",
      [DISTRICT],
    );
    await keepToBottomLines();
    const open = Object.entries(await statuses()).filter(([, status]) => status !== "passed");
    expect(open).toEqual([
      ["protection-overlap", "blocked"],
      ["duplicate-funding", "blocked"],
    ]);
    expect((await move("谋划", "储备", { override: " ok " })).json().error.path).toBe("override");
    const done = await move("谋划", "储备", { override: "只修缮外立面，不新建" });
    expect(done.json()).toMatchObject({ stage: "储备" });
    // every reader sees the new stage
    const found = await app.inject(
      `/api/projects?${new URLSearchParams({ district: DISTRICT, stages: "储备" })}`,
    );
    expect(ProjectList.parse(found.json()).items.map(({ id }) => id)).toEqual(["a"]);
    // no override is needed once nothing blocks
    await database.query("UPDATE store.project SET amounts = '[]' WHERE id = 'b' AND district_id = $1", [
      DISTRICT,
    ]);
    expect((await move("储备", "入年度计划")).statusCode).toBe(200);
    const { steps, changes, reached } = await programme();
    // what the pool asked stays readable, judged as the record is now
    expect(reached.map(({ to }) => to)).toEqual(["储备", "入年度计划"]);
    expect(reached[0]!.guards.find(({ guard }) => guard === "health-check")?.status).toBe("passed");
    // two blocked then; that the same estate was paid twice is mended since
    expect(reached[0]!.guards.filter(({ status }) => status === "blocked")).toHaveLength(1);
    expect(steps.map(({ to, actor, overrideReason }) => [to, actor, overrideReason])).toEqual([
      ["储备", "local", "只修缮外立面，不新建"],
      ["入年度计划", "local", null],
    ]);
    expect(steps[0]!.guards.filter(({ status }) => status === "blocked")).toHaveLength(2);
    // who moved it may have seen what is internal: why it was judged so is told to such readers alone
    expect(steps[0]!.guards.flatMap(({ reasons }) => reasons)).toEqual([]);
    const whole = appForTests(database, { INTERNAL: "1" });
    const told = ProjectProgramme.parse((await send("GET", "projects/a/programme", undefined, whole)).json());
    expect(told.steps[0]!.guards.flatMap(({ reasons }) => reasons)).not.toEqual([]);
    await whole.close();
    // the plan pointed to, nine records, twice what is built, two steps
    expect(changes).toHaveLength(14);
    expect(changes[0]).toMatchObject({ before: { stage: "储备" }, after: { stage: "入年度计划" } });
  });

  it("pauses with a reason and takes up the stage it left, and no other", async () => {
    expect((await move("入年度计划", "暂停")).json().error).toMatchObject({ path: "reason" });
    expect((await move("储备", "暂停", { reason: "资金调整" })).json().error.details).toEqual({
      stage: "入年度计划",
    });
    await move("入年度计划", "暂停", { reason: "资金调整" });
    expect(await programme()).toMatchObject({ stage: "暂停", pausedFrom: "入年度计划" });
    expect((await move("暂停", "开工", { reason: "直接开工" })).json().error.details).toEqual({
      moves: ["入年度计划", "出库"],
    });
    expect((await move("暂停", "入年度计划", { reason: "资金到位" })).json()).toMatchObject({
      stage: "入年度计划",
      pausedFrom: null,
    });
  });
});

describe("a project that says nothing of itself", () => {
  it("is not taken to demolish nothing where it is drawn as a point only", async () => {
    await database.query(
      `INSERT INTO store.project (district_id, dataset_id, id, name_zh, categories, stage, amounts, level, geom)
       SELECT district_id, dataset_id, 'point', '点项目', categories, stage, amounts, level, ST_PointOnSurface(geom)
       FROM store.project WHERE district_id = $1 AND id = 'b'`,
      [DISTRICT],
    );
    await database.query("UPDATE store.project SET stage = '谋划' WHERE district_id = $1 AND id = 'point'", [
      DISTRICT,
    ]);
    const refused = await send("POST", "projects/point/transitions", { from: "谋划", to: "储备" });
    expect(refused.statusCode).toBe(409);
    const { guards } = refused.json().error.details;
    const reasonsOf = (guard: string) =>
      guards.find((each: { guard: string }) => each.guard === guard)?.reasons.map(toReason);
    const toReason = ({ code, values }: { code: string; values: Record<string, unknown> }) =>
      [code, values.rule, values.open].filter(Boolean).join(" ");
    expect(reasonsOf("list-rules")).toEqual(
      expect.arrayContaining(["N1", "N2", "N3"].map((rule) => `negative-unknown ${rule} area`)),
    );
    expect(reasonsOf("bottom-line-review")).toEqual(["area-undrawn"]);
    // the step past them keeps what was not judged, and why
    const past = { from: "谋划", to: "储备", override: "待补绘范围后复核" };
    expect((await send("POST", "projects/point/transitions", past)).statusCode).toBe(200);
    expect(await keptOf("point", "unknown")).toMatchObject({
      "bottom-line-review": ["area-undrawn"],
      "list-rules": expect.arrayContaining(["negative-unknown"]),
    });
    await database.query("DELETE FROM store.project WHERE district_id = $1 AND id = 'point'", [DISTRICT]);
  });

  it("is told by each guard what it lacks", async () => {
    expect(await toldOf("e", "category")).toMatchObject([{ code: "no-category" }]);
    expect(await toldOf("e", "funding-source")).toMatchObject([{ code: "no-funding" }]);
    expect(await toldOf("e", "area-scheme")).toMatchObject([{ code: "no-area-scheme" }]);
    expect(await toldOf("e", "health-check")).toMatchObject([{ code: "no-health-check" }]);
    const moved = { from: "谋划", to: "储备", override: "补录历史项目" };
    expect((await send("POST", "projects/e/transitions", moved)).statusCode).toBe(200);
    // what did not apply is kept as such, and is nothing that was overridden
    expect(await keptOf("e", "not-applicable")).toEqual({
      "duplicate-funding": ["no-public-money"],
      "bottom-line-review": ["nothing-demolished"],
    });
    expect(await toldOf("e", "funding-amount")).toMatchObject([{ code: "no-funding" }]);
    await send("POST", "projects/e/transitions", { from: "储备", to: "出库", reason: "不再实施" });
  });
});

describe("the four batches of a year", () => {
  it("hold who stands in a stage or entered it in the year, and count whose date is unknown", async () => {
    const batches = async (year: number) => {
      const reply = await app.inject(`/api/project-batches?district=${DISTRICT}&year=${year}`);
      return Object.fromEntries(
        ProjectBatchList.parse(reply.json()).items.map(({ batch, projects, undated }) => [
          batch,
          { ids: projects.map(({ id }) => id), undated },
        ]),
      );
    };
    const year = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();
    // b came in under construction: that it has been started is known, and when is not
    const before = { reserve: [], start: [], build: ["b"], finish: [] };
    const ids = (found: Awaited<ReturnType<typeof batches>>) =>
      Object.fromEntries(Object.entries(found).map(([batch, each]) => [batch, each.ids]));
    expect(ids(await batches(year))).toEqual(before);
    expect((await batches(year)).start!.undated).toBe(1);
    // nobody is named who carries it out
    const refused = (await move("入年度计划", "前期审批")).json().error.details.guards;
    expect(refused).toMatchObject([{ guard: "implementing-body", reasons: [{ code: "no-implementer" }] }]);
    await send("PUT", "projects/a/responsibility", { implementer: "示例建设主体" });
    expect((await move("入年度计划", "前期审批")).statusCode).toBe(200);
    expect((await toldOf("a", "implementing-body"))[0]!.code).toBe("implementer-named");
    await move("前期审批", "开工", { override: "实施方案已送审，先行围挡" });
    expect(ids(await batches(year))).toEqual({ ...before, start: ["a"] });
    expect(ids(await batches(year - 1))).toEqual(before);
  });
});

describe("who may", () => {
  it("writes nothing where the installation is read-only", async () => {
    const readOnly = appForTests(database, { READ_ONLY: "1" });
    const asked = { from: "开工", to: "在建" };
    expect((await send("POST", "projects/a/transitions", asked, readOnly)).statusCode).toBe(403);
    expect((await send("PUT", "projects/a/evidence/heritage-survey", held, readOnly)).statusCode).toBe(403);
    expect(
      (await send("PATCH", "plan-documents/x", { approvedBy: "x", approvedOn: "2026-01-01" }, readOnly))
        .statusCode,
    ).toBe(403);
    expect((await send("GET", "projects/a/programme", undefined, readOnly)).statusCode).toBe(200);
    await readOnly.close();
  });

  it("sees an internal project only with INTERNAL=1", async () => {
    expect((await send("GET", "projects/n/programme")).statusCode).toBe(404);
    expect((await send("POST", "projects/n/transitions", { from: "谋划", to: "储备" })).statusCode).toBe(404);
    const internal = appForTests(database, { INTERNAL: "1" });
    expect((await send("GET", "projects/n/programme", undefined, internal)).statusCode).toBe(200);
    await internal.close();
  });
});
