import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import {
  HouseholdBody,
  HouseholdFileReport,
  HouseholdFilters,
  HouseholdList,
  NewHousehold,
} from "../contract/households.ts";
import { XLSX_TYPE } from "../dispatch/write-sheet.ts";
import { unsupportedFormat } from "../errors.ts";
import type { RouteContext } from "../route-context.ts";
import {
  ById,
  FILE_REFUSALS,
  InDistrict,
  ListPage,
  REFUSALS,
  Seen,
  scopesOf,
  WRITES,
} from "../scoped-routes.ts";
import { MAX_FILE_BYTES } from "../tables/open-sheet.ts";
import { listHouseholds } from "./households.ts";
import { checkHouseholdFile, importHouseholdFile, undoHouseholdImport } from "./import-households.ts";
import { addHousehold, changeHousehold } from "./save-household.ts";

const PATH = "/api/households";
/** So many are answered with after a write. */
const SHOWN = 100;
const OfPlot = { plot: z.string().min(1).max(200) };
const ofWrite = { response: { 200: HouseholdList, ...REFUSALS } };
const Sent = InDistrict.extend({
  ...OfPlot,
  file: z.string().trim().min(1).max(200).default("households.csv"),
});
const YesOrNo = z.enum(["true", "false"]).default("false");

/** The households of plots: internal, refused as a whole where only what is public is served. */
export async function householdRoutes(instance: FastifyInstance, context: RouteContext): Promise<void> {
  const { database } = context;
  const scopes = scopesOf(context, "households", "internal");
  const app = instance.withTypeProvider<ZodTypeProvider>();
  app.get(
    PATH,
    {
      schema: {
        summary: "Internal: the households of a plot, by their numbers",
        querystring: ListPage.extend(HouseholdFilters.shape),
        response: { 200: HouseholdList, ...REFUSALS },
      },
    },
    async ({ query: { district, ...asked } }) => listHouseholds(database, await scopes.read(district), asked),
  );
  app.post(
    PATH,
    {
      config: WRITES,
      schema: {
        ...{ summary: "Internal: adds a household; the numbers of its plot follow", querystring: InDistrict },
        ...{ body: NewHousehold, response: { 201: HouseholdList, ...REFUSALS } },
      },
    },
    async ({ query, body }, reply) => {
      const scope = await scopes.write(query.district);
      await addHousehold(database, scope, body);
      return reply.code(201).send(await listHouseholds(database, scope, { plot: body.plot, limit: SHOWN }));
    },
  );
  app.put(
    `${PATH}/:id`,
    {
      config: WRITES,
      schema: {
        ...{ summary: "Internal: writes a household anew", params: ById, querystring: Seen.extend(OfPlot) },
        ...{ body: HouseholdBody, ...ofWrite },
      },
    },
    async ({ params: { id }, query: { district, plot, seen = null }, body }) => {
      const scope = await scopes.write(district);
      await changeHousehold(database, scope, { plot, id, seen, body, note: "household" });
      return listHouseholds(database, scope, { plot, limit: SHOWN });
    },
  );
  app.delete(
    `${PATH}/:id`,
    {
      config: WRITES,
      schema: {
        ...{ summary: "Internal: takes a household out, and why", params: ById },
        querystring: Seen.extend({ ...OfPlot, reason: z.string().trim().min(4).max(500) }),
        ...ofWrite,
      },
    },
    async ({ params: { id }, query: { district, plot, seen = null, reason: note } }) => {
      const scope = await scopes.write(district);
      await changeHousehold(database, scope, { plot, id, seen, body: null, note });
      return listHouseholds(database, scope, { plot, limit: SHOWN });
    },
  );
  registerFiles(instance, context);
}

function registerFiles(instance: FastifyInstance, context: RouteContext): void {
  const { database } = context;
  const scopes = scopesOf(context, "households", "internal");
  const parser = { parseAs: "buffer", bodyLimit: MAX_FILE_BYTES } as const;
  instance.addContentTypeParser(["text/csv", XLSX_TYPE], parser, (_request, body, done) => done(null, body));
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const report = { response: { 200: HouseholdFileReport, ...FILE_REFUSALS } };
  const bytesOf = (body: unknown): Buffer => {
    if (!Buffer.isBuffer(body)) throw unsupportedFormat("CSV (text/csv) or an XLSX workbook");
    return body;
  };
  app.post(
    `${PATH}/checks`,
    {
      config: WRITES,
      schema: {
        summary: "Internal: what each row of a file would do; nothing is written",
        querystring: Sent,
        ...report,
      },
    },
    async ({ query: { district, plot, file: name }, body }) =>
      checkHouseholdFile(database, await scopes.read(district), { plot, name, bytes: bytesOf(body) }),
  );
  app.post(
    `${PATH}/imports`,
    {
      config: WRITES,
      schema: {
        summary: "Internal: brings in a CSV or XLSX file whole, or nothing of it",
        querystring: Sent.extend({ replace: YesOrNo }),
        ...report,
      },
    },
    async ({ query: { district, plot, file: name, replace }, body }) => {
      const given = { plot, name, bytes: bytesOf(body), replace: replace === "true" };
      return importHouseholdFile(database, await scopes.write(district), given);
    },
  );
  app.delete(
    `${PATH}/imports/:version`,
    {
      config: WRITES,
      schema: {
        ...{ summary: "Internal: takes a file back whole", querystring: InDistrict, ...ofWrite },
        params: z.object({ version: z.coerce.number().int().min(1) }),
      },
    },
    async ({ params: { version }, query }) => {
      const scope = await scopes.write(query.district);
      const plot = await undoHouseholdImport(database, scope, version);
      return listHouseholds(database, scope, { plot, limit: SHOWN });
    },
  );
}
