// npm run import: brings a district into the record.
import { authorize, localActor } from "../authorize.ts";
import { readConfig } from "../config.ts";
import { openDatabase } from "../database/database.ts";
import { migrate } from "../database/migrate.ts";
import { loadStandards } from "../database/standards.ts";
import { terminalProgress } from "../progress.ts";
import { STANDARDS_DIRECTORY } from "../standards-directory.ts";
import { exitWith, StartupError } from "../startup-error.ts";
import { HELP, readCommand } from "./command.ts";
import { importOsm } from "./osm/import-osm.ts";
import { reportText } from "./report-text.ts";

/** A real server runs the long statements of an import beside all else. */
const STATEMENT_TIMEOUT_S = 600;

async function main(): Promise<void> {
  const command = readCommand(process.argv.slice(2));
  if (command.help) {
    process.stdout.write(HELP);
    return;
  }
  const config = readConfig(process.env);
  if (config.readOnly) throw new StartupError("READ_ONLY=1 refuses every write; import without it.");
  const actor = localActor();
  authorize(actor, "write", { kind: "dataset" });
  const progress = terminalProgress();
  const database = await openDatabase(
    config.databaseUrl === null
      ? { dataDir: config.dataDir, join: true, onProgress: progress.line }
      : { url: config.databaseUrl, statementTimeoutS: STATEMENT_TIMEOUT_S },
  );
  try {
    await migrate(database, { onProgress: progress.line });
    await loadStandards(database, STANDARDS_DIRECTORY);
    const report = await importOsm(database, { ...command, actorId: actor.id }, progress);
    process.stdout.write(`${reportText(report)}\n`);
  } finally {
    await database.close();
  }
}

main().catch(exitWith);
