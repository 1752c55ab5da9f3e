import { z } from "zod";

/** Every error code of the service with its HTTP status. */
export const ERROR_STATUS = {
  "invalid-parameter": 400,
  "invalid-geometry": 400,
  "too-many-vertices": 400,
  unauthenticated: 401,
  forbidden: 403,
  "unknown-zone": 404,
  "unknown-analysis": 404,
  "unknown-layer": 404,
  "unknown-district": 404,
  "not-found": 404,
  conflict: 409,
  "payload-too-large": 413,
  "unsupported-format": 415,
  "area-outside-district": 422,
  "area-too-large": 422,
  "not-on-network": 422,
  "rate-limited": 429,
  internal: 500,
  busy: 503,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

/** The details of invalid-parameter that tell what a value should have been as a bound, beside the value given. */
export const BOUNDS = ["notBefore", "notAfter", "atLeast", "moreThan", "atMost", "between"] as const;
/** Those that tell what it should have been where the value given need not be told again. */
export const WANTED = [
  "notGiven",
  "longest",
  "shortest",
  "most",
  "dayWanted",
  "numberWanted",
  "wholeWanted",
  "insideDistrict",
  "categoryWanted",
] as const;
export type Bound = (typeof BOUNDS)[number];
export type Wanted = (typeof WANTED)[number];
/** What a value should have been, by the detail that tells it; a page says it in its reader's language. */
export type Told = Readonly<Partial<Record<Bound | Wanted, string>>>;

/** The one shape of every refusal: `path` names the parameter, `details` carries values (a place, a limit). */
export const ErrorReply = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    path: z.string().optional(),
    details: z.record(z.string(), z.unknown()).optional(),
  }),
});
export type ErrorReply = z.infer<typeof ErrorReply>;
