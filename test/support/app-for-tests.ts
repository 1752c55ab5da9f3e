import type { FastifyInstance } from "fastify";
import { createApp } from "../../server/app.ts";
import { readConfig } from "../../server/config.ts";
import type { Database } from "../../server/database/database.ts";

/** The whole service over a database, quiet, set as the environment says, to be asked with `inject`. Close it at the end. */
export const appForTests = (
  database: Database,
  env: Readonly<Record<string, string>> = {},
): FastifyInstance => createApp({ database, config: readConfig({ LOG_LEVEL: "silent", ...env }) });
