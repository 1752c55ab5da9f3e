import type { Database } from "./database.ts";
import { loadSql } from "./sql.ts";

/** One change of one feature; layer '*' with op 'replace' is a whole dataset that went live. */
export interface Change {
  readonly layer: string;
  readonly featureId: string;
  readonly op: "insert" | "update" | "delete" | "replace";
  readonly before?: unknown;
  readonly after?: unknown;
}

interface NewVersion {
  readonly districtId: string;
  readonly actorId: string;
  readonly note: string;
  readonly changes: readonly Change[];
  /** The programme alone was written to: what is worked out from the map stays as it is. */
  readonly programmeOnly?: true;
}

const POLL_MS = 1_000;
const recordSql = loadSql("./record-version.sql", import.meta.url);
const latestSql = loadSql("./latest-versions.sql", import.meta.url);

/** Writes a new data version with its changes and answers with its id. Call it in the transaction that makes the changes. */
export async function recordVersion(database: Database, version: NewVersion): Promise<number> {
  const { changes } = version;
  const { rows } = await database.query<{ version: number }>(recordSql, [
    version.districtId,
    version.actorId,
    version.note,
    changes.map((change) => change.layer),
    changes.map((change) => change.featureId),
    changes.map((change) => change.op),
    changes.map((change) => jsonOrNull(change.before)),
    changes.map((change) => jsonOrNull(change.after)),
    version.programmeOnly !== true,
  ]);
  const [row] = rows;
  if (!row) throw new Error("The data version was not written.");
  return row.version;
}

function jsonOrNull(value: unknown): string | null {
  return value === undefined || value === null ? null : JSON.stringify(value);
}

/** The newest data version of each district by its id; a district without any is absent. */
export async function latestVersions(database: Database): Promise<Map<string, number>> {
  const { rows } = await database.query<{ districtId: string; version: number }>(latestSql);
  return new Map(rows.map((row) => [row.districtId, row.version]));
}

/**
 * Tells which districts have a new version, by asking once a second (NOTIFY does not reach clients of the embedded
 * database). The first answer is told too: nobody knows what was before it.
 */
export function watchVersions(
  database: Database,
  onChange: (changed: ReadonlyMap<string, number>) => void,
): { stop(): void } {
  let known: ReadonlyMap<string, number> = new Map();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  async function poll(): Promise<void> {
    // a database that is away for a moment is asked again a second later
    const latest = await latestVersions(database).catch(() => known);
    if (stopped) return;
    const changed = new Map([...latest].filter(([districtId, version]) => known.get(districtId) !== version));
    known = latest;
    if (changed.size > 0) onChange(changed);
    timer = setTimeout(() => void poll(), POLL_MS);
    timer.unref();
  }
  void poll();
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
