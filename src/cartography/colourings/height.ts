import { type Colouring, ramp, UNKNOWN } from "./colouring.ts";

/** Floors above ground in warm greys, in the height classes of the density analysis: what a map of a city looks like when nothing else is asked of it. */
export const height: Colouring = {
  attribute: "floors",
  column: "floors",
  title: "colouring.unit.height",
  scale: { kind: "steps", breaks: [4, 7, 10, 19, 27] },
  classes: ramp(
    ["1–3", "4–6", "7–9", "10–18", "19–26", "27+"],
    ["#e6dfd3", "#dcd3c5", "#cfc3b2", "#bdae9a", "#a39280", "#857462"],
    ["#31353a", "#393c3f", "#444444", "#54514d", "#6a655d", "#857d71"],
  ),
  unknown: UNKNOWN,
};
