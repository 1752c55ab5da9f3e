import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MAX_OWN_RULE_SETS } from "../../../server/contract/own-rule-set.ts";
import type { Database } from "../../../server/database/database.ts";
import { loadStandards } from "../../../server/database/standards.ts";
import { appForTests } from "../../support/app-for-tests.ts";
import { askAnalysis } from "../../support/ask-analysis.ts";
import { testDatabase } from "../../support/database.ts";
import { rectangle, World } from "../../support/world.ts";

const STANDARDS = new URL("../../../geodata/standards", import.meta.url).pathname;

/*
 Two houses: 60 residents with the clinic 200 s and 180 m away, 40 with it 400 s and 350 m away.
 The neighbour is a district of its own and knows nothing of this one's rules.
*/
const world = new World("rules-own")
  .district(rectangle(-100, -100, 600, 200))
  .building({ ring: rectangle(0, 0, 10, 10), residents: 60 })
  .building({ ring: rectangle(200, 0, 10, 10), residents: 40 })
  .facility({ category: "health.clinic", at: [0, 50] })
  .reach("adult", "health.clinic", { toS: [200, 400], fromS: [200, 400], metres: [180, 350] })
  .facility({ category: "trn.metro", at: [0, 50] })
  .reach("adult", "trn.metro", { toS: [200, 400], fromS: [200, 400], metres: [180, 350] })
  .reachRun("adult", [true, true]);
const neighbour = new World("rules-neighbour").district(rectangle(-100, -100, 600, 200));

const clinic = { tier: 5, category: "health.clinic", required: "required", distanceM: 200 };
const body = (more: object = {}) => ({ title: "试验清单", requirements: [clinic], ...more });

let database: Database;
let app: FastifyInstance;
const save = (payload: object, { to = app, district = world.districtId } = {}) =>
  to.inject({ method: "POST", url: `/api/rule-sets?district=${district}`, payload });
const remove = (id: string, { to = app, district = world.districtId } = {}) =>
  to.inject({ method: "DELETE", url: `/api/rule-sets/${id}?district=${district}` });
const listed = async (district?: string) => {
  const query = district === undefined ? "" : `?district=${district}`;
  const { items } = (await app.inject(`/api/rule-sets${query}`)).json();
  return (items as { id: string; own: boolean }[]).filter(({ own }) => own).map(({ id }) => id);
};
const clear = () =>
  database.query(`WITH own AS (SELECT id FROM rule_set WHERE id LIKE 'own-%'),
    r AS (DELETE FROM life_circle_requirement WHERE rule_set IN (SELECT id FROM own)),
    t AS (DELETE FROM life_circle_tier WHERE rule_set IN (SELECT id FROM own))
    DELETE FROM rule_set WHERE id IN (SELECT id FROM own)`);

beforeAll(async () => {
  database = await testDatabase();
  await loadStandards(database, STANDARDS);
  for (const each of [world, neighbour]) await each.insert(database);
  app = appForTests(database);
});
afterAll(async () => {
  await app.close();
  await clear();
  for (const each of [world, neighbour]) await each.remove(database);
  await database.close();
});

