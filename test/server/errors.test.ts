import { expect, test } from "vitest";
import { z } from "zod";
import { ERROR_STATUS } from "../../server/contract/error-reply.ts";
import { Area } from "../../server/contract/geometry.ts";
import * as errors from "../../server/errors.ts";
import * as expected from "../../server/expected.ts";

test("every code of the contract has a refusal with its status", () => {
  const refusals = [
    errors.invalidParameter("persona", "giant", "one of adult, child"),
    errors.invalidGeometry("area", "The polygon crosses itself at 106.55, 29.56.", { at: [106.55, 29.56] }),
    errors.tooManyVertices(5001, 5000),
    errors.unauthenticated(),
    errors.forbidden("write", "dataset"),
    errors.unknownZone("area.zone", "core:nowhere"),
    errors.unknownAnalysis("astrology"),
    errors.unknownLayer("lava"),
    errors.unknownDistrict("999999"),
    errors.notFound("page /nowhere"),
    errors.conflict("Somebody else changed this; load it again."),
    errors.payloadTooLarge(1024),
    errors.unsupportedFormat("application/json"),
    errors.areaOutsideDistrict("1"),
    errors.areaTooLarge(4000, 3000),
    errors.notOnNetwork("origin"),
    errors.rateLimited(7),
    errors.busy(),
  ];
  const codes = refusals.map((refusal) => errors.toErrorReply(refusal, "r1").body.error.code);
  expect(new Set([...codes, "internal"])).toEqual(new Set(Object.keys(ERROR_STATUS)));
  for (const refusal of refusals) {
    const reply = errors.toErrorReply(refusal, "r1");
    expect(reply.status).toBe(ERROR_STATUS[refusal.code]);
    expect(reply.body.error.message).toMatch(/^[A-Za-z].*\.$/);
  }
});

test("a wrong parameter is named with its value and what would be right", () => {
  const { body } = errors.toErrorReply(
    errors.invalidParameter("persona", "giant", "one of adult, child"),
    "r1",
  );
  expect(body).toEqual({
    error: {
      code: "invalid-parameter",
      message: "persona is giant; it should be one of adult, child.",
      path: "persona",
      details: { value: "giant" },
    },
  });
});

test("what is expected is told in the sentence and as a detail, so that a page can say it in its reader's language", () => {
  const reply = (wanted: string | expected.Expected) => {
    const { message, extras } = errors.invalidParameter("on", 1, wanted);
    return [message, extras.details];
  };
  const cases: [string | expected.Expected, string, object][] = [
    [expected.atLeast(3, ", which had come"), "3 or more, which had come", { atLeast: "3" }],
    [expected.atMost(80, ", who answered"), "80 or less, who answered", { atMost: "80" }],
    [expected.notBefore("2026-04-01"), "2026-04-01 or later", { notBefore: "2026-04-01" }],
    [expected.notBefore(2026), "2026 or later", { notBefore: "2026" }],
    [expected.notAfter("2026-04"), "2026-04 or earlier", { notAfter: "2026-04" }],
    [expected.between(0.1, 3, " m/s"), "from 0.1 to 3 m/s", { between: "0.1–3" }],
    [expected.given(": a survey has a date"), "given: a survey has a date", { notGiven: "given" }],
    [
      expected.facilityCategory(", or all"),
      "a code of /api/facility-categories, or all",
      { categoryWanted: "facility-category" },
    ],
    [
      expected.INSIDE_DISTRICT,
      "a place inside the district, longitude first",
      { insideDistrict: "longitude first" },
    ],
    // a sentence alone is no bound, whatever it says
    ["3 or less", "3 or less", {}],
  ];
  for (const [wanted, sentence, told] of cases)
    expect(reply(wanted)).toEqual([`on is 1; it should be ${sentence}.`, { value: "1", ...told }]);
});

test("a long or many-lined value is shown short and in one line", () => {
  const { message } = errors.unknownZone("zone", `a\n${"b".repeat(500)}`);
  expect(message).toMatch(/^There is no zone a b{57}…\.$/);
});

