import { createInstance, type TFunction } from "i18next";
import { beforeAll, expect, test } from "vitest";
import { SAMPLE_SOURCE } from "../../../geodata/generate/sample-identity.ts";
import { en } from "../../../src/locale/en.ts";
import { sourceText } from "../../../src/locale/source-text.ts";
import { zhCn } from "../../../src/locale/zh-cn.ts";

let inChinese: TFunction;
let inEnglish: TFunction;
beforeAll(async () => {
  const texts = createInstance();
  await texts.init({
    resources: { "zh-CN": { translation: zhCn }, en: { translation: en } },
    interpolation: { escapeValue: false },
  });
  inChinese = texts.getFixedT("zh-CN");
  inEnglish = texts.getFixedT("en");
});

test("the source of the sample is said in one language at a time", () => {
  const sample = { sample: true, source: SAMPLE_SOURCE };
  expect(sourceText(sample, inEnglish)).toMatch(/^[\x20-\x7e]+$/);
  expect(sourceText(sample, inChinese)).toMatch(/^\p{Script=Han}+$/u);
});

test("OpenStreetMap is credited with its licence, and any other source is quoted as it stands", () => {
  expect(sourceText({ sample: false, source: "OpenStreetMap" }, inEnglish)).toContain("ODbL");
  expect(sourceText({ sample: false, source: "区住建委 2024" }, inEnglish)).toBe("区住建委 2024");
});
