import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { Adviser, AdviserBody, AdviserFilters, AdviserList, VisitBody } from "../contract/advisers.ts";
import type { RouteContext } from "../route-context.ts";
import { ById, InDistrict, REFUSALS, scopesOf, WRITES } from "../scoped-routes.ts";
import { addVisit, listAdvisers, readAdviser, saveAdviser } from "./advisers.ts";

/** 三师进社区: advisers with their communities and visits. */
export async function adviserRoutes(instance: FastifyInstance, context: RouteContext): Promise<void> {
  const { database } = context;
  const of = scopesOf(context, "advisers");
  const app = instance.withTypeProvider<ZodTypeProvider>();
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
    async ({ query: { district, ...filters } }) => listAdvisers(database, await of.read(district), filters),
  );
  app.get("/api/advisers/:id", { schema: page }, async ({ params, query }) =>
    readAdviser(database, await of.read(query.district), params.id),
  );
  app.post(
    "/api/advisers",
    { config: WRITES, schema: { ...added, summary: "Adds an adviser", body: AdviserBody } },
    async ({ body, query }, reply) => {
      const scope = await of.write(query.district, body.level);
      const id = await saveAdviser(database, scope, { ...body, id: null });
      return reply.code(201).send(await readAdviser(database, scope, id));
    },
  );
  app.put(
    "/api/advisers/:id",
    { config: WRITES, schema: { ...page, summary: "Changes an adviser whole", body: AdviserBody } },
    async ({ params: { id }, query, body }) => {
      const scope = await of.write(query.district, body.level);
      await saveAdviser(database, scope, { ...body, id });
      return readAdviser(database, scope, id);
    },
  );
  app.post(
    "/api/advisers/:id/visits",
    {
      config: WRITES,
      schema: { ...added, params: ById, summary: "Takes down a visit to a community", body: VisitBody },
    },
    async ({ params: { id }, query, body }, reply) => {
      const scope = await of.write(query.district);
      await addVisit(database, scope, { adviser: id, ...body });
      return reply.code(201).send(await readAdviser(database, scope, id));
    },
  );
}
