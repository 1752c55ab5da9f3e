import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { authorize, visibleLevels } from "../authorize.ts";
import { Adviser, AdviserBody, AdviserFilters, AdviserList, VisitBody } from "../contract/advisers.ts";
import { ErrorReply } from "../contract/error-reply.ts";
import type { RouteContext } from "../route-context.ts";
import { layerVersions } from "../tiles/layer-versions.ts";
import { resolveDistrict } from "../tiles/resolve-district.ts";
import { addVisit, listAdvisers, readAdviser, saveAdviser } from "./advisers.ts";

const MAX_WRITES = 60;
const WINDOW_MS = 60_000;

const InDistrict = z.object({
  district: z.string().max(64).optional().meta({ description: "adcode or id; default the only district" }),
});
const ById = z.object({ id: z.string().min(1).max(200) });
const REFUSALS = { 400: ErrorReply, 403: ErrorReply, 404: ErrorReply, 409: ErrorReply, 429: ErrorReply };

/** 三师进社区: advisers with their communities and visits. */
export async function adviserRoutes(
  instance: FastifyInstance,
  { actor, database }: RouteContext,
): Promise<void> {
  const versions = layerVersions(database);
  const scopeOf = async (action: "read" | "write", district: string | undefined, level?: string) => {
    authorize(actor, action, { kind: "advisers", ...(level && { level }) });
    return { districtId: await resolveDistrict(versions, district), levels: visibleLevels(actor), actor };
  };
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const config = { rateLimit: { max: MAX_WRITES, timeWindow: WINDOW_MS } };
  const page = { params: ById, querystring: InDistrict, response: { 200: Adviser, ...REFUSALS } };
  const added = { querystring: InDistrict, response: { 201: Adviser, ...REFUSALS } };

  app.get(
    "/api/advisers",
    {
      schema: {
        querystring: InDistrict.extend(AdviserFilters.shape),
        response: { 200: AdviserList, ...REFUSALS },
      },
    },
    async ({ query: { district, ...filters } }) =>
      listAdvisers(database, await scopeOf("read", district), filters),
  );
  app.get("/api/advisers/:id", { schema: page }, async ({ params, query }) =>
    readAdviser(database, await scopeOf("read", query.district), params.id),
  );
  app.post(
    "/api/advisers",
    { config, schema: { ...added, summary: "Adds an adviser", body: AdviserBody } },
    async ({ body, query }, reply) => {
      const scope = await scopeOf("write", query.district, body.level);
      const id = await saveAdviser(database, scope, { ...body, id: null });
      return reply.code(201).send(await readAdviser(database, scope, id));
    },
  );
  app.put(
    "/api/advisers/:id",
    { config, schema: { ...page, summary: "Changes an adviser whole", body: AdviserBody } },
    async ({ params: { id }, query, body }) => {
      const scope = await scopeOf("write", query.district, body.level);
      await saveAdviser(database, scope, { ...body, id });
      return readAdviser(database, scope, id);
    },
  );
  app.post(
    "/api/advisers/:id/visits",
    {
      config,
      schema: { ...added, params: ById, summary: "Takes down a visit to a community", body: VisitBody },
    },
    async ({ params: { id }, query, body }, reply) => {
      const scope = await scopeOf("write", query.district);
      await addVisit(database, scope, { adviser: id, ...body });
      return reply.code(201).send(await readAdviser(database, scope, id));
    },
  );
}
