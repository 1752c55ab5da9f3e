import type { FastifyInstance } from "fastify";
import { writeXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ProjectEvaluation } from "../../../server/contract/evaluation.ts";
import { FindingList, FindingPage } from "../../../server/contract/findings.ts";
import { ImportReport, IndicatorValueList, RankingList } from "../../../server/contract/indicator-values.ts";
import { ProjectProgramme } from "../../../server/contract/programme.ts";
import type { Database } from "../../../server/database/database.ts";
import { loadStandards } from "../../../server/database/standards.ts";
import { STANDARDS_DIRECTORY } from "../../../server/standards-directory.ts";
import { appForTests } from "../../support/app-for-tests.ts";
import { askAnalysis } from "../../support/ask-analysis.ts";
import { testDatabase } from "../../support/database.ts";
import { encodeGbk } from "../../support/encode-gbk.ts";
import { rectangle, World } from "../../support/world.ts";

/*
 2 × 2 km. Estate a has a kindergarten 100 m away, estate b (from 1,700 m on) none within 300 m; of both it can be told.
 Project p lies in estate b, project far in neither.
*/
const world = new World("findings-chain")
  .complete({ building: "complete", "land-use": "complete" })
  .district(rectangle(0, 0, 2000, 2000))
  .zone({ id: "community:west", kind: "community", nameZh: "西社区", ring: rectangle(0, 0, 1000, 2000) })
  .zone({ id: "community:east", kind: "community", nameZh: "东社区", ring: rectangle(1000, 0, 1000, 2000) })
  .zone({ id: "estate:a", kind: "estate", nameZh: "甲小区", ring: rectangle(100, 100, 100, 100) })
  .zone({ id: "estate:b", kind: "estate", nameZh: "乙小区", ring: rectangle(100, 1700, 100, 100) })
  .facility({ category: "edu.kinder", at: [150, 0] })
  .project({ id: "p", nameZh: "甲项目", at: [150, 1750], level: "public", stage: "谋划" })
  .project({ id: "far", nameZh: "远项目", at: [1900, 100], level: "public", stage: "谋划" });
const DISTRICT = world.districtId;
const OWN = [
  "project_reading",
  "project_target",
  "finding_recheck",
  "finding_project",
  "finding_proposal",
  "finding",
  "indicator_value",
  "finding_import",
];

let database: Database;
let app: FastifyInstance;
const clear = async () => {
  for (const table of OWN) await database.query(`DELETE FROM ${table} WHERE district_id = $1`, [DISTRICT]);
};
beforeAll(async () => {
  database = await testDatabase();
  await loadStandards(database, STANDARDS_DIRECTORY);
  await world.insert(database);
  app = appForTests(database);
});
afterAll(async () => {
  await app.close();
  await clear();
  await world.remove(database);
  await database.close();
});

type Method = "GET" | "POST" | "PUT" | "DELETE";
const send = (method: Method, path: string, payload?: object, to = app) =>
  to.inject({
    method,
    url: `/api/${path}${path.includes("?") ? "&" : "?"}district=${DISTRICT}`,
    ...(payload && { payload }),
  });
const page = async (method: Method, path: string, payload?: object) => {
  const reply = await send(method, path, payload);
  expect(reply.json().error).toBeUndefined();
  return FindingPage.parse(reply.json());
};
const list = async (query: string) => FindingList.parse((await send("GET", `findings?${query}`)).json());
const guardOf = async (project: string, stage: string, guard: string) => {
  await database.query(
    `INSERT INTO project_state (district_id, project_id, stage) VALUES ($1, $2, $3)
     ON CONFLICT (district_id, project_id) DO UPDATE SET stage = EXCLUDED.stage`,
    [DISTRICT, project, stage],
  );
  const { moves } = ProjectProgramme.parse((await send("GET", `projects/${project}/programme`)).json());
  return moves.flatMap(({ guards }) => guards).find((each) => each.guard === guard)!;
};
const KINDER = { edition: "2023", indicator: "E13" };
const byHand = { title: "楼道灯不亮", severity: "minor", source: "survey", asOf: "2026-03-01" };

