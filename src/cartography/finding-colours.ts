/** Levels of severity from the gravest; further ones are as the last. By day and by night. */
const COLOURS = {
  light: ["#b3261e", "#c46a00", "#56707f"],
  dark: ["#ff8a7a", "#ffb454", "#a9c0cf"],
} as const;

/** The colour of the level at a place in their order. */
export function severityColour(place: number, dark: boolean): string {
  const colours = dark ? COLOURS.dark : COLOURS.light;
  return colours[Math.min(Math.max(place, 0), colours.length - 1)]!;
}
