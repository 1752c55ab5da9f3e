import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { authorize, visibleLevels } from "../authorize.ts";
import { ErrorReply } from "../contract/error-reply.ts";
import { ProjectScope, ScopeBody, SurveyBody } from "../contract/menu-survey.ts";
import type { RouteContext } from "../route-context.ts";
import { layerVersions } from "../tiles/layer-versions.ts";
import { resolveDistrict } from "../tiles/resolve-district.ts";
import { addSurvey, readProjectScope, saveScope } from "./project-scope.ts";

const MAX_WRITES = 60;
const WINDOW_MS = 60_000;

const InDistrict = z.object({
  district: z.string().max(64).optional().meta({ description: "adcode or id; default the only district" }),
});
const ById = z.object({ id: z.string().min(1).max(200) });
const REFUSALS = { 400: ErrorReply, 403: ErrorReply, 404: ErrorReply, 409: ErrorReply, 429: ErrorReply };

/** 菜单式征集: what residents chose, and the scope of a project made of it. */
export async function surveyRoutes(
  instance: FastifyInstance,
  { actor, database }: RouteContext,
): Promise<void> {
  const versions = layerVersions(database);
  const scopeOf = async (action: "read" | "write", district: string | undefined) => {
    authorize(actor, action, { kind: "projects" });
    return { districtId: await resolveDistrict(versions, district), levels: visibleLevels(actor), actor };
  };
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const config = { rateLimit: { max: MAX_WRITES, timeWindow: WINDOW_MS } };
  const page = { params: ById, querystring: InDistrict, response: { 200: ProjectScope, ...REFUSALS } };

  app.get("/api/projects/:id/surveys", { schema: page }, async ({ params, query }) =>
    readProjectScope(database, await scopeOf("read", query.district), params.id),
  );
  app.post(
    "/api/projects/:id/surveys",
    { config, schema: { ...page, summary: "Takes down a menu survey of residents", body: SurveyBody } },
    async ({ params: { id }, query, body }) => {
      const scope = await scopeOf("write", query.district);
      await addSurvey(database, scope, { project: id, ...body });
      return readProjectScope(database, scope, id);
    },
  );
  app.put(
    "/api/projects/:id/scope",
    { config, schema: { ...page, summary: "Writes the scope of a project anew", body: ScopeBody } },
    async ({ params: { id }, query, body }) => {
      const scope = await scopeOf("write", query.district);
      await saveScope(database, scope, { project: id, ...body });
      return readProjectScope(database, scope, id);
    },
  );
}
