import { expect, test } from "vitest";
import { readRuleFile } from "../../../src/formats/rule-set-file.ts";
import { encodeGbk } from "../../support/encode-gbk.ts";

const CATEGORIES = [
  { code: "edu.primary", nameZh: "小学", nameEn: "Primary school" },
  { code: "health.clinic", nameZh: "门诊部", nameEn: null },
];
const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readRuleFile(utf8(text), CATEGORIES);
const primary = { tier: 10, category: "edu.primary", required: "required", distanceM: 500, test: "walk" };

test("the columns of the shipped file are read as they are headed, others are passed over", () => {
  const { requirements, problems } = read(
    "rule_set,edition,clause,tier,category,required,distance_m,test,note\nx,2018,附录B,10,edu.primary,required,500,walk,独立占地\n",
  );
  expect(problems).toEqual([]);
  expect(requirements).toEqual([{ ...primary, clause: "附录B" }]);
});

test("Chinese heads, names of categories and the semicolons of a spreadsheet are understood", () => {
  const { requirements, problems } = read(
    "生活圈;设施类别;要求;服务半径（m）\r\n10 分钟;小学;▲;500\r\n5;门诊部;△;\r\n;;;\r\n",
  );
  expect(problems).toEqual([]);
  expect(requirements).toEqual([
    { ...primary, clause: "" },
    {
      ...{ tier: 5, category: "health.clinic", required: "as-needed" },
      ...{ distanceM: null, test: "walk", clause: "" },
    },
  ]);
});

test("a file in GB18030 is read as such", () => {
  const { requirements, encoding } = readRuleFile(
    encodeGbk("生活圈,设施类别,要求\n10,小学,必配\n"),
    CATEGORIES,
  );
  expect(encoding).toBe("gb18030");
  expect(requirements[0]).toMatchObject({ category: "edu.primary", required: "required" });
});

test("every wrong cell is told by line and column, and the good rows stay", () => {
  const { requirements, problems } = read(
    [
      "生活圈,设施类别,要求,距离",
      "7,小学,▲,500",
      "10,小学校,▲,五百",
      "10,小学,▲,500",
      "10,edu.primary,△,300",
      "5,门诊部,,5001",
    ].join("\n"),
  );
  expect(requirements).toEqual([{ ...primary, clause: "" }]);
  expect(problems).toEqual([
    { line: 2, column: "生活圈", value: "7", code: "tier" },
    { line: 3, column: "设施类别", value: "小学校", code: "category" },
    { line: 3, column: "距离", value: "五百", code: "distance" },
    { line: 5, column: "设施类别", value: "edu.primary", code: "twice" },
    { line: 6, column: "要求", value: "", code: "empty" },
    { line: 6, column: "距离", value: "5001", code: "distance" },
  ]);
});

test("what is no table, or lacks a column, says so", () => {
  expect(read("").problems).toMatchObject([{ code: "not-a-table" }]);
  expect(read("生活圈,设施类别\n").problems).toMatchObject([
    { value: "生活圈 / 设施类别", code: "not-a-table" },
  ]);
  expect(read("生活圈,设施类别\n10,小学\n").problems).toMatchObject([
    { column: "required", value: "生活圈 / 设施类别", code: "column-missing" },
  ]);
});

test("a quotation mark without its other is told by the line it stands in", () => {
  const head = "生活圈,设施类别,要求\n";
  const quote = { column: null, code: "quote" };
  expect(read(`${head}5,"门诊部",△\n10,"小学,▲\n15,小学,▲\n`).problems).toEqual([
    { ...quote, line: 3, value: '10,"小学,▲' },
  ]);
  expect(read(`${head}10,小"学,▲\n`).problems).toEqual([{ ...quote, line: 2, value: '10,小"学,▲' }]);
});

test("a category may be called by its English name", () => {
  const { requirements, problems } = read("tier,category,required\n10,primary school,required\n");
  expect(problems).toEqual([]);
  expect(requirements[0]).toMatchObject({ category: "edu.primary" });
});

test("the bytes of a workbook are no rules, and are not shown", () => {
  const workbook = Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00, 0x08, 0x22, 0x0a, 0x41);
  expect(readRuleFile(workbook, CATEGORIES).problems).toEqual([
    { line: 1, column: null, value: "", code: "not-text" },
  ]);
});
