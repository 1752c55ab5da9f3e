import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { ESTATE_SORTS, EstateFilters, EstateList, EstatePage, EstateRecord } from "../contract/estates.ts";
import type { RouteContext } from "../route-context.ts";
import { ById, InDistrict, ListPage, REFUSALS, Seen, scopesOf, WRITES } from "../scoped-routes.ts";
import { listEstates, readEstate } from "./estates.ts";
import { saveEstateRecord } from "./save-estate.ts";

/** Estates 小区: what they are, the survey of those of 2001–2010, works, consent to lifts. */
export async function estateRoutes(instance: FastifyInstance, context: RouteContext): Promise<void> {
  const { database } = context;
  const scopes = scopesOf(context, "estates");
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const page = { params: ById, querystring: InDistrict, response: { 200: EstatePage, ...REFUSALS } };
  app.get(
    "/api/estates",
    {
      schema: {
        summary: "Estates with years, dwellings, lifts and projects, and how many cannot be judged",
        querystring: ListPage.extend({
          ...EstateFilters.shape,
          sort: z.enum(ESTATE_SORTS).default("name"),
        }),
        response: { 200: EstateList, ...REFUSALS },
      },
    },
    async ({ query: { district, ...asked } }) => listEstates(database, await scopes.read(district), asked),
  );
  app.get("/api/estates/:id", { schema: page }, async ({ params, query }) =>
    readEstate(database, await scopes.read(query.district), params.id),
  );
  app.put(
    "/api/estates/:id/record",
    {
      config: WRITES,
      schema: {
        ...page,
        summary: "Takes down survey, works and consent of an estate",
        querystring: Seen,
        body: EstateRecord,
      },
    },
    async ({ params: { id }, query: { district, seen }, body }) => {
      const scope = await scopes.write(district);
      await saveEstateRecord(database, scope, { id, record: body, seen: seen ?? null });
      return readEstate(database, scope, id);
    },
  );
}
