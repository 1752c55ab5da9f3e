import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { visibleLevels } from "../authorize.ts";
import {
  DispatchFilters,
  DispatchImportList,
  DispatchMonth,
  ImportPreview,
  Level,
  MonthText,
  ProjectReturns,
} from "../contract/dispatch.ts";
import { notAWorkbook } from "../errors.ts";
import type { RouteContext } from "../route-context.ts";
import { ById, FILE_REFUSALS, InDistrict, ListPage, scopesOf, WRITES } from "../scoped-routes.ts";
import { MAX_FILE_BYTES } from "../tables/open-sheet.ts";
import { readDispatch } from "./dispatch.ts";
import { handOutSheet } from "./hand-out.ts";
import { importSheet } from "./import-sheet.ts";
import { readReturns } from "./project-returns.ts";
import { listImports, undoImport } from "./undo-import.ts";
import { XLSX_TYPE } from "./write-sheet.ts";

const OfMonth = InDistrict.extend({ month: MonthText, ...DispatchFilters.shape });
const Page = OfMonth.extend({ limit: ListPage.shape.limit, cursor: ListPage.shape.cursor });
const Sent = InDistrict.extend({
  file: z.string().trim().min(1).max(200).default("sheet.xlsx").meta({ description: "name of the file" }),
  level: Level.optional().meta({ description: "who may see it; default the narrowest who asks may see" }),
  confirm: z
    .string()
    .regex(/^[0-9a-f]{64}$/, "is the digest of a preview")
    .optional()
    .meta({ description: "the digest of the preview: writes what it showed" }),
});

/** 月调度: the dispatch of a month, its sheet out and in, and the imports made. */
export async function dispatchRoutes(instance: FastifyInstance, context: RouteContext): Promise<void> {
  const { database } = context;
  const scopes = scopesOf(context, "dispatch");
  const app = instance.withTypeProvider<ZodTypeProvider>();
  app.addContentTypeParser(
    // CSV comes in to be refused with what would be right
    [XLSX_TYPE, "text/csv"],
    { parseAs: "buffer", bodyLimit: MAX_FILE_BYTES },
    (_request, body, done) => done(null, body),
  );

  app.get(
    "/api/dispatch",
    { schema: { querystring: Page, response: { 200: DispatchMonth, ...FILE_REFUSALS } } },
    async ({ query: { district, ...asked } }) => readDispatch(database, await scopes.read(district), asked),
  );
  app.get(
    "/api/dispatch/sheet.xlsx",
    { schema: { querystring: OfMonth, summary: "The prefilled 调度表 of a month, an XLSX workbook" } },
    async ({ query: { district, ...asked } }, reply) => {
      const { name, bytes } = await handOutSheet(database, await scopes.read(district), asked);
      return reply
        .type(XLSX_TYPE)
        .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
        .send(Buffer.from(bytes));
    },
  );
  app.get(
    "/api/dispatch/imports",
    { schema: { querystring: InDistrict, response: { 200: DispatchImportList, ...FILE_REFUSALS } } },
    async ({ query }) => listImports(database, await scopes.read(query.district)),
  );
  app.post(
    "/api/dispatch/imports",
    {
      config: WRITES,
      bodyLimit: MAX_FILE_BYTES,
      schema: {
        querystring: Sent,
        response: { 200: ImportPreview, ...FILE_REFUSALS },
        summary: "What an XLSX sheet would change, or with confirm its changes written",
      },
    },
    async ({
      query: { district, file, confirm, level = visibleLevels(context.actor).at(-1) as "public" },
      body,
    }) => {
      const scope = await scopes.write(district, level);
      if (!Buffer.isBuffer(body)) throw notAWorkbook();
      return importSheet(database, scope, { bytes: body, fileName: file, level, confirm: confirm ?? null });
    },
  );
  app.post(
    "/api/dispatch/imports/:version/undo",
    {
      config: WRITES,
      schema: {
        params: z.object({ version: z.coerce.number().int().min(1) }),
        querystring: InDistrict,
        response: { 200: DispatchImportList, ...FILE_REFUSALS },
        summary: "Takes a whole import back",
      },
    },
    async ({ params: { version }, query }) => {
      const scope = await scopes.write(query.district);
      await undoImport(database, scope, version);
      return listImports(database, scope);
    },
  );
  app.get(
    "/api/projects/:id/dispatch",
    {
      schema: { params: ById, querystring: InDistrict, response: { 200: ProjectReturns, ...FILE_REFUSALS } },
    },
    async ({ params, query }) => readReturns(database, await scopes.read(query.district), params.id),
  );
}
