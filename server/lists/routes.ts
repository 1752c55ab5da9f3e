import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { authorize, visibleLevels } from "../authorize.ts";
import { ErrorReply } from "../contract/error-reply.ts";
import {
  ItemBody,
  ItemFile,
  ItemFileReport,
  ItemFilters,
  ProgrammeItem,
  ProgrammeItemList,
} from "../contract/programme-items.ts";
import type { RouteContext } from "../route-context.ts";
import { layerVersions } from "../tiles/layer-versions.ts";
import { resolveDistrict } from "../tiles/resolve-district.ts";
import { checkItemFile, importItemFile, undoItemImport } from "./import-items.ts";
import { listProgrammeItems, readProgrammeItem } from "./programme-items.ts";
import { addItem, changeItem, removeItem, type Writing } from "./save-items.ts";

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
const ByVersion = z.object({ version: z.coerce.number().int().min(1) });
const REFUSALS = { 400: ErrorReply, 403: ErrorReply, 404: ErrorReply, 409: ErrorReply, 429: ErrorReply };

/** The four lists and the measures: items with lead, deadline, state and projects, entered one by one or by a file. */
export async function listRoutes(instance: FastifyInstance, context: RouteContext): Promise<void> {
  const { actor, database } = context;
  const versions = layerVersions(database);
  const scopeOf = async (action: "read" | "write", district: string | undefined): Promise<Writing> => {
    authorize(actor, action, { kind: "lists" });
    return { districtId: await resolveDistrict(versions, district), levels: visibleLevels(actor), actor };
  };
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const config = { rateLimit: { max: MAX_WRITES, timeWindow: WINDOW_MS } };
  const items = {
    querystring: Page.extend(ItemFilters.shape),
    response: { 200: ProgrammeItemList, ...REFUSALS },
  };

  app.get("/api/lists", { schema: items }, async ({ query: { district, ...query } }) =>
    listProgrammeItems(database, await scopeOf("read", district), query),
  );
  app.get("/api/measures", { schema: items }, async ({ query: { district, ...query } }) =>
    listProgrammeItems(database, await scopeOf("read", district), { ...query, kind: "measures" }),
  );
  app.post(
    "/api/lists",
    {
      config,
      schema: { querystring: InDistrict, body: ItemBody, response: { 201: ProgrammeItem, ...REFUSALS } },
    },
    async ({ body, query }, reply) => {
      const scope = await scopeOf("write", query.district);
      const id = await addItem(database, scope, body);
      return reply.code(201).send(await readProgrammeItem(database, scope, id));
    },
  );
  app.put(
    "/api/lists/:id",
    {
      config,
      schema: {
        ...{ params: ById, querystring: InDistrict, body: ItemBody },
        response: { 200: ProgrammeItem, ...REFUSALS },
      },
    },
    async ({ params: { id }, query, body }) => {
      const scope = await scopeOf("write", query.district);
      await changeItem(database, scope, { id, ...body });
      return readProgrammeItem(database, scope, id);
    },
  );
  app.delete(
    "/api/lists/:id",
    { config, schema: { params: ById, querystring: InDistrict, response: { 204: z.null(), ...REFUSALS } } },
    async ({ params: { id }, query }, reply) => {
      await removeItem(database, await scopeOf("write", query.district), id);
      return reply.code(204).send(null);
    },
  );

  const file = { querystring: InDistrict, body: ItemFile, response: { 200: ItemFileReport, ...REFUSALS } };
  app.post(
    "/api/lists/checks",
    { config, schema: { ...file, summary: "What each row of a file would do; nothing is written" } },
    async ({ query, body }) => checkItemFile(database, await scopeOf("read", query.district), body),
  );
  app.post(
    "/api/lists/imports",
    { config, schema: { ...file, summary: "Brings in a file whole, or nothing of it" } },
    async ({ query, body }) => importItemFile(database, await scopeOf("write", query.district), body),
  );
  app.delete(
    "/api/lists/imports/:version",
    {
      config,
      schema: {
        ...{ params: ByVersion, querystring: InDistrict },
        ...{ summary: "Takes a file back whole", response: { 204: z.null(), ...REFUSALS } },
      },
    },
    async ({ params: { version }, query }, reply) => {
      await undoItemImport(database, await scopeOf("write", query.district), version);
      return reply.code(204).send(null);
    },
  );
}
