import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EstateList, EstatePage } from "../../../server/contract/estates.ts";
import type { Database } from "../../../server/database/database.ts";
import { loadStandards } from "../../../server/database/standards.ts";
import { STANDARDS_DIRECTORY } from "../../../server/standards-directory.ts";
import { appForTests } from "../../support/app-for-tests.ts";
import { testDatabase } from "../../support/database.ts";
import { rectangle, World } from "../../support/world.ts";

/*
 Estates of 200 m × 100 m side by side; homes of 10 m × 10 m, floor area = floors × 100 m², in m²:
   a  2005 (700), 2008 (700), 1980 (300): half of 1,700 stands by 2005; neither of the two that need a lift has one
   b  2005 (700): whether it has a lift is not known; a project holds it
   c  1990 (900), with a lift                    d  a home of unknown year and floors
   e  nothing is mapped in it                    f  2004 (200): two floors need none, 3 dwellings
 and one that is internal
*/
const DISTRICT = "estates";
const world = new World(DISTRICT).district(rectangle(0, 0, 2000, 200));
const estate = (name: string, at: number, level = "public") =>
  world.zone({
    ...{ id: `estate:${name}`, kind: "estate", nameZh: `${name}小区`, level },
    ring: rectangle(200 * at, 0, 200, 100),
  });
const home = (name: string, x: number, more: object) =>
  world.building({ estate: `estate:${name}`, ring: rectangle(x, 20, 10, 10), ...more });
for (const [at, name] of [..."abcdef"].entries()) estate(name, at);
estate("g", 6, "internal");
home("a", 20, { yearBuilt: 2005, floors: 7, hasLift: false, dwellings: 14 });
home("a", 60, { yearBuilt: 2008, floors: 7, hasLift: false, dwellings: 14 });
home("a", 100, { yearBuilt: 1980, floors: 3 });
home("b", 220, { yearBuilt: 2005, floors: 7, dwellings: 14 });
home("c", 420, { yearBuilt: 1990, floors: 9, hasLift: true });
home("d", 620, {});
home("f", 1020, { yearBuilt: 2004, floors: 2, hasLift: false, dwellings: 3 });
world.project({ id: "p", nameZh: "乙项目", at: [225, 25], level: "public", stage: "在建" });

let database: Database;
let app: FastifyInstance;
beforeAll(async () => {
  database = await testDatabase();
  await loadStandards(database, STANDARDS_DIRECTORY);
  await world.insert(database);
  app = appForTests(database);
});
afterAll(async () => {
  await app.close();
  await database.query("DELETE FROM estate_record WHERE district_id = $1", [DISTRICT]);
  await world.remove(database);
  await database.close();
});

const list = async (query: string, to = app) =>
  EstateList.parse((await to.inject(`/api/estates?district=${DISTRICT}&${query}`)).json());
const names = async (query: string) => {
  const { items, undecided } = await list(query);
  return [items.map(({ id }) => id.slice(-1)).join(""), undecided] as const;
};
const put = (id: string, body: object, { seen = "", to = app } = {}) =>
  to.inject({ method: "PUT", url: `/api/estates/${id}/record?district=${DISTRICT}${seen}`, payload: body });

