// npm run dev: the service on its port, and the page from vite, which passes the service's addresses on to it.
import { createServer } from "vite";
import { readConfig } from "./config.ts";
import { terminalProgress } from "./progress.ts";
import { startService } from "./service.ts";
import { closeOnSignal, exitWith } from "./startup-error.ts";

const PASSED_ON = ["/api", "/tiles", "/metrics"];

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const service = await startService({ config, client: false, progress: terminalProgress() });
  const proxy = Object.fromEntries(PASSED_ON.map((path) => [path, { target: service.url }]));
  const page = await createServer({ server: { host: config.host, proxy } });
  await page.listen();
  closeOnSignal(async () => {
    await page.close();
    await service.close();
  });
  process.stdout.write(
    `Renewal Atlas (development): ${page.resolvedUrls?.local[0] ?? page.resolvedUrls?.network[0]}\n`,
  );
}

main().catch(exitWith);
