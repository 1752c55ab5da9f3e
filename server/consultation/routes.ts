import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { visibleLevels } from "../authorize.ts";
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
import type { RouteContext } from "../route-context.ts";
import { ById, InDistrict, REFUSALS, scopesOf, WRITES } from "../scoped-routes.ts";
import { listApprovals, listMatters, saveApproval, saveMatter } from "./consultation.ts";

const OfProject = InDistrict.extend({ project: z.string().min(1).max(200).optional() });
const YesOrNo = z.enum(["true", "false"]);

/** 季会商 and 联合审批: the ledger of matters, and what projects need of departments. */
export async function consultationRoutes(instance: FastifyInstance, context: RouteContext): Promise<void> {
  const { database } = context;
  const ofMatters = scopesOf(context, "matters");
  const ofApprovals = scopesOf(context, "approvals");
  // what nobody names a level for is seen by no more than who may write it
  const narrowest = visibleLevels(context.actor).at(-1) as z.infer<typeof Level>;
  const app = instance.withTypeProvider<ZodTypeProvider>();
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
      listMatters(database, await ofMatters.read(district), {
        ...{ ...asked, overdue: overdue === "true", open: open === "true" },
      }),
  );
  app.post(
    "/api/matters",
    { config: WRITES, schema: { ...matter, body: NewMatter, response: { 201: Matter, ...REFUSALS } } },
    async ({ query, body: { level = narrowest, ...facts } }, reply) => {
      const scope = await ofMatters.write(query.district, level);
      const id = await saveMatter(database, scope, { add: { ...facts, level } });
      return reply.code(201).send((await listMatters(database, scope, { id })).items[0]!);
    },
  );
  app.patch(
    "/api/matters/:id",
    { config: WRITES, schema: { ...matter, params: ById, body: MatterPatch } },
    async ({ params: { id }, query, body }) => {
      const scope = await ofMatters.write(query.district);
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
      listApprovals(database, await ofApprovals.read(district), {
        project,
        overdue: overdue === "true",
      }),
  );
  app.post(
    "/api/approvals",
    { config: WRITES, schema: { ...approval, body: NewApproval, response: { 201: Approval, ...REFUSALS } } },
    async ({ query, body: { level = narrowest, ...facts } }, reply) => {
      const scope = await ofApprovals.write(query.district, level);
      const id = await saveApproval(database, scope, { add: { ...facts, level } });
      return reply.code(201).send((await listApprovals(database, scope, { id })).items[0]!);
    },
  );
  app.patch(
    "/api/approvals/:id",
    { config: WRITES, schema: { ...approval, params: ById, body: ApprovalPatch } },
    async ({ params: { id }, query, body }) => {
      const scope = await ofApprovals.write(query.district);
      await saveApproval(database, scope, { id, patch: body });
      return (await listApprovals(database, scope, { id })).items[0]!;
    },
  );
}
