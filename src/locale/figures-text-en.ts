import type { FiguresText } from "./figures-text-zh-cn.ts";

/** The figures of the programme as documents print them. */
export const figuresTextEn: FiguresText = {
  title: "Programme: published figures",
  hint: "As printed, each with its source, date and level, and never mixed with what is measured here. What does not agree is marked. A target is no money at hand.",
  open: "Published figures",
  close: "Back to projects",
  counted: "{{counted}} real entered",
  of: {
    区级: "This district",
    市级: "Municipality (to compare)",
    国家: "Country (to compare)",
    外地案例: "Cases elsewhere (to compare)",
  },
  theme: {
    lists: "Four lists and tasks",
    scale: "Scale",
    structure: "Spatial structure",
    communities: "Old estates and communities",
    "health-check": "City health check",
    waterfront: "Riverfront",
    streets: "Streets, walkways and drains",
    parks: "Parks",
    money: "Money",
    demonstration: "Demonstration projects",
    measures: "Measures",
    governance: "Governance",
    signing: "Acquisition and signing",
    "smart-city": "Smart city",
    national: "Country",
  },
  nature: { stock: "as it is", done: "done", target: "target", count: "items" },
  qualifier: { "~": "about ", ">": "over ", ">=": "at least ", "<=": "at most " },
  list: {
    projects: "Show the projects",
    zones: "Show the zones",
    "life-circle": "Show what is missing where",
    riverfront: "Show access to the bank",
    walkways: "Show the walkways",
    "road-network": "Show the roads",
    "park-coverage": "Show park coverage",
  },
};
