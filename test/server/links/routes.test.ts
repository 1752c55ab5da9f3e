import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../../server/app.ts";
import { readConfig } from "../../../server/config.ts";
import { MAX_FRAGMENT_LENGTH } from "../../../server/contract/short-link.ts";
import type { Database } from "../../../server/database/database.ts";
import { saveShortLink } from "../../../server/links/short-link.ts";
import { testDatabase } from "../../support/database.ts";

const FRAGMENT = "mode=analyse&area=107.015,29.879;107.022,29.883;107.022,29.879";
let database: Database;
let app: FastifyInstance;

const appWith = (env: Record<string, string> = {}) =>
  createApp({ database, config: readConfig({ LOG_LEVEL: "silent", ...env }) });
const share = (fragment: unknown, to: FastifyInstance = app) =>
  to.inject({ method: "POST", url: "/api/links", payload: { fragment } });

beforeAll(async () => {
  database = await testDatabase();
  app = appWith();
});
afterAll(async () => {
  await app.close();
  await database.query("DELETE FROM short_link", []);
  await database.close();
});

describe("a short link", () => {
  it("gives the fragment back as it came", async () => {
    const shared = await share(FRAGMENT);
    expect(shared.statusCode).toBe(201);
    const { id } = shared.json();
    expect(id).toMatch(/^[A-Za-z0-9_-]{10}$/);
    const opened = await app.inject(`/api/links/${id}`);
    expect(opened.statusCode).toBe(200);
    expect(opened.json()).toEqual({ fragment: FRAGMENT });
  });

  it("is the same for the same state and another for another", async () => {
    const [first, again, other] = [
      await share(FRAGMENT),
      await share(FRAGMENT),
      await share(`${FRAGMENT}&lang=en`),
    ];
    expect(again.json()).toEqual(first.json());
    expect(other.json()).not.toEqual(first.json());
    const { rows } = await database.query("SELECT id FROM short_link WHERE fragment = $1", [FRAGMENT]);
    expect(rows).toHaveLength(1);
  });

  it("grows where its start stands for another fragment already", async () => {
    const id = await saveShortLink(database, { fragment: "mode=explore", actorId: "test" });
    await database.query("UPDATE short_link SET fragment = 'mode=projects' WHERE id = $1", [id]);
    const longer = await saveShortLink(database, { fragment: "mode=explore", actorId: "test" });
    expect(longer).toHaveLength(43);
    expect(longer.startsWith(id)).toBe(true);
    expect((await app.inject(`/api/links/${longer}`)).json()).toEqual({ fragment: "mode=explore" });
  });

  it("takes up to 100,000 characters and refuses one more, saying so", async () => {
    expect((await share("a".repeat(MAX_FRAGMENT_LENGTH))).statusCode).toBe(201);
    const refused = await share("a".repeat(MAX_FRAGMENT_LENGTH + 1));
    expect(refused.statusCode).toBe(400);
    expect(refused.json().error).toMatchObject({ code: "invalid-parameter", path: "fragment" });
  });

  it.each([[""], ["a b"], ["地图"], [7]])(
    "refuses %j, which is no fragment of an address",
    async (fragment) => {
      const refused = await share(fragment);
      expect(refused.statusCode).toBe(400);
      expect(refused.json().error.path).toBe("fragment");
    },
  );

  it("that nobody shared is not found, and one that cannot be is refused", async () => {
    const unknown = await app.inject("/api/links/AAAAAAAAAA");
    expect(unknown.statusCode).toBe(404);
    expect(unknown.json().error).toMatchObject({
      code: "not-found",
      message: "There is no link AAAAAAAAAA.",
    });
    expect((await app.inject("/api/links/short")).statusCode).toBe(400);
  });
});

it("a read-only service shortens nothing, says why, and still opens what was shared", async () => {
  const readOnly = appWith({ READ_ONLY: "1" });
  const { id } = (await share(FRAGMENT)).json();
  const refused = await share(FRAGMENT, readOnly);
  expect(refused.statusCode).toBe(403);
  expect(refused.json().error).toMatchObject({ code: "forbidden", message: "You may not write link here." });
  expect((await readOnly.inject(`/api/links/${id}`)).json()).toEqual({ fragment: FRAGMENT });
  await readOnly.close();
});

it("thirty links a minute are shortened for one client, the thirty-first is told to wait", async () => {
  const busy = appWith();
  const statuses: number[] = [];
  for (let number = 0; number < 31; number++) statuses.push((await share(FRAGMENT, busy)).statusCode);
  expect(statuses.slice(0, 30).every((status) => status === 201)).toBe(true);
  expect(statuses[30]).toBe(429);
  // opening is not bound by it
  expect((await busy.inject("/api/links/AAAAAAAAAA")).statusCode).toBe(404);
  await busy.close();
});
