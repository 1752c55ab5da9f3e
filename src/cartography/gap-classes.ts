/** A class holds shares up to its limit, inclusive, from that of the class before it. */
export interface GapClass {
  readonly upTo: number;
  readonly label: string;
  readonly light: string;
  readonly dark: string;
}

/** Shares of people (else buildings) lacking one service; 0 is a class of its own. */
export const GAP_CLASSES: readonly GapClass[] = [
  { upTo: 0, label: "0%", light: "#f7f0ea", dark: "#2b2a2e" },
  { upTo: 0.1, label: "≤ 10%", light: "#f0d3df", dark: "#43303c" },
  { upTo: 0.25, label: "10–25%", light: "#e2a6c2", dark: "#643a54" },
  { upTo: 0.5, label: "25–50%", light: "#cb6d9b", dark: "#8d4771" },
  { upTo: 0.75, label: "50–75%", light: "#a63a77", dark: "#b0558c" },
  { upTo: 1, label: "> 75%", light: "#72194f", dark: "#d978b2" },
];

/** Where nothing is known; drawn grey, never as a class. */
export const GAP_UNKNOWN = { light: "#d9d6d0", dark: "#4a4d52" } as const;

/** The buildings that lack it. */
export const GAP_BUILDING = { light: "#a63a77", dark: "#e079b4" } as const;

const CLASS_COLOURS = GAP_CLASSES.slice(1);
/** Sums of shares are rounded: what is less than this is none. */
const ROUNDING = 1e-6;

/**
 * The classes for shares of one service, the same for every area; of several, nearly everybody lacks some, so that there the
 * zones themselves are parted into classes of about as many each, at whole per cents (quantiles; fewer where shares are alike).
 */
export function gapClasses(
  { categories }: { readonly categories: readonly unknown[] },
  shares: readonly (number | null)[],
): readonly GapClass[] {
  const known = shares.filter((share) => share !== null).sort((a, b) => a - b);
  const [least] = known;
  if (categories.length < 2 || least === undefined) return GAP_CLASSES;
  const limits = CLASS_COLOURS.map((_, at) => {
    const last = known[Math.ceil(((at + 1) / CLASS_COLOURS.length) * known.length) - 1]!;
    return Math.ceil(last * 100 - ROUNDING) / 100;
  });
  const distinct = [...new Set(limits)];
  return distinct.map((upTo, at) => {
    // few classes take the ends of the ramp
    const tone =
      CLASS_COLOURS[Math.round((at * (CLASS_COLOURS.length - 1)) / Math.max(1, distinct.length - 1))]!;
    const from = distinct[at - 1] ?? Math.floor(least * 100 + ROUNDING) / 100;
    return { ...tone, upTo, label: rangeText(from, upTo) };
  });
}

const percent = (share: number) => Math.round(share * 100);
const rangeText = (from: number, upTo: number) =>
  percent(from) === percent(upTo) ? `${percent(upTo)}%` : `${percent(from)}–${percent(upTo)}%`;

/** The colour of a share 0…1 among the classes. */
export function gapColour(share: number | null, classes: readonly GapClass[], isDark: boolean): string {
  const found =
    share === null ? GAP_UNKNOWN : (classes.find(({ upTo }) => share <= upTo + ROUNDING) ?? GAP_UNKNOWN);
  return isDark ? found.dark : found.light;
}
