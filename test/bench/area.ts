// P5: a drawn polygon over a million buildings on a server. P6: the same question over 25,000 buildings, embedded.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAnswerer } from "../../server/analysis/answer.ts";
import { type Database, openDatabase } from "../../server/database/database.ts";
import { migrate } from "../../server/database/migrate.ts";
import { loadSql } from "../../server/database/sql.ts";
import { readOsmBuildings } from "../support/osm-buildings.ts";
import { sharedData } from "../support/osm-network.ts";
import { localMetres } from "../support/world.ts";
import { benchDatabase } from "./bench-database.ts";
import { type BenchRow, measure, withPeer } from "./bench-row.ts";
import { type ReplicatedTown, replicateBuildings } from "./replicate-buildings.ts";
import { seededRandom } from "./seeded-random.ts";

const peerSql = loadSql("./case-form.sql", import.meta.url);
const VERTICES = 40;
const AREAS = 40;

/** Figures for P5 and P6 on the buildings of porto-centre, repeated side by side. */
export async function run(): Promise<BenchRow[]> {
  const extract = sharedData("porto/porto-centre.osm.pbf");
  if (!extract) {
    console.log("P5, P6: ../shared/data/porto is absent.");
    return [];
  }
  const buildings = await readOsmBuildings(extract);
  const rows: BenchRow[] = [];
  const server = await benchDatabase();
  if (server) {
    const town = await replicateBuildings(server, buildings, { columns: 10, rows: 9 });
    for (const radiusM of [300, 1000, 3000]) rows.push(await drawn(server, town, { goal: "P5", radiusM }));
    await server.close();
  }
  const folder = mkdtempSync(join(tmpdir(), "atlas-bench-"));
  const embedded = await openDatabase({ dataDir: folder });
  await migrate(embedded);
  const town = await replicateBuildings(embedded, buildings, { columns: 2, rows: 1 });
  rows.push(await drawn(embedded, town, { goal: "P6", radiusM: 1000 }));
  await embedded.close();
  rmSync(folder, { recursive: true, force: true });
  return rows;
}

interface Task {
  readonly goal: string;
  readonly radiusM: number;
}

async function drawn(database: Database, town: ReplicatedTown, { goal, radiusM }: Task): Promise<BenchRow> {
  const { answer } = createAnswerer(database);
  const scope = { districtId: town.districtId, levels: ["public"] };
  const areas = areasOf(town, radiusM);
  const ask = async (index: number) => {
    const body = { area: areas[index % AREAS]! };
    const density = await answer({ name: "density", scope, body });
    const plotRatio = await answer({ name: "plot-ratio", scope, body });
    return { ...density.result, gfaAboveSqm: plotRatio.result.gfaAboveSqm };
  };
  const askPeer = async (index: number) => {
    const { rows } = await database.query<Sums>(peerSql, [
      town.datasetId,
      JSON.stringify(areas[index % AREAS]),
    ]);
    return rows[0]!;
  };
  await requireSameSums(ask, askPeer);
  // the page asks once for all: what density reads is what plot ratio reads
  const ours = await measure(
    (index) => answer({ name: "density", scope, body: { area: areas[index % AREAS]! } }),
    {
      times: AREAS,
    },
  );
  const theirs = await measure(askPeer, { times: AREAS });
  const task = `density by height, age and land, ${radiusM} m, ${town.buildings} buildings${database.embedded ? ", embedded" : ""}`;
  const { rows } = await database.query<{ version: string }>("SELECT postgis_lib_version() AS version");
  const peer = { name: "CASE form in one statement, PostGIS", version: rows[0]!.version, ...theirs };
  return withPeer({ goal, task, ours }, peer, { note: "the peer sums only" });
}

type Sums = { buildings: number; footprintSqm: number; gfaAboveSqm: number | null };

async function requireSameSums(
  ask: (index: number) => Promise<Sums>,
  askPeer: (index: number) => Promise<Sums>,
): Promise<void> {
  const [ours, theirs] = [await ask(0), await askPeer(0)];
  for (const name of ["buildings", "footprintSqm", "gfaAboveSqm"] as const) {
    const difference = Math.abs((ours[name] ?? 0) - (theirs[name] ?? 0));
    if (difference > 1e-9 * Math.abs(theirs[name] ?? 0)) throw new Error(`${name} differs by ${difference}.`);
  }
}

// irregular rings of 40 corners around places spread over the town
function areasOf(town: ReplicatedTown, radiusM: number) {
  const random = seededRandom(3);
  return Array.from({ length: AREAS }, () => {
    const [west, south, east, north] = town.extent;
    const toLonLat = localMetres([
      west + (0.2 + 0.6 * random()) * (east - west),
      south + (0.2 + 0.6 * random()) * (north - south),
    ]);
    const ring = Array.from({ length: VERTICES }, (_, corner) => {
      const angle = (2 * Math.PI * corner) / VERTICES;
      const distanceM = radiusM * (0.7 + 0.6 * random());
      return [...toLonLat([distanceM * Math.cos(angle), distanceM * Math.sin(angle)])];
    });
    return { type: "Polygon" as const, coordinates: [[...ring, ring[0]!]] };
  });
}
