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

const cells = (language: "zh-CN" | "en") => {
  const t = i18next.getFixedT(language);
  const kindName = (kind: string) => placeKind(kind, CATEGORIES, { t, language });
  const writer = { t, language, title: "x", kindName };
  const { columns, rows } = streetTable({ asked: "network-quality", answer: ANSWER }, writer);
  const at = (name: string) => columns.indexOf(t(`street.column.${name}`));
  return rows.map((row) => [row[at("kind")], row[at("sourceId")]]);
};

beforeAll(() =>
  i18next.init({ lng: "en", resources: { "zh-CN": { translation: zhCn }, en: { translation: en } } }),
);

test("places of the network come with their kind in words and with what the source calls them", () => {
  expect(cells("zh-CN")).toEqual([
    [null, null],
    ["梯道", "node/103"],
    ["内部道路", null],
    [null, null],
    ["小学", "node/7"],
  ]);
  expect(cells("en").map(([kind]) => kind)).toEqual([null, "stairs", "Service way", null, "Primary school"]);
});
