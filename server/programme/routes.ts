import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import {
  NewPlanDocument,
  PlanApproval,
  PlanDocumentList,
  PlanDocumentPage,
  PlanFilters,
} from "../contract/plan-documents.ts";
import {
  EvidenceBody,
  EvidenceKind,
  PlanPointer,
  ProjectBatchList,
  ProjectProgramme,
  Transition,
} from "../contract/programme.ts";
import type { RouteContext } from "../route-context.ts";
import { ById, InDistrict, ListPage, REFUSALS, scopesOf, WRITES } from "../scoped-routes.ts";
import { listPlanDocuments, readPlanDocument } from "./plan-documents.ts";
import { pointToPlan } from "./point-to-plan.ts";
import { readProgramme } from "./programme.ts";
import { listProjectBatches } from "./project-batches.ts";
import { saveEvidence } from "./save-evidence.ts";
import { addPlanDocument, approvePlanDocument } from "./save-plan.ts";
import { moveProject } from "./transition.ts";

/** The renewal programme: plans as documents, and where a project stands, what its next stage asks, and its moves. */
export async function programmeRoutes(instance: FastifyInstance, context: RouteContext): Promise<void> {
  const { database } = context;
  const ofPlans = scopesOf(context, "plan-documents");
  const ofProjects = scopesOf(context, "projects");
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const project = { params: ById, querystring: InDistrict, response: { 200: ProjectProgramme, ...REFUSALS } };
  const plan = { params: ById, querystring: InDistrict, response: { 200: PlanDocumentPage, ...REFUSALS } };

  app.get(
    "/api/plan-documents",
    { schema: { querystring: ListPage.extend(PlanFilters.shape), response: { 200: PlanDocumentList } } },
    async ({ query: { district, ...query } }) =>
      listPlanDocuments(database, await ofPlans.read(district), query),
  );
  app.get("/api/plan-documents/:id", { schema: plan }, async ({ params, query }) =>
    readPlanDocument(database, await ofPlans.read(query.district), params.id),
  );
  app.post(
    "/api/plan-documents",
    {
      config: WRITES,
      schema: {
        querystring: InDistrict,
        body: NewPlanDocument,
        response: { 201: PlanDocumentPage, ...REFUSALS },
      },
    },
    async ({ body, query }, reply) => {
      const scope = await ofPlans.write(query.district);
      const id = await addPlanDocument(database, scope, body);
      return reply.code(201).send(await readPlanDocument(database, scope, id));
    },
  );
  app.patch(
    "/api/plan-documents/:id",
    { config: WRITES, schema: { ...plan, summary: "Takes down the approval of a plan", body: PlanApproval } },
    async ({ params: { id }, query, body }) => {
      const scope = await ofPlans.write(query.district);
      await approvePlanDocument(database, scope, { id, ...body });
      return readPlanDocument(database, scope, id);
    },
  );

  app.get(
    "/api/project-batches",
    {
      schema: {
        querystring: InDistrict.extend({ year: z.coerce.number().int().min(1900).max(2200) }),
        response: { 200: ProjectBatchList, ...REFUSALS },
      },
    },
    async ({ query: { district, year } }) =>
      listProjectBatches(database, await ofProjects.read(district), year),
  );
  app.get("/api/projects/:id/programme", { schema: project }, async ({ params, query }) =>
    readProgramme(database, await ofProjects.read(query.district), params.id),
  );
  app.post(
    "/api/projects/:id/transitions",
    {
      config: WRITES,
      schema: { ...project, summary: "Moves a project to another stage, past its guards", body: Transition },
    },
    async ({ params: { id }, query, body }) => {
      const scope = await ofProjects.write(query.district);
      await moveProject(database, scope, { project: id, ...body });
      return readProgramme(database, scope, id);
    },
  );
  app.put(
    "/api/projects/:id/evidence/:kind",
    {
      config: WRITES,
      schema: {
        ...project,
        summary: "Takes down what was done for a project that a guard asks for",
        params: ById.extend({ kind: EvidenceKind }),
        body: EvidenceBody,
      },
    },
    async ({ params: { id, kind }, query, body }) => {
      const scope = await ofProjects.write(query.district);
      await saveEvidence(database, scope, { project: id, kind, ...body });
      return readProgramme(database, scope, id);
    },
  );
  app.put(
    "/api/projects/:id/plan-document",
    {
      config: WRITES,
      schema: { ...project, summary: "Points a project to its implementation plan", body: PlanPointer },
    },
    async ({ params: { id }, query, body }) => {
      const scope = await ofProjects.write(query.district);
      await pointToPlan(database, scope, { project: id, ...body });
      return readProgramme(database, scope, id);
    },
  );
}
