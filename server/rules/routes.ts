import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { authorize } from "../authorize.ts";
import { listRuleSets } from "../catalogue/rule-sets.ts";
import { ErrorReply } from "../contract/error-reply.ts";
import { OwnRuleSetBody, OwnRuleSetId } from "../contract/own-rule-set.ts";
import { RuleSet } from "../contract/rule-set.ts";
import type { RouteContext } from "../route-context.ts";
import { InDistrict } from "../scoped-routes.ts";
import { resolveDistrict } from "../tiles/resolve-district.ts";
import { deleteOwnRuleSet, saveOwnRuleSet } from "./own-rule-set.ts";

/** Rule sets one client may add or delete in a minute: it is done by hand. */
const MAX_WRITES = 30;
const WINDOW_MS = 60_000;

const REFUSALS = { 400: ErrorReply, 403: ErrorReply, 404: ErrorReply, 429: ErrorReply };

/** POST /api/rule-sets keeps an own rule set of a district, DELETE /api/rule-sets/{id} takes it away. */
export async function ruleRoutes(instance: FastifyInstance, context: RouteContext): Promise<void> {
  const { actor, database, versions } = context;
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const config = { rateLimit: { max: MAX_WRITES, timeWindow: WINDOW_MS } };
  app.post(
    "/api/rule-sets",
    {
      config,
      schema: {
        summary: "Keeps an own rule set of a district; the same title and rows have the same id",
        querystring: InDistrict,
        body: OwnRuleSetBody,
        response: { 201: RuleSet, 409: ErrorReply, 413: ErrorReply, ...REFUSALS },
      },
    },
    async ({ body, query }, reply) => {
      authorize(actor, "write", { kind: "rule-set" });
      const districtId = await resolveDistrict(versions, query.district);
      const id = await saveOwnRuleSet(database, body, { districtId, actorId: actor.id });
      const { items } = await listRuleSets(database, districtId);
      return reply.code(201).send(items.find((each) => each.id === id)!);
    },
  );
  app.delete(
    "/api/rule-sets/:id",
    {
      config,
      schema: {
        summary: "Takes an own rule set of a district away",
        params: z.object({ id: OwnRuleSetId }),
        querystring: InDistrict,
        response: { 204: z.null(), ...REFUSALS },
      },
    },
    async ({ params, query }, reply) => {
      authorize(actor, "write", { kind: "rule-set" });
      await deleteOwnRuleSet(database, params.id, await resolveDistrict(versions, query.district));
      return reply.code(204).send(null);
    },
  );
}
