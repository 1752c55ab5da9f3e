import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { ProjectScope, ScopeBody, SurveyBody } from "../contract/menu-survey.ts";
import type { RouteContext } from "../route-context.ts";
import { ById, InDistrict, REFUSALS, scopesOf, WRITES } from "../scoped-routes.ts";
import { addSurvey, readProjectScope, saveScope } from "./project-scope.ts";

/** 菜单式征集: what residents chose, and the scope of a project made of it. */
export async function surveyRoutes(instance: FastifyInstance, context: RouteContext): Promise<void> {
  const { database } = context;
  const of = scopesOf(context, "projects");
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const page = { params: ById, querystring: InDistrict, response: { 200: ProjectScope, ...REFUSALS } };

  app.get("/api/projects/:id/surveys", { schema: page }, async ({ params, query }) =>
    readProjectScope(database, await of.read(query.district), params.id),
  );
  app.post(
    "/api/projects/:id/surveys",
    {
      config: WRITES,
      schema: { ...page, summary: "Takes down a menu survey of residents", body: SurveyBody },
    },
    async ({ params: { id }, query, body }) => {
      const scope = await of.write(query.district);
      await addSurvey(database, scope, { project: id, ...body });
      return readProjectScope(database, scope, id);
    },
  );
  app.put(
    "/api/projects/:id/scope",
    { config: WRITES, schema: { ...page, summary: "Writes the scope of a project anew", body: ScopeBody } },
    async ({ params: { id }, query, body }) => {
      const scope = await of.write(query.district);
      await saveScope(database, scope, { project: id, ...body });
      return readProjectScope(database, scope, id);
    },
  );
}
