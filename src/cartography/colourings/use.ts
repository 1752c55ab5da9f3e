import { type Colouring, UNKNOWN } from "./colouring.ts";

/** What a building is used for; a use that is not recorded is unknown, one that fits no class is "other". */
export const use: Colouring = {
  attribute: "use",
  column: "use",
  title: "colouring.unit.use",
  scale: {
    kind: "groups",
    groups: [
      ["residential"],
      ["commercial"],
      ["office"],
      ["education"],
      ["health"],
      ["public", "religious"],
      ["transport", "industrial"],
      ["other"],
    ],
  },
  classes: [
    { label: "value.residential", light: "#e2bf72", dark: "#b08c43" },
    { label: "value.commercial", light: "#d2695e", dark: "#cc6a5e" },
    { label: "value.office", light: "#b07aa8", dark: "#a973a2" },
    { label: "value.education", light: "#5f8fc9", dark: "#6796d0" },
    { label: "value.health", light: "#3f9f93", dark: "#4cab9f" },
    { label: "value.public", light: "#7d6bb3", dark: "#8a79c4" },
    { label: "colouring.use.transportIndustry", light: "#8f8377", dark: "#8f8377" },
    { label: "value.other", light: "#c3bcb0", dark: "#595b5d" },
  ],
  unknown: UNKNOWN,
};
