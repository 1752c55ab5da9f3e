import { type Colouring, ramp, UNKNOWN } from "./colouring.ts";

/** Year built, in the age classes of the density analysis (definitions.md). */
export const age: Colouring = {
  attribute: "yearBuilt",
  column: "yearBuilt",
  title: "colouring.unit.age",
  scale: { kind: "steps", breaks: [1980, 1990, 2001, 2011] },
  classes: ramp(
    [
      "colouring.age.before1980",
      "colouring.age.from1980",
      "colouring.age.from1990",
      "colouring.age.from2001",
      "colouring.age.after2010",
    ],
    ["#8c3b2a", "#c4693f", "#e3a668", "#a9bfb0", "#5f8f9a"],
    ["#e07a5f", "#d98f5c", "#b8925f", "#5f8077", "#4f8ea3"],
  ),
  unknown: UNKNOWN,
};
