import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { authorize, visibleLevels } from "../authorize.ts";
import { MonthText } from "../contract/dispatch.ts";
import { ErrorReply } from "../contract/error-reply.ts";
import { ProgrammePage } from "../contract/programme-page.ts";
import type { RouteContext } from "../route-context.ts";
import { layerVersions } from "../tiles/layer-versions.ts";
import { resolveDistrict } from "../tiles/resolve-district.ts";
import { readProgrammePage } from "./programme-page.ts";

const Asked = z.object({
  district: z.string().max(64).optional().meta({ description: "adcode or id; default the only district" }),
  month: MonthText.optional().meta({ description: "YYYY-MM; default the one that runs" }),
});

/** 项目调度: the programme on one page. */
export async function programmePageRoutes(
  instance: FastifyInstance,
  { actor, database }: RouteContext,
): Promise<void> {
  const versions = layerVersions(database);
  instance.withTypeProvider<ZodTypeProvider>().get(
    "/api/programme-page",
    {
      schema: {
        summary: "The programme on one page: each figure with its day, its source and the list it stands for",
        querystring: Asked,
        response: { 200: ProgrammePage, 400: ErrorReply, 403: ErrorReply, 404: ErrorReply },
      },
    },
    async ({ query: { district, month } }) => {
      authorize(actor, "read", { kind: "programme-page" });
      const scope = {
        districtId: await resolveDistrict(versions, district),
        levels: visibleLevels(actor),
      };
      return readProgrammePage(database, scope, month);
    },
  );
}
