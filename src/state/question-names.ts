/** What can be asked in the Analyse panel beside the indicator sheet: its menu, in its order, by group. */
export const QUESTION_GROUPS = {
  buildings: ["filter", "health"],
  walking: ["walk", "route", "gap", "radius", "minutes", "catchment"],
  ways: ["street", "riverfront", "network"],
  rules: ["standards"],
  kept: ["named-areas"],
} as const;

export type QuestionGroup = keyof typeof QUESTION_GROUPS;
export type QuestionName = (typeof QUESTION_GROUPS)[QuestionGroup][number];

export const QUESTION_NAMES: readonly QuestionName[] = Object.values(QUESTION_GROUPS).flat();
