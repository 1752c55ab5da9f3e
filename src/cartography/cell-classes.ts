import type { ColourClass } from "./colourings/colouring.ts";
import { minutes } from "./colourings/minutes.ts";

const SHARES = ["80–100%", "60–80%", "40–60%", "20–40%", "0–20%"];

/** Shares within a time, the upper class first: class i holds shares from LOWER_SHARES[i], inclusive. */
export const SHARE_CLASSES: readonly ColourClass[] = minutes.classes.map((each, at) => ({
  ...each,
  label: SHARES[at]!,
}));
const LOWER_SHARES = [0.8, 0.6, 0.4, 0.2, 0];

/** Of a cell nothing is known of; the class after the last, as with buildings. */
export const CELL_UNKNOWN = SHARE_CLASSES.length;
/** In place of a class: nobody lives there, and nothing is drawn. */
export const CELL_EMPTY = 254;

/** The class of a share, 0…1. */
export const classOfShare = (share: number) => LOWER_SHARES.findIndex((lower) => share >= lower);
