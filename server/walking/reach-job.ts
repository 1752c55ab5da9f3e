import type { ReachProgress } from "../contract/walking-standards.ts";
import type { Database } from "../database/database.ts";
import type { DatasetRef } from "./load-network.ts";
import { computeReach } from "./reach.ts";

const liveSql = `SELECT district_id AS "districtId", id AS "datasetId" FROM dataset
  WHERE status = 'live' AND kind = 'base' ORDER BY district_id`;

/** Computes the reach of the live districts beside the answering of questions, after an edit of what it rests on. */
export interface ReachJob {
  /** Begins, or begins anew: what an earlier run has done and is still right is skipped. */
  start(): void;
  progress(): ReachProgress;
  /** Stops it and waits until it has. */
  close(): Promise<void>;
}

const IDLE: ReachProgress = { status: "idle", persona: null, done: 0, total: 0 };

/** Makes the job of a database; `onError` hears why a run failed. */
export function createReachJob(database: Database, onError: (error: unknown) => void): ReachJob {
  let progress = IDLE;
  let stopping = new AbortController();
  let running: Promise<void> = Promise.resolve();
  const run = async (signal: AbortSignal) => {
    const { rows } = await database.query<DatasetRef>(liveSql);
    for (const dataset of rows) {
      await computeReach(database, dataset, {
        signal,
        onProgress: ({ persona, done, total }) => {
          if (!signal.aborted) progress = { status: "running", persona, done, total };
        },
      });
    }
  };
  return {
    start: () => {
      stopping.abort();
      stopping = new AbortController();
      const { signal } = stopping;
      progress = { ...IDLE, status: "running" };
      running = running
        .then(() => run(signal))
        .then(() => {
          if (!signal.aborted) progress = IDLE;
        })
        .catch((error: unknown) => {
          if (signal.aborted) return;
          progress = { ...progress, status: "failed" };
          onError(error);
        });
    },
    progress: () => progress,
    close: () => {
      stopping.abort();
      return running;
    },
  };
}
