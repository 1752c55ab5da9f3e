import type { FastifyInstance } from "fastify";
import { createApp } from "../../server/app.ts";
import { readConfig } from "../../server/config.ts";
import type { Database } from "../../server/database/database.ts";

/** The whole service over a database, quiet, to be asked with `inject`; with what is internal where asked. Close it at the end. */
export function appForTests(
  database: Database,
  { internal = false }: { readonly internal?: boolean } = {},
): FastifyInstance {
  return createApp({
    database,
    config: readConfig({ LOG_LEVEL: "silent", INTERNAL: internal ? "1" : "0" }),
  });
}
