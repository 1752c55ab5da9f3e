import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { type Actor, authorize, visibleLevels } from "../authorize.ts";
import type { Scope } from "../catalogue/scope.ts";
import { ErrorReply } from "../contract/error-reply.ts";
import { TrendPoint } from "../contract/findings.ts";
import {
  IMPORT_KINDS,
  ImportReport,
  IndicatorList,
  IndicatorValueList,
  NewIndicatorValue,
  RANKED_KINDS,
  RankingList,
  TakenImportList,
  ValueFilters,
} from "../contract/indicator-values.ts";
import { unsupportedFormat } from "../errors.ts";
import { importFile } from "../findings/imports.ts";
import { addIndicatorValue, listIndicatorValues } from "../findings/indicator-values.ts";
import { listIndicators } from "../findings/indicators.ts";
import { readRanking } from "../findings/ranking.ts";
import { readTrend } from "../findings/trend.ts";
import { listImports, undoImport } from "../findings/undo-import.ts";
import { requireZone } from "../programme/save-plan.ts";
import type { RouteContext } from "../route-context.ts";
import { layerVersions } from "../tiles/layer-versions.ts";
import { resolveDistrict } from "../tiles/resolve-district.ts";

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
const OfIndicator = InDistrict.extend({ edition: z.string().min(1).max(32).default("2023") });
const ByCode = z.object({ code: z.string().min(1).max(64) });
const TrendReply = z.object({
  items: z.array(TrendPoint),
  total: z.number().int(),
  next: z.string().nullable(),
});
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

/** Indicators without an area: what departments tell of them, their trend and ranking; and files of many values or letters. */
export async function indicatorRoutes(instance: FastifyInstance, context: RouteContext): Promise<void> {
  const { actor, database } = context;
  const versions = layerVersions(database);
  const sharing: Sharing = {
    ...context,
    async scopeOf(action, resource, district) {
      authorize(actor, action, resource);
      return { districtId: await resolveDistrict(versions, district), levels: visibleLevels(actor), actor };
    },
  };
  registerIndicators(instance, sharing);
  registerImports(instance, sharing);
}

function registerIndicators(instance: FastifyInstance, { database, scopeOf }: Sharing): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  app.get("/api/indicators", { schema: { response: { 200: IndicatorList } } }, async () =>
    listIndicators(database),
  );
  app.get(
    "/api/indicators/:code/trend",
    {
      schema: {
        summary: "The values known of an indicator in a zone, the oldest first",
        params: ByCode,
        querystring: OfIndicator.extend({ zone: z.string().min(1).max(200) }),
        response: { 200: TrendReply, ...REFUSALS },
      },
    },
    async ({ params: { code }, query: { district, edition, zone } }) => {
      const scope = await scopeOf("read", { kind: "indicators" }, district);
      await requireZone(database, scope, zone);
      const items = await readTrend(database, scope, { edition, indicator: code, zone, finding: null });
      return { items, total: items.length, next: null };
    },
  );
  app.get(
    "/api/indicators/:code/ranking",
    {
      schema: {
        summary: "The zones of a kind by the latest value known of an indicator, the worst first",
        params: ByCode,
        querystring: OfIndicator.extend({ kind: z.enum(RANKED_KINDS).default("subdistrict") }),
        response: { 200: RankingList, ...REFUSALS },
      },
    },
    async ({ params: { code }, query: { district, edition, kind } }) =>
      readRanking(database, await scopeOf("read", { kind: "indicators" }, district), {
        ...{ edition, indicator: code, kind },
      }),
  );
  app.get(
    "/api/indicator-values",
    {
      schema: {
        querystring: Page.extend(ValueFilters.shape),
        response: { 200: IndicatorValueList, ...REFUSALS },
      },
    },
    async ({ query: { district, ...query } }) =>
      listIndicatorValues(database, await scopeOf("read", { kind: "indicator-values" }, district), query),
  );
  app.post(
    "/api/indicator-values",
    {
      config,
      schema: {
        summary: "Takes down what a department or a survey tells of an indicator",
        querystring: InDistrict,
        body: NewIndicatorValue,
        response: { 201: IndicatorValueList, ...REFUSALS },
      },
    },
    async ({ body, query }, reply) => {
      const scope = await scopeOf("write", { kind: "indicator-values", level: body.level }, query.district);
      await addIndicatorValue(database, scope, body);
      const { edition, indicator, zone } = body;
      const told = await listIndicatorValues(database, scope, { edition, indicator, zone, limit: 100 });
      return reply.code(201).send(told);
    },
  );
}

function registerImports(instance: FastifyInstance, { database, scopeOf }: Sharing): void {
  instance.addContentTypeParser("text/csv", { parseAs: "buffer" }, (_request, body, done) =>
    done(null, body),
  );
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const Given = InDistrict.extend({
    kind: z.enum(IMPORT_KINDS),
    file: z.string().min(1).max(200),
    preview: z.enum(["true", "false"]).default("true"),
  });
  app.post(
    "/api/finding-imports",
    {
      config,
      schema: {
        summary: "Tells row by row what a CSV would bring; with preview=false takes it whole or not at all",
        consumes: ["text/csv"],
        querystring: Given,
        response: { 200: ImportReport, ...REFUSALS },
      },
    },
    async ({ body, query: { district, kind, file, preview } }) => {
      const scope = await scopeOf("write", { kind }, district);
      if (!Buffer.isBuffer(body)) throw unsupportedFormat("text/csv");
      return importFile(database, scope, { kind, fileName: file, bytes: body, preview: preview === "true" });
    },
  );
  app.get(
    "/api/finding-imports",
    { schema: { querystring: InDistrict, response: { 200: TakenImportList, ...REFUSALS } } },
    async ({ query }) => listImports(database, await scopeOf("read", { kind: "findings" }, query.district)),
  );
  app.delete(
    "/api/finding-imports/:version",
    {
      config,
      schema: {
        summary: "Takes back every row of a file",
        params: z.object({ version: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) }),
        querystring: InDistrict,
        response: { 200: TakenImportList, ...REFUSALS },
      },
    },
    async ({ params, query }) => {
      const scope = await scopeOf("write", { kind: "findings" }, query.district);
      await undoImport(database, scope, params.version);
      return listImports(database, scope);
    },
  );
}
