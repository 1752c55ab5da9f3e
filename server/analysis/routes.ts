import { endianness } from "node:os";
import type { FastifyInstance } from "fastify";
import { validatorCompiler, type ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { authorize, visibleLevels } from "../authorize.ts";
import { ANALYSES, AnalysisList, type AnalysisName } from "../contract/analyses.ts";
import { answerOf } from "../contract/analysis.ts";
import { ErrorReply } from "../contract/error-reply.ts";
import { REACH_TYPE, ReachParams, ReachQuery, STORED_AT } from "../contract/reach.ts";
import { MAX_WALK_PATH_M, WalkPath, WalkPathQuery } from "../contract/walk-path.ts";
import { invalidParameter, unknownAnalysis } from "../errors.ts";
import type { RouteContext } from "../route-context.ts";
import { InDistrict } from "../scoped-routes.ts";
import type { LayerVersions } from "../tiles/layer-versions.ts";
import { resolveDistrict } from "../tiles/resolve-district.ts";
import { readBuildingReach, secondsOf } from "../walking/building-reach.ts";
import type { Answerer } from "./answer.ts";
import { timesFromWithin } from "./upstairs.ts";
import { walkConditions } from "./walk-conditions.ts";

/** GET /api/analyses lists them with the schemas of their parameters and results; POST /api/analyses/{name} answers one. */
export async function analysisRoutes(instance: FastifyInstance, context: RouteContext): Promise<void> {
  const { actor, database, versions, answerer } = context;
  addReachRoute(instance, { actor, database, versions, answerer });
  // bodies are judged by the answerer, the area before the rest; their schema documents the route
  instance.setValidatorCompiler<z.ZodType>((route) =>
    route.httpPart === "body" ? (value: unknown) => ({ value }) : validatorCompiler(route),
  );
  const app = instance.withTypeProvider<ZodTypeProvider>();

  const list = listAnalyses();
  app.get("/api/analyses", { schema: { response: { 200: AnalysisList } } }, async () => list);

  for (const name of Object.keys(ANALYSES) as AnalysisName[]) {
    const { params, result, titleEn } = ANALYSES[name];
    app.post(
      `/api/analyses/${name}`,
      {
        schema: {
          summary: titleEn,
          querystring: InDistrict,
          body: params,
          response: {
            200: answerOf(result),
            ...Object.fromEntries(REFUSALS.map((status) => [status, ErrorReply])),
          },
        },
      },
      async (request) => {
        authorize(actor, "read", { kind: "analyses" });
        const districtId = await resolveDistrict(versions, request.query.district);
        const scope = { districtId, levels: visibleLevels(actor) };
        return answerer.answer({ name, scope, body: request.body });
      },
    );
  }

  app.get(
    "/api/walk-path",
    {
      schema: {
        summary: "The shortest way along streets between two places, for drawing along it",
        querystring: WalkPathQuery,
        response: { 200: WalkPath, 400: ErrorReply, 404: ErrorReply, 422: ErrorReply, 503: ErrorReply },
      },
    },
    async ({ query }) => {
      authorize(actor, "read", { kind: "walk-path" });
      const districtId = await resolveDistrict(versions, query.district);
      const [from, to] = [placeOf("from", query.from), placeOf("to", query.to)];
      return answerer.path(districtId, { from, to, maxM: MAX_WALK_PATH_M });
    },
  );

  app.post("/api/analyses/:name", { schema: { params: z.object({ name: z.string() }) } }, async (request) => {
    throw unknownAnalysis(request.params.name);
  });
}

function placeOf(path: string, text: string): [lon: number, lat: number] {
  const [lon, lat] = text.split(",").map(Number) as [number, number];
  if (Math.abs(lon) > 180 || Math.abs(lat) > 90)
    throw invalidParameter(path, text, "longitude −180…180, latitude −90…90, in degrees");
  return [lon, lat];
}

const REFUSALS = [400, 404, 413, 415, 422, 503] as const;

function listAnalyses(): AnalysisList {
  const items = (Object.keys(ANALYSES) as AnalysisName[]).map((name) => {
    const { params, result, titleZh, titleEn } = ANALYSES[name];
    return {
      name,
      titleZh,
      titleEn,
      params: z.toJSONSchema(params, { io: "input" }) as Record<string, unknown>,
      result: z.toJSONSchema(result) as Record<string, unknown>,
    };
  });
  return { items, total: items.length, next: null };
}

const Seconds = z.instanceof(Buffer).meta({
  type: "string",
  format: "binary",
  description:
    "Int16, low byte first, by building ordinal: whole seconds of the walk asked about; -1 = over 3,600 s, -2 = not on the walking network",
});

interface ReachRouteContext extends Pick<RouteContext, "actor" | "database"> {
  readonly versions: LayerVersions;
  readonly answerer: Answerer;
}

/** GET /api/reach/{category}: what a map of walking times is coloured by; 304 while what it was computed from is the same. */
function addReachRoute(instance: FastifyInstance, context: ReachRouteContext): void {
  const { actor, database, versions, answerer } = context;
  instance.withTypeProvider<ZodTypeProvider>().get(
    "/api/reach/:category",
    {
      schema: {
        summary: "Walking seconds of every building to the nearest facility of a category",
        params: ReachParams,
        querystring: ReachQuery,
        response: {
          200: { content: { [REACH_TYPE]: { schema: Seconds } } },
          304: z.null(),
          404: ErrorReply,
          503: ErrorReply,
        },
      },
    },
    async ({ params: { category }, query, headers }, reply) => {
      authorize(actor, "read", { kind: "reach" });
      const districtId = await resolveDistrict(versions, query.district);
      const { persona, direction, at, fares, map, upstairs } = query;
      const stored = await readBuildingReach(database, { districtId, persona, category });
      // houses may be told anew without any walk outside them being another: such an answer is not kept
      const etag = `"${stored.inputsSha256.slice(0, 32)}-${direction}-${at}-${fares}-${map}"`;
      reply.header("cache-control", upstairs === "none" ? "no-cache" : "no-store");
      if (upstairs === "none") reply.header("etag", etag);
      if (upstairs === "none" && headers["if-none-match"] === etag) return reply.code(304).send(null);
      const isStored = at === STORED_AT && fares === "include" && map === "real";
      const conditions = { ...walkConditions({ at, fares }), isFlat: map === "flat" };
      const walked = isStored ? {} : await answerer.reach(districtId, { persona, category, conditions });
      const walks = { ...stored, ...walked };
      const { datasetId } = stored;
      const times =
        upstairs === "none"
          ? walks
          : await timesFromWithin(database, walks, { districtId, datasetId, personaId: persona, upstairs });
      return reply.type(REACH_TYPE).send(lowByteFirst(secondsOf(times, direction)));
    },
  );
}

function lowByteFirst({ buffer, byteOffset, byteLength }: Int16Array): Buffer {
  const bytes = Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
  return endianness() === "LE" ? bytes : bytes.swap16();
}
