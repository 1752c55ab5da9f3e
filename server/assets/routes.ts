import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { Asset, AssetBody, AssetFilters, AssetList } from "../contract/assets.ts";
import type { RouteContext } from "../route-context.ts";
import { ById, InDistrict, ListPage, REFUSALS, Seen, scopesOf, WRITES } from "../scoped-routes.ts";
import { listAssets, readAsset, saveAsset } from "./assets.ts";

/** Idle assets 闲置资产: what stands empty or is little used, since when, and what it is meant for. */
export async function assetRoutes(instance: FastifyInstance, context: RouteContext): Promise<void> {
  const { database } = context;
  const scopes = scopesOf(context, "assets");
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const one = { params: ById, querystring: InDistrict, response: { 200: Asset, ...REFUSALS } };
  app.get(
    "/api/assets",
    {
      schema: {
        summary: "Idle assets, those vacant longest first",
        querystring: ListPage.extend({
          ...AssetFilters.shape,
        }),
        response: { 200: AssetList, ...REFUSALS },
      },
    },
    async ({ query: { district, ...asked } }) => listAssets(database, await scopes.read(district), asked),
  );
  app.get("/api/assets/:id", { schema: one }, async ({ params, query }) =>
    readAsset(database, await scopes.read(query.district), params.id),
  );
  app.post(
    "/api/assets",
    {
      config: WRITES,
      schema: { querystring: InDistrict, body: AssetBody, response: { 201: Asset, ...REFUSALS } },
    },
    async ({ query, body }, reply) => {
      const scope = await scopes.write(query.district);
      const id = await saveAsset(database, scope, { id: null, asset: body, seen: null });
      return reply.code(201).send(await readAsset(database, scope, id));
    },
  );
  app.put(
    "/api/assets/:id",
    {
      config: WRITES,
      schema: {
        ...one,
        summary: "Writes an idle asset anew, its closing included",
        querystring: Seen,
        body: AssetBody,
      },
    },
    async ({ params: { id }, query: { district, seen }, body }) => {
      const scope = await scopes.write(district);
      await saveAsset(database, scope, { id, asset: body, seen: seen ?? null });
      return readAsset(database, scope, id);
    },
  );
}
