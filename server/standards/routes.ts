import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { authorize } from "../authorize.ts";
import { ErrorReply } from "../contract/error-reply.ts";
import {
  PersonaList,
  PersonaPatch,
  ReachProgress,
  WalkingParameterList,
  WalkingParameterPatch,
} from "../contract/walking-standards.ts";
import type { RouteContext } from "../route-context.ts";
import { createReachJob } from "../walking/reach-job.ts";
import { editPersona, editWalkingParameter, listPersonas, listWalkingParameters } from "./edit-standards.ts";

const REFUSALS = { 400: ErrorReply, 403: ErrorReply, 404: ErrorReply, 409: ErrorReply };
const Name = z.string().min(1).max(64);

const listOf = <Item>(items: Item[]) => ({ items, total: items.length, next: null });

/** What walking times rest on: GET and PATCH of /api/personas and /api/walking-parameters, GET /api/reach-progress. */
export async function standardsRoutes(instance: FastifyInstance, context: RouteContext): Promise<void> {
  const { actor, database } = context;
  const job = createReachJob(database, (error) =>
    instance.log.error({ err: error }, "reach was not computed"),
  );
  instance.addHook("onClose", () => job.close());
  const app = instance.withTypeProvider<ZodTypeProvider>();

  app.get("/api/personas", { schema: { response: { 200: PersonaList } } }, async () => {
    authorize(actor, "read", { kind: "persona" });
    return listOf(await listPersonas(database));
  });
  app.get("/api/walking-parameters", { schema: { response: { 200: WalkingParameterList } } }, async () => {
    authorize(actor, "read", { kind: "walking-parameter" });
    return listOf(await listWalkingParameters(database));
  });
  app.get("/api/reach-progress", { schema: { response: { 200: ReachProgress } } }, async () => {
    authorize(actor, "read", { kind: "reach" });
    return job.progress();
  });
  app.patch(
    "/api/personas/:id",
    {
      schema: {
        summary: "Sets speeds and abilities of a persona, or sets them back; reach is computed again",
        params: z.object({ id: Name }),
        body: PersonaPatch,
        response: { 200: PersonaList, ...REFUSALS },
      },
    },
    async ({ params, body }) => {
      authorize(actor, "write", { kind: "persona" });
      const patch = body as PersonaPatch;
      if (await editPersona(database, actor, { id: params.id, patch })) job.start();
      return listOf(await listPersonas(database));
    },
  );
  app.patch(
    "/api/walking-parameters/:name",
    {
      schema: {
        summary: "Sets a walking parameter, or sets it back; reach is computed again where it rests on it",
        params: z.object({ name: Name }),
        body: WalkingParameterPatch,
        response: { 200: WalkingParameterList, ...REFUSALS },
      },
    },
    async ({ params, body }) => {
      authorize(actor, "write", { kind: "walking-parameter" });
      if (await editWalkingParameter(database, actor, { name: params.name, patch: body })) job.start();
      return listOf(await listWalkingParameters(database));
    },
  );
}
