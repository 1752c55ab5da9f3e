import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { FIELDS_AT_ONCE } from "./field-search.ts";
import { parseIntArray, toBooleanArrayParameter, toIntArrayParameter } from "./int-array.ts";
import type { DatasetRef } from "./load-network.ts";
import { type ReachComputer, startReachComputer } from "./reach-computer.ts";
import { fingerprintInputs, fingerprintRows, loadReachInputs, loadWalkingStandards } from "./reach-inputs.ts";
import type { CategoryReach } from "./reach-kernel.ts";

const saveReachSql = loadSql("./save-reach.sql", import.meta.url);
const saveRunSql = loadSql("./save-reach-run.sql", import.meta.url);
const runSql = loadSql("./reach-run.sql", import.meta.url);
const categorySql = loadSql("./reach-of-category.sql", import.meta.url);
const deleteRunSql =
  "DELETE FROM store.reach_run WHERE district_id = $1 AND dataset_id = $2 AND persona = $3";
const deleteOthersSql =
  "DELETE FROM store.reach WHERE district_id = $1 AND dataset_id = $2 AND persona = $3 AND category <> ALL ($4::text[])";
const categoriesSql =
  "SELECT category FROM store.reach WHERE district_id = $1 AND dataset_id = $2 AND persona = $3 ORDER BY category";

/** How far the computing of reach has come. */
export interface ReachProgress {
  readonly persona: string;
  readonly category: string;
  readonly done: number;
  readonly total: number;
}

