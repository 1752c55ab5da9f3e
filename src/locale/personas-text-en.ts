import type { PersonasText } from "./personas-text-zh-cn.ts";

/** What is said of the walkers side by side, in English. */
export const personasTextEn: PersonasText = {
  title: "Five walkers side by side",
  walker: "Walker",
  tier: "Life circle",
  requirement: "Requirement",
  required: "▲ required",
  of: { residents: "of all residents", buildings: "of buildings" },
  tiers: "Share with every ▲ category that the data holds ({{whom}}, {{mode}})",
  presentOf: "{{present}} of {{required}}",
  notAll:
    "The data lacks some ▲ categories: whether all are in reach is unknown, and the table counts those it holds.",
  allPresent: "All ▲ that the data holds",
  categories: "{{tier}}, category by category",
  short: { adult: "Adult", elderly: "Old", child: "Child", stroller: "Pram", wheelchair: "Wheel" },
  download: "Download the walkers",
};
