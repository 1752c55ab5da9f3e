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
