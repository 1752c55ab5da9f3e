import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { type Actor, authorize, visibleLevels } from "../authorize.ts";
import type { Scope } from "../catalogue/scope.ts";
import {
  Approval,
  ApprovalList,
  ApprovalPatch,
  Matter,
  MatterList,
  MatterPatch,
  NewApproval,
  NewMatter,
  QuarterText,
} from "../contract/consultation.ts";
import type { Level } from "../contract/dispatch.ts";
import { ErrorReply } from "../contract/error-reply.ts";
import type { RouteContext } from "../route-context.ts";
import { layerVersions } from "../tiles/layer-versions.ts";
import { resolveDistrict } from "../tiles/resolve-district.ts";
import { listApprovals, listMatters, saveApproval, saveMatter } from "./consultation.ts";

/** Writes one client may make in a minute: they are made by hand. */
const MAX_WRITES = 60;
const WINDOW_MS = 60_000;

const InDistrict = z.object({
  district: z.string().max(64).optional().meta({ description: "adcode or id; default the only district" }),
});
const ById = z.object({ id: z.string().min(1).max(200) });
const OfProject = InDistrict.extend({ project: z.string().min(1).max(200).optional() });
const YesOrNo = z.enum(["true", "false"]);
const REFUSALS = { 400: ErrorReply, 403: ErrorReply, 404: ErrorReply, 409: ErrorReply, 429: ErrorReply };

/** 季会商 and 联合审批: the ledger of matters, and what projects need of departments. */
export async function consultationRoutes(
  instance: FastifyInstance,
  { actor, database }: RouteContext,
): Promise<void> {
  const versions = layerVersions(database);
  const scopeOf = async (
    action: "read" | "write",
    kind: string,
    { district, level }: { readonly district?: string | undefined; readonly level?: string | undefined },
  ): Promise<Scope & { readonly actor: Actor }> => {
    authorize(actor, action, { kind, ...(level === undefined ? {} : { level }) });
    return { districtId: await resolveDistrict(versions, district), levels: visibleLevels(actor), actor };
  };
  // what nobody names a level for is seen by no more than who may write it
  const narrowest = visibleLevels(actor).at(-1) as z.infer<typeof Level>;
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const config = { rateLimit: { max: MAX_WRITES, timeWindow: WINDOW_MS } };
  const matter = { querystring: InDistrict, response: { 200: Matter, ...REFUSALS } };
  const approval = { querystring: InDistrict, response: { 200: Approval, ...REFUSALS } };

  app.get(
    "/api/matters",
    {
      schema: {
        querystring: OfProject.extend({
          quarter: QuarterText.optional(),
          ...{ overdue: YesOrNo.optional(), open: YesOrNo.optional() },
        }),
        response: { 200: MatterList, ...REFUSALS },
      },
    },
    async ({ query: { district, overdue, open, ...asked } }) =>
      listMatters(database, await scopeOf("read", "matters", { district }), {
        ...{ ...asked, overdue: overdue === "true", open: open === "true" },
      }),
  );
  app.post(
    "/api/matters",
    { config, schema: { ...matter, body: NewMatter, response: { 201: Matter, ...REFUSALS } } },
    async ({ query, body: { level = narrowest, ...facts } }, reply) => {
      const scope = await scopeOf("write", "matters", { ...query, level });
      const id = await saveMatter(database, scope, { add: { ...facts, level } });
      return reply.code(201).send((await listMatters(database, scope, { id })).items[0]!);
    },
  );
  app.patch(
    "/api/matters/:id",
    { config, schema: { ...matter, params: ById, body: MatterPatch } },
    async ({ params: { id }, query, body }) => {
      const scope = await scopeOf("write", "matters", query);
      await saveMatter(database, scope, { id, patch: body });
      return (await listMatters(database, scope, { id })).items[0]!;
    },
  );
  app.get(
    "/api/approvals",
    {
      schema: {
        querystring: OfProject.extend({ overdue: YesOrNo.optional() }),
        response: { 200: ApprovalList, ...REFUSALS },
      },
    },
    async ({ query: { district, project, overdue } }) =>
      listApprovals(database, await scopeOf("read", "approvals", { district }), {
        project,
        overdue: overdue === "true",
      }),
  );
  app.post(
    "/api/approvals",
    { config, schema: { ...approval, body: NewApproval, response: { 201: Approval, ...REFUSALS } } },
    async ({ query, body: { level = narrowest, ...facts } }, reply) => {
      const scope = await scopeOf("write", "approvals", { ...query, level });
      const id = await saveApproval(database, scope, { add: { ...facts, level } });
      return reply.code(201).send((await listApprovals(database, scope, { id })).items[0]!);
    },
  );
  app.patch(
    "/api/approvals/:id",
    { config, schema: { ...approval, params: ById, body: ApprovalPatch } },
    async ({ params: { id }, query, body }) => {
      const scope = await scopeOf("write", "approvals", query);
      await saveApproval(database, scope, { id, patch: body });
      return (await listApprovals(database, scope, { id })).items[0]!;
    },
  );
}
