import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { authorize, visibleLevels } from "../authorize.ts";
import { ErrorReply } from "../contract/error-reply.ts";
import { ProjectEvaluation, TargetBody, TargetKey } from "../contract/evaluation.ts";
import type { RouteContext } from "../route-context.ts";
import { layerVersions } from "../tiles/layer-versions.ts";
import { resolveDistrict } from "../tiles/resolve-district.ts";
import { readEvaluation } from "./evaluation.ts";
import { addReadings, removeTarget, saveTarget } from "./save-target.ts";

const MAX_WRITES = 60;
const WINDOW_MS = 60_000;

const InDistrict = z.object({
  district: z.string().max(64).optional().meta({ description: "adcode or id; default the only district" }),
});
const ById = z.object({ id: z.string().min(1).max(200) });
const REFUSALS = { 400: ErrorReply, 403: ErrorReply, 404: ErrorReply, 409: ErrorReply, 429: ErrorReply };

/** 效果评估: the indicators a project is to move, set, read again and judged. */
export async function evaluationRoutes(
  instance: FastifyInstance,
  { actor, database, answerer }: RouteContext,
): Promise<void> {
  const versions = layerVersions(database);
  const scopeOf = async (action: "read" | "write", district: string | undefined, level?: string | null) => {
    authorize(actor, action, { kind: "projects", ...(level && { level }) });
    return { districtId: await resolveDistrict(versions, district), levels: visibleLevels(actor), actor };
  };
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const config = { rateLimit: { max: MAX_WRITES, timeWindow: WINDOW_MS } };
  const page = { params: ById, querystring: InDistrict, response: { 200: ProjectEvaluation, ...REFUSALS } };

  app.get("/api/projects/:id/evaluation", { schema: page }, async ({ params, query }) =>
    readEvaluation(database, await scopeOf("read", query.district), params.id),
  );
  app.put(
    "/api/projects/:id/targets",
    {
      config,
      schema: {
        ...page,
        summary: "Sets what an indicator is to be where a project is done",
        body: TargetBody,
      },
    },
    async ({ params: { id }, query, body }) => {
      const scope = await scopeOf("write", query.district, body.level);
      await saveTarget(database, scope, { project: id, answerer, ...body });
      return readEvaluation(database, scope, id);
    },
  );
  app.delete(
    "/api/projects/:id/targets",
    {
      config,
      schema: { ...page, summary: "Takes a target away", querystring: InDistrict.extend(TargetKey.shape) },
    },
    async ({ params: { id }, query: { district, ...key } }) => {
      const scope = await scopeOf("write", district);
      await removeTarget(database, scope, { project: id, ...key });
      return readEvaluation(database, scope, id);
    },
  );
  app.post(
    "/api/projects/:id/readings",
    { config, schema: { ...page, summary: "Reads every indicator of a project again, as it is now" } },
    async ({ params: { id }, query }) => {
      const scope = await scopeOf("write", query.district);
      await addReadings(database, scope, { project: id, answerer });
      return readEvaluation(database, scope, id);
    },
  );
}
