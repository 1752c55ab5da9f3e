import type { DispatchField } from "../contract/dispatch.ts";
import { columnLetters } from "../tables/open-sheet.ts";

/** What stands in a column of the 调度表: a key, what is told for orientation, or a field of the return. */
export interface SheetColumn {
  readonly header: string;
  readonly key: "code" | "name" | "stage" | "subdistrict" | DispatchField;
  readonly kind: "code" | "told" | "text" | "long" | "uniform-code" | "wan" | "percent";
  /** In letters of the sheet. */
  readonly width: number;
}

/** The columns of the 调度表 from A on, in the order that bureaux read them. */
export const SHEET_COLUMNS: readonly SheetColumn[] = [
  { header: "项目编号", key: "code", kind: "code", width: 12 },
  { header: "项目名称", key: "name", kind: "told", width: 24 },
  { header: "阶段", key: "stage", kind: "told", width: 10 },
  { header: "街道", key: "subdistrict", kind: "told", width: 12 },
  { header: "责任单位", key: "unit", kind: "text", width: 18 },
  { header: "实施主体", key: "implementer", kind: "text", width: 18 },
  { header: "牵头领导", key: "leader", kind: "text", width: 10 },
  { header: "项目统一代码", key: "uniformCode", kind: "uniform-code", width: 26 },
  { header: "总投资（万元）", key: "totalWanYuan", kind: "wan", width: 12 },
  { header: "年度计划投资（万元）", key: "yearPlanWanYuan", kind: "wan", width: 12 },
  { header: "本月完成投资（万元）", key: "monthDoneWanYuan", kind: "wan", width: 12 },
  { header: "本年累计完成投资（万元）", key: "yearDoneWanYuan", kind: "wan", width: 14 },
  { header: "自开工累计完成投资（万元）", key: "totalDoneWanYuan", kind: "wan", width: 14 },
  { header: "资金到位（万元）", key: "arrivedWanYuan", kind: "wan", width: 12 },
  { header: "资金拨付（万元）", key: "paidWanYuan", kind: "wan", width: 12 },
  { header: "形象进度", key: "progressText", kind: "long", width: 26 },
  { header: "形象进度（%）", key: "progressShare", kind: "percent", width: 10 },
  { header: "存在问题", key: "problem", kind: "long", width: 26 },
  { header: "需协调事项", key: "coordination", kind: "long", width: 26 },
];

/** The head of the sheet: title, month, a line on how to fill it in, the columns. Rows and columns count from 1. */
export const MONTH_ROW = 2;
export const HEADER_ROW = 4;
/** So many projects fit one sheet. */
export const MAX_ROWS = 2000;
export const MAX_WAN_YUAN = 10_000_000;
export const MAX_TEXT = 1000;
/** 投资项目统一代码: year and month, adcode, kinds, number. */
export const UNIFORM_CODE = /^\d{4}-\d{6}-\d{2}-\d{2}-\d{6}$/;

/** The address of a cell, both from 0 on. */
export const addressOf = (row: number, column: number) => `${columnLetters(column)}${row + 1}`;
