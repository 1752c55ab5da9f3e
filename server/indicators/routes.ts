import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
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
import { XLSX_TYPE } from "../dispatch/write-sheet.ts";
import { unsupportedFormat } from "../errors.ts";
import { importFile } from "../findings/imports.ts";
import { addIndicatorValue, listIndicatorValues } from "../findings/indicator-values.ts";
import { listIndicators } from "../findings/indicators.ts";
import { readRanking } from "../findings/ranking.ts";
import { readTrend } from "../findings/trend.ts";
import { listImports, undoImport } from "../findings/undo-import.ts";
import { requireZone } from "../programme/save-plan.ts";
import type { RouteContext } from "../route-context.ts";
import { InDistrict, ListPage, MEASURE_REFUSALS, scopesOf, WRITES } from "../scoped-routes.ts";
import { MAX_FILE_BYTES } from "../tables/open-sheet.ts";

const OfIndicator = InDistrict.extend({ edition: z.string().min(1).max(32).default("2023") });
const ByCode = z.object({ code: z.string().min(1).max(64) });
const TrendReply = z.object({
  items: z.array(TrendPoint),
  total: z.number().int(),
  next: z.string().nullable(),
});

/** Indicators without an area: what departments tell of them, their trend and ranking; and files of many values or letters. */
export async function indicatorRoutes(instance: FastifyInstance, context: RouteContext): Promise<void> {
  registerIndicators(instance, context);
  registerImports(instance, context);
}

function registerIndicators(instance: FastifyInstance, context: RouteContext): void {
  const { database } = context;
  const ofIndicators = scopesOf(context, "indicators");
  const ofValues = scopesOf(context, "indicator-values");
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
        response: { 200: TrendReply, ...MEASURE_REFUSALS },
      },
    },
    async ({ params: { code }, query: { district, edition, zone } }) => {
      const scope = await ofIndicators.read(district);
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
        response: { 200: RankingList, ...MEASURE_REFUSALS },
      },
    },
    async ({ params: { code }, query: { district, edition, kind } }) =>
      readRanking(database, await ofIndicators.read(district), {
        ...{ edition, indicator: code, kind },
      }),
  );
  app.get(
    "/api/indicator-values",
    {
      schema: {
        querystring: ListPage.extend(ValueFilters.shape),
        response: { 200: IndicatorValueList, ...MEASURE_REFUSALS },
      },
    },
    async ({ query: { district, ...query } }) =>
      listIndicatorValues(database, await ofValues.read(district), query),
  );
  app.post(
    "/api/indicator-values",
    {
      config: WRITES,
      schema: {
        summary: "Takes down what a department or a survey tells of an indicator",
        querystring: InDistrict,
        body: NewIndicatorValue,
        response: { 201: IndicatorValueList, ...MEASURE_REFUSALS },
      },
    },
    async ({ body, query }, reply) => {
      const scope = await ofValues.write(query.district, body.level);
      await addIndicatorValue(database, scope, body);
      const { edition, indicator, zone } = body;
      const told = await listIndicatorValues(database, scope, { edition, indicator, zone, limit: 100 });
      return reply.code(201).send(told);
    },
  );
}

const FILE_TYPES = ["text/csv", XLSX_TYPE];

function registerImports(instance: FastifyInstance, context: RouteContext): void {
  const { database } = context;
  const ofFindings = scopesOf(context, "findings");
  const parser = { parseAs: "buffer", bodyLimit: MAX_FILE_BYTES } as const;
  instance.addContentTypeParser(FILE_TYPES, parser, (_request, body, done) => done(null, body));
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const Given = InDistrict.extend({
    kind: z.enum(IMPORT_KINDS),
    file: z.string().min(1).max(200),
    preview: z.enum(["true", "false"]).default("true"),
  });
  app.post(
    "/api/finding-imports",
    {
      config: WRITES,
      bodyLimit: MAX_FILE_BYTES,
      schema: {
        summary:
          "Tells row by row what a CSV or XLSX would bring; with preview=false takes it whole or not at all",
        consumes: [...FILE_TYPES],
        querystring: Given,
        response: { 200: ImportReport, ...MEASURE_REFUSALS },
      },
    },
    async ({ body, query: { district, kind, file, preview } }) => {
      const scope = await scopesOf(context, kind).write(district);
      if (!Buffer.isBuffer(body)) throw unsupportedFormat(FILE_TYPES.join(" or "));
      return importFile(database, scope, { kind, fileName: file, bytes: body, preview: preview === "true" });
    },
  );
  app.get(
    "/api/finding-imports",
    { schema: { querystring: InDistrict, response: { 200: TakenImportList, ...MEASURE_REFUSALS } } },
    async ({ query }) => listImports(database, await ofFindings.read(query.district)),
  );
  app.delete(
    "/api/finding-imports/:version",
    {
      config: WRITES,
      schema: {
        summary: "Takes back every row of a file",
        params: z.object({ version: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) }),
        querystring: InDistrict,
        response: { 200: TakenImportList, ...MEASURE_REFUSALS },
      },
    },
    async ({ params, query }) => {
      const scope = await ofFindings.write(query.district);
      await undoImport(database, scope, params.version);
      return listImports(database, scope);
    },
  );
}
