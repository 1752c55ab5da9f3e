import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
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
import { ById, InDistrict, ListPage, REFUSALS, scopesOf, WRITES } from "../scoped-routes.ts";
import { listAcquisitionPlots, readAcquisitionPlot } from "./acquisition-plots.ts";
import {
  addAcquisitionPlot,
  removeSigningCounts,
  saveSigningCounts,
  setPlotHouseholds,
  setSigningTarget,
} from "./save-plot.ts";

const PLOT_REFUSALS = { ...REFUSALS, 422: ErrorReply };
const PATH = "/api/acquisition-plots";

/** Consent and signing: plots, how many of their households have come how far, and whether the law's shares are reached. */
export async function signingRoutes(instance: FastifyInstance, context: RouteContext): Promise<void> {
  const { database } = context;
  const scopes = scopesOf(context, "acquisition-plots");
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const plot = {
    params: ById,
    querystring: InDistrict,
    response: { 200: AcquisitionPlotPage, ...PLOT_REFUSALS },
  };

  app.get(
    PATH,
    {
      schema: {
        querystring: ListPage.extend({
          purpose: ConsentPurpose.default("acquisition"),
        }),
        response: { 200: AcquisitionPlotList, ...PLOT_REFUSALS },
      },
    },
    async ({ query: { district, ...query } }) =>
      listAcquisitionPlots(database, await scopes.read(district), query),
  );
  app.get(`${PATH}/:id`, { schema: plot }, async ({ params, query }) =>
    readAcquisitionPlot(database, await scopes.read(query.district), params.id),
  );
  app.post(
    PATH,
    {
      config: WRITES,
      schema: {
        querystring: InDistrict,
        body: NewAcquisitionPlot,
        response: { 201: AcquisitionPlotPage, ...PLOT_REFUSALS },
      },
    },
    async ({ body, query }, reply) => {
      const scope = await scopes.write(query.district);
      const id = await addAcquisitionPlot(database, scope, body);
      return reply.code(201).send(await readAcquisitionPlot(database, scope, id));
    },
  );
  app.put(
    `${PATH}/:id/households`,
    {
      config: WRITES,
      schema: { ...plot, summary: "Sets the households of a plot, by kind", body: PlotHouseholds },
    },
    async ({ params: { id }, query, body }) => {
      const scope = await scopes.write(query.district);
      await setPlotHouseholds(database, scope, { id, ...body });
      return readAcquisitionPlot(database, scope, id);
    },
  );
  app.post(
    `${PATH}/:id/counts`,
    {
      config: WRITES,
      schema: { ...plot, summary: "Takes down how many had come to a stage by a day", body: SigningCounts },
    },
    async ({ params: { id }, query, body }) => {
      const scope = await scopes.write(query.district);
      await saveSigningCounts(database, scope, { id, ...body });
      return readAcquisitionPlot(database, scope, id);
    },
  );
  app.delete(
    `${PATH}/:id/counts`,
    {
      config: WRITES,
      schema: {
        ...plot,
        summary: "Takes back what was counted of a stage on a day",
        querystring: InDistrict.extend(CountedDay.shape),
      },
    },
    async ({ params: { id }, query: { district, ...day } }) => {
      const scope = await scopes.write(district);
      await removeSigningCounts(database, scope, { id, ...day });
      return readAcquisitionPlot(database, scope, id);
    },
  );
  app.put(
    `${PATH}/:id/targets/:stage`,
    {
      config: WRITES,
      schema: {
        ...plot,
        summary: "Sets by when so many households shall have come to a stage",
        params: ById.extend({ stage: z.string().min(1).max(64) }),
        body: TargetBody,
      },
    },
    async ({ params: { id, stage }, query, body }) => {
      const scope = await scopes.write(query.district);
      await setSigningTarget(database, scope, { id, stage, ...body });
      return readAcquisitionPlot(database, scope, id);
    },
  );
}
