import type { Widened } from "./widened.ts";

/** What is said of the walkers side by side, in Chinese. */
export const personasTextZhCn = {
  title: "五类人群并列",
  walker: "人群",
  tier: "生活圈",
  requirement: "要求",
  required: "▲ 必配",
  of: { residents: "按全部居民", buildings: "按建筑" },
  tiers: "数据中已有的 ▲ 设施全部可达的占比（{{whom}}，{{mode}}）",
  presentOf: "{{present}}/{{required}} 类",
  notAll: "▲ 设施数据不全：「全部 ▲ 可达」不详，上表只按数据中已有的各类计。",
  allPresent: "已有的 ▲ 全部可达",
  categories: "{{tier}}逐类",
  short: { adult: "成年", elderly: "老年", child: "儿童", stroller: "婴儿车", wheelchair: "轮椅" },
  download: "下载并列表",
};

/** The shape of these texts, for every language. */
export type PersonasText = Widened<typeof personasTextZhCn>;
