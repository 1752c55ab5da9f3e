import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { type Actor, authorize, visibleLevels } from "../authorize.ts";
import type { Scope } from "../catalogue/scope.ts";
import {
  AcquisitionPlotList,
  AcquisitionPlotPage,
  ConsentPurpose,
  CountedDay,
  NewAcquisitionPlot,
  PlotHouseholds,
  SigningCounts,
  TargetBody,
} from "../contract/acquisition-plots.ts";
import { ErrorReply } from "../contract/error-reply.ts";
import type { RouteContext } from "../route-context.ts";
import { layerVersions } from "../tiles/layer-versions.ts";
import { resolveDistrict } from "../tiles/resolve-district.ts";
import { listAcquisitionPlots, readAcquisitionPlot } from "./acquisition-plots.ts";
import {
  addAcquisitionPlot,
  removeSigningCounts,
  saveSigningCounts,
  setPlotHouseholds,
  setSigningTarget,
} from "./save-plot.ts";

const MAX_WRITES = 60;
const WINDOW_MS = 60_000;

const InDistrict = z.object({
  district: z.string().max(64).optional().meta({ description: "adcode or id; default the only district" }),
});
const ById = z.object({ id: z.string().min(1).max(200) });
const REFUSALS = {
  ...{ 400: ErrorReply, 403: ErrorReply, 404: ErrorReply, 409: ErrorReply },
  ...{ 422: ErrorReply, 429: ErrorReply },
};
const PATH = "/api/acquisition-plots";
const KIND = "acquisition-plots";

/** Consent and signing: plots, how many of their households have come how far, and whether the law's shares are reached. */
export async function signingRoutes(instance: FastifyInstance, context: RouteContext): Promise<void> {
  const { actor, database } = context;
  const versions = layerVersions(database);
  const scopeOf = async (
    action: "read" | "write",
    district: string | undefined,
  ): Promise<Scope & { readonly actor: Actor }> => {
    authorize(actor, action, { kind: KIND });
    return { districtId: await resolveDistrict(versions, district), levels: visibleLevels(actor), actor };
  };
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const config = { rateLimit: { max: MAX_WRITES, timeWindow: WINDOW_MS } };
  const plot = {
    params: ById,
    querystring: InDistrict,
    response: { 200: AcquisitionPlotPage, ...REFUSALS },
  };

  app.get(
    PATH,
    {
      schema: {
        querystring: InDistrict.extend({
          purpose: ConsentPurpose.default("acquisition"),
          limit: z.coerce.number().int().min(1).max(500).default(100),
          cursor: z.string().max(200).optional(),
        }),
        response: { 200: AcquisitionPlotList, ...REFUSALS },
      },
    },
    async ({ query: { district, ...query } }) =>
      listAcquisitionPlots(database, await scopeOf("read", district), query),
  );
  app.get(`${PATH}/:id`, { schema: plot }, async ({ params, query }) =>
    readAcquisitionPlot(database, await scopeOf("read", query.district), params.id),
  );
  app.post(
    PATH,
    {
      config,
      schema: {
        querystring: InDistrict,
        body: NewAcquisitionPlot,
        response: { 201: AcquisitionPlotPage, ...REFUSALS },
      },
    },
    async ({ body, query }, reply) => {
      const scope = await scopeOf("write", query.district);
      const id = await addAcquisitionPlot(database, scope, body);
      return reply.code(201).send(await readAcquisitionPlot(database, scope, id));
    },
  );
  app.put(
    `${PATH}/:id/households`,
    { config, schema: { ...plot, summary: "Sets the households of a plot, by kind", body: PlotHouseholds } },
    async ({ params: { id }, query, body }) => {
      const scope = await scopeOf("write", query.district);
      await setPlotHouseholds(database, scope, { id, ...body });
      return readAcquisitionPlot(database, scope, id);
    },
  );
  app.post(
    `${PATH}/:id/counts`,
    {
      config,
      schema: { ...plot, summary: "Takes down how many had come to a stage by a day", body: SigningCounts },
    },
    async ({ params: { id }, query, body }) => {
      const scope = await scopeOf("write", query.district);
      await saveSigningCounts(database, scope, { id, ...body });
      return readAcquisitionPlot(database, scope, id);
    },
  );
  app.delete(
    `${PATH}/:id/counts`,
    {
      config,
      schema: {
        ...plot,
        summary: "Takes back what was counted of a stage on a day",
        querystring: InDistrict.extend(CountedDay.shape),
      },
    },
    async ({ params: { id }, query: { district, ...day } }) => {
      const scope = await scopeOf("write", district);
      await removeSigningCounts(database, scope, { id, ...day });
      return readAcquisitionPlot(database, scope, id);
    },
  );
  app.put(
    `${PATH}/:id/targets/:stage`,
    {
      config,
      schema: {
        ...plot,
        summary: "Sets by when so many households shall have come to a stage",
        params: ById.extend({ stage: z.string().min(1).max(64) }),
        body: TargetBody,
      },
    },
    async ({ params: { id, stage }, query, body }) => {
      const scope = await scopeOf("write", query.district);
      await setSigningTarget(database, scope, { id, stage, ...body });
      return readAcquisitionPlot(database, scope, id);
    },
  );
}
