import type { TFunction } from "i18next";
import type { Answer } from "../../server/contract/analysis.ts";
import { timeText } from "../locale/time-text.ts";

type Inputs = Answer<unknown>["inputs"];

/** What a question about walking may be asked by; each is named as the contract does. */
const ASKED = ["persona", "minutes", "direction", "flat", "at", "fares", "upstairs"] as const;
type Asked = (typeof ASKED)[number];

/** Of the parameters of an answer, those that say who walks, how long, when and how; what it was not asked by is left out. */
export const askedOf = (inputs: Inputs): Partial<Record<Asked, unknown>> =>
  Object.fromEntries(ASKED.filter((key) => key in inputs).map((key) => [key, inputs[key]]));

/** The same as a reader says it, in one line; empty where it was asked by none of them. */
export function askedLine(inputs: Inputs, t: TFunction): string {
  const said: Readonly<Record<Asked, (value: string) => string>> = {
    persona: (value) => t(`persona.${value}`),
    minutes: (value) => t("gap.minutesValue", { minutes: value }),
    direction: (value) => t(`isochrone.${value}`),
    flat: (value) => t(value === "true" ? "isochrone.flat" : "isochrone.real"),
    at: (value) => timeText(value, t),
    fares: (value) => t(`walking.conditions.fare.${value}`),
    upstairs: (value) => t(`walking.conditions.stairs.${value}`),
  };
  return ASKED.filter((key) => inputs[key] !== undefined && inputs[key] !== null)
    .map((key) => said[key]([inputs[key]].flat().join("/")))
    .join(" · ");
}
