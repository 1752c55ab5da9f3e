import { minutes } from "./colourings/minutes.ts";

/** The colour of a bank by the median walk to it in whole seconds: the classes of walking times; null = over an hour or unknown. */
export function bankColour(medianSeconds: number | null, isKnown: boolean, isDark: boolean): string {
  const { classes, scale, unknown } = minutes;
  const breaks = scale.kind === "steps" ? scale.breaks : [];
  const step = medianSeconds === null ? -1 : breaks.findIndex((limit) => medianSeconds < limit);
  const found = isKnown ? classes[step < 0 ? breaks.length : step]! : unknown;
  return isDark ? found.dark : found.light;
}