describe("the chain of a finding", () => {
  it("goes from the health check over proposal and project to the check after works, and lets guards pass", async () => {
    const area = { zone: "estate:b" };
    const { finding } = await page("POST", "findings/measured", { ...KINDER, area });
    expect(finding).toMatchObject({
      ...{ title: "乙小区：未达标配建的幼儿园", state: "open", severity: "moderate", source: "health-check" },
      ...{ value: 1, unit: "estates", zone: "estate:b", clause: "指标表第 13 项（小区（社区）·设施完善）" },
    });
    expect(finding.measuredVersion).toBeGreaterThan(0);
    // the same thing twice is not two findings, and what lacks nothing is none
    const twice = await send("POST", "findings/measured", { ...KINDER, area });
    expect([twice.statusCode, twice.json().error.details.finding]).toEqual([409, finding.id]);
    const none = await send("POST", "findings/measured", { ...KINDER, area: { zone: "estate:a" } });
    expect([none.statusCode, none.json().error.details.value]).toEqual([409, 0]);

    const at = `findings/${finding.id}`;
    const early = await send("PUT", `${at}/projects/p`);
    expect([early.statusCode, early.json().error.details.missing]).toEqual([409, "proposal"]);
    const proposal = {
      body: "利用闲置用房改建幼儿园",
      measure: "supply",
      responsible: "区教委",
      proposedOn: "2099-01-01",
    };
    expect((await page("POST", `${at}/proposals`, proposal)).finding.state).toBe("proposed");
    const soon = await send("POST", `${at}/rechecks`, { checkedOn: "2099-02-01" });
    expect([soon.statusCode, soon.json().error.details.missing]).toEqual([409, "project"]);

    expect((await guardOf("p", "谋划", "health-check")).status).toBe("blocked");
    await page("PUT", `${at}/projects/far`);
    const linked = await page("PUT", `${at}/projects/p`);
    expect(linked.finding.projects.map(({ id }) => id)).toEqual(["far", "p"]);
    expect(await guardOf("p", "谋划", "health-check")).toMatchObject({
      ...{ status: "passed", reasons: [{ code: "findings-linked", values: { findings: 1 } }] },
    });
    // a finding elsewhere says nothing of this place
    expect((await guardOf("far", "谋划", "health-check")).status).toBe("blocked");
    await page("DELETE", `${at}/projects/far`);
    expect((await guardOf("p", "招商运营", "health-recheck")).reasons[0]!.code).toBe("findings-open");

    const same = await page("POST", `${at}/rechecks`, { checkedOn: "2099-02-01" });
    expect(same.rechecks[0]).toMatchObject({ value: 1, outcome: "not-improved", reason: null });
    await database.query(
      `INSERT INTO store.facility (district_id, dataset_id, id, category, geom)
       VALUES ($1, $2, 'new', 'edu.kinder', (SELECT ST_Centroid(geom) FROM zone WHERE district_id = $1 AND id = 'estate:b'))`,
      [DISTRICT, world.datasetId],
    );
    const after = await page("POST", `${at}/rechecks`, { checkedOn: "2099-03-01", note: "已开园" });
    expect(after.finding.state).toBe("improved");
    expect(after.rechecks[1]).toMatchObject({ value: 0, outcome: "improved", note: "已开园" });
    expect(after.trend.map(({ kind, value }) => [kind, value])).toEqual([
      ["finding", 1],
      ["recheck", 1],
      ["recheck", 0],
    ]);
    // every write is a version with who and what
    expect(after.changes.map(({ entity }) => entity).slice(-2)).toEqual(["finding-proposal", "finding"]);
    expect(await guardOf("p", "招商运营", "health-recheck")).toMatchObject({
      ...{ status: "passed", reasons: [{ code: "findings-checked", values: { improved: 1, same: 0 } }] },
    });
  });

  it("tells unknown where it cannot be measured again, and asks a person where there is no indicator", async () => {
    const place = { type: "Point", coordinates: [...world.toLonLat([1500, 500])] };
    const one = await page("POST", "findings", {
      ...byHand,
      place,
      edition: "2023",
      indicator: "H02",
      value: 3,
    });
    const two = await page("POST", "findings", { ...byHand, zone: "community:east" });
    const proposal = { body: "更换灯具", measure: "manage", responsible: "社区", proposedOn: "2026-04-01" };
    for (const { finding } of [one, two]) {
      await page("POST", `findings/${finding.id}/proposals`, proposal);
      await page("PUT", `findings/${finding.id}/projects/far`);
    }
    const unknown = await page("POST", `findings/${one.finding.id}/rechecks`, { checkedOn: "2026-05-01" });
    expect(unknown.rechecks[0]).toMatchObject({ outcome: "unknown", reason: "no-place", value: null });
    expect(unknown.finding.state).toBe("in-project");
    const untold = await send("POST", `findings/${two.finding.id}/rechecks`, { checkedOn: "2026-05-01" });
    expect(untold.json().error).toMatchObject({ code: "invalid-parameter", path: "outcome" });
    const told = { checkedOn: "2026-05-01", outcome: "improved", toldBy: "社区书记" };
    expect((await page("POST", `findings/${two.finding.id}/rechecks`, told)).finding.state).toBe("improved");
    expect((await list("state=improved&zone=community:east")).items.map(({ id }) => id)).toEqual([
      two.finding.id,
    ]);
    expect((await list("source=survey&severity=minor,major")).total).toBe(2);
    expect((await list("project=p")).total).toBe(1);
    const wrong = await send("POST", "findings", { ...byHand, zone: "estate:a", severity: "urgent" });
    expect(wrong.json().error).toMatchObject({ code: "invalid-parameter", path: "severity" });
    const outside = { ...byHand, place: { type: "Point", coordinates: [100, 20] } };
    expect((await send("POST", "findings", outside)).json().error.code).toBe("area-outside-district");
  });

  it("is refused to who may only read, and shows nothing internal to the public", async () => {
    const reader = appForTests(database, { READ_ONLY: "1" });
    const inner = appForTests(database, { INTERNAL: "1" });
    const secret = { ...byHand, title: "内部问题", zone: "community:west", level: "internal" };
    expect((await send("POST", "findings", secret, reader)).statusCode).toBe(403);
    expect((await send("POST", "findings", secret)).statusCode).toBe(403);
    const reply = await send("POST", "findings", secret, inner);
    expect(reply.statusCode).toBe(201);
    const { id } = FindingPage.parse(reply.json()).finding;
    expect((await send("GET", `findings/${id}`)).statusCode).toBe(404);
    expect(JSON.stringify(await list("text=内部"))).not.toContain("内部问题");
    // what rests on safety grades is never made public, whoever measures it
    const grades = { edition: "2023", indicator: "H01", area: { zone: "community:west" }, level: "public" };
    expect((await send("POST", "findings/measured", grades, inner)).json().error.path).toBe("level");
    await reader.close();
    await inner.close();
  });
});

