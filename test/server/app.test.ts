import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import type { FastifyInstance, FastifyPluginAsync } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { createApp } from "../../server/app.ts";
import { compressFiles } from "../../server/client-build.ts";
import { readConfig } from "../../server/config.ts";
import { CONTRACT_HEADER, contractRevision } from "../../server/contract-revision.ts";
import type { Database } from "../../server/database/database.ts";
import type { RouteContext } from "../../server/route-context.ts";
import { testDatabase } from "../support/database.ts";

const config = readConfig({ LOG_LEVEL: "silent" });
const clientDir = mkdtempSync(join(tmpdir(), "atlas-client-"));
const LONG_SCRIPT = `export const long = "${"x".repeat(10_000)}";`;
let database: Database;
let app: FastifyInstance;

const testRoutes: FastifyPluginAsync<RouteContext> = async (routes, context) => {
  routes.get("/api/broken-sql", () => context.database.query("SELECT secret FROM no_such_table"));
  routes.get("/api/broken-code", () => {
    throw new TypeError(`cannot read ${import.meta.url}`);
  });
  const schema = { body: z.object({ persona: z.enum(["adult", "child"]) }) };
  routes.post("/api/echo", { schema }, async (request) => request.body);
  routes.get("/api/long", async () => ({ text: "x".repeat(10_000) }));
};

beforeAll(async () => {
  mkdirSync(join(clientDir, "assets"));
  writeFileSync(join(clientDir, "index.html"), "<title>Renewal Atlas</title>");
  writeFileSync(join(clientDir, "assets", "main-1a2b.js"), "export {};");
  writeFileSync(join(clientDir, "assets", "long-3c4d.js"), LONG_SCRIPT);
  await compressFiles(join(clientDir, "assets"));
  database = await testDatabase();
  app = createApp({ database, config, clientDir, routes: [testRoutes] });
});
afterAll(async () => {
  await app.close();
  await database.close();
  rmSync(clientDir, { recursive: true });
});

const json = { "content-type": "application/json" };

test("it is alive, and ready on a database without districts", async () => {
  expect((await app.inject("/api/health")).json()).toEqual({ status: "ok" });
  const ready = await app.inject("/api/ready");
  expect([ready.statusCode, ready.json()]).toEqual([200, { status: "ok" }]);
});

test("it is not ready while a live district lacks its reach", async () => {
  await database.query(
    `WITH standing AS (
       INSERT INTO persona (id, ordinal, name_zh, name_en, flat_mps, escalator, lift, step_free, group_ages, status, source)
       VALUES ('app-test', 999, '试', 'test', 1.33, true, true, false, 'all', 'verified', 'test')
     ), district AS (
       INSERT INTO district (id, adcode, name_zh) VALUES ('app-test', 'app-test', '试')
     )
     INSERT INTO dataset (district_id, status, source, actor_id) VALUES ('app-test', 'live', 'test', 'local')`,
  );
  try {
    const reply = await app.inject("/api/ready");
    expect(reply.statusCode).toBe(503);
    expect(reply.json().error.code).toBe("busy");
    expect(reply.headers["retry-after"]).toBe("5");
  } finally {
    for (const table of ["dataset", "district", "persona"]) {
      const key = table === "dataset" ? "district_id" : "id";
      await database.query(`DELETE FROM ${table} WHERE ${key} = 'app-test'`);
    }
  }
  expect((await app.inject("/api/ready")).statusCode).toBe(200);
});

test("what is not there is a 404 of the contract, whatever the method", async () => {
  for (const method of ["GET", "POST", "DELETE"] as const) {
    const reply = await app.inject({ method, url: "/api/nowhere?secret=1" });
    expect(reply.statusCode).toBe(404);
    expect(reply.json()).toEqual({
      error: { code: "not-found", message: `There is no ${method} /api/nowhere.` },
    });
  }
});

test("a wrong parameter is a 400 that names it", async () => {
  const reply = await app.inject({ method: "POST", url: "/api/echo", payload: { persona: "giant" } });
  expect(reply.statusCode).toBe(400);
  expect(reply.json().error).toMatchObject({ code: "invalid-parameter", path: "persona" });
  expect(reply.json().error.message).toContain("adult");
});

test.each([
  ["no JSON", "{", 400, "invalid-parameter"],
  ["an empty body", "", 400, "invalid-parameter"],
  [
    "a body of more than 1 MB",
    JSON.stringify({ persona: "x".repeat(1024 * 1024) }),
    413,
    "payload-too-large",
  ],
  ["a body of 20 MB", JSON.stringify({ persona: "x".repeat(20 * 1024 * 1024) }), 413, "payload-too-large"],
])("%s is refused", async (_what, payload, status, code) => {
  const reply = await app.inject({ method: "POST", url: "/api/echo", headers: json, payload });
  expect([reply.statusCode, reply.json().error.code]).toEqual([status, code]);
});

test.each(["text/plain", "application/xml", "multipart/form-data; boundary=x"])(
  "%s is a 415",
  async (type) => {
    const headers = { "content-type": type };
    const reply = await app.inject({ method: "POST", url: "/api/echo", headers, payload: "adult" });
    expect([reply.statusCode, reply.json().error.code]).toEqual([415, "unsupported-format"]);
  },
);

test("an address that cannot be decoded is a 400", async () => {
  const reply = await app.inject("/api/%E0%A4%A");
  expect([reply.statusCode, reply.json().error.code]).toEqual([400, "invalid-parameter"]);
});

