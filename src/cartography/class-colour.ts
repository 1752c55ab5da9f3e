import { COLOURINGS, type ColouringName } from "./colourings/registry.ts";

/** The colour the map gives a class of a colouring: by its place among the steps, or by the value in its group. */
export function classColour(name: ColouringName, of: number | string, isDark: boolean): string {
  const { classes, scale, unknown } = COLOURINGS[name];
  const place =
    typeof of === "number"
      ? of
      : scale.kind === "groups"
        ? scale.groups.findIndex((group: readonly string[]) => group.includes(of))
        : -1;
  return (classes[place] ?? unknown)[isDark ? "dark" : "light"];
}

/** The class of a value in a colouring by steps, counted from 0. */
export function stepOf(name: ColouringName, value: number): number {
  const { scale } = COLOURINGS[name];
  if (scale.kind !== "steps") return -1;
  const at = scale.breaks.findIndex((limit: number) => value < limit);
  return at < 0 ? scale.breaks.length : at;
}
