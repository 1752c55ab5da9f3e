// @vitest-environment jsdom
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { addressOf, failureOf, readDistricts, readFeature } from "../../src/backend.ts";

declare const CONTRACT_REVISION: string;

let server: Server;
let reply: { status: number; body: string; contract?: string; retryAfter?: string };
let asked = "";

beforeAll(async () => {
  server = createServer((request, response) => {
    asked = request.url ?? "";
    response.writeHead(reply.status, {
      "content-type": "application/json",
      "access-control-allow-origin": "*",
      "access-control-expose-headers": "atlas-contract, retry-after",
      ...(reply.retryAfter === undefined ? {} : { "retry-after": reply.retryAfter }),
      "atlas-contract": reply.contract ?? CONTRACT_REVISION,
    });
    response.end(reply.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  const { port } = server.address() as AddressInfo;
  setBase(`http://127.0.0.1:${port}/atlas/`);
});

function setBase(href: string): void {
  document.head.innerHTML = "";
  const base = document.createElement("base");
  base.href = href;
  document.head.append(base);
}

const failureOfCall = (call: Promise<unknown>) => call.then(() => null, failureOf);

test("addresses are under the folder of the page and keep the braces of tiles", () => {
  setBase("https://example.org/atlas/index.html?x=1#view=2");
  expect(addressOf("tiles/zone/{z}/{x}/{y}.mvt", { v: "3", district: undefined })).toBe(
    "https://example.org/atlas/tiles/zone/{z}/{x}/{y}.mvt?v=3",
  );
});

test("an id goes into the path escaped", async () => {
  reply = {
    status: 404,
    body: JSON.stringify({ error: { code: "not-found", message: "There is no such thing." } }),
  };
  await failureOfCall(readFeature({ district: "1", layer: "zone", id: "core:a/b" }));
  expect(asked).toBe("/atlas/api/features/zone/core%3Aa%2Fb?district=1");
});

test("a refusal carries the server's code, sentence, path and place", async () => {
  const error = {
    code: "invalid-geometry",
    message: "The area crosses itself at 106.5, 29.5.",
    path: "area",
    details: { at: [106.5, 29.5] },
  };
  reply = { status: 400, body: JSON.stringify({ error }) };
  expect(await failureOfCall(readDistricts())).toEqual({
    code: "invalid-geometry",
    message: "The area crosses itself at 106.5, 29.5.",
    path: "area",
    place: [106.5, 29.5],
    details: { at: [106.5, 29.5] },
    retryAfterS: null,
  });
});

test("a busy service says after how many seconds to ask again, also where something between answers for it", async () => {
  const error = { code: "busy", message: "Too many questions at once." };
  reply = { status: 503, body: JSON.stringify({ error }), retryAfter: "2.4" };
  expect(await failureOfCall(readDistricts())).toMatchObject({ code: "busy", retryAfterS: 3 });
  reply = { status: 503, body: "<h1>Service Unavailable</h1>", retryAfter: "Wed, 21 Oct 2026 07:28:00 GMT" };
  expect(await failureOfCall(readDistricts())).toMatchObject({ code: "busy", retryAfterS: null });
});

const NO_DISTRICTS = JSON.stringify({ items: [], total: 0, next: null });

test("an answer by the contract this page was built with is taken", async () => {
  reply = { status: 200, body: NO_DISTRICTS };
  expect(await readDistricts()).toEqual({ items: [], total: 0, next: null });
});

test("an answer by another contract is refused, whatever it says", async () => {
  reply = { status: 200, body: NO_DISTRICTS, contract: "0123456789abcdef" };
  expect(await failureOfCall(readDistricts())).toMatchObject({ code: "unexpected-reply" });
});

test("an answer that is no JSON is refused", async () => {
  reply = { status: 200, body: "<html>Sign in to this network</html>" };
  expect(await failureOfCall(readDistricts())).toMatchObject({ code: "unexpected-reply" });
});

test("an error page that is no JSON is still a sentence", async () => {
  reply = { status: 502, body: "<html>Bad gateway</html>" };
  expect(await failureOfCall(readDistricts())).toMatchObject({
    code: "internal",
    message: "The service answered with status 502.",
  });
});

test("a service that cannot be reached is offline", async () => {
  setBase("http://127.0.0.1:1/");
  expect(await failureOfCall(readDistricts())).toMatchObject({ code: "offline" });
});
