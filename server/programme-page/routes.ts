import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { MonthText } from "../contract/dispatch.ts";
import { ProgrammePage } from "../contract/programme-page.ts";
import type { RouteContext } from "../route-context.ts";
import { InDistrict, REFUSALS, scopesOf } from "../scoped-routes.ts";
import { readProgrammePage } from "./programme-page.ts";

/** 项目调度: the programme on one page. */
export async function programmePageRoutes(instance: FastifyInstance, context: RouteContext): Promise<void> {
  const scopes = scopesOf(context, "programme-page");
  instance.withTypeProvider<ZodTypeProvider>().get(
    "/api/programme-page",
    {
      schema: {
        summary: "The programme on one page: each figure with its day, its source and the list it stands for",
        querystring: InDistrict.extend({
          month: MonthText.optional().meta({ description: "YYYY-MM; default the one that runs" }),
        }),
        response: { 200: ProgrammePage, ...REFUSALS },
      },
    },
    async ({ query: { district, month } }) =>
      readProgrammePage(context.database, await scopes.read(district), month),
  );
}
