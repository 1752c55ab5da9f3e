import type { SampleFinding, SampleRecheck } from "./findings.ts";

/** What is found: at the site of a project of one of the stages, which takes it up where `outcome` or `taken` says so. */
export interface Told {
  readonly what: string;
  readonly source: SampleFinding["source"];
  readonly severity: SampleFinding["severity"];
  readonly stages: readonly string[];
  /** Month and day. */
  readonly on: string;
  /** Indicator by code with its value, and the value of the check after works. */
  readonly indicator?: readonly [code: string, value: number, after?: number];
  /** Kind of measure and what is proposed. */
  readonly proposal?: readonly [measure: string, body: string];
  readonly taken?: true;
  readonly outcome?: SampleRecheck["outcome"];
}

const PLANNED = ["谋划", "储备"];
const UNDER_WAY = ["入年度计划", "前期审批", "开工", "在建"];
const DONE = ["竣工", "招商运营", "效果评估"];
const LETTER = { source: "letter" } as const;
const SURVEY = { source: "survey" } as const;
const CHECK = { source: "health-check" } as const;

/** All that is found in the sample, in the order of its numbers. */
export const TOLD: readonly Told[] = [
  { ...LETTER, what: "雨后楼梯间渗水，墙面发霉", severity: "moderate", stages: PLANNED, on: "10-21" },
  { ...LETTER, what: "步道夜间无照明", severity: "minor", stages: PLANNED, on: "11-05" },
  {
    ...{ ...LETTER, what: "通往轨道站的梯道无扶手", severity: "major", stages: PLANNED, on: "08-14" },
    proposal: ["connect", "增设扶手与休息平台，并补坡道"],
  },
  {
    ...{
      ...LETTER,
      what: "高层无电梯，高龄住户下楼困难",
      severity: "moderate",
      stages: UNDER_WAY,
      on: "03-18",
    },
    ...{ proposal: ["renovate", "征求意见后按单元加装电梯"], taken: true },
  },
  {
    ...{ ...LETTER, what: "排水管破损，污水外溢", severity: "major", stages: DONE, on: "02-26" },
    ...{ proposal: ["secure", "更换排水立管，接入市政管网"], taken: true, outcome: "improved" },
  },
  { ...SURVEY, what: "堡坎排水孔堵塞", severity: "major", stages: PLANNED, on: "09-16" },
  {
    ...{ ...SURVEY, what: "公共空间被停车占用", severity: "moderate", stages: PLANNED, on: "09-09" },
    proposal: ["manage", "划定停车区，其余空间还给居民"],
  },
  {
    ...{ ...SURVEY, what: "外墙空鼓，有脱落风险", severity: "major", stages: UNDER_WAY, on: "11-20" },
    ...{ proposal: ["secure", "先行围护，随立面改造更换"], taken: true },
  },
  {
    ...{ ...SURVEY, what: "坡道过陡，轮椅不能通行", severity: "moderate", stages: DONE, on: "04-15" },
    ...{ proposal: ["connect", "改缓坡道，或设升降平台"], taken: true, outcome: "not-improved" },
  },
  {
    ...{ ...CHECK, what: "停车泊位缺口数", severity: "moderate", stages: PLANNED, on: "06-30" },
    indicator: ["E15", 180],
  },
  {
    ...{ ...CHECK, what: "存在管线管道破损的住宅数量", severity: "major", stages: UNDER_WAY, on: "12-15" },
    ...{ indicator: ["H06", 14], proposal: ["renovate", "随改造更换给排水与燃气管线"], taken: true },
  },
  {
    ...{ ...CHECK, what: "存在楼道安全隐患的住宅数量", severity: "major", stages: DONE, on: "12-15" },
    ...{ indicator: ["H03", 11, 3], proposal: ["secure", "清理堆物，修补踏步与栏杆"] },
    ...{ taken: true, outcome: "improved" },
  },
];
