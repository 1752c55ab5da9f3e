import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import {
  NewOperationUnit,
  OperationBody,
  OperationFilters,
  OperationList,
  OperationUnit,
} from "../contract/operation.ts";
import type { RouteContext } from "../route-context.ts";
import { ById, InDistrict, ListPage, REFUSALS, Seen, scopesOf, WRITES } from "../scoped-routes.ts";
import { listOperationUnits, readOperationUnit, saveOperationUnit } from "./operation-units.ts";

/** 招商运营: what projects hold once they are let and run. */
export async function operationRoutes(instance: FastifyInstance, context: RouteContext): Promise<void> {
  const { database } = context;
  const scopes = scopesOf(context, "operation-units");
  const app = instance.withTypeProvider<ZodTypeProvider>();
  app.get(
    "/api/operation-units",
    {
      schema: {
        summary: "Units of projects with their use, operator and occupancy; rent and contract are internal",
        querystring: ListPage.extend(OperationFilters.shape),
        response: { 200: OperationList, ...REFUSALS },
      },
    },
    async ({ query: { district, ...asked } }) =>
      listOperationUnits(database, await scopes.read(district), asked),
  );
  app.post(
    "/api/operation-units",
    {
      config: WRITES,
      schema: {
        querystring: InDistrict,
        body: NewOperationUnit,
        response: { 201: OperationUnit, ...REFUSALS },
      },
    },
    async ({ query, body: { project, level, ...unit } }, reply) => {
      const scope = await scopes.write(query.district, level);
      const id = await saveOperationUnit(database, scope, { unit, of: { project, level } });
      return reply.code(201).send(await readOperationUnit(database, scope, id));
    },
  );
  app.put(
    "/api/operation-units/:id",
    {
      config: WRITES,
      schema: {
        ...{ summary: "Writes a unit anew, its closing included", params: ById, querystring: Seen },
        ...{ body: OperationBody, response: { 200: OperationUnit, ...REFUSALS } },
      },
    },
    async ({ params: { id }, query: { district, seen = null }, body }) => {
      const scope = await scopes.write(district);
      await saveOperationUnit(database, scope, { unit: body, of: { id, seen } });
      return readOperationUnit(database, scope, id);
    },
  );
}
