import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** Where a server is started, and what is done while it runs. */
export interface StartOptions {
  readonly dataDir: string;
  /** The embedded database where absent. */
  readonly databaseUrl?: string;
  readonly visit?: (url: string) => Promise<void>;
}

/** Starts the server in a process of its own and stops it: how long until its address answers, and its memory then. */
export async function startAndStop({
  dataDir,
  databaseUrl = "",
  visit,
}: StartOptions): Promise<{ durationMs: number; residentMb: number }> {
  const started = performance.now();
  const server = spawn("npm", ["start"], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: "0", DATABASE_URL: databaseUrl },
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
  const url = await printedAddress(server);
  await lookAround(url);
  const durationMs = performance.now() - started;
  const residentMb = residentOf(server.pid!);
  await visit?.(url);
  const gone = new Promise((fulfil) => server.once("exit", fulfil));
  process.kill(-server.pid!, "SIGTERM");
  await gone;
  return { durationMs, residentMb };
}

function printedAddress(server: ChildProcess): Promise<string> {
  return new Promise((fulfil, reject) => {
    let text = "";
    server.stdout!.on("data", (chunk) => {
      text += chunk;
      const address = /Renewal Atlas: (http\S+)/.exec(text);
      if (address) fulfil(address[1]!);
    });
    server.once("exit", () => reject(new Error(`The server did not start: ${text}`)));
  });
}

// what a browser asks first
async function lookAround(url: string): Promise<void> {
  for (const path of ["", "api/districts", "api/ready"]) {
    const reply = await fetch(new URL(path, url));
    if (!reply.ok) throw new Error(`${path} answered ${reply.status}.`);
  }
}

// the largest process of the group is the server; npm stands before it, the database runs beside it
function residentOf(leader: number): number {
  const children = (pid: number): number[] => {
    const below = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").filter(Boolean);
    return below.map(Number);
  };
  const line = (pid: number) => readFileSync(`/proc/${pid}/cmdline`, "utf8");
  const resident = (pid: number) =>
    Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1000;
  const all = (pid: number): number[] => [pid, ...children(pid).flatMap(all)];
  const serving = all(leader).filter((pid) => line(pid).includes("server/main.ts"));
  return Math.max(...serving.map(resident));
}