describe("what departments tell", () => {
  const told = { edition: "2023", indicator: "H02", asOf: "2025-12-31", value: 4, toldBy: "燃气集团" };
  it("stands in the health check as told, never as measured, and is ranked and kept", async () => {
    const add = (more: object) => send("POST", "indicator-values", { ...told, ...more });
    await add({ zone: "community:west" });
    await add({ zone: "community:west", value: 5 });
    expect((await add({ zone: "community:west", value: 1e12 })).json().error).toMatchObject({
      ...{ path: "value", details: { between: "0–100000000" } },
    });
    await add({ zone: "community:east", value: 2, asOf: "2026-06-30" });
    const kept = IndicatorValueList.parse((await send("GET", "indicator-values?zone=community:west")).json());
    expect(kept.items.map(({ value, stands }) => [value, stands])).toEqual([
      [5, true],
      [4, false],
    ]);
    const { result } = await askAnalysis(app, DISTRICT, "health-check", {
      area: { zone: "community:west" },
      indicators: ["H02"],
    });
    expect(result.indicators).toHaveLength(1);
    expect(result.indicators[0]).toMatchObject({
      ...{ value: null, reason: "survey", entered: { value: 5, asOf: "2025-12-31", toldBy: "燃气集团" } },
    });
    const ranking = RankingList.parse((await send("GET", "indicators/H02/ranking?kind=community")).json());
    expect(ranking.items.map(({ rank, zone, value }) => [rank, zone, value])).toEqual([
      [1, "community:west", 5],
      [2, "community:east", 2],
    ]);
    const refused = async (more: object) => (await add({ zone: "estate:a", ...more })).json().error.path;
    expect(await refused({ indicator: "E13" })).toBe("indicator");
    expect(await refused({ value: -1 })).toBe("value");
    expect(await refused({ indicator: "C32", value: 56 })).toBe("value");
    expect(await refused({ asOf: "2099-01-01" })).toBe("asOf");
  });
});

