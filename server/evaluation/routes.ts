import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { ProjectEvaluation, TargetBody, TargetKey } from "../contract/evaluation.ts";
import type { RouteContext } from "../route-context.ts";
import { ById, InDistrict, MEASURE_REFUSALS, scopesOf, WRITES } from "../scoped-routes.ts";
import { readEvaluation } from "./evaluation.ts";
import { addReadings, removeTarget, saveTarget } from "./save-target.ts";

/** 效果评估: the indicators a project is to move, set, read again and judged. */
export async function evaluationRoutes(instance: FastifyInstance, context: RouteContext): Promise<void> {
  const { database, answerer } = context;
  const of = scopesOf(context, "projects");
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const page = {
    params: ById,
    querystring: InDistrict,
    response: { 200: ProjectEvaluation, ...MEASURE_REFUSALS },
  };

  app.get("/api/projects/:id/evaluation", { schema: page }, async ({ params, query }) =>
    readEvaluation(database, await of.read(query.district), params.id),
  );
  app.put(
    "/api/projects/:id/targets",
    {
      config: WRITES,
      schema: {
        ...page,
        summary: "Sets what an indicator is to be where a project is done",
        body: TargetBody,
      },
    },
    async ({ params: { id }, query, body }) => {
      const scope = await of.write(query.district, body.level ?? undefined);
      await saveTarget(database, scope, { project: id, answerer, ...body });
      return readEvaluation(database, scope, id);
    },
  );
  app.delete(
    "/api/projects/:id/targets",
    {
      config: WRITES,
      schema: { ...page, summary: "Takes a target away", querystring: InDistrict.extend(TargetKey.shape) },
    },
    async ({ params: { id }, query: { district, ...key } }) => {
      const scope = await of.write(district);
      await removeTarget(database, scope, { project: id, ...key });
      return readEvaluation(database, scope, id);
    },
  );
  app.post(
    "/api/projects/:id/readings",
    {
      config: WRITES,
      schema: { ...page, summary: "Reads every indicator of a project again, as it is now" },
    },
    async ({ params: { id }, query }) => {
      const scope = await of.write(query.district);
      await addReadings(database, scope, { project: id, answerer });
      return readEvaluation(database, scope, id);
    },
  );
}
