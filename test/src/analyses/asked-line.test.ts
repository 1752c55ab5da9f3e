import i18next from "i18next";
import { beforeAll, expect, test } from "vitest";
import { askedLine, askedOf } from "../../../src/analyses/asked-line.ts";
import { en } from "../../../src/locale/en.ts";
import { zhCn } from "../../../src/locale/zh-cn.ts";

beforeAll(() =>
  i18next.init({
    lng: "en",
    resources: { "zh-CN": { translation: zhCn }, en: { translation: en } },
    interpolation: { escapeValue: false },
  }),
);

const GAP = {
  ...{ district: "500103", category: "edu.primary", minutes: 10, persona: "child", linkM: 100 },
  ...{ at: "satT06:00", fares: "avoid", upstairs: "mean" },
};

test("a file says who walks, how long, when and how", () => {
  expect(askedLine(GAP, i18next.getFixedT("zh-CN"))).toBe(
    "儿童 · 10 分钟 · 周六 06:00 · 不走收费设施 · 无电梯楼计楼梯（平均楼层）",
  );
  const walk = { minutes: [5, 10, 15], persona: "adult", direction: "to", flat: true };
  expect(askedLine(walk, i18next.getFixedT("en"))).toMatch(/^Adult · 5\/10\/15 min · /);
});

test("and nothing of what was not asked", () => {
  expect(askedLine({ district: "500103", area: { zone: "a" } }, i18next.getFixedT("en"))).toBe("");
  expect(askedOf({ persona: "adult", area: { zone: "a" } })).toEqual({ persona: "adult" });
});
