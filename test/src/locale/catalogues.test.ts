import { expect, test } from "vitest";
import { ANALYSES } from "../../../server/contract/analyses.ts";
import { DataQuality } from "../../../server/contract/analysis.ts";
import { ZONE_KINDS } from "../../../server/contract/catalogue.ts";
import { REPORT_CODES, REPORT_KINDS } from "../../../server/contract/dataset-report.ts";
import { AGE_CLASSES, DensityResult, HEIGHT_CLASSES } from "../../../server/contract/density.ts";
import { ERROR_STATUS } from "../../../server/contract/error-reply.ts";
import { FILTER_FIELDS } from "../../../server/contract/filter-count.ts";
import { PERSONAS } from "../../../server/contract/life-circle-coverage.ts";
import { BUILDING_USES, PlotRatioResult } from "../../../server/contract/plot-ratio.ts";
import { TILE_LAYERS } from "../../../server/tiles/layers.ts";
import { en } from "../../../src/locale/en.ts";
import { zhCn } from "../../../src/locale/zh-cn.ts";
import { MODES } from "../../../src/state/app-state.ts";
import { LAYER_GROUPS } from "../../../src/state/appearance-state.ts";

type Texts = { readonly [key: string]: string | Texts };

function keysOf(texts: Texts, prefix = ""): string[] {
  return Object.entries(texts).flatMap(([key, text]) =>
    typeof text === "string" ? [`${prefix}${key}`] : keysOf(text, `${prefix}${key}.`),
  );
}

const textAt = (catalogue: Texts, key: string): unknown =>
  key.split(".").reduce<unknown>((at, part) => (at as Texts | undefined)?.[part], catalogue);
const places = (text: unknown) =>
  [...String(text).matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

test("both languages have the same texts", () => {
  expect(keysOf(en).sort()).toEqual(keysOf(zhCn).sort());
});

test("no text is empty, and both languages fill in the same values", () => {
  for (const key of keysOf(zhCn)) {
    expect(textAt(zhCn, key), key).not.toBe("");
    expect(textAt(en, key), key).not.toBe("");
    expect(places(textAt(en, key)), key).toEqual(places(textAt(zhCn, key)));
  }
});

test("the Chinese catalogue is Chinese and the English one is not", () => {
  const sharedInBoth = keysOf(zhCn).filter((key) => /[\u4e00-\u9fff]/.test(String(textAt(en, key))));
  // the one text that names the other language
  expect(sharedInBoth).toEqual(["action.language"]);
});

// what the service can say must have a text: the keys are the contract's own names
const SPOKEN: readonly (readonly [section: keyof typeof zhCn, names: readonly string[]])[] = [
  ["quality", DataQuality.shape.code.options],
  ["error", Object.keys(ERROR_STATUS)],
  ["field", Object.keys(DensityResult.shape)],
  ["field", Object.keys(PlotRatioResult.shape)],
  ["field", Object.keys(FILTER_FIELDS)],
  ["zoneKind", ZONE_KINDS],
  ["heightClass", HEIGHT_CLASSES],
  ["ageClass", AGE_CLASSES],
  ["value", BUILDING_USES],
  ["persona", PERSONAS],
  ["layer", [...TILE_LAYERS.map(({ name }) => name), "facility-entrance", "walk-node"]],
  ["group", LAYER_GROUPS],
  ["mode", MODES],
];

test.each(SPOKEN)("every name of %s has its text", (section, names) => {
  expect(Object.keys(zhCn[section])).toEqual(expect.arrayContaining([...names]));
});

test("every kind of report line has its title", () => {
  expect(Object.keys(zhCn.report.kind)).toEqual([...REPORT_KINDS]);
});

test("every finding of an import has its text", () => {
  expect(Object.keys(zhCn.report.code)).toEqual(expect.arrayContaining([...REPORT_CODES]));
});

test("the catalogue names the indicator sheet as the contract does", () => {
  expect(zhCn.sheet.title).toBe(ANALYSES["answer-sheet"].titleZh);
  expect(en.sheet.title).toBe(ANALYSES["answer-sheet"].titleEn);
});
