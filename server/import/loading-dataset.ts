import { hostname } from "node:os";
import type { Completeness } from "../contract/catalogue.ts";
import type { ImportReport } from "../contract/dataset-report.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { recordVersion } from "../database/version.ts";
import { StartupError } from "../startup-error.ts";
import { deleteDataset } from "./leftovers.ts";
import type { DatasetKey } from "./write-rows.ts";

const beginSql = loadSql("./begin-dataset.sql", import.meta.url);
const liveSql = loadSql("./live-dataset.sql", import.meta.url);
const goLiveSql = loadSql("./go-live.sql", import.meta.url);
const aliveSql = "UPDATE dataset SET alive_at = now() WHERE id = $1 AND status = 'loading'";
const retireSql = "UPDATE dataset SET status = 'retired' WHERE id = $1 AND status = 'live'";

// the planner of the embedded database learns of new rows only so; in parts, because a statement holds everybody up
const ANALYZE_SQL = [
  "ANALYZE store.building",
  "ANALYZE store.walk_node, store.walk_edge",
  "ANALYZE store.road, store.facility, store.facility_entrance, store.reach_run",
  "ANALYZE store.zone, store.land_piece, store.parcel, store.land_use, store.water, store.green, store.control_zone",
  "ANALYZE store.walkway, store.riverfront_segment, store.metro_line, store.metro_station, store.metro_entrance, store.project",
];

const ALIVE_MS = 5_000;
const UNIQUE_VIOLATION = "23505";

/** The district an import brings in. */
export interface DistrictNames {
  readonly id: string;
  readonly adcode: string;
  readonly nameZh: string;
  readonly nameEn: string | null;
  readonly sample: boolean;
}

/** A dataset nobody sees yet. */
export interface LoadingDataset extends DatasetKey {
  /** Ends the sign of life; after it the dataset counts as a leftover. */
  stop(): void;
}

interface NewDataset {
  readonly district: DistrictNames;
  readonly source: string;
  readonly asOf: string | null;
  readonly actorId: string;
  /** Whether a district that is there may be replaced. */
  readonly replace: boolean;
}

/**
 * Begins a dataset with status loading. Throws StartupError where the district is there already (and may not be
 * replaced), where its key belongs to another adcode, or where another import of it is running.
 */
export async function beginDataset(database: Database, wanted: NewDataset): Promise<LoadingDataset> {
  const { district } = wanted;
  await requireRoom(database, wanted);
  try {
    const { rows } = await database.query<{ id: number }>(beginSql, [
      district.id,
      wanted.source,
      wanted.asOf,
      wanted.actorId,
      `${hostname()}/${process.pid}`,
    ]);
    const datasetId = rows[0]!.id;
    const timer = setInterval(() => {
      // a database that is away for a moment is told again; one that stays away fails the import's own questions
      database.query(aliveSql, [datasetId]).catch(() => undefined);
    }, ALIVE_MS);
    timer.unref();
    return { districtId: district.id, datasetId, stop: () => clearInterval(timer) };
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === UNIQUE_VIOLATION)) throw error;
    throw new StartupError(`Another import of district ${district.id} is running; wait until it has ended.`);
  }
}

interface LiveRow {
  readonly datasetId: number;
  readonly adcode: string;
  readonly nameZh: string;
}

async function readLive(database: Database, districtId: string): Promise<LiveRow | undefined> {
  const { rows } = await database.query<LiveRow>(liveSql, [districtId]);
  return rows[0];
}

/** Throws StartupError where the key of the district is taken: by itself (without `replace`) or by another adcode. */
export async function requireRoom(
  database: Database,
  { district, replace }: Pick<NewDataset, "district" | "replace">,
): Promise<void> {
  const live = await readLive(database, district.id);
  if (!live) return;
  if (live.adcode !== district.adcode) {
    throw new StartupError(
      `${district.id} is the key of ${live.nameZh} (${live.adcode}); choose another key with --id.`,
    );
  }
  if (replace) return;
  throw new StartupError(
    `District ${district.id} (${live.nameZh}) is already there; replace it with --replace, or bring this one in beside it with --id.`,
  );
}

/** Takes back a dataset that will not go live, whatever state it is in. */
export async function abandonDataset(database: Database, dataset: LoadingDataset): Promise<void> {
  dataset.stop();
  await deleteDataset(database, dataset);
}

interface Finished {
  readonly district: DistrictNames;
  readonly completeness: Completeness;
  readonly report: ImportReport;
  readonly actorId: string;
  readonly note: string;
}

/**
 * Makes a loading dataset the district's live one in one short transaction (old one retired, new data version with
 * change '*' replace), then deletes the old one's rows batch by batch. Throws where the dataset is no longer loading.
 */
export async function goLive(
  database: Database,
  dataset: LoadingDataset,
  finished: Finished,
): Promise<{ version: number }> {
  const { district } = finished;
  for (const sql of ANALYZE_SQL) await database.query(sql);
  const old = await readLive(database, district.id);
  const version = await database.transaction(async (transaction) => {
    if (old) await transaction.query(retireSql, [old.datasetId]);
    const { rowCount } = await transaction.query(goLiveSql, [
      dataset.datasetId,
      JSON.stringify(finished.completeness),
      JSON.stringify(finished.report),
      district.id,
      district.adcode,
      district.nameZh,
      district.nameEn,
      district.sample,
    ]);
    if (rowCount === 0) throw new Error("The dataset was taken away while it was loading.");
    return recordVersion(transaction, {
      districtId: district.id,
      actorId: finished.actorId,
      note: finished.note,
      changes: [{ layer: "*", featureId: String(dataset.datasetId), op: "replace" }],
    });
  });
  // without it the planner takes every join with the live datasets for one of few rows
  await database.query("ANALYZE dataset, district");
  dataset.stop();
  if (old) await deleteDataset(database, { districtId: district.id, datasetId: old.datasetId });
  return { version };
}
