/** Shares of people (else buildings) lacking a service: a class holds shares up to its limit, inclusive; 0 is a class of its own. */
export const GAP_CLASSES = [
  { upTo: 0, label: "0%", light: "#f7f0ea", dark: "#2b2a2e" },
  { upTo: 0.1, label: "≤ 10%", light: "#f0d3df", dark: "#43303c" },
  { upTo: 0.25, label: "10–25%", light: "#e2a6c2", dark: "#643a54" },
  { upTo: 0.5, label: "25–50%", light: "#cb6d9b", dark: "#8d4771" },
  { upTo: 0.75, label: "50–75%", light: "#a63a77", dark: "#b0558c" },
  { upTo: 1, label: "> 75%", light: "#72194f", dark: "#d978b2" },
] as const;

/** Where nothing is known; drawn grey, never as a class. */
export const GAP_UNKNOWN = { light: "#d9d6d0", dark: "#4a4d52" } as const;

/** The buildings that lack it. */
export const GAP_BUILDING = { light: "#a63a77", dark: "#e079b4" } as const;

/** The colour of a share 0…1; sums of shares are rounded, so what is less than a millionth is none. */
export function gapColour(share: number | null, isDark: boolean): string {
  const found =
    share === null ? GAP_UNKNOWN : (GAP_CLASSES.find(({ upTo }) => share <= upTo + 1e-6) ?? GAP_UNKNOWN);
  return isDark ? found.dark : found.light;
}
