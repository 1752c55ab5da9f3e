import i18next from "i18next";
import { beforeAll, describe, expect, test } from "vitest";
import { ERROR_STATUS } from "../../../server/contract/error-reply.ts";
import * as errors from "../../../server/errors.ts";
import * as expected from "../../../server/expected.ts";
import type { Failure } from "../../../src/backend.ts";
import { en } from "../../../src/locale/en.ts";
import { failureReason } from "../../../src/locale/failure-reason.ts";
import { numberText } from "../../../src/locale/number-text.ts";
import { zhCn } from "../../../src/locale/zh-cn.ts";
import type { Language } from "../../../src/state/appearance-state.ts";

// a refusal as the service sends it and the page takes it
function failureFrom(thrown: unknown): Failure {
  const { error } = errors.toErrorReply(thrown, "r42").body;
  const { code, message, path = null, details = {} } = error;
  return { code, message, path, place: null, details, retryAfterS: null };
}

const zodRefusal = (issue: object) =>
  errors.invalidRequest({ issues: [{ path: ["name"], message: "no", ...issue }] });

const REFUSALS: readonly [sent: unknown, zh: RegExp, own: boolean][] = [
  [
    errors.invalidParameter("minutes", 99, expected.between(5, 60)),
    /“minutes”的值“99”不对，应在 5–60 之间/,
    false,
  ],
  [
    errors.invalidParameter("category", "com.none", expected.facilityCategory()),
    /没有“com.none”这类设施，请另选一类/,
    false,
  ],
  [errors.invalidParameter("minutes", 99, "a whole number"), /“minutes”的值“99”/, true],
  [zodRefusal({ code: "too_big", origin: "string", maximum: 200 }), /太长，至多 200 字/, false],
  [zodRefusal({ code: "too_big", origin: "number", maximum: 1_000_000 }), /应不大于 1,000,000/, false],
  [
    errors.invalidParameter("on", "2026-03-15", expected.notBefore("2026-04-01")),
    /应为 2026-04-01 或之后/,
    false,
  ],
  [errors.invalidParameter("on", "2026-03-15", expected.notAfter("2026-03")), /应为 2026-03 或之前/, false],
  [errors.invalidParameter("votes", 9, expected.atMost(8, ", who attended")), /应不大于 8/, false],
  [errors.invalidParameter("votes", 7, expected.atLeast(8)), /应不小于 8/, false],
  [errors.invalidParameter("lon", "29.5, 106.5", expected.INSIDE_DISTRICT), /经度在前/, false],
  [errors.invalidParameter("surveyedBy", null, expected.given(": who made the survey")), /应填而未填/, false],
  [
    errors.wrongFile("merged", "2 merged cells", "no merged cells", { merges: 2, at: "3, 7" }),
    /有 2 处合并单元格/,
    false,
  ],
  [
    errors.invalidRequest({ issues: [{ path: ["persona"], message: "unknown" }] }),
    /“persona”的值不能用/,
    true,
  ],
  [errors.invalidGeometry("area", "The ring is open."), /闭合的面/, true],
  [errors.tooManyVertices(6000, 5000), /6,000 个顶点，最多 5,000 个/, false],
  [errors.unauthenticated(), /登录/, false],
  [errors.forbidden("edit", "standards"), /不能做/, false],
  [errors.unknownZone("area.zone", "core:x"), /“core:x”的片区/, false],
  [errors.unknownAnalysis("x-ray"), /“x-ray”的分析/, false],
  [errors.unknownLayer("moon"), /“moon”的图层/, false],
  [errors.unknownDistrict("999999"), /“999999”的行政区/, false],
  [errors.unknownDistrict(null), /选一个行政区/, false],
  [errors.notFound("project of that id"), /链接已旧/, false],
  [
    errors.notFound("facility of the category edu.primary in the data of this district", {
      ...{ path: "category", value: "edu.primary", lacking: "facilities" },
    }),
    /没有一处此类设施（edu.primary）/,
    false,
  ],
  [errors.conflict("Delete one first."), /核对/, true],
  [errors.conflict("Twice.", { id: "item:1", taken: "Policy A" }), /已有“Policy A”/, false],
  [errors.conflict("Read again.", { version: 7 }), /他人刚有改动/, false],
  [errors.conflict("None.", { undispatched: "2026-11" }), /2026-11 没有列入调度的项目/, false],
  [errors.conflict("Closed.", { closed: "2026-10-12" }), /已有人于 2026-10-12 登记办结/, false],
  [errors.payloadTooLarge(1024 * 1024), /1,024 KB/, false],
  [errors.unsupportedFormat("application/json"), /不读这种格式/, true],
  [errors.areaOutsideDistrict("500103"), /界内重画/, false],
  [errors.areaOutsideDistrict("500103", true), /纬度在前/, false],
  [errors.areaTooLarge(120.04, 50), /120 km²，最多 50 km²/, false],
  [errors.notOnNetwork("origin"), /步行网络/, false],
  [errors.noWay(5000), /5,000 m 以内没有通路/, false],
  [errors.rateLimited(3), /稍等/, false],
  [errors.busy(), /稍等/, false],
  [new Error("SELECT"), /编号 r42/, false],
];

describe("why a question was not answered", () => {
  const said = (language: Language, failure: Failure) =>
    failureReason(failure, i18next.getFixedT(language), numberText(language));
  beforeAll(async () => {
    const resources = { "zh-CN": { translation: zhCn }, en: { translation: en } };
    await i18next.init({ resources, lng: "zh-CN", interpolation: { escapeValue: false } });
  });

  test("is told of every code of the contract", () => {
    const told = new Set(REFUSALS.map(([sent]) => failureFrom(sent).code));
    expect([...told].sort()).toEqual(Object.keys(ERROR_STATUS).sort());
  });

  test.each(REFUSALS)(
    "%s: in Chinese with the field and the value, in English without Chinese",
    (sent, zh, own) => {
      const failure = failureFrom(sent);
      const chinese = said("zh-CN", failure);
      expect(chinese.text).toMatch(zh);
      expect(chinese.own).toBe(own ? failure.message : null);
      const english = said("en", failure);
      expect(english.text).toMatch(/[a-z]/);
      expect(`${english.text}`).not.toMatch(/[\u4e00-\u9fff]|\{\{/);
    },
  );

  test("names the place where an outline crosses itself", () => {
    const crossing = { ...failureFrom(errors.invalidGeometry("area", "…")), place: [106.5, 29.5] } as const;
    expect(said("zh-CN", crossing).text).toContain("106.500000, 29.500000");
  });

  test("of a code that is not known is told in the words of the service", () => {
    const failure = { ...failureFrom(errors.unauthenticated()), code: "teapot", message: "Short and stout." };
    expect(said("zh-CN", failure)).toEqual({ text: null, own: "Short and stout." });
  });
});
