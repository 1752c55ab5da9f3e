import { GRADE_CODES, USE_CODES } from "../../../server/contract/building-columns.ts";
import type { Colouring } from "./colouring.ts";

const CODES: Readonly<Record<string, readonly string[]>> = { use: USE_CODES, safetyGrade: GRADE_CODES };

/**
 * The class of every building by its value; the unknown (NaN) is the class after the last. By steps a class holds its
 * lower limit; by groups a value is the place of a name among its codes.
 */
export function classesOf({ scale, classes, column }: Colouring, values: ArrayLike<number>): Uint8Array {
  const unknown = classes.length;
  if (scale.kind === "steps") {
    const { breaks } = scale;
    return Uint8Array.from(values, (value) => (Number.isNaN(value) ? unknown : classOfStep(breaks, value)));
  }
  const ofCode = (CODES[column ?? ""] ?? []).map((name) => {
    const at = scale.groups.findIndex((group) => group.includes(name));
    return at < 0 ? unknown : at;
  });
  return Uint8Array.from(values, (code) => ofCode[code] ?? unknown);
}

function classOfStep(breaks: readonly number[], value: number): number {
  let at = 0;
  while (at < breaks.length && value >= breaks[at]!) at++;
  return at;
}
