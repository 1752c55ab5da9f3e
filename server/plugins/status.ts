import type { FastifyInstance } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { ErrorReply } from "../contract/error-reply.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { busy } from "../errors.ts";

const unreadySql = loadSql("./unready-districts.sql", import.meta.url);

const Status = z.object({ status: z.literal("ok") });

/** GET /api/health: the process answers. GET /api/ready: its answers would be right; 503 `busy` until then. */
export function registerStatus(app: FastifyInstance, database: Database): void {
  const routes: FastifyPluginAsyncZod = async (server) => {
    server.get("/api/health", { schema: { response: { 200: Status } } }, async () => ({
      status: "ok" as const,
    }));
    server.get("/api/ready", { schema: { response: { 200: Status, 503: ErrorReply } } }, async () => {
      const unready = await database.query(unreadySql).catch(() => undefined);
      if (!unready || unready.rowCount > 0) throw busy();
      return { status: "ok" as const };
    });
  };
  app.register(routes);
}
