// P9: how long a start takes, the first time and afterwards. P10: the memory of the Node process that serves. P3 over HTTP,
// from the embedded database.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BenchRow, timingOf } from "./bench-row.ts";
import { isochroneOverHttp } from "./isochrone-over-http.ts";

const AGAIN = 3;

/** Figures for P9 and P10, and P3 over HTTP, on the embedded database, in a data directory of its own. */
export async function run(): Promise<BenchRow[]> {
  const dataDir = mkdtempSync(join(tmpdir(), "atlas-bench-"));
  try {
    const first = await startAndStop(dataDir);
    const later = [];
    for (let time = 0; time < AGAIN; time++) later.push(await startAndStop(dataDir));
    const clicks: BenchRow[] = [];
    await startAndStop(dataDir, async (url) => {
      clicks.push(await isochroneOverHttp(url, "embedded database"));
    });
    const memory = later.map(({ residentMb }) => residentMb).sort((a, b) => a - b);
    return [
      ...clicks,
      {
        goal: "P9",
        task: "first start, sample district, embedded database",
        ours: timingOf([first.durationMs]),
        target: { p50Ms: 60_000 },
      },
      {
        goal: "P9",
        task: "later start, sample district, embedded database",
        ours: timingOf(later.map(({ durationMs }) => durationMs)),
        target: { p50Ms: 6_000 },
        note: "until the printed address answers",
      },
      {
        goal: "P10",
        task: "memory of the server after one view of the map, without its database",
        ours: timingOf([]),
        memoryMb: memory[AGAIN >> 1]!,
        target: { memoryMb: 400 },
        note: "resident, middle of three starts",
      },
    ];
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function startAndStop(
  dataDir: string,
  visit?: (url: string) => Promise<void>,
): Promise<{ durationMs: number; residentMb: number }> {
  const started = performance.now();
  const server = spawn("npx", ["tsx", "server/main.ts"], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: "0", DATABASE_URL: "" },
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

// the largest process of the group is the server; npx and tsx stand before it, the database runs beside it
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
