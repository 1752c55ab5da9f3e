import { type Colouring, ramp, UNKNOWN } from "./colouring.ts";

const SHARED = {
  attribute: null,
  scale: { kind: "steps", breaks: [1, 2, 3, 4, 6] },
  classes: ramp(
    ["< 1", "1–2", "2–3", "3–4", "4–6", "≥ 6"],
    ["#e8dcc4", "#d9c08f", "#c79a5e", "#b07043", "#8e4a3a", "#5f2a3a"],
    ["#4a4434", "#6b5b3a", "#8f7040", "#b57f48", "#d98a58", "#f3a585"],
  ),
  unknown: UNKNOWN,
} as const satisfies Partial<Colouring>;

/** Plot ratio permitted on the parcel a building is recorded on; the lower end of each class belongs to it. */
export const permittedPlotRatio: Colouring = {
  ...SHARED,
  column: "permittedPlotRatio",
  title: "colouring.unit.permitted",
};

/** Plot ratio built on that parcel, in the same classes: what stands there ÷ its land. */
export const builtPlotRatio: Colouring = {
  ...SHARED,
  column: "builtPlotRatio",
  title: "colouring.unit.built",
};
