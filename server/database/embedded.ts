import { type ChildProcess, fork } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { connect } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import lockfile from "proper-lockfile";
import { StartupError } from "../startup-error.ts";

/** A running embedded database; `close` ends it where this process started it. */
export interface EmbeddedServer {
  readonly port: number;
  close(): Promise<void>;
}

/** What the parent tells the embedded process, and what it answers. */
export type ToEmbedded = { readonly type: "close" };
export type FromEmbedded =
  | { readonly type: "ready"; readonly port: number }
  | { readonly type: "progress"; readonly line: string };

interface EmbeddedOptions {
  readonly dataDir: string;
  readonly join?: boolean;
  readonly onProgress?: (line: string) => void;
}

// DATA_DIR/database.json: who has the directory open; port is null until the database listens
interface Owner {
  readonly port: number | null;
  readonly pid: number;
  readonly ownerPid: number;
}

/** Whether a data directory has had a database before. */
export const holdsDatabase = (dataDir: string): boolean => existsSync(join(resolve(dataDir), "pgdata"));

const LOCK_STALE_MS = 5_000;
const WAIT_MS = 90_000;
const CLOSE_MS = 30_000;
const MAX_RESTARTS = 5;
const POLL_MS = 200;

/**
 * The embedded database of a data directory. The directory is never opened twice: it is held by a file lock, and
 * where another process has it open this one either joins it (`join`) or stops with a sentence (StartupError).
 */
export async function joinOrStartEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const dataDir = resolve(options.dataDir);
  mkdirSync(dataDir, { recursive: true });
  const startedAt = Date.now();
  const onProgress = options.onProgress ?? (() => undefined);
  for (let attempt = 0; ; attempt += 1) {
    const owner = readOwner(dataDir);
    if (options.join && owner && (await isServing(owner))) {
      return { port: owner.port as number, close: async () => undefined };
    }
    const release = await takeLock(dataDir);
    if (release) return startOwned(dataDir, release, onProgress);
    if (mustGiveUp(owner, options.join ?? false, Date.now() - startedAt)) {
      throw alreadyOpen(options.dataDir, owner?.ownerPid);
    }
    if (attempt === 0) onProgress("waiting for another process to let go of the data directory");
    await sleep(POLL_MS);
  }
}

// A lock left by a killed process goes stale after LOCK_STALE_MS; one whose holder lives is held for good,
// except that a command waits for a starting server in order to join it.
function mustGiveUp(owner: Owner | undefined, join: boolean, waitedMs: number): boolean {
  if (waitedMs > WAIT_MS) return true;
  if (join || !owner || !isAlive(owner.ownerPid)) return false;
  return owner.port !== null || waitedMs > 2 * LOCK_STALE_MS;
}

async function isServing(owner: Owner): Promise<boolean> {
  return isAlive(owner.ownerPid) && isAlive(owner.pid) && (await answers(owner.port));
}

function alreadyOpen(dataDir: string, pid: number | undefined): StartupError {
  const by = pid === undefined ? "another process" : `process ${pid}`;
  return new StartupError(
    `The data directory ${dataDir} is already open in ${by}; stop it first or set DATA_DIR to another directory.`,
  );
}

async function takeLock(dataDir: string): Promise<(() => Promise<void>) | undefined> {
  try {
    return await lockfile.lock(dataDir, {
      lockfilePath: join(dataDir, "database.lock"),
      stale: LOCK_STALE_MS,
      update: 1_000,
      // a pause of this process (a long computation, a suspended laptop): database.json still says who is alive
      onCompromised: () => undefined,
    });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ELOCKED") return undefined;
    throw error;
  }
}

async function startOwned(
  dataDir: string,
  release: () => Promise<void>,
  onProgress: (line: string) => void,
): Promise<EmbeddedServer> {
  try {
    await lastOneGone(dataDir);
    return await supervise(dataDir, release, onProgress);
  } catch (error) {
    rmSync(ownerFile(dataDir), { force: true });
    await release().catch(() => undefined);
    throw error;
  }
}

