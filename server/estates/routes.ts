import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { type Actor, authorize, visibleLevels } from "../authorize.ts";
import type { Scope } from "../catalogue/scope.ts";
import { ErrorReply } from "../contract/error-reply.ts";
import { ESTATE_SORTS, EstateFilters, EstateList, EstatePage, EstateRecord } from "../contract/estates.ts";
import type { RouteContext } from "../route-context.ts";
import { layerVersions } from "../tiles/layer-versions.ts";
import { resolveDistrict } from "../tiles/resolve-district.ts";
import { listEstates, readEstate } from "./estates.ts";
import { saveEstateRecord } from "./save-estate.ts";

/** Writes one client may make in a minute: they are made by hand. */
const WRITES = { rateLimit: { max: 60, timeWindow: 60_000 } };
const InDistrict = z.object({
  district: z.string().max(64).optional().meta({ description: "adcode or id; default the only district" }),
});
const ById = z.object({ id: z.string().min(1).max(200) });
const REFUSALS = { 400: ErrorReply, 403: ErrorReply, 404: ErrorReply, 409: ErrorReply, 429: ErrorReply };

/** Estates 小区: what they are, the survey of those of 2001–2010, works, consent to lifts. */
export async function estateRoutes(instance: FastifyInstance, context: RouteContext): Promise<void> {
  const { actor, database } = context;
  const versions = layerVersions(database);
  const scopeOf = async (
    action: "read" | "write",
    district: string | undefined,
  ): Promise<Scope & { readonly actor: Actor }> => {
    authorize(actor, action, { kind: "estates" });
    return { districtId: await resolveDistrict(versions, district), levels: visibleLevels(actor), actor };
  };
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const page = { params: ById, querystring: InDistrict, response: { 200: EstatePage, ...REFUSALS } };
  app.get(
    "/api/estates",
    {
      schema: {
        summary: "Estates with years, dwellings, lifts and projects, and how many cannot be judged",
        querystring: InDistrict.extend({
          ...EstateFilters.shape,
          sort: z.enum(ESTATE_SORTS).default("name"),
          limit: z.coerce.number().int().min(1).max(500).default(100),
          cursor: z.string().max(200).optional(),
        }),
        response: { 200: EstateList, ...REFUSALS },
      },
    },
    async ({ query: { district, ...asked } }) =>
      listEstates(database, await scopeOf("read", district), asked),
  );
  app.get("/api/estates/:id", { schema: page }, async ({ params, query }) =>
    readEstate(database, await scopeOf("read", query.district), params.id),
  );
  app.put(
    "/api/estates/:id/record",
    {
      config: WRITES,
      schema: {
        ...page,
        summary: "Takes down survey, works and consent of an estate",
        querystring: InDistrict.extend({
          seen: z.coerce.number().int().optional().meta({
            description: "version of the newest change the writer has read; left out = there was none",
          }),
        }),
        body: EstateRecord,
      },
    },
    async ({ params: { id }, query: { district, seen }, body }) => {
      const scope = await scopeOf("write", district);
      await saveEstateRecord(database, scope, { id, record: body, seen: seen ?? null });
      return readEstate(database, scope, id);
    },
  );
}