test("what is too much or too slow says when to try again", () => {
  expect(errors.toErrorReply(errors.rateLimited(7), "r1").headers).toEqual({ "retry-after": "7" });
  const timeout = Object.assign(new Error("canceling statement due to statement timeout"), { code: "57014" });
  const reply = errors.toErrorReply(timeout, "r1");
  expect(reply).toMatchObject({ status: 503, headers: { "retry-after": "5" } });
  expect(reply.body.error.code).toBe("busy");
});

test("anything unforeseen is a 500 that tells the request id and nothing else", () => {
  const unforeseen = [
    Object.assign(new Error('relation "zone" does not exist'), { code: "42P01", position: "15" }),
    new TypeError("undefined is not a function at /srv/atlas/server/app.ts:3"),
    "a string",
    undefined,
    null,
  ];
  for (const error of unforeseen) {
    expect(errors.toErrorReply(error, "r42")).toEqual({
      status: 500,
      headers: {},
      body: {
        error: {
          code: "internal",
          message: "The server failed to answer; its log names the cause under the request id.",
          details: { requestId: "r42" },
        },
      },
    });
  }
});

test("a row of ours that breaks the contract is our fault, not the client's", () => {
  const { error } = z.object({ residents: z.number() }).safeParse({ residents: "many" });
  expect(errors.toErrorReply(error, "r1").status).toBe(500);
});

test("of a union the branch that fits best tells what is wrong", () => {
  const request = z.object({ area: Area });
  const wrongCoordinate = {
    area: {
      type: "Polygon",
      coordinates: [
        [
          [106.5, 29.5],
          [106.6, null],
        ],
      ],
    },
  };
  const { error } = request.safeParse(wrongCoordinate);
  const refusal = errors.invalidRequest(error as z.ZodError);
  expect(refusal.extras.path).toBe("area.coordinates.0.1.1");
  expect(refusal.message).toMatch(/^area\.coordinates\.0\.1\.1: .*number/);
});

test("what a schema wanted is told as a bound, so that a page can say it in its reader's language", () => {
  const request = z.object({
    name: z.string().min(1).max(3),
    reason: z.string().min(4),
    count: z.number().int().min(1).max(10),
    share: z.number().gt(0),
    zones: z.array(z.string()).max(1),
    on: z.iso.date(),
  });
  const right = { name: "a", reason: "long", count: 1, share: 0.5, zones: [], on: "2026-02-28" };
  const wanted = (wrong: object) =>
    errors.invalidRequest(request.safeParse({ ...right, ...wrong }).error as z.ZodError).extras;
  expect(wanted({ name: "abcd" })).toEqual({ path: "name", details: { longest: "3" } });
  expect(wanted({ name: "" }).details).toEqual({ notGiven: "given" });
  expect(wanted({ name: null }).details).toEqual({ notGiven: "given" });
  expect(wanted({ reason: "abc" }).details).toEqual({ shortest: "4" });
  expect(wanted({ count: 11 }).details).toEqual({ atMost: "10" });
  expect(wanted({ count: 0 }).details).toEqual({ atLeast: "1" });
  expect(wanted({ count: 1.5 }).details).toEqual({ wholeWanted: "12" });
  expect(wanted({ count: "2" }).details).toEqual({ numberWanted: "12.5" });
  expect(wanted({ share: 0 }).details).toEqual({ moreThan: "0" });
  expect(wanted({ zones: ["a", "b"] }).details).toEqual({ most: "1" });
  expect(wanted({ on: "2026-02-30" }).details).toEqual({ dayWanted: "2026-03-31" });
});

test("what a schema did not accept is told with the value sent, and an unknown key by its name", () => {
  const request = z.strictObject({ minutes: z.array(z.number().max(60)), at: z.string().optional() });
  const refused = (given: object) => {
    const { message, extras } = errors.invalidRequest(request.safeParse(given).error as z.ZodError, given);
    return [message.split(":")[0], extras.path, extras.details];
  };
  expect(refused({ minutes: [5, 90] })).toEqual([
    "minutes.1 is 90",
    "minutes.1",
    { value: "90", atMost: "60" },
  ]);
  expect(refused({ minutes: [5], pace: "fast" })).toEqual(["pace is fast", "pace", { value: "fast" }]);
  expect(refused({})).toEqual(["minutes", "minutes", { notGiven: "given" }]);
});
