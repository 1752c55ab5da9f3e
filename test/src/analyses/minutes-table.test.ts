import i18next from "i18next";
import { beforeAll, expect, test } from "vitest";
import { minutesTable } from "../../../src/analyses/minutes-table.tsx";
import { zhCn } from "../../../src/locale/zh-cn.ts";
import { MINUTES, type MinutesHistogram } from "../../../src/state/minutes-histogram.ts";

beforeAll(() => i18next.init({ lng: "zh-CN", resources: { "zh-CN": { translation: zhCn } } }));

// three houses within the first minute, one off the network
function histogram(people: number): MinutesHistogram {
  const weights = new Float64Array(MINUTES + 1);
  const buildings = new Uint32Array(MINUTES + 1);
  weights[0] = 3 * people;
  buildings[0] = 3;
  return {
    ...{ weights, buildings, offNetwork: people, offNetworkBuildings: 1 },
    ...{ total: 4 * people, medianS: 30 },
  };
}
const tableOf = (by: "residents" | "buildings", people: number) =>
  minutesTable(
    { by, first: histogram(people), beside: null, change: null },
    { t: i18next.getFixedT("zh-CN"), title: "x" },
  );

test("minutes are told by residents and buildings", () => {
  const { columns, rows } = tableOf("residents", 10);
  expect(columns).toEqual(["分钟", "居民", "栋", "累计 %"]);
  expect(rows[0]).toEqual(["0–1", 30, 3, 75]);
  expect(rows.at(-1)?.slice(1)).toEqual([10, 1, null]);
});

test("buildings stand once where residents are not known", () => {
  const { columns, rows } = tableOf("buildings", 1);
  expect(columns).toEqual(["分钟", "栋", "累计 %"]);
  expect(rows[0]).toEqual(["0–1", 3, 75]);
  expect(rows.at(-1)?.slice(1)).toEqual([1, null]);
});
