import type { QuestionText } from "./question-text-zh-cn.ts";

/** The menu of questions in mode Analyse. */
export const questionTextEn: QuestionText = {
  menu: "You can also ask",
  more: "Ask more ↓",
  finer: "More settings",
  change: "Change the question",
  group: {
    buildings: "Buildings and health check",
    walking: "Walking and facilities",
    ways: "Streets and banks",
    rules: "What it rests on",
    kept: "Areas",
  },
  hint: {
    filter: "By age, floors, lift and more",
    health: "Indicators of the city health check: what the data tells, what surveys must",
    walk: "Where one gets to in 5, 10, 15 minutes",
    route: "The way from place to place: stairs, escalators, fares, and when they stand still",
    standards: "Speeds and parameters of walking: source, change, set back",
    gap: "Who cannot walk to a facility in time, and where",
    radius: "Parks and facilities: covered by the circle, and as near on foot?",
    riverfront: "How long to the river, which roads between, how much is open",
    network: "Parts apart, ends not joined, slopes too steep: place by place",
    street: "Road density and dead ends, detours on foot and steps",
    minutes: "How many walk how long, by building or cell, side by side",
    catchment: "School places, beds, parking: how much per 1,000, who has least",
    "named-areas": "Areas kept on this device: reopen, compare, export",
  },
};
