import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { type Actor, authorize, visibleLevels } from "../authorize.ts";
import type { Scope } from "../catalogue/scope.ts";
import { ErrorReply } from "../contract/error-reply.ts";
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
import { layerVersions } from "../tiles/layer-versions.ts";
import { resolveDistrict } from "../tiles/resolve-district.ts";
import { listFindingTerms } from "./finding-terms.ts";
import { listFindings, readFindingPage } from "./findings.ts";
import { addRecheck } from "./recheck.ts";
import { addProposal, linkProject, unlinkProject } from "./save-chain.ts";
import { addFinding, addMeasuredFinding } from "./save-finding.ts";

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
const Linked = ById.extend({ project: z.string().min(1).max(200) });
const REFUSALS = {
  ...{ 400: ErrorReply, 403: ErrorReply, 404: ErrorReply, 409: ErrorReply, 413: ErrorReply, 415: ErrorReply },
  ...{ 422: ErrorReply, 429: ErrorReply, 503: ErrorReply },
};

type Scoped = Scope & { readonly actor: Actor };
interface Sharing extends RouteContext {
  readonly scopeOf: (
    action: "read" | "write",
    resource: { readonly kind: string; readonly level?: string },
    district: string | undefined,
  ) => Promise<Scoped>;
}

const config = { rateLimit: { max: MAX_WRITES, timeWindow: WINDOW_MS } };

/** The chain of the health check: findings, what is proposed, the projects that take them up, and the check after works. */
export async function findingRoutes(instance: FastifyInstance, context: RouteContext): Promise<void> {
  const { actor, database } = context;
  const versions = layerVersions(database);
  const sharing: Sharing = {
    ...context,
    async scopeOf(action, resource, district) {
      authorize(actor, action, resource);
      return { districtId: await resolveDistrict(versions, district), levels: visibleLevels(actor), actor };
    },
  };
  registerFindings(instance, sharing);
  registerChain(instance, sharing);
}

function registerFindings(instance: FastifyInstance, { database, answerer, scopeOf }: Sharing): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const page = { querystring: InDistrict, response: { 201: FindingPage, ...REFUSALS } };
  app.get("/api/finding-terms", { schema: { response: { 200: FindingTermList } } }, async () =>
    listFindingTerms(database),
  );
  app.get(
    "/api/findings",
    {
      schema: { querystring: Page.extend(FindingFilters.shape), response: { 200: FindingList, ...REFUSALS } },
    },
    async ({ query: { district, ...query } }) => {
      const scope = await scopeOf("read", { kind: "findings" }, district);
      if (query.zone !== undefined) await requireZone(database, scope, query.zone);
      return listFindings(database, scope, query);
    },
  );
  app.get(
    "/api/findings/:id",
    { schema: { params: ById, querystring: InDistrict, response: { 200: FindingPage, ...REFUSALS } } },
    async ({ params, query }) =>
      readFindingPage(database, await scopeOf("read", { kind: "findings" }, query.district), params.id),
  );
  app.post(
    "/api/findings",
    { config, schema: { ...page, summary: "Adds a finding by hand", body: NewFinding } },
    async ({ body, query }, reply) => {
      const scope = await scopeOf("write", { kind: "findings", level: body.level }, query.district);
      const id = await addFinding(database, scope, body);
      return reply.code(201).send(await readFindingPage(database, scope, id));
    },
  );
  app.post(
    "/api/findings/measured",
    {
      config,
      schema: {
        ...page,
        summary: "Makes what a health check names a finding, as measured now",
        body: MeasuredFinding,
      },
    },
    async ({ body, query }, reply) => {
      const scope = await scopeOf(
        "write",
        { kind: "findings", ...(body.level && { level: body.level }) },
        query.district,
      );
      const id = await addMeasuredFinding(database, scope, { ...body, answerer });
      return reply.code(201).send(await readFindingPage(database, scope, id));
    },
  );
}

function registerChain(instance: FastifyInstance, { database, answerer, scopeOf }: Sharing): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const write = (district: string | undefined) => scopeOf("write", { kind: "findings" }, district);
  const page = { params: ById, querystring: InDistrict, response: { 200: FindingPage, ...REFUSALS } };
  app.post(
    "/api/findings/:id/proposals",
    { config, schema: { ...page, summary: "Proposes something for a finding", body: NewProposal } },
    async ({ params: { id }, query, body }) => {
      const scope = await write(query.district);
      await addProposal(database, scope, { finding: id, ...body });
      return readFindingPage(database, scope, id);
    },
  );
  app.put(
    "/api/findings/:id/projects/:project",
    { config, schema: { ...page, params: Linked, summary: "A project takes a finding up" } },
    async ({ params: { id, project }, query }) => {
      const scope = await write(query.district);
      await linkProject(database, scope, { finding: id, project });
      return readFindingPage(database, scope, id);
    },
  );
  app.delete(
    "/api/findings/:id/projects/:project",
    { config, schema: { ...page, params: Linked, summary: "A project does not take it up any more" } },
    async ({ params: { id, project }, query }) => {
      const scope = await write(query.district);
      await unlinkProject(database, scope, { finding: id, project });
      return readFindingPage(database, scope, id);
    },
  );
  app.post(
    "/api/findings/:id/rechecks",
    { config, schema: { ...page, summary: "Checks a finding again after works", body: NewRecheck } },
    async ({ params: { id }, query, body }) => {
      const scope = await write(query.district);
      await addRecheck(database, scope, { finding: id, answerer, ...body });
      return readFindingPage(database, scope, id);
    },
  );
}