describe("a file", () => {
  const csv = async (query: string, bytes: Uint8Array | string) =>
    app.inject({
      ...{ method: "POST", url: `/api/finding-imports?district=${DISTRICT}&file=letters.csv&${query}` },
      ...{ headers: { "content-type": "text/csv" }, payload: Buffer.from(bytes as string) },
    });
  const report = async (query: string, bytes: Uint8Array | string) =>
    ImportReport.parse((await csv(query, bytes)).json());
  const [lon, lat] = world.toLonLat([500, 500]);
  const HEAD = "标题,严重程度,日期,社区,经度,纬度,姓名\r\n";
  const GOOD = `${HEAD}电梯常停,严重,2026年3月1日,西社区,,,张某\r\n路灯不亮,一般,2026-3-2,,${lon},${lat},\r\n`;

  it("of letters is told row by row, taken whole or not at all, and taken back whole", async () => {
    const bad = `${GOOD},很急,昨天,北社区,,,\r\n堵车,一般,2026-03-05,,20,106,\r\n电梯常停,严重,2026-03-01,西社区,,,\r\n远处,一般,2026-03-05,,10,20,\r\n`;
    const first = await report("kind=findings", encodeGbk(bad));
    expect(first).toMatchObject({ encoding: "gb18030", rows: 6, faultRows: 3, freshRows: 2, knownRows: 1 });
    expect(first.faults.map(({ line, column, value, code }) => [line, column, value, code])).toEqual([
      [4, "标题", "", "empty"],
      [4, "严重程度", "很急", "unknown-severity"],
      [4, "日期", "昨天", "bad-date"],
      [4, "分区", "北社区", "unknown-zone"],
      [5, "纬度", "106", "bad-degrees"],
      [7, "经度", "10, 20", "outside-district"],
    ]);
    const before = (await list("source=letter")).total;
    const refused = await csv("kind=findings&preview=false", encodeGbk(bad));
    expect([refused.statusCode, refused.json().error.details.report.faultRows]).toEqual([409, 3]);
    expect((await list("source=letter")).total).toBe(before);

    const taken = await report("kind=findings&preview=false", `\ufeff${GOOD}`);
    expect(taken).toMatchObject({ encoding: "utf-8", freshRows: 2, faultRows: 0 });
    const found = await list("source=letter&zone=community:west");
    expect(found.items.map(({ title, severity }) => [title, severity])).toEqual([
      ["电梯常停", "major"],
      ["路灯不亮", "minor"],
    ]);
    // what is in a column that is not asked for is not kept
    const { rows } = await database.query(
      "SELECT FROM change WHERE district_id = $1 AND after::text LIKE '%张某%'",
      [DISTRICT],
    );
    expect(rows).toEqual([]);
    expect((await csv("kind=findings&preview=false", GOOD)).statusCode).toBe(409);
    const undo = () => send("DELETE", `finding-imports/${taken.version}`);
    expect((await undo()).json().items[0]).toMatchObject({ rows: 2, undone: true });
    expect((await list("source=letter")).total).toBe(0);
    expect((await undo()).statusCode).toBe(409);
  });

  it("may be a workbook with a title, and tells of a date as a number and of merged cells", async () => {
    const head = ["标题", "严重程度", "日期", "社区"];
    const rows = [["来信台账"], head, ["电梯常停", "严重", new Date("2026-03-01T00:00:00Z"), "西社区"]];
    const bytesOf = async (more: unknown[][], merges: object[] = []) =>
      writeXlsx({ sheets: [{ name: "表", rows: [...rows, ...more] as never, merges: merges as never }] });
    const told = await report("kind=findings", await bytesOf([["路灯不亮", "一般", 46_000, "西社区"]]));
    expect(told).toMatchObject({ encoding: "xlsx", rows: 2, freshRows: 1 });
    expect(told.faults).toMatchObject([
      { line: 4, code: "bad-date", value: "46000", expected: "2025-12-09" },
    ]);
    const title = { startRow: 0, startCol: 0, endRow: 0, endCol: 3 };
    expect((await report("kind=findings", await bytesOf([], [title]))).faultRows).toBe(0);
    const body = { startRow: 2, startCol: 0, endRow: 3, endCol: 0 };
    const merged = await report("kind=findings", await bytesOf([["", "一般"]], [title, body]));
    expect(merged.faults).toMatchObject([{ line: 3, code: "merged", value: "3–4" }]);
  });

  it("without its columns, or of values that cannot be, says which", async () => {
    const headless = await report("kind=indicator-values", "a,b\n1,2\n");
    expect(headless.faults.map(({ code, column }) => [code, column])).toContainEqual([
      "missing-column",
      "填报单位",
    ]);
    const values =
      "指标,分区,日期,数值,填报单位\nC32,西社区,2025-12-31,56.1%,水务局\nC32,东社区,2025-12-31,56,水务局\nE13,东社区,2025-12-31,1,教委\n";
    const told = await report("kind=indicator-values", values);
    expect(told.faults.map(({ line, code }) => [line, code])).toEqual([
      [3, "bad-share"],
      [4, "computed-indicator"],
    ]);
    expect(told.fresh).toEqual([{ line: 2, text: "C32 · community:west · 2025-12-31 · 0.561" }]);
    expect((await csv("kind=findings", Uint8Array.of(0xff, 0xff, 0xff))).statusCode).toBe(415);
  });
});

