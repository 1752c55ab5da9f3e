// npm start: the service with its page on one address.
import { readConfig } from "./config.ts";
import { terminalProgress } from "./progress.ts";
import { startService } from "./service.ts";
import { closeOnSignal, exitWith } from "./startup-error.ts";

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const service = await startService({ config, client: true, progress: terminalProgress() });
  closeOnSignal(service.close);
  process.stdout.write(
    `Renewal Atlas: ${config.publicUrl === null ? service.url : `${config.publicUrl}/`}\n`,
  );
}

main().catch(exitWith);
