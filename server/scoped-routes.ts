import { z } from "zod";
import { authorize, visibleLevels } from "./authorize.ts";
import type { Writing } from "./catalogue/scope.ts";
import { ErrorReply } from "./contract/error-reply.ts";
import type { RouteContext } from "./route-context.ts";
import { resolveDistrict } from "./tiles/resolve-district.ts";

/** The rate limit of a route that writes: what one client sends in a minute is made by hand. */
export const WRITES = { rateLimit: { max: 60, timeWindow: 60_000 } };

/** Query of every route that is asked of one district. */
export const InDistrict = z.object({
  district: z.string().max(64).optional().meta({ description: "adcode or id; default the only district" }),
});

/** Query of a route that lists, a page at a time. */
export const ListPage = InDistrict.extend({
  limit: z.coerce.number().int().min(1).max(500).default(100),
  cursor: z.string().max(200).optional(),
});

/** Query of a route that writes an entry anew: refused where somebody else wrote it since it was read. */
export const Seen = InDistrict.extend({
  seen: z.coerce.number().int().optional().meta({
    description: "version of the newest change the writer has read; left out = there was none",
  }),
});

export const ById = z.object({ id: z.string().min(1).max(200) });

/** What such a route answers where it does not do what is asked. */
export const REFUSALS = {
  ...{ 400: ErrorReply, 403: ErrorReply, 404: ErrorReply, 409: ErrorReply, 429: ErrorReply },
};
/** … and where it takes a file or measures something. */
export const FILE_REFUSALS = { ...REFUSALS, 413: ErrorReply, 415: ErrorReply };
export const MEASURE_REFUSALS = { ...FILE_REFUSALS, 422: ErrorReply, 503: ErrorReply };

type OpenScope = (district: string | undefined, level?: string) => Promise<Writing>;

/**
 * The scopes of requests about one kind of thing: `read` and `write` check who asks before anything is looked up, then find
 * the district. `level` = who may see it at all; a level given with a request is that of what it writes. Throws forbidden,
 * unknown-district.
 */
export function scopesOf(
  { actor, versions }: RouteContext,
  kind: string,
  level?: string,
): { readonly read: OpenScope; readonly write: OpenScope } {
  const open =
    (action: "read" | "write"): OpenScope =>
    async (district, ofRequest = level) => {
      authorize(actor, action, { kind, ...(ofRequest !== undefined && { level: ofRequest }) });
      return { districtId: await resolveDistrict(versions, district), levels: visibleLevels(actor), actor };
    };
  return { read: open("read"), write: open("write") };
}
