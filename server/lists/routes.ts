import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import {
  ItemBody,
  ItemFile,
  ItemFileReport,
  ItemFilters,
  ProgrammeItem,
  ProgrammeItemList,
} from "../contract/programme-items.ts";
import type { RouteContext } from "../route-context.ts";
import { ById, InDistrict, ListPage, REFUSALS, scopesOf, WRITES } from "../scoped-routes.ts";
import { checkItemFile, importItemFile, undoItemImport } from "./import-items.ts";
import { listProgrammeItems, readProgrammeItem } from "./programme-items.ts";
import { addItem, changeItem, removeItem } from "./save-items.ts";

const ByVersion = z.object({ version: z.coerce.number().int().min(1) });

/** The four lists and the measures: items with lead, deadline, state and projects, entered one by one or by a file. */
export async function listRoutes(instance: FastifyInstance, context: RouteContext): Promise<void> {
  const { database } = context;
  const scopes = scopesOf(context, "lists");
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const items = {
    querystring: ListPage.extend(ItemFilters.shape),
    response: { 200: ProgrammeItemList, ...REFUSALS },
  };

  app.get("/api/lists", { schema: items }, async ({ query: { district, ...query } }) =>
    listProgrammeItems(database, await scopes.read(district), query),
  );
  app.get("/api/measures", { schema: items }, async ({ query: { district, ...query } }) =>
    listProgrammeItems(database, await scopes.read(district), { ...query, kind: "measures" }),
  );
  app.post(
    "/api/lists",
    {
      config: WRITES,
      schema: { querystring: InDistrict, body: ItemBody, response: { 201: ProgrammeItem, ...REFUSALS } },
    },
    async ({ body, query }, reply) => {
      const scope = await scopes.write(query.district);
      const id = await addItem(database, scope, body);
      return reply.code(201).send(await readProgrammeItem(database, scope, id));
    },
  );
  app.put(
    "/api/lists/:id",
    {
      config: WRITES,
      schema: {
        ...{ params: ById, querystring: InDistrict, body: ItemBody },
        response: { 200: ProgrammeItem, ...REFUSALS },
      },
    },
    async ({ params: { id }, query, body }) => {
      const scope = await scopes.write(query.district);
      await changeItem(database, scope, { id, ...body });
      return readProgrammeItem(database, scope, id);
    },
  );
  app.delete(
    "/api/lists/:id",
    {
      config: WRITES,
      schema: { params: ById, querystring: InDistrict, response: { 204: z.null(), ...REFUSALS } },
    },
    async ({ params: { id }, query }, reply) => {
      await removeItem(database, await scopes.write(query.district), id);
      return reply.code(204).send(null);
    },
  );

  const file = { querystring: InDistrict, body: ItemFile, response: { 200: ItemFileReport, ...REFUSALS } };
  app.post(
    "/api/lists/checks",
    { config: WRITES, schema: { ...file, summary: "What each row of a file would do; nothing is written" } },
    async ({ query, body }) => checkItemFile(database, await scopes.read(query.district), body),
  );
  app.post(
    "/api/lists/imports",
    { config: WRITES, schema: { ...file, summary: "Brings in a file whole, or nothing of it" } },
    async ({ query, body }) => importItemFile(database, await scopes.write(query.district), body),
  );
  app.delete(
    "/api/lists/imports/:version",
    {
      config: WRITES,
      schema: {
        ...{ params: ByVersion, querystring: InDistrict },
        ...{ summary: "Takes a file back whole", response: { 204: z.null(), ...REFUSALS } },
      },
    },
    async ({ params: { version }, query }, reply) => {
      await undoItemImport(database, await scopes.write(query.district), version);
      return reply.code(204).send(null);
    },
  );
}
