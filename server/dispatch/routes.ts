import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { type Actor, authorize, visibleLevels } from "../authorize.ts";
import type { Scope } from "../catalogue/scope.ts";
import {
  DispatchFilters,
  DispatchImportList,
  DispatchMonth,
  ImportPreview,
  Level,
  MonthText,
  ProjectReturns,
} from "../contract/dispatch.ts";
import { ErrorReply } from "../contract/error-reply.ts";
import { unsupportedFormat } from "../errors.ts";
import type { RouteContext } from "../route-context.ts";
import { layerVersions } from "../tiles/layer-versions.ts";
import { resolveDistrict } from "../tiles/resolve-district.ts";
import { readDispatch } from "./dispatch.ts";
import { handOutSheet } from "./hand-out.ts";
import { importSheet } from "./import-sheet.ts";
import { MAX_FILE_BYTES } from "./open-sheet.ts";
import { readReturns } from "./project-returns.ts";
import { listImports, undoImport } from "./undo-import.ts";
import { XLSX_TYPE } from "./write-sheet.ts";

/** Writes one client may make in a minute, and sheets it may have read: they are made by hand. */
const MAX_WRITES = 60;
const WINDOW_MS = 60_000;

const InDistrict = z.object({
  district: z.string().max(64).optional().meta({ description: "adcode or id; default the only district" }),
});
const OfMonth = InDistrict.extend({ month: MonthText, ...DispatchFilters.shape });
const Page = OfMonth.extend({
  limit: z.coerce.number().int().min(1).max(500).default(100),
  cursor: z.string().max(200).optional(),
});
const ById = z.object({ id: z.string().min(1).max(200) });
const REFUSALS = {
  ...{ 400: ErrorReply, 403: ErrorReply, 404: ErrorReply, 409: ErrorReply },
  ...{ 413: ErrorReply, 415: ErrorReply, 429: ErrorReply },
};
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
export async function dispatchRoutes(
  instance: FastifyInstance,
  { actor, database }: RouteContext,
): Promise<void> {
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
  app.addContentTypeParser(
    XLSX_TYPE,
    { parseAs: "buffer", bodyLimit: MAX_FILE_BYTES },
    (_request, body, done) => done(null, body),
  );

  app.get(
    "/api/dispatch",
    { schema: { querystring: Page, response: { 200: DispatchMonth, ...REFUSALS } } },
    async ({ query: { district, ...asked } }) =>
      readDispatch(database, await scopeOf("read", "dispatch", district), asked),
  );
  app.get(
    "/api/dispatch/sheet.xlsx",
    { schema: { querystring: OfMonth, summary: "The prefilled 调度表 of a month, an XLSX workbook" } },
    async ({ query: { district, ...asked } }, reply) => {
      const { name, bytes } = await handOutSheet(
        database,
        await scopeOf("read", "dispatch", district),
        asked,
      );
      return reply
        .type(XLSX_TYPE)
        .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
        .send(Buffer.from(bytes));
    },
  );
  app.get(
    "/api/dispatch/imports",
    { schema: { querystring: InDistrict, response: { 200: DispatchImportList, ...REFUSALS } } },
    async ({ query }) => listImports(database, await scopeOf("read", "dispatch", query.district)),
  );
  app.post(
    "/api/dispatch/imports",
    {
      config,
      bodyLimit: MAX_FILE_BYTES,
      schema: {
        querystring: Sent,
        response: { 200: ImportPreview, ...REFUSALS },
        summary: "What an XLSX sheet would change, or with confirm its changes written",
      },
    },
    async ({ query: { district, file, confirm, level = visibleLevels(actor).at(-1) as "public" }, body }) => {
      const scope = await scopeOf("write", "dispatch", district);
      authorize(actor, "write", { kind: "dispatch", level });
      if (!Buffer.isBuffer(body)) throw unsupportedFormat(XLSX_TYPE);
      return importSheet(database, scope, { bytes: body, fileName: file, level, confirm: confirm ?? null });
    },
  );
  app.post(
    "/api/dispatch/imports/:version/undo",
    {
      config,
      schema: {
        params: z.object({ version: z.coerce.number().int().min(1) }),
        querystring: InDistrict,
        response: { 200: DispatchImportList, ...REFUSALS },
        summary: "Takes a whole import back",
      },
    },
    async ({ params: { version }, query }) => {
      const scope = await scopeOf("write", "dispatch", query.district);
      await undoImport(database, scope, version);
      return listImports(database, scope);
    },
  );
  app.get(
    "/api/projects/:id/dispatch",
    { schema: { params: ById, querystring: InDistrict, response: { 200: ProjectReturns, ...REFUSALS } } },
    async ({ params, query }) =>
      readReturns(database, await scopeOf("read", "dispatch", query.district), params.id),
  );
}
