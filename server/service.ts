import { createServer } from "node:net";
import type { SampleDistrict } from "../geodata/generate/sample-district.ts";
import { builtClient } from "./client-build.ts";
import type { Config } from "./config.ts";
import { type Database, openDatabase } from "./database/database.ts";
import { databaseToCome } from "./database/database-to-come.ts";
import { holdsDatabase } from "./database/embedded.ts";
import { generateSample } from "./import/generate-sample.ts";
import type { Progress } from "./progress.ts";
import { StartupError } from "./startup-error.ts";

/** A service that listens. */
export interface Service {
  /** Where this machine reaches it, with a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

type App = ReturnType<typeof import("./app.ts").createApp>;

interface ServiceOptions {
  readonly config: Config;
  /** false where another server brings the browser application. */
  readonly client: boolean;
  readonly progress: Progress;
}

/**
 * Starts the whole service: database, migrations, standards, leftovers, reach, page, routes. What an earlier start has
 * done is skipped. Throws StartupError with one sentence where it cannot.
 */
export async function startService({ config, client, progress }: ServiceOptions): Promise<Service> {
  // asked first, so that nobody waits for a database only to learn that the port is taken
  await requireFreePort(config);
  const target =
    config.databaseUrl === null
      ? { dataDir: config.dataDir, onProgress: progress.line }
      : { url: config.databaseUrl };
  const sample = beginSample(config);
  const opening = progress.step("opening the database", () => openDatabase(target));
  const preparing = (async () => {
    const [database, { prepareRecord }] = await Promise.all([opening, import("./prepare-record.ts")]);
    await prepareRecord(database, { config, progress, sample });
    return database;
  })();
  try {
    // the routes take two seconds to read and lay out, the page seconds to build: meanwhile the database opens in its own process
    const [database, app] = await Promise.all([preparing, layOut(preparing, { config, client, progress })]);
    return await listen(app, database, config);
  } catch (error) {
    await opening.then((database) => database.close()).catch(() => undefined);
    throw error;
  }
}

async function layOut(
  preparing: Promise<Database>,
  { config, client, progress }: ServiceOptions,
): Promise<App> {
  const { createApp } = await import("./app.ts");
  const clientDir = client ? await progress.step("building the page", () => builtClient()) : undefined;
  const database = databaseToCome(preparing, config.databaseUrl === null);
  const app = createApp({ database, config, ...(clientDir === undefined ? {} : { clientDir }) });
  await app.ready();
  return app;
}

// A new directory will want the sample district: it is generated while the database is being created.
function beginSample({ databaseUrl, dataDir, readOnly }: Config): Promise<SampleDistrict> | undefined {
  if (databaseUrl !== null || readOnly || holdsDatabase(dataDir)) return undefined;
  const sample = generateSample();
  // who needs it hears of it; a start that ends before does not
  sample.catch(() => undefined);
  return sample;
}

async function listen(app: App, database: Database, config: Config): Promise<Service> {
  try {
    await app.listen({ host: config.host, port: config.port });
  } catch (error) {
    await app.close();
    throw listenFailure(error, config);
  }
  const address = app.server.address();
  const port = typeof address === "object" && address !== null ? address.port : config.port;
  return {
    url: `http://${hostInUrl(config.host)}:${port}/`,
    async close() {
      await app.close();
      await database.close();
    },
  };
}

async function requireFreePort(config: Config): Promise<void> {
  const probe = createServer();
  await new Promise<void>((fulfil, reject) => {
    probe.once("error", (error) => reject(listenFailure(error, config)));
    probe.listen(config.port, config.host, () => probe.close(() => fulfil()));
  });
}

function listenFailure(error: unknown, { host, port }: Config): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  switch (code) {
    case "EADDRINUSE":
      return new StartupError(
        `Port ${port} is already in use on ${host}; stop what listens there or set PORT to another.`,
      );
    case "EACCES":
      return new StartupError(`Port ${port} may not be opened by this user; set PORT to 1024 or above.`);
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return new StartupError(
        `HOST=${host} is not an address of this machine; set HOST to 127.0.0.1 or one of its own.`,
      );
    default:
      return error;
  }
}

function hostInUrl(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}
