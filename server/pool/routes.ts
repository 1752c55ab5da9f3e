import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { authorize, visibleLevels } from "../authorize.ts";
import type { Scope } from "../catalogue/scope.ts";
import { ErrorReply } from "../contract/error-reply.ts";
import { ConflictFilters, ProjectConflictList } from "../contract/project-conflicts.ts";
import { ProjectTimeline, TIMELINE_GROUPINGS } from "../contract/project-timeline.ts";
import { ProjectFilters } from "../contract/projects.ts";
import type { RouteContext } from "../route-context.ts";
import { layerVersions } from "../tiles/layer-versions.ts";
import { resolveDistrict } from "../tiles/resolve-district.ts";
import { createConflictReader } from "./conflicts.ts";
import { readTimeline } from "./project-timeline.ts";

const Page = z.object({
  district: z.string().max(64).optional().meta({ description: "adcode or id; default the only district" }),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  cursor: z.string().max(200).optional(),
});
const REFUSALS = { 400: ErrorReply, 403: ErrorReply, 404: ErrorReply };

/** The project pool in space and time: who stands in whose way, and when what is done. */
export async function poolRoutes(
  instance: FastifyInstance,
  { actor, database }: RouteContext,
): Promise<void> {
  const versions = layerVersions(database);
  const conflicts = createConflictReader(database);
  const scopeOf = async (kind: string, district: string | undefined): Promise<Scope> => {
    authorize(actor, "read", { kind });
    return { districtId: await resolveDistrict(versions, district), levels: visibleLevels(actor) };
  };
  const app = instance.withTypeProvider<ZodTypeProvider>();
  app.get(
    "/api/project-conflicts",
    {
      schema: {
        querystring: Page.extend({ ...ProjectFilters.shape, ...ConflictFilters.shape }),
        response: { 200: ProjectConflictList, ...REFUSALS },
        summary: "Conflicts of projects in space and time",
      },
    },
    async ({ query: { district, ...asked } }) =>
      conflicts.list(await scopeOf("project-conflicts", district), asked),
  );
  app.get(
    "/api/project-timeline",
    {
      schema: {
        querystring: Page.extend({
          ...ProjectFilters.shape,
          by: z.enum(TIMELINE_GROUPINGS).default("renewal-district"),
        }),
        response: { 200: ProjectTimeline, ...REFUSALS },
        summary: "Projects as they stand in time: planned years, stages entered, milestones",
      },
    },
    async ({ query: { district, ...asked } }) =>
      readTimeline(database, conflicts, await scopeOf("project-timeline", district), asked),
  );
}