describe("estates", () => {
  it("are told with years, lifts and projects; what is internal is not", async () => {
    const { items, total, known } = await list("");
    expect([total, known]).toEqual([6, 6]);
    const [a, b, c, d, e, f] = items;
    expect(a).toMatchObject({
      ...{
        builtYear: 2005,
        builtFrom: 1980,
        builtUntil: 2008,
        buildings: 3,
        dwellings: 28,
        dwellingsUnknown: 1,
      },
      ...{ gfaAboveSqm: 1700, liftState: "none", liftNeeded: 2, liftWithout: 2, projects: [] },
    });
    expect(b).toMatchObject({ liftState: "unknown", liftUnknown: 1, projects: [{ id: "p", stage: "在建" }] });
    expect(c).toMatchObject({ liftState: "all", liftWith: 1, dwellings: null });
    expect(d).toMatchObject({
      builtYear: null,
      yearUnknown: 1,
      liftState: "unknown",
      gfaAboveSqm: null,
      gfaUnknown: 1,
    });
    expect(e).toMatchObject({ buildings: 0, liftState: "unknown", builtYear: null });
    // three households could be told apart
    expect(f).toMatchObject({ liftState: "not-needed", dwellings: null, suppressed: true });
    const inside = appForTests(database, { INTERNAL: "1" });
    const { items: all } = await list("text=f", inside);
    expect(all[0]).toMatchObject({ dwellings: 3, suppressed: false });
    expect((await list("", inside)).total).toBe(7);
    await inside.close();
  });

  it("of 2001 to 2010 without lift and project are one, and those that cannot be judged are told, not taken for it", async () => {
    // b has a project; of d and e neither year nor lift is known
    expect(await names("builtFrom=2001&builtTo=2010&lift=none&project=none")).toEqual(["a", 2]);
    expect(await names("builtFrom=2001&builtTo=2010&lift=none")).toEqual(["a", 3]);
    expect(await names("lift=unknown")).toEqual(["bde", 0]);
    expect(await names("project=some")).toEqual(["b", 0]);
    expect(await names("builtFrom=2005&builtTo=2005")).toEqual(["ab", 2]);
    expect(await names("survey=some")).toEqual(["", 0]);
    expect(await names("sort=liftWithout&limit=1")).toEqual(["a", 0]);
  });

  it("take down survey, works and consent with their history, and judge consent by the rows", async () => {
    const body = {
      ...{ surveyedOn: "2026-03-01", surveyedBy: "示例单位", findings: "无电梯" },
      works: [{ name: "外墙", finishedOn: null }],
      // exactly two thirds voted, one fewer than three quarters of them agreed; of the area nothing is known
      ...{ consentScope: "1 栋", owners: 30, ownersVoted: 20, ownersAgreed: 14 },
    };
    const saved = EstatePage.parse((await put("estate:a", body)).json());
    expect(saved.record).toMatchObject(body);
    expect(saved.consent.map(({ rule, by, met }) => `${rule} ${by} ${met}`)).toEqual([
      ...["consent-voted owners true", "consent-voted area null"],
      ...["consent-agreed owners false", "consent-agreed area null"],
    ]);
    expect(saved.estate.surveyedOn).toBe("2026-03-01");
    expect(await names("survey=some")).toEqual(["a", 0]);
    // who has not read what was written is told so, and nothing is lost
    expect((await put("estate:a", { ...body, findings: "x" })).json().error.code).toBe("conflict");
    const again = await put("estate:a", { ...body, ownersAgreed: 15 }, { seen: `&seen=${saved.version}` });
    const { consent, changes } = EstatePage.parse(again.json());
    expect(consent[2]).toMatchObject({ share: 0.75, met: true });
    expect(changes.map(({ before }) => before !== null)).toEqual([true, false]);
  });

  it("does not tell the public of fewer than five owners, and an outsider's write leaves their count", async () => {
    const inside = appForTests(database, { INTERNAL: "1" });
    const few = { owners: 4, ownersVoted: 4, ownersAgreed: 3 };
    const saved = EstatePage.parse((await put("estate:b", few, { to: inside })).json());
    expect(saved.consent).toHaveLength(4);
    const shown = (await app.inject(`/api/estates/estate:b?district=${DISTRICT}`)).json();
    expect(shown).toMatchObject({
      record: { owners: null, ownersAgreed: null },
      consent: [],
      changes: [],
    });
    await put("estate:b", { findings: "有外人写过" }, { seen: `&seen=${shown.version}` });
    const after = await inside.inject(`/api/estates/estate:b?district=${DISTRICT}`);
    expect(after.json().record).toMatchObject({ ...few, findings: "有外人写过" });
    await inside.close();
  });

  it.each([
    ["surveyedBy", { surveyedOn: "2026-03-01" }, { notGiven: "given" }],
    ["ownersAgreed", { owners: 3, ownersVoted: 2, ownersAgreed: 3 }, { atMost: "2" }],
    ["owners", { ownersVoted: 2 }, { notGiven: "given" }],
    ["surveyedOn", { surveyedOn: "2026-02-30", surveyedBy: "x" }, {}],
  ])("refuses what cannot be and names %s and what would be right", async (path, body, details) => {
    const reply = await put("estate:c", body);
    expect(reply.statusCode).toBe(400);
    expect(reply.json().error).toMatchObject({ code: "invalid-parameter", path });
    expect(reply.json().error.details ?? {}).toMatchObject(details);
  });

  it("refuses to write where only reading is served, and of an estate that is not to be seen", async () => {
    const reader = appForTests(database, { READ_ONLY: "1" });
    expect((await put("estate:c", {}, { to: reader })).statusCode).toBe(403);
    await reader.close();
    expect((await put("estate:g", {})).statusCode).toBe(404);
    expect((await put("core:none", {})).statusCode).toBe(404);
  });
});
