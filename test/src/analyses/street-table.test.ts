import i18next from "i18next";
import { beforeAll, expect, test } from "vitest";
import { streetTable } from "../../../src/analyses/street-table.ts";
import { en } from "../../../src/locale/en.ts";
import { placeKind } from "../../../src/locale/street-kind.ts";
import { zhCn } from "../../../src/locale/zh-cn.ts";
import type { NetworkQualityAnswer } from "../../../src/state/street-state.ts";

const CATEGORIES = [{ code: "edu.primary", nameZh: "小学", nameEn: "Primary school" }];
const place = (kind: string, sourceId: string | null) => ({
  ...{ at: [106.5, 29.5], id: null, nameZh: null, nameEn: null, kind, sourceId, value: 6 },
});
const ANSWER = {
  result: {
    ...{ edges: 5, lengthM: 900, parts: { count: 2, largestLengthShare: 0.9 } },
    slopes: { lengthM: 800, overFlat: 1.25, slowerOverFaster: 1.5 },
    findings: [
      {
        code: "dangling-end",
        count: 2,
        unit: "m",
        places: [place("steps", "node/103"), place("service", null)],
      },
      { code: "facility-off-network", count: 1, unit: "m", places: [place("edu.primary", "node/7")] },
    ],
  },
} as unknown as NetworkQualityAnswer;

const cells = (language: "zh-CN" | "en", names: readonly string[]) => {
  const t = i18next.getFixedT(language);
  const kindName = (kind: string) => placeKind(kind, CATEGORIES, { t, language });
  const writer = { t, language, title: "x", kindName };
  const { columns, rows } = streetTable({ asked: "network-quality", answer: ANSWER }, writer);
  return rows.map((row) => names.map((name) => row[columns.indexOf(t(`street.column.${name}`))]));
};
/** Rows of the network as a whole stand before those of its findings. */
const OF_NETWORK = 5;

beforeAll(() =>
  i18next.init({ lng: "en", resources: { "zh-CN": { translation: zhCn }, en: { translation: en } } }),
);

test("places of the network come with their kind in words and with what the source calls them", () => {
  expect(cells("zh-CN", ["kind", "sourceId"]).slice(OF_NETWORK)).toEqual([
    [null, null],
    ["梯道", "node/103"],
    ["内部道路", null],
    [null, null],
    ["小学", "node/7"],
  ]);
  const kinds = cells("en", ["kind"]).slice(OF_NETWORK);
  expect(kinds.flat()).toEqual([null, "stairs", "Service way", null, "Primary school"]);
});

test("the network as a whole comes with its size, its parts and what slopes do to walking", () => {
  expect(cells("en", ["part", "value", "unit", "lengthM", "ratio"]).slice(0, OF_NETWORK)).toEqual([
    ["Edges of the walking network", 5, "1", 900, null],
    ["Parts", 2, "1", null, null],
    ["Largest part, of the length", 90, "%", null, null],
    ["There and back, times as long as on the flat", null, null, 800, 1.25],
    ["The slower way, times as long as the faster", null, null, 800, 1.5],
  ]);
});