test.each(["/api/broken-sql", "/api/broken-code"])(
  "%s tells one sentence and a request id, nothing else",
  async (url) => {
    const reply = await app.inject(url);
    expect(reply.statusCode).toBe(500);
    expect(reply.json()).toEqual({
      error: {
        code: "internal",
        message: "The server failed to answer; its log names the cause under the request id.",
        details: { requestId: expect.stringMatching(/./) },
      },
    });
    expect(reply.body).not.toMatch(/SELECT|no_such_table|file:|app\.test|TypeError/);
  },
);

test("every reply, refusals too, says by which contract it answers", async () => {
  for (const address of ["/api/settings", "/api/nowhere"])
    expect((await app.inject(address)).headers[CONTRACT_HEADER]).toBe(contractRevision());
});

test("pages may load nothing from elsewhere, and the workers of the map", async () => {
  const policy = String((await app.inject("/")).headers["content-security-policy"]);
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("worker-src 'self' blob:");
  expect(policy).not.toContain("http");
  expect(policy).not.toContain("upgrade-insecure-requests");
  expect((await app.inject("/")).headers["x-content-type-options"]).toBe("nosniff");
});

test("a configured basemap is the only other host", async () => {
  const basemapUrl = "https://tiles.example.org/{z}/{x}/{y}.png";
  const other = createApp({ database, config: { ...config, basemapUrl }, clientDir });
  const policy = String((await other.inject("/")).headers["content-security-policy"]);
  expect(policy.match(/https?:[^ ;]*/g)).toEqual(["https://tiles.example.org", "https://tiles.example.org"]);
  await other.close();
});

test("the page is always asked for again, its hashed files never", async () => {
  const page = await app.inject("/");
  expect([page.statusCode, page.headers["cache-control"]]).toEqual([200, "no-cache"]);
  expect(page.body).toContain("Renewal Atlas");
  const script = await app.inject("/assets/main-1a2b.js");
  expect(script.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  expect((await app.inject("/../package.json")).statusCode).toBe(404);
});

test("long answers are compressed where the client takes it", async () => {
  const headers = { "accept-encoding": "gzip" };
  expect((await app.inject({ url: "/api/long", headers })).headers["content-encoding"]).toBe("gzip");
  expect((await app.inject("/api/long")).headers["content-encoding"]).toBeUndefined();
});

test("a burst of 100 is normal use; far more is told when to come back", async () => {
  const limited = createApp({ database, config, maxRequests: 150 });
  const burst = await Promise.all(Array.from({ length: 100 }, () => limited.inject("/api/health")));
  expect(new Set(burst.map((reply) => reply.statusCode))).toEqual(new Set([200]));
  const more = [];
  for (let count = 0; count < 60; count += 1) more.push(await limited.inject("/api/health"));
  const refused = more.filter((reply) => reply.statusCode === 429);
  expect(refused).toHaveLength(10);
  expect(refused[0]?.json().error.code).toBe("rate-limited");
  expect(Number(refused[0]?.headers["retry-after"])).toBeGreaterThan(0);
  await limited.close();
});

test("the interface describes itself as OpenAPI 3.1, to be read without any other host", async () => {
  const document = (await app.inject("/api/openapi.json")).json();
  expect(document.openapi).toBe("3.1.0");
  expect(Object.keys(document.paths)).toContain("/api/health");
  const docs = await app.inject("/api/docs/");
  expect(docs.statusCode).toBe(200);
  expect(docs.body).not.toMatch(/(src|href)="https?:/);
});

test("metrics count answers by the pattern of their route", async () => {
  await app.inject("/api/health");
  const metrics = await app.inject("/metrics");
  expect(metrics.body).toMatch(
    /http_request_duration_seconds_count\{method="GET",route="\/api\/health",status="200"\} \d/,
  );
});

test("under a sub-path requests are answered with it, without it, and never half of it", async () => {
  const nested = createApp({
    database,
    config: { ...config, publicUrl: "https://example.org/atlas" },
    clientDir,
  });
  const status = async (url: string) => (await nested.inject(url)).statusCode;
  expect(await status("/atlas/api/health")).toBe(200);
  expect(await status("/api/health")).toBe(200);
  expect(await status("/atlas/")).toBe(200);
  expect(await status("/atlasapi/health")).toBe(404);
  const bare = await nested.inject("/atlas");
  expect([bare.statusCode, bare.headers.location]).toEqual([308, "/atlas/"]);
  await nested.close();
});

test("sends a script as it was compressed when it was built, and whole to who cannot read that", async () => {
  const ask = (encoding: string) =>
    app.inject({ url: "/assets/long-3c4d.js", headers: { "accept-encoding": encoding } });
  const packed = await ask("gzip, br");
  expect(packed.headers).toMatchObject({
    "content-encoding": "br",
    "content-type": expect.stringContaining("javascript"),
    "cache-control": "public, max-age=31536000, immutable",
    vary: expect.stringMatching(/accept-encoding/i),
  });
  expect(packed.rawPayload.equals(readFileSync(join(clientDir, "assets", "long-3c4d.js.br")))).toBe(true);
  expect(brotliDecompressSync(packed.rawPayload).toString()).toBe(LONG_SCRIPT);
  expect((await ask("identity")).body).toBe(LONG_SCRIPT);
  expect((await ask("gzip")).headers["content-encoding"]).toBe("gzip");
});
