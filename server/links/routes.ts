import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { authorize } from "../authorize.ts";
import { ErrorReply } from "../contract/error-reply.ts";
import { ShortLink, ShortLinkBody, ShortLinkId, ShortLinkTarget } from "../contract/short-link.ts";
import type { RouteContext } from "../route-context.ts";
import { readShortLink, saveShortLink } from "./short-link.ts";

/** Links one client may shorten in a minute: sharing is done by hand, and each is kept for good. */
const MAX_LINKS = 30;
const WINDOW_MS = 60_000;

/** POST /api/links shortens the address of a state of the page, GET /api/links/{id} gives it back. */
export async function linkRoutes(instance: FastifyInstance, context: RouteContext): Promise<void> {
  const { actor, database } = context;
  const app = instance.withTypeProvider<ZodTypeProvider>();
  app.post(
    "/api/links",
    {
      config: { rateLimit: { max: MAX_LINKS, timeWindow: WINDOW_MS } },
      schema: {
        summary: "Shortens the fragment of an address; the same fragment has the same id",
        body: ShortLinkBody,
        response: { 201: ShortLink, 400: ErrorReply, 403: ErrorReply, 413: ErrorReply, 429: ErrorReply },
      },
    },
    async ({ body }, reply) => {
      authorize(actor, "write", { kind: "link" });
      const id = await saveShortLink(database, { fragment: body.fragment, actorId: actor.id });
      return reply.code(201).send({ id });
    },
  );
  app.get(
    "/api/links/:id",
    {
      schema: {
        summary: "The fragment of the address that a short link stands for",
        params: z.object({ id: ShortLinkId }),
        response: { 200: ShortLinkTarget, 400: ErrorReply, 404: ErrorReply },
      },
    },
    async ({ params }) => {
      authorize(actor, "read", { kind: "link" });
      return { fragment: await readShortLink(database, params.id) };
    },
  );
}
