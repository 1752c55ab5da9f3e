import { type Colouring, ramp } from "./colouring.ts";

/**
 * Minutes on foot to the nearest facility of a category, the worse of there and back, in whole seconds. The upper end
 * of each class belongs to it, as in the life circle: 300 s are still five minutes, 301 s no more.
 */
export const minutes: Colouring = {
  attribute: null,
  column: null,
  title: "colouring.unit.minutes",
  scale: { kind: "steps", breaks: [301, 601, 901, 1801] },
  classes: ramp(
    ["≤ 5", "5–10", "10–15", "15–30", "> 30"],
    ["#3f8f7a", "#8fbf8f", "#ead27f", "#e08f4f", "#b8432f"],
    ["#4fb497", "#5f9468", "#a8924a", "#c07a3e", "#d9573f"],
  ),
  unknown: { label: "colouring.minutes.offNetwork", light: "#e9e5de", dark: "#2a2d31" },
};
