import type { Widened } from "./widened.ts";

/** 分析模式的提问目录。 */
export const questionTextZhCn = {
  menu: "还可以问",
  more: "还可以问 ↓",
  change: "修改条件",
  finer: "更多设置",
  group: {
    buildings: "建筑与体检",
    walking: "步行与设施",
    ways: "道路与岸线",
    rules: "依据",
    kept: "范围",
  },
  hint: {
    filter: "按年代、层数、电梯等条件找楼",
    health: "城市体检指标：能由数据算出的，与需部门填报的",
    walk: "5、10、15 分钟能走到哪里",
    route: "一处到另一处怎么走：梯道、扶梯、票价，停运时改走哪里",
    standards: "各类人群的速度与步行参数：来源、修改、恢复",
    gap: "谁在几分钟内走不到某类设施，缺口在哪",
    radius: "公园与各类设施：圆里算覆盖的，同样距离走不走得到",
    riverfront: "走到江边要多久，隔着哪些路，岸线通不通",
    network: "孤立的片、漏接的端点、过陡的边：逐处看、逐处核对",
    street: "道路够不够密、哪里断头，步行绕多远、何处有台阶",
    minutes: "多少人几分钟走到，按楼、社区、六边形看，左右对比",
    catchment: "学位、床位、车位：每千人能分到多少，谁最少",
    "named-areas": "存在本机的范围：重开、对比、导出",
  },
};

export type QuestionText = Widened<typeof questionTextZhCn>;
