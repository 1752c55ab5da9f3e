import type { Widened } from "./widened.ts";

/** 地块户表（内部）。 */
export const householdsTextZhCn = {
  title: "户表",
  internal: "内部：逐户信息不对外显示，不进公开图层、检索、统计与导出。",
  none: "尚未逐户录入；现有 {{count}} 户为汇总填报。录入首户或导入户表后，本地块户数与各阶段进度改由户表统计，原填报数留在履历中。",
  follow: "已逐户录入 {{count}} 户，本地块户数、进度与同意比例由户表统计。",
  find: "查户号、专班或备注",
  more: "列出 {{shown}} 户，共 {{total}} 户；请用查找缩小范围。",
  add: "录入一户",
  form: "一户",
  remove: "移出户表",
  reason: "移出原因",
  refused: "未能保存，已填内容仍在。",
  change: { added: "录入 {{number}}", changed: "修改 {{number}}", removed: "移出 {{number}}" },
  notBegun: "尚未进入任何阶段",
  stageOn: "{{stage}}日期",
  field: {
    number: "户号",
    kind: "类别",
    areaSqm: "建筑面积（m²）",
    tenure: "权属",
    team: "专班",
    note: "备注（一户一策）",
  },
  file: {
    open: "导入户表（CSV、XLSX）",
    hint: "首行为列名：户号、类别（住宅、非住宅、商铺），可另有建筑面积、权属、专班、备注，以及各阶段日期列：{{stages}}。先核对逐行结果，再整表导入；有一行不对即不导入。文件中没有的列保持原值。",
    choose: "户表文件",
    take: "导入 {{count}} 户",
    imported: "{{at}} 导入《{{file}}》，{{count}} 户",
  },
  problem: {
    "wrong-number": "户号“{{value}}”不对，应为 1–60 字",
    "wrong-kind": "类别“{{value}}”不对，应为{{expected}}",
    "wrong-area": "建筑面积“{{value}}”不能用，应为 0 至 1,000,000 之间的数，如 {{expected}}",
    "too-long": "{{column}}超过 {{expected}} 字",
    "wrong-date": "{{column}}“{{value}}”不是日期，应如 {{expected}}",
    "future-date": "{{column}}“{{value}}”还没有到，应为 {{expected}} 或之前",
    "wrong-stage": "{{column}} {{value}} 不能早于“{{expected}}”或在其之前单独填写",
    duplicate: "户号 {{value}} 与第 {{expected}} 行重复",
  },
} as const;

export type HouseholdsText = Widened<typeof householdsTextZhCn>;
