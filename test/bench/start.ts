// P9: how long a start takes, the first time and afterwards. P10: the memory of the Node process that serves.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BenchRow } from "./bench-row.ts";

const AGAIN = 3;

/** Figures for P9 and P10 on the embedded database, in a data directory of its own. */
export async function run(): Promise<BenchRow[]> {
  const dataDir = mkdtempSync(join(tmpdir(), "atlas-bench-"));
  try {
    const first = await startAndStop(dataDir);
    const later = [];
    for (let time = 0; time < AGAIN; time++) later.push(await startAndStop(dataDir));
    const seconds = later.map(({ durationMs }) => durationMs).sort((a, b) => a - b);
    const memory = later.map(({ residentMb }) => residentMb).sort((a, b) => a - b);
    return [
      { goal: "P9", task: "first start, embedded database", ours: once(first.durationMs) },
      {
        goal: "P9",
        task: "later start, embedded database",
        ours: { p50Ms: seconds[1]!, p95Ms: seconds.at(-1)! },
        note: "until the printed address answers",
      },
      {
        goal: "P10",
        task: "memory of the server after one view of the map, without its database",
        ours: { p50Ms: Number.NaN, p95Ms: Number.NaN },
        note: `${memory[1]!.toFixed(0)} MB resident`,
      },
    ];
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const once = (ms: number) => ({ p50Ms: ms, p95Ms: ms });

async function startAndStop(dataDir: string): Promise<{ durationMs: number; residentMb: number }> {
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
