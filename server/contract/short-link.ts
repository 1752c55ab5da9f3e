import { z } from "zod";

/** Longest fragment of an address that is shortened, characters: an area of the most vertices taken fits four times. */
export const MAX_FRAGMENT_LENGTH = 100_000;

/** The fragment of the page's address, all after `#`; printable ASCII, as an address is. */
export const ShortLinkBody = z.strictObject({
  fragment: z
    .string()
    .min(1)
    .max(MAX_FRAGMENT_LENGTH)
    .regex(/^[\x21-\x7e]+$/, "expected the fragment of an address: printable ASCII without spaces"),
});

/** The page's address ends in `#s=` and this id. */
export const ShortLinkId = z.string().regex(/^[A-Za-z0-9_-]{10,43}$/);

/** The reply of POST /api/links. */
export const ShortLink = z.object({ id: ShortLinkId });
export type ShortLink = z.infer<typeof ShortLink>;

/** The reply of GET /api/links/{id}. */
export const ShortLinkTarget = z.object({ fragment: z.string() });
export type ShortLinkTarget = z.infer<typeof ShortLinkTarget>;
