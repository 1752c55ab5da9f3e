import i18next from "i18next";
import { beforeAll, expect, test } from "vitest";
import { radiusFeatures, radiusTable } from "../../../src/analyses/radius-table.ts";
import { en } from "../../../src/locale/en.ts";
import { numberText } from "../../../src/locale/number-text.ts";
import { zhCn } from "../../../src/locale/zh-cn.ts";
import type { ParkAnswer } from "../../../src/state/radius-state.ts";

const FIGURE = {
  ...{ definition: "pocket", source: "条文", sourceEn: "Clause", radii: [], edition: null, clause: null },
  ...{ status: "unverified", held: "held", places: { counted: 1 }, share: null, land: {}, ownLand: "land" },
  ...{ titleZh: "口袋公园", titleEn: "Pocket parks", inTime: null, circleOnly: null, walked: null },
  circle: { count: { buildings: 9, residents: null, dwellings: null }, share: 0.9 },
};
const answerBy = (rankedBy: "residents" | "buildings") =>
  ({
    result: {
      ...{ rankedBy, figures: [FIGURE] },
      picked: {
        definition: "pocket",
        cover: { type: "MultiPolygon", coordinates: [] },
        places: [],
        zones: [],
      },
    },
  }) as unknown as ParkAnswer;

beforeAll(() =>
  i18next.init({ lng: "en", resources: { "zh-CN": { translation: zhCn }, en: { translation: en } } }),
);

test("shares are headed by whom they are of: buildings, where residents are not known", () => {
  const shareOf = (by: "residents" | "buildings") => {
    const writer = {
      t: i18next.getFixedT("zh-CN"),
      language: "zh-CN",
      numbers: numberText("zh-CN"),
      title: "x",
    };
    const { columns, rows } = radiusTable(answerBy(by), writer as Parameters<typeof radiusTable>[1]);
    const at = rows[0]!.indexOf(90);
    return columns[at];
  };
  expect(shareOf("residents")).toBe("半径内人口（%）");
  expect(shareOf("buildings")).toBe("半径内建筑（%）");
});

test("a cover says where its definition comes from, beside where the data does", () => {
  const [cover] = radiusFeatures(answerBy("residents"), "data").features;
  expect(cover!.properties).toMatchObject({ basis: "条文", basisEn: "Clause", source: "data" });
});