describe("what a project was to move", () => {
  const SCHOOL = { edition: "2023", indicator: "E15", zone: "estate:b" };
  const evaluation = async (method: Method, path: string, payload?: object) =>
    ProjectEvaluation.parse((await send(method, `projects/far/${path}`, payload)).json());
  // beside the findings it takes up
  const outcomes = ({ items }: ProjectEvaluation) =>
    items.filter(({ finding }) => finding === null).map(({ outcome }) => outcome);
  const tell = (value: number, asOf: string) =>
    send("POST", "indicator-values", { ...SCHOOL, value, asOf, toldBy: "示例单位" });

  it("is read again as it is measured or told now, beside before and target", async () => {
    await database.query("DELETE FROM store.facility WHERE district_id = $1 AND id = 'new'", [DISTRICT]);
    const kinder = { ...KINDER, zone: "estate:b", targetValue: 0, basis: "示例方案", measureBefore: true };
    const set = await evaluation("PUT", "targets", kinder);
    expect(set.items[0]).toMatchObject({
      beforeValue: 1,
      targetValue: 0,
      outcome: "unread",
      zoneZh: "乙小区",
    });
    const unknown = await send("PUT", "projects/far/targets", {
      ...SCHOOL,
      targetValue: 5,
      basis: "x",
      measureBefore: true,
    });
    expect(unknown.json().error).toMatchObject({ code: "conflict", details: { reason: "not-told" } });
    expect(
      (await send("PUT", "projects/far/targets", { ...SCHOOL, targetValue: -1, basis: "x" })).json().error
        .path,
    ).toBe("targetValue");
    const before = { beforeValue: 100, beforeOn: "2026-01-01", targetValue: 50, basis: "示例方案" };
    await evaluation("PUT", "targets", { ...SCHOOL, ...before });
    const first = await evaluation("POST", "readings");
    // nobody has told the places short; that is no "not improved"
    expect(outcomes(first)).toEqual(["not-improved", "unknown"]);
    expect(first.items[1]!.readings).toMatchObject([{ value: null, reason: "not-told" }]);
    await database.query(
      `INSERT INTO store.facility (district_id, dataset_id, id, category, geom)
       VALUES ($1, $2, 'new', 'edu.kinder', (SELECT ST_Centroid(geom) FROM zone WHERE district_id = $1 AND id = 'estate:b'))`,
      [DISTRICT, world.datasetId],
    );
    // what was told before the works began says nothing of them
    await tell(90, "2025-12-31");
    const early = await evaluation("POST", "readings");
    expect(early.items[1]!.readings[1]).toMatchObject({ value: null, reason: "not-told" });
    expect((await tell(60, "2026-06-01")).statusCode).toBeLessThan(300);
    const second = await evaluation("POST", "readings");
    expect(outcomes(second)).toEqual(["met", "improved"]);
    expect(second.items[1]!.readings[2]).toMatchObject({
      value: 60,
      readOn: "2026-06-01",
      toldBy: "示例单位",
    });
    expect(second.counts).toMatchObject({ met: 1, improved: 1 });
    const { indicator, edition, zone } = SCHOOL;
    const left = await evaluation("DELETE", `targets?${new URLSearchParams({ indicator, edition, zone })}`);
    expect(outcomes(left)).toHaveLength(1);
    expect((await send("POST", "projects/p/readings")).json().error.details).toEqual({ missing: "target" });
  });
});
