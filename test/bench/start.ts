// P9: how long a start takes, the first time and afterwards. P10: the memory of the Node process that serves. P3 over HTTP,
// from the embedded database.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BenchRow, timingOf } from "./bench-row.ts";
import { isochroneOverHttp } from "./isochrone-over-http.ts";
import { startAndStop } from "./start-and-stop.ts";

const AGAIN = 3;

/** Figures for P9 and P10, and P3 over HTTP, on the embedded database, in a data directory of its own. */
export async function run(): Promise<BenchRow[]> {
  const dataDir = mkdtempSync(join(tmpdir(), "atlas-bench-"));
  try {
    const first = await startAndStop({ dataDir });
    const later = [];
    for (let time = 0; time < AGAIN; time++) later.push(await startAndStop({ dataDir }));
    const clicks: BenchRow[] = [];
    await startAndStop({
      dataDir,
      visit: async (url) => {
        clicks.push(await isochroneOverHttp(url, "embedded database"));
      },
    });
    const memory = later.map(({ residentMb }) => residentMb).sort((a, b) => a - b);
    return [
      ...clicks,
      {
        goal: "P9",
        task: "first start, sample district, embedded database",
        ours: timingOf([first.durationMs]),
        target: { p50Ms: 60_000 },
      },
      {
        goal: "P9",
        task: "later start, sample district, embedded database",
        ours: timingOf(later.map(({ durationMs }) => durationMs)),
        target: { p50Ms: 6_000 },
        note: "until the printed address answers",
      },
      {
        goal: "P10",
        task: "memory of the server after one view of the map, without its database",
        ours: timingOf([]),
        memoryMb: memory[AGAIN >> 1]!,
        target: { memoryMb: 400 },
        note: "resident, middle of three starts",
      },
    ];
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}