describe("an own rule set", () => {
  it("is kept for its district, judged by as a trial, and taken away", async () => {
    const saved = await save(body());
    expect(saved.statusCode).toBe(201);
    const { id, ...about } = saved.json();
    expect(id).toMatch(/^own-[0-9a-f]{16}$/);
    expect(about).toMatchObject({ titleZh: "试验清单", own: true, requirements: 1, required: 1 });
    expect(await listed(world.districtId)).toEqual([id]);
    const { result } = await askAnalysis(app, world.districtId, "life-circle-coverage", {
      area: { zone: `district:${world.districtId}` },
      ruleSet: id,
    });
    // 60 of 100 within 5 minutes and 200 m
    expect(result.tiers[0]).toMatchObject({ tier: 5, trial: true });
    expect(result.tiers[0]!.allRequired?.residents?.byBoth).toBeCloseTo(0.6, 9);
    expect((await remove(id)).statusCode).toBe(204);
    expect(await listed(world.districtId)).toEqual([]);
    expect((await remove(id)).statusCode).toBe(404);
  });

  it("is the same for the same rows, and nothing of another district's", async () => {
    const [first, again] = [(await save(body())).json().id, (await save(body())).json().id];
    expect(again).toBe(first);
    expect(await listed(neighbour.districtId)).toEqual([]);
    expect(await listed()).toEqual([]);
    expect((await remove(first, { district: neighbour.districtId })).statusCode).toBe(404);
    const reply = await app.inject({
      method: "POST",
      url: `/api/analyses/life-circle-coverage?district=${neighbour.districtId}`,
      payload: { area: { zone: `district:${neighbour.districtId}` }, ruleSet: first },
    });
    expect(reply.json().error).toMatchObject({ code: "invalid-parameter", path: "ruleSet" });
    await clear();
  });

  it("says of metro stations that the walk ends at their entrances", async () => {
    const metro = { ...clinic, category: "trn.metro" };
    const codesFor = async (requirements: object[]) => {
      const { id } = (await save(body({ requirements }))).json();
      const area = { zone: `district:${world.districtId}` };
      return (await askAnalysis(app, world.districtId, "life-circle-coverage", { area, ruleSet: id })).codes;
    };
    expect(await codesFor([clinic, metro])).toContain("last-metres-unknown trn.metro");
    expect(await codesFor([clinic])).not.toContain("last-metres-unknown trn.metro");
    await clear();
  });

  it("is refused naming the row that cannot be, and nothing of it is kept", async () => {
    const refusals: [object, string][] = [
      [{ requirements: [clinic, { ...clinic, category: "health.clynic" }] }, "requirements.1.category"],
      [{ requirements: [clinic, clinic] }, "requirements.1.category"],
      [{ requirements: [{ ...clinic, tier: 7 }] }, "requirements.0.tier"],
      [{ requirements: [{ ...clinic, distanceM: 0 }] }, "requirements.0.distanceM"],
      [{ requirements: [] }, "requirements"],
      [{ title: "  " }, "title"],
    ];
    for (const [more, path] of refusals) {
      const reply = await save(body(more));
      expect(reply.statusCode, path).toBe(400);
      expect(reply.json().error).toMatchObject({ code: "invalid-parameter", path });
    }
    expect(await listed(world.districtId)).toEqual([]);
  });

  it("is not taken by an installation that only serves", async () => {
    const serving = appForTests(database, { READ_ONLY: "1" });
    expect((await save(body(), { to: serving })).statusCode).toBe(403);
    expect((await remove("own-0123456789abcdef", { to: serving })).statusCode).toBe(403);
    await serving.close();
  });

  it("is not added beyond as many as a district keeps", async () => {
    const many = Array.from({ length: MAX_OWN_RULE_SETS }, (_, at) => `own-${String(at).padStart(16, "0")}`);
    await database.query(
      `WITH added AS (INSERT INTO rule_set (id, title_zh, title_en, edition, jurisdiction, status)
         SELECT id, 'x', 'x', 'x', 'x', 'unverified' FROM unnest($1::text[]) AS id RETURNING id)
       INSERT INTO own_rule_set (id, district_id, actor_id) SELECT id, $2, 'test' FROM added`,
      [many, world.districtId],
    );
    const reply = await save(body());
    expect(reply.statusCode).toBe(409);
    expect(reply.json().error.message).toContain("delete one first");
    await clear();
  });

  it("stays beside the shipped ones, of which no local one counts in a compliance figure", async () => {
    const { rows } = await database.query<{ id: string; required: number }>(
      `SELECT rule_set.id, count(*) FILTER (WHERE required = 'required')::int AS required FROM rule_set
       JOIN life_circle_requirement ON rule_set = rule_set.id WHERE jurisdiction = '区级' GROUP BY 1`,
    );
    expect(rows).toEqual([{ id: "yuzhong-modern-community", required: 0 }]);
    const { result } = await askAnalysis(app, world.districtId, "life-circle-coverage", {
      area: { zone: `district:${world.districtId}` },
      ruleSet: "yuzhong-modern-community",
    });
    expect(result.tiers[0]!.allRequired).toBeNull();
    expect(result.tiers[0]!.allPresent).toMatchObject({ required: 0, present: 0 });
  });
});
