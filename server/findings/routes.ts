import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import {
  FindingFilters,
  FindingList,
  FindingPage,
  FindingTermList,
  MeasuredFinding,
  NewFinding,
  NewProposal,
  NewRecheck,
} from "../contract/findings.ts";
import { requireZone } from "../programme/save-plan.ts";
import type { RouteContext } from "../route-context.ts";
import { ById, InDistrict, ListPage, MEASURE_REFUSALS, scopesOf, WRITES } from "../scoped-routes.ts";
import { listFindingTerms } from "./finding-terms.ts";
import { listFindings, readFindingPage } from "./findings.ts";
import { addRecheck } from "./recheck.ts";
import { addProposal, linkProject, unlinkProject } from "./save-chain.ts";
import { addFinding, addMeasuredFinding } from "./save-finding.ts";

const Linked = ById.extend({ project: z.string().min(1).max(200) });

/** The chain of the health check: findings, what is proposed, the projects that take them up, and the check after works. */
export async function findingRoutes(instance: FastifyInstance, context: RouteContext): Promise<void> {
  registerFindings(instance, context);
  registerChain(instance, context);
}

function registerFindings(instance: FastifyInstance, context: RouteContext): void {
  const { database, answerer } = context;
  const scopes = scopesOf(context, "findings");
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const page = { querystring: InDistrict, response: { 201: FindingPage, ...MEASURE_REFUSALS } };
  app.get("/api/finding-terms", { schema: { response: { 200: FindingTermList } } }, async () =>
    listFindingTerms(database),
  );
  app.get(
    "/api/findings",
    {
      schema: {
        querystring: ListPage.extend(FindingFilters.shape),
        response: { 200: FindingList, ...MEASURE_REFUSALS },
      },
    },
    async ({ query: { district, ...query } }) => {
      const scope = await scopes.read(district);
      if (query.zone !== undefined) await requireZone(database, scope, query.zone);
      return listFindings(database, scope, query);
    },
  );
  app.get(
    "/api/findings/:id",
    {
      schema: { params: ById, querystring: InDistrict, response: { 200: FindingPage, ...MEASURE_REFUSALS } },
    },
    async ({ params, query }) => readFindingPage(database, await scopes.read(query.district), params.id),
  );
  app.post(
    "/api/findings",
    { config: WRITES, schema: { ...page, summary: "Adds a finding by hand", body: NewFinding } },
    async ({ body, query }, reply) => {
      const scope = await scopes.write(query.district, body.level);
      const id = await addFinding(database, scope, body);
      return reply.code(201).send(await readFindingPage(database, scope, id));
    },
  );
  app.post(
    "/api/findings/measured",
    {
      config: WRITES,
      schema: {
        ...page,
        summary: "Makes what a health check names a finding, as measured now",
        body: MeasuredFinding,
      },
    },
    async ({ body, query }, reply) => {
      const scope = await scopes.write(query.district, body.level ?? undefined);
      const id = await addMeasuredFinding(database, scope, { ...body, answerer });
      return reply.code(201).send(await readFindingPage(database, scope, id));
    },
  );
}

function registerChain(instance: FastifyInstance, context: RouteContext): void {
  const { database, answerer } = context;
  const scopes = scopesOf(context, "findings");
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const page = { params: ById, querystring: InDistrict, response: { 200: FindingPage, ...MEASURE_REFUSALS } };
  app.post(
    "/api/findings/:id/proposals",
    { config: WRITES, schema: { ...page, summary: "Proposes something for a finding", body: NewProposal } },
    async ({ params: { id }, query, body }) => {
      const scope = await scopes.write(query.district);
      await addProposal(database, scope, { finding: id, ...body });
      return readFindingPage(database, scope, id);
    },
  );
  app.put(
    "/api/findings/:id/projects/:project",
    { config: WRITES, schema: { ...page, params: Linked, summary: "A project takes a finding up" } },
    async ({ params: { id, project }, query }) => {
      const scope = await scopes.write(query.district);
      await linkProject(database, scope, { finding: id, project });
      return readFindingPage(database, scope, id);
    },
  );
  app.delete(
    "/api/findings/:id/projects/:project",
    {
      config: WRITES,
      schema: { ...page, params: Linked, summary: "A project does not take it up any more" },
    },
    async ({ params: { id, project }, query }) => {
      const scope = await scopes.write(query.district);
      await unlinkProject(database, scope, { finding: id, project });
      return readFindingPage(database, scope, id);
    },
  );
  app.post(
    "/api/findings/:id/rechecks",
    { config: WRITES, schema: { ...page, summary: "Checks a finding again after works", body: NewRecheck } },
    async ({ params: { id }, query, body }) => {
      const scope = await scopes.write(query.district);
      await addRecheck(database, scope, { finding: id, answerer, ...body });
      return readFindingPage(database, scope, id);
    },
  );
}
