/** What lies within a radius, and the places it is drawn round. */
export const RADIUS_COVER = { light: "#2e7d5b", dark: "#63c394" } as const;

/** Places the definition does not count. */
export const RADIUS_NOT_COUNTED = { light: "#7a746a", dark: "#9aa0a6" } as const;

/** Buildings within the radius that are farther on foot: covered on paper only. */
export const RADIUS_PAPER = { light: "#cf5a1f", dark: "#ff9a5c" } as const;
