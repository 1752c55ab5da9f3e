// P3 over HTTP: a click on the map of the sample district, answered by the whole service in this process.
import { startSample } from "../support/town-service.ts";
import type { BenchRow } from "./bench-row.ts";
import { isochroneOverHttp } from "./isochrone-over-http.ts";

/** Figures for P3 over HTTP, on PostgreSQL where a server is named, else on the embedded database. */
export async function run(): Promise<BenchRow[]> {
  const server = process.env.TEST_DATABASE_URL ?? process.env.BENCH_DATABASE_URL;
  if (server) process.env.TEST_DATABASE_URL = server;
  const atlas = await startSample();
  try {
    return [await isochroneOverHttp(atlas.url, server ? "PostgreSQL" : "embedded database")];
  } finally {
    await atlas.close();
  }
}
