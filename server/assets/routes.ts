import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { type Actor, authorize, visibleLevels } from "../authorize.ts";
import type { Scope } from "../catalogue/scope.ts";
import { Asset, AssetBody, AssetFilters, AssetList } from "../contract/assets.ts";
import { ErrorReply } from "../contract/error-reply.ts";
import type { RouteContext } from "../route-context.ts";
import { layerVersions } from "../tiles/layer-versions.ts";
import { resolveDistrict } from "../tiles/resolve-district.ts";
import { listAssets, readAsset, saveAsset } from "./assets.ts";

/** Writes one client may make in a minute: they are made by hand. */
const config = { rateLimit: { max: 60, timeWindow: 60_000 } };
const InDistrict = z.object({
  district: z.string().max(64).optional().meta({ description: "adcode or id; default the only district" }),
});
const ById = z.object({ id: z.string().min(1).max(200) });
const REFUSALS = { 400: ErrorReply, 403: ErrorReply, 404: ErrorReply, 409: ErrorReply, 429: ErrorReply };

/** Idle assets 闲置资产: what stands empty or is little used, since when, and what it is meant for. */
export async function assetRoutes(instance: FastifyInstance, context: RouteContext): Promise<void> {
  const { actor, database } = context;
  const versions = layerVersions(database);
  const scopeOf = async (
    action: "read" | "write",
    district: string | undefined,
  ): Promise<Scope & { readonly actor: Actor }> => {
    authorize(actor, action, { kind: "assets" });
    return { districtId: await resolveDistrict(versions, district), levels: visibleLevels(actor), actor };
  };
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const one = { params: ById, querystring: InDistrict, response: { 200: Asset, ...REFUSALS } };
  app.get(
    "/api/assets",
    {
      schema: {
        summary: "Idle assets, those vacant longest first",
        querystring: InDistrict.extend({
          ...AssetFilters.shape,
          limit: z.coerce.number().int().min(1).max(500).default(100),
          cursor: z.string().max(200).optional(),
        }),
        response: { 200: AssetList, ...REFUSALS },
      },
    },
    async ({ query: { district, ...asked } }) => listAssets(database, await scopeOf("read", district), asked),
  );
  app.get("/api/assets/:id", { schema: one }, async ({ params, query }) =>
    readAsset(database, await scopeOf("read", query.district), params.id),
  );
  app.post(
    "/api/assets",
    {
      config,
      schema: { querystring: InDistrict, body: AssetBody, response: { 201: Asset, ...REFUSALS } },
    },
    async ({ query, body }, reply) => {
      const scope = await scopeOf("write", query.district);
      const id = await saveAsset(database, scope, { id: null, asset: body, seen: null });
      return reply.code(201).send(await readAsset(database, scope, id));
    },
  );
  app.put(
    "/api/assets/:id",
    {
      config,
      schema: {
        ...one,
        summary: "Writes an idle asset anew, its closing included",
        querystring: InDistrict.extend({
          seen: z.coerce.number().int().optional().meta({
            description: "version of the newest change the writer has read; left out = there was none",
          }),
        }),
        body: AssetBody,
      },
    },
    async ({ params: { id }, query: { district, seen }, body }) => {
      const scope = await scopeOf("write", district);
      await saveAsset(database, scope, { id, asset: body, seen: seen ?? null });
      return readAsset(database, scope, id);
    },
  );
}
