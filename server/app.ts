import Fastify, {
  type FastifyInstance,
  type FastifyPluginAsync,
  type FastifyReply,
  type FastifyRequest,
} from "fastify";
import { validatorCompiler } from "fastify-type-provider-zod";
import { adviserRoutes } from "./advisers/routes.ts";
import { createAnswerer } from "./analysis/answer.ts";
import { analysisRoutes } from "./analysis/routes.ts";
import { assetRoutes } from "./assets/routes.ts";
import { localActor } from "./authorize.ts";
import { catalogueRoutes } from "./catalogue/routes.ts";
import type { Config } from "./config.ts";
import { consultationRoutes } from "./consultation/routes.ts";
import { CONTRACT_HEADER, contractRevision } from "./contract-revision.ts";
import type { Database } from "./database/database.ts";
import { requireOurTimes } from "./days.ts";
import { dispatchRoutes } from "./dispatch/routes.ts";
import { BODY_LIMIT_BYTES, notFound, toErrorReply } from "./errors.ts";
import { estateRoutes } from "./estates/routes.ts";
import { evaluationRoutes } from "./evaluation/routes.ts";
import { evidenceFileRoutes } from "./evidence-files/routes.ts";
import { findingRoutes } from "./findings/routes.ts";
import { householdRoutes } from "./households/routes.ts";
import { indicatorRoutes } from "./indicators/routes.ts";
import { linkRoutes } from "./links/routes.ts";
import { listRoutes } from "./lists/routes.ts";
import { moneyRoutes } from "./money/routes.ts";
import { operationRoutes } from "./operation/routes.ts";
import { registerClient } from "./plugins/client.ts";
import { registerDocumentation } from "./plugins/documentation.ts";
import { registerMetrics } from "./plugins/metrics.ts";
import { registerSecurity } from "./plugins/security.ts";
import { serializerCompiler } from "./plugins/serializer.ts";
import { registerStatus } from "./plugins/status.ts";
import { poolRoutes } from "./pool/routes.ts";
import { programmeRoutes } from "./programme/routes.ts";
import { programmePageRoutes } from "./programme-page/routes.ts";
import { enteredProjectRoutes } from "./projects/routes.ts";
import type { RouteContext } from "./route-context.ts";
import { ruleRoutes } from "./rules/routes.ts";
import { safetyRoutes } from "./safety/routes.ts";
import { signingRoutes } from "./signing/routes.ts";
import { snapshotRoutes } from "./snapshots/routes.ts";
import { standardsRoutes } from "./standards/routes.ts";
import { surveyRoutes } from "./surveys/routes.ts";
import { layerVersions } from "./tiles/layer-versions.ts";
import { tileRoutes } from "./tiles/routes.ts";

/** Every folder that answers requests, by its routes.ts. */
const ROUTES: readonly FastifyPluginAsync<RouteContext>[] = [
  tileRoutes,
  catalogueRoutes,
  analysisRoutes,
  linkRoutes,
  standardsRoutes,
  ruleRoutes,
  programmeRoutes,
  evidenceFileRoutes,
  enteredProjectRoutes,
  evaluationRoutes,
  adviserRoutes,
  surveyRoutes,
  poolRoutes,
  programmePageRoutes,
  listRoutes,
  signingRoutes,
  householdRoutes,
  operationRoutes,
  findingRoutes,
  moneyRoutes,
  indicatorRoutes,
  dispatchRoutes,
  snapshotRoutes,
  consultationRoutes,
  estateRoutes,
  assetRoutes,
  safetyRoutes,
];

const REQUEST_TIMEOUT_MS = 60_000;

interface AppOptions {
  readonly database: Database;
  readonly config: Config;
  /** The folder of the built browser application; absent where another server brings it. */
  readonly clientDir?: string;
  /** Requests one client may send in ten seconds. */
  readonly maxRequests?: number;
  /** Further routes, for tests of the application itself. */
  readonly routes?: readonly FastifyPluginAsync<RouteContext>[];
}

/** The service as a whole, not yet listening: one error handler, one 404 handler, the plugins, then every folder's routes. */
export function createApp(options: AppOptions): FastifyInstance {
  const { database, config } = options;
  const basePath = config.publicUrl === null ? "" : new URL(config.publicUrl).pathname.replace(/\/$/, "");
  const app = Fastify({
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    logger: config.logLevel === "silent" ? false : { level: config.logLevel },
    // a reverse proxy on this machine tells who the client is
    trustProxy: "loopback",
    rewriteUrl: (request) => withoutBase(request.url ?? "/", basePath),
    frameworkErrors: (error, request, reply) => answerError(error, request, reply as FastifyReply),
  });
  app.setValidatorCompiler(validatorCompiler);
  // a body of any route: the analyses hold shapes, which have no days, and are not walked
  app.addHook("preHandler", async ({ body, routeOptions: { url = "" } }) => {
    if (!url.startsWith("/api/analyses/") && !Buffer.isBuffer(body)) requireOurTimes(body);
  });
  app.setSerializerCompiler(serializerCompiler);
  // bodies are JSON; text would otherwise reach the validation as a string
  app.removeContentTypeParser("text/plain");
  app.setErrorHandler((error, request, reply) => answerError(error, request, reply));
  app.setNotFoundHandler((request, reply) =>
    answerError(notFound(`${request.method} ${pathOf(request)}`), request, reply),
  );

  if (basePath !== "") {
    // the page's own addresses are relative, so it has to stand in a folder
    app.addHook("onRequest", async (request, reply) => {
      if (request.originalUrl === basePath) return reply.redirect(`${basePath}/`, 308);
    });
  }

  const revision = contractRevision();
  app.addHook("onRequest", async (_request, reply) => {
    reply.header(CONTRACT_HEADER, revision);
  });
  registerSecurity(app, config, options.maxRequests);
  registerMetrics(app);
  registerDocumentation(app, config);
  registerStatus(app, database);
  const answerer = createAnswerer(database);
  app.addHook("onClose", () => answerer.close());
  const context: RouteContext = {
    ...{ database, config, answerer },
    ...{ actor: localActor(config), versions: layerVersions(database) },
  };
  for (const routes of [...ROUTES, ...(options.routes ?? [])]) app.register(routes, context);
  if (options.clientDir !== undefined) registerClient(app, options.clientDir);
  return app;
}

function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { status, body, headers } = toErrorReply(error, request.id, {
    mostBytes: request.routeOptions.bodyLimit,
    given: partOf(request, error),
  });
  if (status >= 500) request.log.error({ err: error }, "request failed");
  return reply.status(status).headers(headers).send(body);
}

// the part of a request whose schema was not met
function partOf({ body, query, params }: FastifyRequest, error: unknown): unknown {
  const { validationContext } = (error ?? {}) as { readonly validationContext?: string };
  const parts: Readonly<Record<string, unknown>> = { body, querystring: query, params };
  return validationContext === undefined ? undefined : parts[validationContext];
}

// Under a sub-path (PUBLIC_URL) requests arrive with or without it, as the proxy is set up.
function withoutBase(url: string, basePath: string): string {
  if (basePath === "" || !url.startsWith(basePath)) return url;
  const rest = url.slice(basePath.length);
  if (rest === "" || rest.startsWith("?")) return `/${rest}`;
  return rest.startsWith("/") ? rest : url;
}

function pathOf(request: FastifyRequest): string {
  return request.url.split("?")[0] ?? request.url;
}
