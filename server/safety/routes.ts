import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
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
import { ById, InDistrict, ListPage, REFUSALS, scopesOf, WRITES } from "../scoped-routes.ts";
import { listSafetyRecords, readSafetyPage } from "./safety-records.ts";
import { addHazard, addInspection, closeHazard, saveSafetyFile } from "./save-safety.ts";

/** The housing safety archive 房屋安全档案: internal, refused as a whole where only what is public is served. */
export async function safetyRoutes(instance: FastifyInstance, context: RouteContext): Promise<void> {
  const { database } = context;
  const scopes = scopesOf(context, "safety-records", "internal");
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const page = { params: ById, querystring: InDistrict, response: { 200: SafetyPage, ...REFUSALS } };
  app.get(
    "/api/safety-records",
    {
      schema: {
        summary: "Internal: the buildings of the housing safety archive, by the day their inspection is due",
        querystring: ListPage.extend({
          ...SafetyFilters.shape,
        }),
        response: { 200: SafetyRecordList, ...REFUSALS },
      },
    },
    async ({ query: { district, ...asked } }) =>
      listSafetyRecords(database, await scopes.read(district), asked),
  );
  app.get("/api/safety-records/:id", { schema: page }, async ({ params, query }) =>
    readSafetyPage(database, await scopes.read(query.district), params.id),
  );
  app.post(
    "/api/safety-records/:id/inspections",
    { config: WRITES, schema: { ...page, summary: "Internal: adds an inspection", body: NewInspection } },
    async ({ params: { id }, query, body }) => {
      const scope = await scopes.write(query.district);
      await addInspection(database, scope, { id, ...body });
      return readSafetyPage(database, scope, id);
    },
  );
  app.post(
    "/api/safety-records/:id/hazards",
    { config: WRITES, schema: { ...page, summary: "Internal: adds a hazard", body: NewHazard } },
    async ({ params: { id }, query, body }) => {
      const scope = await scopes.write(query.district);
      await addHazard(database, scope, { id, ...body });
      return readSafetyPage(database, scope, id);
    },
  );
  app.patch(
    "/api/safety-records/:id/hazards/:hazard",
    {
      config: WRITES,
      schema: {
        ...page,
        summary: "Internal: closes a hazard",
        params: ById.extend({ hazard: z.string().min(1).max(64) }),
        body: HazardClosing,
      },
    },
    async ({ params: { id, hazard }, query, body }) => {
      const scope = await scopes.write(query.district);
      await closeHazard(database, scope, { id, hazard, ...body });
      return readSafetyPage(database, scope, id);
    },
  );
  app.put(
    "/api/safety-records/:id/file",
    {
      config: WRITES,
      schema: { ...page, summary: "Internal: fund, insurance and 一楼一策", body: SafetyFile },
    },
    async ({ params: { id }, query, body }) => {
      const scope = await scopes.write(query.district);
      await saveSafetyFile(database, scope, { id, ...body });
      return readSafetyPage(database, scope, id);
    },
  );
}
