import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import {
  DispatchSnapshotList,
  GROUPINGS,
  NewSnapshot,
  Scorecard,
  ScorecardEntry,
  SnapshotPage,
} from "../contract/dispatch-snapshot.ts";
import { handedDistrict } from "../dispatch/hand-out.ts";
import { XLSX_TYPE } from "../dispatch/write-sheet.ts";
import type { RouteContext } from "../route-context.ts";
import { ById, InDistrict, REFUSALS, scopesOf, WRITES } from "../scoped-routes.ts";
import { writeForm } from "./form-sheet.ts";
import { readScorecard, saveEntry } from "./scorecard.ts";
import { listSnapshots, makeSnapshot, readSnapshot } from "./snapshot.ts";

/** The frozen months of dispatch: made by a press, compared, taken away as the A3 form, and scored. */
export async function snapshotRoutes(instance: FastifyInstance, context: RouteContext): Promise<void> {
  const { database } = context;
  const scopes = scopesOf(context, "snapshots");
  const app = instance.withTypeProvider<ZodTypeProvider>();

  app.get(
    "/api/snapshots",
    { schema: { querystring: InDistrict, response: { 200: DispatchSnapshotList, ...REFUSALS } } },
    async ({ query }) => listSnapshots(database, await scopes.read(query.district)),
  );
  app.post(
    "/api/snapshots",
    {
      config: WRITES,
      schema: {
        querystring: InDistrict,
        body: NewSnapshot,
        response: { 201: SnapshotPage, ...REFUSALS },
        summary: "Freezes a month as it stands now",
      },
    },
    async ({ query, body }, reply) => {
      const scope = await scopes.write(query.district);
      const id = await makeSnapshot(database, scope, body);
      return reply.code(201).send(await readSnapshot(database, scope, id));
    },
  );
  app.get(
    "/api/snapshots/:id",
    { schema: { params: ById, querystring: InDistrict, response: { 200: SnapshotPage, ...REFUSALS } } },
    async ({ params, query }) => readSnapshot(database, await scopes.read(query.district), params.id),
  );
  app.get(
    "/api/snapshots/:id/form.xlsx",
    {
      schema: {
        params: ById,
        querystring: InDistrict,
        summary: "The A3 form of a snapshot, an XLSX workbook",
      },
    },
    async ({ params, query }, reply) => {
      const scope = await scopes.read(query.district);
      const district = await handedDistrict(database, scope);
      const page = await readSnapshot(database, scope, params.id);
      const bytes = await writeForm(page, district);
      const name = `${district.nameZh}月调度表A3 ${params.id}.xlsx`;
      return reply
        .type(XLSX_TYPE)
        .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
        .send(Buffer.from(bytes));
    },
  );
  app.get(
    "/api/snapshots/:id/scorecard",
    {
      schema: {
        params: ById,
        querystring: InDistrict.extend({ by: z.enum(GROUPINGS).default("unit") }),
        response: { 200: Scorecard, ...REFUSALS },
      },
    },
    async ({ params: { id }, query: { district, by } }) =>
      readScorecard(database, await scopes.read(district), { id, by }),
  );
  app.put(
    "/api/snapshots/:id/scorecard-entry",
    {
      config: WRITES,
      schema: {
        params: ById,
        querystring: InDistrict,
        body: ScorecardEntry,
        response: { 200: Scorecard, ...REFUSALS },
        summary: "Types a share into a scorecard, with its reason; the snapshot itself stays as it is",
      },
    },
    async ({ params: { id }, query, body }) => {
      const scope = await scopes.write(query.district);
      await saveEntry(database, scope, { id, ...body });
      return readScorecard(database, scope, { id, by: body.by });
    },
  );
}
