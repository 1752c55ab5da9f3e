import type { Told } from "./contract/error-reply.ts";

/** What a value should have been: `text` completes "… should be", `told` is the same for a page in its reader's language. */
export interface Expected {
  readonly text: string;
  readonly told: Told;
}

// `rest` is how the sentence goes on, with its own comma, colon or space

/** A number that is this or more. */
export const atLeast = (least: number, rest = ""): Expected => ({
  text: `${least} or more${rest}`,
  told: { atLeast: String(least) },
});

/** A number that is this or less. */
export const atMost = (most: number, rest = ""): Expected => ({
  text: `${most} or less${rest}`,
  told: { atMost: String(most) },
});

/** A day, a month or a year that is this or later. */
export const notBefore = (first: string | number, rest = ""): Expected => ({
  text: `${first} or later${rest}`,
  told: { notBefore: String(first) },
});

/** A day or a month that is this or earlier. */
export const notAfter = (last: string, rest = ""): Expected => ({
  text: `${last} or earlier${rest}`,
  told: { notAfter: last },
});

/** A number or a day between two, either of which it may be. */
export const between = <T extends string | number>(from: T, to: T, rest = ""): Expected => ({
  text: `from ${from} to ${to}${rest}`,
  told: { between: `${from}–${to}` },
});

/** Not left out. */
export const given = (rest = ""): Expected => ({ text: `given${rest}`, told: { notGiven: "given" } });

/** A category of facilities there is. */
export const facilityCategory = (rest = ""): Expected => ({
  text: `a code of /api/facility-categories${rest}`,
  told: { categoryWanted: "facility-category" },
});

/** A place of the district. */
export const INSIDE_DISTRICT: Expected = {
  text: "a place inside the district, longitude first",
  told: { insideDistrict: "longitude first" },
};
