import type { Widened } from "./file-text-zh-cn.ts";

/** What is said of rule sets of a person's own, in Chinese. */
export const ownRulesTextZhCn = {
  option: "{{title}}（自定义 · 试算）",
  add: "导入自己的规则（CSV）",
  template: "下载表样",
  hint: "CSV，首行为列名：生活圈（5、10、15）、设施类别（代码或名称）、要求（▲ 必配 / △ 按需），可加 服务半径（m）、判定、条文。UTF-8 或 GB18030，逗号、分号或制表符分隔均可。",
  remove: "删除这套规则",
  removeSure: "确定删除",
  read: "{{rows}} 条可用，{{problems}} 处有误（{{encoding}}）",
  noneGood: "没有可用的条目：请按下表改好再导入。",
  timeOnly: "{{count}} 条没有服务半径，只能按时间判定。",
  problems: "有误之处",
  line: "行",
  column: "列",
  value: "值",
  expected: "应为",
  blank: "（空）",
  moreProblems: "还有 {{count}} 处",
  preview: "将使用的条目",
  title: "名称",
  use: "按这套规则判定",
  useGood: "只用无误的 {{count}} 条",
  cancel: "取消",
  trial: "自定义规则的结果一律为试算，不作达标数。",
  minutes: "{{minutes}} 分钟",
  required: "▲ 必配",
  asNeeded: "△ 按需",
  columnName: {
    tier: "生活圈",
    category: "设施类别",
    required: "要求",
    distance: "服务半径",
    test: "判定",
    clause: "条文",
  },
  problem: {
    "not-a-table": "首行列名、以下每行一条的表格",
    "column-missing": "缺这一列",
    empty: "不能为空",
    "too-many": "至多 500 条",
    tier: "5、10 或 15",
    category: "设施类别的代码或名称",
    required: "▲（必配）或 △（按需）",
    distance: "1–5000 的整数（米），或留空",
    test: "步行、容量或有无，或留空",
    clause: "不超过 200 字",
    twice: "同一生活圈内每类设施只列一次",
  },
};

/** The shape of these texts, for every language. */
export type OwnRulesText = Widened<typeof ownRulesTextZhCn>;
