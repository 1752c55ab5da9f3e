import type { Widened } from "./widened.ts";

/** 一块地的指标表从哪里开始，以及从一点步行。 */
export const analyseTextZhCn = {
  analyse: {
    title: "一块地，一张指标表",
    hint: "在图上画一块地，或选一个片区，得到密度、容积率与生活圈覆盖。",
    chooseArea: "全区 · 画范围或选片区",
    orZone: "或选一个片区",
    pick: "选择片区…",
    drawn: "所画范围",
    corners: "{{count}} 个顶点",
    perimeter: "周长 {{length}}",
    asking: "正在计算…",
    kept: "您画的范围仍在，可修改后再试。",
    bySheet: "键盘画法：输入顶点经纬度",
    useCorners: "采用这些顶点",
  },
  isochrone: {
    title: "从一点步行",
    pick: "在地图上选一点",
    pickAnew: "另选一点",
    pickHint: "在地图上点选位置。",
    origin: "或输入经度,纬度",
    lonLat: "经度,纬度",
    notAPlace: "“{{text}}”不是一个位置：应为经度,纬度两个数（度），如 106.5733,29.5609。",
    direction: "方向",
    from: "从此处出发",
    to: "走到此处",
    map: "步行依据",
    real: "真实：计坡度与梯道",
    flat: "平面地图，供对照",
    caption: "步行时间内",
    within: "步行",
    facilities: "其中的配套设施",
    allFacilities: "全部设施",
    kinds: "{{count}} 类",
    kind: "类别",
    download: "导出",
    column: {
      minutes: "步行时间（分钟）",
      part: "设施类别",
      count: "设施（处）",
      areaSqm: "面积（m²）",
      residents: "常住人口（人）",
      buildings: "建筑（栋）",
      plusMinus: "误差 ±（分钟）",
    },
  },
};

export type AnalyseText = Widened<typeof analyseTextZhCn>;