/** How computeReach reports and is stopped. */
export interface ComputeReachOptions {
  readonly onProgress?: ((progress: ReachProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** How the fingerprint of the dataset's rows is found; by reading them all where absent. */
  readonly rowsOf?: typeof fingerprintRows;
}

interface RunRow {
  readonly persona: string;
  readonly inputsSha256: string;
  readonly onNetwork: string;
}

async function readRuns(database: Database, { districtId, datasetId }: DatasetRef): Promise<RunRow[]> {
  const { rows } = await database.query<RunRow>(runSql, [districtId, datasetId]);
  return rows;
}

async function findStale(database: Database, dataset: DatasetRef, rowsOf = fingerprintRows) {
  const standards = await loadWalkingStandards(database);
  const wanted = fingerprintInputs(await rowsOf(database, dataset), standards);
  const stored = new Map(
    (await readRuns(database, dataset)).map((run) => [run.persona, run.inputsSha256] as const),
  );
  const stale = [...wanted].filter(([persona, sha256]) => stored.get(persona) !== sha256);
  return { standards, stale };
}

/** Whether the stored reach of every persona was computed from just what is in the dataset now. */
export async function isReachCurrent(database: Database, dataset: DatasetRef): Promise<boolean> {
  return (await findStale(database, dataset)).stale.length === 0;
}

interface PersonaWork {
  readonly dataset: DatasetRef;
  readonly computer: ReachComputer;
  readonly persona: string;
  readonly sha256: string;
  readonly categories: readonly string[];
  readonly onCategory: (category: string) => void;
}

const reachParameters = ({ toS, fromS, metres }: CategoryReach) =>
  [toS, fromS, metres].map(toIntArrayParameter);

// The record says "complete" only between the last category written and the first one overwritten.
async function computePersona(database: Database, work: PersonaWork): Promise<void> {
  const { dataset, computer, persona, sha256, categories, onCategory } = work;
  const key = [dataset.districtId, dataset.datasetId, persona];
  await database.query(deleteRunSql, key);
  // the next categories are computed while the last ones are written
  const groups = Array.from({ length: Math.ceil(categories.length / FIELDS_AT_ONCE) }, (_, index) =>
    categories.slice(index * FIELDS_AT_ONCE, (index + 1) * FIELDS_AT_ONCE),
  );
  let next = groups[0] && computer.categories(persona, groups[0]);
  for (const [index, group] of groups.entries()) {
    const answers = (await next) ?? [];
    const following = groups[index + 1];
    next = following && computer.categories(persona, following);
    next?.catch(() => undefined); // reported when it is awaited, or left behind when writing fails
    for (const [place, reach] of answers.entries()) {
      const category = group[place]!;
      await database.query(saveReachSql, [...key, category, ...reachParameters(reach)]);
      onCategory(category);
    }
  }
  const onNetwork = await computer.onNetwork(persona);
  await database.query(deleteOthersSql, [...key, categories]);
  await database.query(saveRunSql, [...key, sha256, toBooleanArrayParameter(onNetwork)]);
}

/**
 * Computes and stores the reach of every building of a dataset, live or still loading, for each persona and each category
 * with facilities (context included): seconds to the nearest and from the nearest within reach-max, metres within 5,000.
 * Personas whose inputs have not changed since are skipped, so a run that was stopped goes on where it was. Works in a
 * worker thread and writes a category at a time; throws the signal's reason when aborted.
 */
export async function computeReach(
  database: Database,
  dataset: DatasetRef,
  { onProgress, signal, rowsOf }: ComputeReachOptions = {},
): Promise<void> {
  signal?.throwIfAborted();
  const { standards, stale } = await findStale(database, dataset, rowsOf);
  if (stale.length === 0) return;
  const inputs = await loadReachInputs(database, dataset, standards);
  const categories = [...inputs.facilities.keys()].sort();
  const total = stale.length * categories.length;
  let done = 0;
  const computer = startReachComputer(inputs);
  try {
    for (const [persona, sha256] of stale) {
      const onCategory = (category: string) => {
        onProgress?.({ persona, category, done: ++done, total });
        signal?.throwIfAborted();
      };
      signal?.throwIfAborted();
      await computePersona(database, { dataset, computer, persona, sha256, categories, onCategory });
    }
  } finally {
    await computer.close();
  }
}

/** One persona's stored reach; arrays are by building ordinal, -1 = not within the limit. */
export interface PersonaReach {
  /** 1 = the building gets onto the network. */
  readonly onNetwork: Uint8Array;
  readonly categories: ReadonlyMap<string, CategoryReach>;
}

/** The stored reach of a dataset; personas whose reach is not complete are absent. */
export interface ReachTable {
  readonly personas: ReadonlyMap<string, PersonaReach>;
  readonly buildings: number;
}

const LETTER_T = 116;

async function loadPersona(database: Database, dataset: DatasetRef, run: RunRow): Promise<PersonaReach> {
  const key = [dataset.districtId, dataset.datasetId, run.persona];
  const buildings = run.onNetwork.length;
  const onNetwork = Uint8Array.from({ length: buildings }, (_, building) =>
    run.onNetwork.charCodeAt(building) === LETTER_T ? 1 : 0,
  );
  const categories = new Map<string, CategoryReach>();
  const { rows } = await database.query<{ category: string }>(categoriesSql, key);
  for (const { category } of rows) {
    const stored = await database.query<{ toS: string; fromS: string; metres: string }>(categorySql, [
      ...key,
      category,
    ]);
    const { toS, fromS, metres } = stored.rows[0]!;
    categories.set(category, {
      toS: parseIntArray(toS, buildings),
      fromS: parseIntArray(fromS, buildings),
      metres: parseIntArray(metres, buildings),
    });
  }
  return { onNetwork, categories };
}

/** Reads the stored reach of a dataset, for the personas named or for all; null in the record is -1 here. */
export async function loadReach(
  database: Database,
  dataset: DatasetRef & { readonly personas?: readonly string[] },
): Promise<ReachTable> {
  const runs = await readRuns(database, dataset);
  const personas = new Map<string, PersonaReach>();
  for (const run of runs) {
    if (dataset.personas && !dataset.personas.includes(run.persona)) continue;
    personas.set(run.persona, await loadPersona(database, dataset, run));
  }
  return { personas, buildings: runs[0]?.onNetwork.length ?? 0 };
}
