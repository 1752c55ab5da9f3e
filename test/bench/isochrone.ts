// P3 over HTTP: a click on the map of the sample district, answered by a service in a process of its own.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { benchDatabase, benchDatabaseUrl } from "./bench-database.ts";
import type { BenchRow } from "./bench-row.ts";
import { isochroneOverHttp } from "./isochrone-over-http.ts";
import { startAndStop } from "./start-and-stop.ts";

/** Figures for P3 over HTTP, on PostgreSQL where a server is named, else on the embedded database. */
export async function run(): Promise<BenchRow[]> {
  const database = await benchDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), "atlas-bench-"));
  const service = database ? { dataDir, databaseUrl: benchDatabaseUrl() } : { dataDir };
  const rows: BenchRow[] = [];
  try {
    // brings the sample district in
    await startAndStop(service);
    await startAndStop({
      ...service,
      visit: async (url) => {
        rows.push(await isochroneOverHttp(url, database ? "PostgreSQL" : "embedded database"));
      },
    });
    return rows;
  } finally {
    await database?.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
