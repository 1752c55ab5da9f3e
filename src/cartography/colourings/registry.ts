import { age } from "./age.ts";
import type { Colouring } from "./colouring.ts";
import { height } from "./height.ts";
import { minutes } from "./minutes.ts";
import { builtPlotRatio, permittedPlotRatio } from "./plot-ratio.ts";
import { safetyGrade } from "./safety-grade.ts";
import { use } from "./use.ts";

/** Every way of colouring buildings, in the order offered; the first is the one at the start. */
export const COLOURINGS = {
  height,
  age,
  use,
  grade: safetyGrade,
  permitted: permittedPlotRatio,
  built: builtPlotRatio,
  minutes,
} as const satisfies Readonly<Record<string, Colouring>>;

export type ColouringName = keyof typeof COLOURINGS;

export const COLOURING_NAMES = Object.keys(COLOURINGS) as ColouringName[];
