import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { type Actor, authorize, visibleLevels } from "../authorize.ts";
import type { Scope } from "../catalogue/scope.ts";
import {
  DispatchSnapshotList,
  GROUPINGS,
  NewSnapshot,
  Scorecard,
  ScorecardEntry,
  SnapshotPage,
} from "../contract/dispatch-snapshot.ts";
import { ErrorReply } from "../contract/error-reply.ts";
import { handedDistrict } from "../dispatch/hand-out.ts";
import { XLSX_TYPE } from "../dispatch/write-sheet.ts";
import type { RouteContext } from "../route-context.ts";
import { layerVersions } from "../tiles/layer-versions.ts";
import { resolveDistrict } from "../tiles/resolve-district.ts";
import { writeForm } from "./form-sheet.ts";
import { readScorecard, saveEntry } from "./scorecard.ts";
import { listSnapshots, makeSnapshot, readSnapshot } from "./snapshot.ts";

/** Writes one client may make in a minute: they are made by hand. */
const MAX_WRITES = 60;
const WINDOW_MS = 60_000;

const InDistrict = z.object({
  district: z.string().max(64).optional().meta({ description: "adcode or id; default the only district" }),
});
const ById = z.object({ id: z.string().min(1).max(64) });
const REFUSALS = { 400: ErrorReply, 403: ErrorReply, 404: ErrorReply, 409: ErrorReply, 429: ErrorReply };

/** The frozen months of dispatch: made by a press, compared, taken away as the A3 form, and scored. */
export async function snapshotRoutes(
  instance: FastifyInstance,
  { actor, database }: RouteContext,
): Promise<void> {
  const versions = layerVersions(database);
  const scopeOf = async (
    action: "read" | "write",
    district: string | undefined,
  ): Promise<Scope & { readonly actor: Actor }> => {
    authorize(actor, action, { kind: "snapshots" });
    return { districtId: await resolveDistrict(versions, district), levels: visibleLevels(actor), actor };
  };
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const config = { rateLimit: { max: MAX_WRITES, timeWindow: WINDOW_MS } };

  app.get(
    "/api/snapshots",
    { schema: { querystring: InDistrict, response: { 200: DispatchSnapshotList, ...REFUSALS } } },
    async ({ query }) => listSnapshots(database, await scopeOf("read", query.district)),
  );
  app.post(
    "/api/snapshots",
    {
      config,
      schema: {
        querystring: InDistrict,
        body: NewSnapshot,
        response: { 201: SnapshotPage, ...REFUSALS },
        summary: "Freezes a month as it stands now",
      },
    },
    async ({ query, body }, reply) => {
      const scope = await scopeOf("write", query.district);
      const id = await makeSnapshot(database, scope, body);
      return reply.code(201).send(await readSnapshot(database, scope, id));
    },
  );
  app.get(
    "/api/snapshots/:id",
    { schema: { params: ById, querystring: InDistrict, response: { 200: SnapshotPage, ...REFUSALS } } },
    async ({ params, query }) => readSnapshot(database, await scopeOf("read", query.district), params.id),
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
      const scope = await scopeOf("read", query.district);
      const { nameZh, sample } = await handedDistrict(database, scope);
      const page = await readSnapshot(database, scope, params.id);
      const bytes = await writeForm(page, { district: nameZh, sample });
      const name = `${nameZh}月调度表A3 ${params.id}.xlsx`;
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
      readScorecard(database, await scopeOf("read", district), { id, by }),
  );
  app.put(
    "/api/snapshots/:id/scorecard-entry",
    {
      config,
      schema: {
        params: ById,
        querystring: InDistrict,
        body: ScorecardEntry,
        response: { 200: Scorecard, ...REFUSALS },
        summary: "Types a share into a scorecard, with its reason; the snapshot itself stays as it is",
      },
    },
    async ({ params: { id }, query, body }) => {
      const scope = await scopeOf("write", query.district);
      await saveEntry(database, scope, { id, ...body });
      return readScorecard(database, scope, { id, by: body.by });
    },
  );
}
