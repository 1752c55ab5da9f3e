import type { Widened } from "./widened.ts";

/** The figures of the programme as documents print them. */
export const figuresTextZhCn = {
  title: "项目调度：公布数字",
  hint: "照原文列出，各注出处、日期与层级；不与本图测算混算。前后不一致的已标出。目标不等于可用资金。",
  open: "公布数字一览",
  counted: "已录入真实 {{counted}}",
  of: {
    区级: "本区",
    市级: "市级（对照）",
    国家: "国家（对照）",
    外地案例: "外地案例（对照）",
  },
  theme: {
    lists: "四重清单与任务",
    scale: "规模",
    structure: "空间结构",
    communities: "老旧小区与社区",
    "health-check": "城市体检",
    waterfront: "滨江",
    streets: "道路、步道与管网",
    parks: "公园绿地",
    money: "资金",
    demonstration: "示范项目",
    measures: "办理措施",
    governance: "治理",
    signing: "征收签约",
    "smart-city": "智慧城市",
    national: "全国",
  },
  nature: { stock: "现状", done: "已完成", target: "目标", count: "条目数" },
  qualifier: { "~": "约 ", ">": "超过 ", ">=": "不少于 ", "<=": "不超过 " },
  list: {
    "programme-items": "看清单",
    signing: "看签约进度",
    projects: "看项目列表",
    zones: "看片区列表",
    "life-circle": "看缺什么、在哪里",
    riverfront: "看滨江可达",
    walkways: "看步道",
    "road-network": "看路网",
    "park-coverage": "看公园覆盖",
  },
} as const;

export type FiguresText = Widened<typeof figuresTextZhCn>;
