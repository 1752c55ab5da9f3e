import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { type Actor, authorize, visibleLevels } from "../authorize.ts";
import type { Scope } from "../catalogue/scope.ts";
import { ErrorReply } from "../contract/error-reply.ts";
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
import { layerVersions } from "../tiles/layer-versions.ts";
import { resolveDistrict } from "../tiles/resolve-district.ts";
import { listPlanDocuments, readPlanDocument } from "./plan-documents.ts";
import { pointToPlan } from "./point-to-plan.ts";
import { readProgramme } from "./programme.ts";
import { listProjectBatches } from "./project-batches.ts";
import { saveEvidence } from "./save-evidence.ts";
import { addPlanDocument, approvePlanDocument } from "./save-plan.ts";
import { moveProject } from "./transition.ts";

/** Writes one client may make in a minute: they are made by hand. */
const MAX_WRITES = 60;
const WINDOW_MS = 60_000;

const InDistrict = z.object({
  district: z.string().max(64).optional().meta({ description: "adcode or id; default the only district" }),
});
const Page = InDistrict.extend({
  limit: z.coerce.number().int().min(1).max(500).default(100),
  cursor: z.string().max(200).optional(),
});
const ById = z.object({ id: z.string().min(1).max(200) });
const REFUSALS = { 400: ErrorReply, 403: ErrorReply, 404: ErrorReply, 409: ErrorReply, 429: ErrorReply };

/** The renewal programme: plans as documents, and where a project stands, what its next stage asks, and its moves. */
export async function programmeRoutes(instance: FastifyInstance, context: RouteContext): Promise<void> {
  const { actor, database } = context;
  const versions = layerVersions(database);
  const scopeOf = async (
    action: "read" | "write",
    kind: string,
    district: string | undefined,
  ): Promise<Scope & { readonly actor: Actor }> => {
    authorize(actor, action, { kind });
    return { districtId: await resolveDistrict(versions, district), levels: visibleLevels(actor), actor };
  };
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const config = { rateLimit: { max: MAX_WRITES, timeWindow: WINDOW_MS } };
  const project = { params: ById, querystring: InDistrict, response: { 200: ProjectProgramme, ...REFUSALS } };
  const plan = { params: ById, querystring: InDistrict, response: { 200: PlanDocumentPage, ...REFUSALS } };

  app.get(
    "/api/plan-documents",
    { schema: { querystring: Page.extend(PlanFilters.shape), response: { 200: PlanDocumentList } } },
    async ({ query: { district, ...query } }) =>
      listPlanDocuments(database, await scopeOf("read", "plan-documents", district), query),
  );
  app.get("/api/plan-documents/:id", { schema: plan }, async ({ params, query }) =>
    readPlanDocument(database, await scopeOf("read", "plan-documents", query.district), params.id),
  );
  app.post(
    "/api/plan-documents",
    {
      config,
      schema: {
        querystring: InDistrict,
        body: NewPlanDocument,
        response: { 201: PlanDocumentPage, ...REFUSALS },
      },
    },
    async ({ body, query }, reply) => {
      const scope = await scopeOf("write", "plan-documents", query.district);
      const id = await addPlanDocument(database, scope, body);
      return reply.code(201).send(await readPlanDocument(database, scope, id));
    },
  );
  app.patch(
    "/api/plan-documents/:id",
    { config, schema: { ...plan, summary: "Takes down the approval of a plan", body: PlanApproval } },
    async ({ params: { id }, query, body }) => {
      const scope = await scopeOf("write", "plan-documents", query.district);
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
      listProjectBatches(database, await scopeOf("read", "projects", district), year),
  );
  app.get("/api/projects/:id/programme", { schema: project }, async ({ params, query }) =>
    readProgramme(database, await scopeOf("read", "projects", query.district), params.id),
  );
  app.post(
    "/api/projects/:id/transitions",
    {
      config,
      schema: { ...project, summary: "Moves a project to another stage, past its guards", body: Transition },
    },
    async ({ params: { id }, query, body }) => {
      const scope = await scopeOf("write", "projects", query.district);
      await moveProject(database, scope, { project: id, ...body });
      return readProgramme(database, scope, id);
    },
  );
  app.put(
    "/api/projects/:id/evidence/:kind",
    {
      config,
      schema: {
        ...project,
        summary: "Takes down what was done for a project that a guard asks for",
        params: ById.extend({ kind: EvidenceKind }),
        body: EvidenceBody,
      },
    },
    async ({ params: { id, kind }, query, body }) => {
      const scope = await scopeOf("write", "projects", query.district);
      await saveEvidence(database, scope, { project: id, kind, ...body });
      return readProgramme(database, scope, id);
    },
  );
  app.put(
    "/api/projects/:id/plan-document",
    {
      config,
      schema: { ...project, summary: "Points a project to its implementation plan", body: PlanPointer },
    },
    async ({ params: { id }, query, body }) => {
      const scope = await scopeOf("write", "projects", query.district);
      await pointToPlan(database, scope, { project: id, ...body });
      return readProgramme(database, scope, id);
    },
  );
}
