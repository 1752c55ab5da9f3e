import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance } from "fastify";
import { jsonSchemaTransform } from "fastify-type-provider-zod";
import type { Config } from "../config.ts";

/** OpenAPI 3.1 of every route registered afterwards at /api/openapi.json, readable at /api/docs; nothing is loaded from elsewhere. */
export function registerDocumentation(app: FastifyInstance, config: Config): void {
  app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Renewal Atlas · 城市更新一张图",
        description:
          "Questions about a district under renewal, answered with method, inputs and what is missing.",
        version: "1",
      },
      servers: [{ url: config.publicUrl ?? "/" }],
    },
    transform: jsonSchemaTransform,
  });
  const indexPrefix = config.publicUrl === null ? "" : new URL(config.publicUrl).pathname.replace(/\/$/, "");
  app.register(swaggerUi, { routePrefix: "/api/docs", indexPrefix });
  app.register(async (routes) => {
    routes.get("/api/openapi.json", { schema: { hide: true } }, async () => app.swagger());
  });
}
