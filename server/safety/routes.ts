import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { type Actor, authorize, visibleLevels } from "../authorize.ts";
import type { Scope } from "../catalogue/scope.ts";
import { ErrorReply } from "../contract/error-reply.ts";
import {
  HazardClosing,
  NewHazard,
  NewInspection,
  SafetyFile,
  SafetyFilters,
  SafetyPage,
  SafetyRecordList,
} from "../contract/safety-records.ts";
import type { RouteContext } from "../route-context.ts";
import { layerVersions } from "../tiles/layer-versions.ts";
import { resolveDistrict } from "../tiles/resolve-district.ts";
import { listSafetyRecords, readSafetyPage } from "./safety-records.ts";
import { addHazard, addInspection, closeHazard, saveSafetyFile } from "./save-safety.ts";

/** Writes one client may make in a minute: they are made by hand. */
const config = { rateLimit: { max: 60, timeWindow: 60_000 } };
const InDistrict = z.object({
  district: z.string().max(64).optional().meta({ description: "adcode or id; default the only district" }),
});
const ById = z.object({ id: z.string().min(1).max(200) });
const REFUSALS = { 400: ErrorReply, 403: ErrorReply, 404: ErrorReply, 409: ErrorReply, 429: ErrorReply };

/** The housing safety archive 房屋安全档案: internal, refused as a whole where only what is public is served. */
export async function safetyRoutes(instance: FastifyInstance, context: RouteContext): Promise<void> {
  const { actor, database } = context;
  const versions = layerVersions(database);
  const scopeOf = async (
    action: "read" | "write",
    district: string | undefined,
  ): Promise<Scope & { readonly actor: Actor }> => {
    authorize(actor, action, { kind: "safety-records", level: "internal" });
    return { districtId: await resolveDistrict(versions, district), levels: visibleLevels(actor), actor };
  };
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const page = { params: ById, querystring: InDistrict, response: { 200: SafetyPage, ...REFUSALS } };
  app.get(
    "/api/safety-records",
    {
      schema: {
        summary: "Internal: the buildings of the housing safety archive, by the day their inspection is due",
        querystring: InDistrict.extend({
          ...SafetyFilters.shape,
          limit: z.coerce.number().int().min(1).max(500).default(100),
          cursor: z.string().max(200).optional(),
        }),
        response: { 200: SafetyRecordList, ...REFUSALS },
      },
    },
    async ({ query: { district, ...asked } }) =>
      listSafetyRecords(database, await scopeOf("read", district), asked),
  );
  app.get("/api/safety-records/:id", { schema: page }, async ({ params, query }) =>
    readSafetyPage(database, await scopeOf("read", query.district), params.id),
  );
  app.post(
    "/api/safety-records/:id/inspections",
    { config, schema: { ...page, summary: "Internal: adds an inspection", body: NewInspection } },
    async ({ params: { id }, query, body }) => {
      const scope = await scopeOf("write", query.district);
      await addInspection(database, scope, { id, ...body });
      return readSafetyPage(database, scope, id);
    },
  );
  app.post(
    "/api/safety-records/:id/hazards",
    { config, schema: { ...page, summary: "Internal: adds a hazard", body: NewHazard } },
    async ({ params: { id }, query, body }) => {
      const scope = await scopeOf("write", query.district);
      await addHazard(database, scope, { id, ...body });
      return readSafetyPage(database, scope, id);
    },
  );
  app.patch(
    "/api/safety-records/:id/hazards/:hazard",
    {
      config,
      schema: {
        ...page,
        summary: "Internal: closes a hazard",
        params: ById.extend({ hazard: z.string().min(1).max(64) }),
        body: HazardClosing,
      },
    },
    async ({ params: { id, hazard }, query, body }) => {
      const scope = await scopeOf("write", query.district);
      await closeHazard(database, scope, { id, hazard, ...body });
      return readSafetyPage(database, scope, id);
    },
  );
  app.put(
    "/api/safety-records/:id/file",
    { config, schema: { ...page, summary: "Internal: fund, insurance and 一楼一策", body: SafetyFile } },
    async ({ params: { id }, query, body }) => {
      const scope = await scopeOf("write", query.district);
      await saveSafetyFile(database, scope, { id, ...body });
      return readSafetyPage(database, scope, id);
    },
  );
}
