import { type Colouring, UNKNOWN } from "./colouring.ts";

/** Safety grade of an appraisal by JGJ 125: A and B may stand, C is partly, D wholly dangerous; most are not appraised. */
export const safetyGrade: Colouring = {
  attribute: "safetyGrade",
  column: "safetyGrade",
  title: "colouring.unit.grade",
  scale: { kind: "groups", groups: [["A"], ["B"], ["C"], ["D"]] },
  classes: [
    { label: "A", light: "#9cc3a0", dark: "#4f7d58" },
    { label: "B", light: "#e6d38a", dark: "#a8954a" },
    { label: "C", light: "#e39a52", dark: "#d98b46" },
    { label: "D", light: "#c23b33", dark: "#e8635a" },
  ],
  unknown: { ...UNKNOWN, label: "colouring.grade.none" },
};
