import { expect, test } from "vitest";
import { numberText } from "../../../src/locale/number-text.ts";

const zh = numberText("zh-CN");
const en = numberText("en");

test("unknown is said, never written as zero", () => {
  for (const write of [
    zh.count,
    zh.share,
    zh.ratio,
    zh.area,
    zh.floorArea,
    zh.length,
    zh.perSqkm,
    zh.minutes,
  ]) {
    expect(write(null)).toBe("不详");
  }
  expect(en.number(null)).toBe("unknown");
  expect(zh.count(0)).toBe("0");
});

test("what is there, however little, is never written as zero", () => {
  expect(zh.number(0.04, 1)).toBe("<0.1");
  expect(zh.number(0.05, 1)).toBe("0.1");
  expect(zh.share(0.0004)).toBe("<0.1%");
});

test("a share held against a limit is cut off, so that it is never said to reach what it has not", () => {
  expect(zh.shareReached(0.5998)).toBe("59.9%");
  expect(zh.shareReached(0.7)).toBe("70%");
  expect(zh.shareReached(0.29)).toBe("29%");
  expect(zh.shareReached(null)).toBe("不详");
});

test("large counts are in 万 and 亿 in Chinese and grouped in English below a million", () => {
  expect([zh.count(99_999), zh.count(100_000), zh.count(588_717)]).toEqual(["99,999", "10 万", "58.9 万"]);
  expect(zh.count(123_456_789)).toBe("1.23 亿");
  expect([zh.counted(588_717, "人"), zh.counted(8_649, "人")]).toEqual(["58.9 万人", "8,649 人"]);
  expect([en.counted(588_717, "people"), zh.counted(null, "人")]).toEqual(["588,717 people", "不详 人"]);
  expect(zh.floorArea(43_341_989)).toBe("4,334.2 万 m²");
  expect([en.count(588_717), en.count(999_999)]).toEqual(["588,717", "999,999"]);
});

test("from a million on English counts in M, with three figures at least", () => {
  expect([en.floorArea(43_341_989), en.floorArea(7_500_000), en.count(1_000_000)]).toEqual([
    "43.34 M m²",
    "7.50 M m²",
    "1.00 M",
  ]);
});

test("a count is whole, and never zero where a part of one is there", () => {
  expect([zh.count(3_197.5), zh.count(2.4), zh.count(0.4)]).toEqual(["3,198", "2", "<1"]);
});

test("areas take the unit of their size: below 1 ha m², below 1 km² hectares", () => {
  expect([zh.area(9_999), zh.area(10_000), zh.area(999_900), zh.area(1_000_000)]).toEqual([
    "9,999 m²",
    "1.00 公顷",
    "99.99 公顷",
    "1.00 km²",
  ]);
});

test("hectares and km² keep three figures at least", () => {
  expect([en.area(1_001_700), en.area(17_980_000), en.area(20_100_000), en.area(123_000_000)]).toEqual([
    "1.00 km²",
    "17.98 km²",
    "20.1 km²",
    "123 km²",
  ]);
});

test("lengths turn to kilometres at 1,000 m", () => {
  expect([en.length(999), en.length(1_000), en.length(3.14)]).toEqual(["999 m", "1 km", "3.1 m"]);
});

test("a share below ten per cent keeps a decimal", () => {
  expect([zh.share(0.074), zh.share(0.1), zh.share(1)]).toEqual(["7.4%", "10%", "100%"]);
  // only what is all is 100 %
  expect([0.994, 0.997, 0.99999, 1 - 1e-12].map(zh.share)).toEqual(["99%", "99.7%", "99.9%", "100%"]);
});