// A parent that was killed frees the lock while its database is still writing; a process that has only inherited
// the number (after a restart of a container) does not answer and is not waited for longer.
async function lastOneGone(dataDir: string): Promise<void> {
  const deadline = Date.now() + CLOSE_MS;
  for (;;) {
    const owner = readOwner(dataDir);
    if (!owner || owner.pid === process.pid || !isAlive(owner.pid)) return;
    if (await isServing(owner)) throw alreadyOpen(dataDir, owner.ownerPid);
    if (Date.now() > deadline) return;
    await sleep(POLL_MS);
  }
}

// Keeps the process running until close: where the database itself breaks, a new process opens the same
// directory on the same port, and the pools of all clients simply connect again.
async function supervise(
  dataDir: string,
  release: () => Promise<void>,
  onProgress: (line: string) => void,
): Promise<EmbeddedServer> {
  let closing = false;
  let restarts = 0;
  let running = await spawnDatabase(dataDir, undefined, onProgress);
  const port = running.port;
  function watch(): void {
    running.child.once("exit", () => {
      if (closing) return;
      restarts += 1;
      onProgress("the embedded database ended unexpectedly and is opened again");
      if (restarts > MAX_RESTARTS) process.exit(1);
      spawnDatabase(dataDir, port, onProgress).then((next) => {
        running = next;
        watch();
      }, failForGood);
    });
  }
  function failForGood(error: unknown): void {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
  watch();
  return {
    port,
    async close() {
      if (closing) return;
      closing = true;
      await endDatabase(running.child);
      rmSync(ownerFile(dataDir), { force: true });
      await release().catch(() => undefined);
    },
  };
}

function spawnDatabase(
  dataDir: string,
  port: number | undefined,
  onProgress: (line: string) => void,
): Promise<{ child: ChildProcess; port: number }> {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
  const script = fileURLToPath(new URL("./embedded-process.ts", import.meta.url));
  const child = fork(script, [dataDir, ...(port === undefined ? [] : [String(port)])], {
    execArgv: ["--import", tsx],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  writeOwner(dataDir, { port: null, pid: child.pid as number, ownerPid: process.pid });
  let complaint = "";
  child.stderr?.on("data", (chunk) => {
    complaint = `${complaint}${chunk}`.slice(-2_000);
  });
  return new Promise((fulfil, reject) => {
    child.on("message", (message: FromEmbedded) => {
      if (message.type === "progress") return onProgress(message.line);
      writeOwner(dataDir, { port: message.port, pid: child.pid as number, ownerPid: process.pid });
      fulfil({ child, port: message.port });
    });
    child.once("exit", () => {
      const reason = complaint.trim().split("\n")[0] ?? "";
      reject(new StartupError(`The embedded database in ${dataDir} could not be opened: ${reason}`));
    });
  });
}

async function endDatabase(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((fulfil) => child.once("exit", () => fulfil()));
  child.send({ type: "close" } satisfies ToEmbedded, () => undefined);
  const timer = setTimeout(() => child.kill("SIGKILL"), CLOSE_MS);
  await gone;
  clearTimeout(timer);
}

function ownerFile(dataDir: string): string {
  return join(dataDir, "database.json");
}

function writeOwner(dataDir: string, owner: Owner): void {
  writeFileSync(`${ownerFile(dataDir)}.new`, JSON.stringify(owner));
  renameSync(`${ownerFile(dataDir)}.new`, ownerFile(dataDir));
}

function readOwner(dataDir: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(ownerFile(dataDir), "utf8")) as Owner;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function answers(port: number | null): Promise<boolean> {
  if (port === null) return Promise.resolve(false);
  return new Promise((fulfil) => {
    const socket = connect({ host: "127.0.0.1", port }, () => {
      socket.destroy();
      fulfil(true);
    });
    socket.once("error", () => fulfil(false));
  });
}
