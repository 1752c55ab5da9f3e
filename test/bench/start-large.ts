// P9, P10 at the size of a whole city: a start over a million buildings and a million edges that were there before.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadStandards } from "../../server/database/standards.ts";
import { STANDARDS_DIRECTORY } from "../../server/standards-directory.ts";
import { edgeCosts } from "../../server/walking/speed-model.ts";
import { readOsmBuildings } from "../support/osm-buildings.ts";
import { readOsmNetwork, sharedData } from "../support/osm-network.ts";
import { replicate } from "../support/replica.ts";
import { standardParameters, standardPersona } from "../support/walking-standards.ts";
import { benchDatabase, benchDatabaseUrl } from "./bench-database.ts";
import { type BenchRow, timingOf } from "./bench-row.ts";
import { insertReplica } from "./insert-replica.ts";
import { replicateBuildings } from "./replicate-buildings.ts";
import { startAndStop } from "./start-and-stop.ts";

const AGAIN = 3;
const LARGE = { buildings: { columns: 10, rows: 9 }, streets: { columns: 4, rows: 3 } };

/** Figures for P9 and P10 on PostgreSQL; the town has no facilities, so reach is computed of who gets onto the network only. */
export async function run(): Promise<BenchRow[]> {
  const [houses, streets] = [
    sharedData("porto/porto-centre.osm.pbf"),
    sharedData("porto/porto-walk.osm.pbf"),
  ];
  const database = houses && streets ? await benchDatabase() : null;
  if (!houses || !streets || !database) {
    console.log("P9, P10 at a million: needs ../shared/data/porto and BENCH_DATABASE_URL.");
    return [];
  }
  const dataDir = mkdtempSync(join(tmpdir(), "atlas-bench-"));
  try {
    await loadStandards(database, STANDARDS_DIRECTORY);
    const town = await replicateBuildings(database, await readOsmBuildings(houses), LARGE.buildings);
    const network = await readOsmNetwork(streets);
    const costs = edgeCosts(network, standardPersona("adult"), standardParameters());
    const edges = await insertReplica(database, town, replicate(network, costs, LARGE.streets));
    const start = () => startAndStop({ dataDir, databaseUrl: benchDatabaseUrl() });
    const first = await start();
    const later = [];
    for (let time = 0; time < AGAIN; time++) later.push(await start());
    const memory = later.map(({ residentMb }) => residentMb).sort((a, b) => a - b);
    const size = `${town.buildings} buildings, ${edges} edges, PostgreSQL`;
    return [
      {
        goal: "P9",
        task: `later start, ${size}`,
        ours: timingOf(later.map(({ durationMs }) => durationMs)),
        target: { p50Ms: 10_000 },
        note: `the start that computed what is kept took ${(first.durationMs / 1000).toFixed(0)} s`,
      },
      {
        goal: "P10",
        task: `memory of the server after one view of the map, ${size}`,
        ours: timingOf([]),
        memoryMb: memory[AGAIN >> 1]!,
        target: { memoryMb: 900 },
        note: "resident, middle of three starts",
      },
    ];
  } finally {
    await database.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
