import type { FastifyInstance } from "fastify";
import { collectDefaultMetrics, Histogram, Registry } from "prom-client";

const BUCKETS_S = [0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** GET /metrics for Prometheus: the process, and the seconds of every answer by method, route and status. */
export function registerMetrics(app: FastifyInstance): void {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const durations = new Histogram({
    name: "http_request_duration_seconds",
    help: "Seconds from the request to the end of the answer.",
    labelNames: ["method", "route", "status"],
    buckets: BUCKETS_S,
    registers: [register],
  });
  app.addHook("onResponse", async (request, reply) => {
    // the route's pattern, never the address: labels must stay few
    const route = request.routeOptions.url ?? "none";
    durations.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1_000);
  });
  app.register(async (routes) => {
    routes.get("/metrics", { schema: { hide: true } }, async (_request, reply) => {
      reply.type(register.contentType);
      return register.metrics();
    });
  });
}
