import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { ConflictFilters, ProjectConflictList } from "../contract/project-conflicts.ts";
import { ProjectTimeline, TIMELINE_GROUPINGS } from "../contract/project-timeline.ts";
import { ProjectFilters } from "../contract/projects.ts";
import type { RouteContext } from "../route-context.ts";
import { ListPage, REFUSALS, scopesOf } from "../scoped-routes.ts";
import { createConflictReader } from "./conflicts.ts";
import { readTimeline } from "./project-timeline.ts";

/** The project pool in space and time: who stands in whose way, and when what is done. */
export async function poolRoutes(instance: FastifyInstance, context: RouteContext): Promise<void> {
  const { database } = context;
  const conflicts = createConflictReader(database);
  const ofConflicts = scopesOf(context, "project-conflicts");
  const ofTimeline = scopesOf(context, "project-timeline");
  const app = instance.withTypeProvider<ZodTypeProvider>();
  app.get(
    "/api/project-conflicts",
    {
      schema: {
        querystring: ListPage.extend({ ...ProjectFilters.shape, ...ConflictFilters.shape }),
        response: { 200: ProjectConflictList, ...REFUSALS },
        summary: "Conflicts of projects in space and time",
      },
    },
    async ({ query: { district, ...asked } }) => conflicts.list(await ofConflicts.read(district), asked),
  );
  app.get(
    "/api/project-timeline",
    {
      schema: {
        querystring: ListPage.extend({
          ...ProjectFilters.shape,
          by: z.enum(TIMELINE_GROUPINGS).default("renewal-district"),
        }),
        response: { 200: ProjectTimeline, ...REFUSALS },
        summary: "Projects as they stand in time: planned years, stages entered, milestones",
      },
    },
    async ({ query: { district, ...asked } }) =>
      readTimeline(database, conflicts, await ofTimeline.read(district), asked),
  );
}
