/** Areas side by side at most, and what they are called on the page and on the map. */
export const SERIES = ["A", "B", "C", "D"] as const;
export type SeriesLetter = (typeof SERIES)[number];

/** A colour for each area side by side, by day and by night; told apart with any colour vision, by lightness too. */
export const SERIES_COLOURS: Readonly<Record<"light" | "dark", Readonly<Record<SeriesLetter, string>>>> = {
  light: { A: "#b3402d", B: "#1f5f8b", C: "#7a6a00", D: "#7b3f98" },
  dark: { A: "#f0906f", B: "#6fb7e9", C: "#d9c64a", D: "#c99ae6" },
};
