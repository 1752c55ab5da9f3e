import type { SampleDistrict } from "../geodata/generate/sample-district.ts";
import { authorize, localActor } from "./authorize.ts";
import type { Config } from "./config.ts";
import { analyzeUnknown } from "./database/analyze.ts";
import type { Database } from "./database/database.ts";
import { migrate } from "./database/migrate.ts";
import { loadStandards } from "./database/standards.ts";
import { hasNoDistrict, importSample } from "./import/import-sample.ts";
import { deleteLeftovers } from "./import/leftovers.ts";
import type { Progress } from "./progress.ts";
import { STANDARDS_DIRECTORY } from "./standards-directory.ts";
import { computeLiveReach } from "./walking/live-reach.ts";

interface Preparing {
  readonly config: Config;
  readonly progress: Progress;
  /** The sample district where it is being generated already. */
  readonly sample?: Promise<SampleDistrict> | undefined;
}

/**
 * Brings the record up to date before the first question: schema, standards, leftovers of failed imports, reach; and the
 * sample district where there is none at all. What an earlier start has done is skipped.
 */
export async function prepareRecord(
  database: Database,
  { config, progress, sample }: Preparing,
): Promise<void> {
  await progress.step("preparing the database", () => migrate(database, { onProgress: progress.line }));
  await progress.step("loading the standards", () => loadStandards(database, STANDARDS_DIRECTORY));
  await progress.step("deleting leftovers of failed imports", () => deleteLeftovers(database));
  if (!config.readOnly && (await hasNoDistrict(database))) {
    const actor = localActor();
    authorize(actor, "write", { kind: "dataset" });
    await importSample(database, { actorId: actor.id, sample }, progress);
  } else {
    await progress.step("computing reach", () => computeLiveReach(database, progress.line));
  }
  await analyzeUnknown(database);
}
