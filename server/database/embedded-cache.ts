import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

/** A file that the embedded database makes once of the packages named, their versions in its name, beside the other caches of node_modules. */
export function embeddedCacheFile(name: string, packages: readonly string[], ending: string): string {
  const modules = dirname(dirname(dirname(dirname(require.resolve("@electric-sql/pglite")))));
  return join(modules, ".cache", "renewal-atlas", `${[name, ...packages.map(versionOf)].join("-")}${ending}`);
}

/** Whether such a file is there as it was written; one that a full disk or a crash has broken is to be made anew. */
export function isKept(file: string): boolean {
  try {
    return readFileSync(digestFile(file), "utf8") === digestOf(file);
  } catch {
    return false;
  }
}

/** Writes such a file whole or not at all; false where it cannot be, as in an installation that may only be read, and says so. */
export async function keepInCache(
  file: string,
  write: (unfinished: string) => Promise<void>,
  onProgress: (line: string) => void,
): Promise<boolean> {
  const unfinished = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    await write(unfinished);
    writeFileSync(digestFile(file), digestOf(unfinished));
    renameSync(unfinished, file);
    return true;
  } catch (error) {
    rmSync(unfinished, { force: true });
    onProgress(`a file that makes starts quicker could not be kept: ${(error as Error).message}`);
    return false;
  }
}

const digestFile = (file: string) => `${file}.sha256`;
const digestOf = (file: string) => createHash("sha256").update(readFileSync(file)).digest("hex");

function versionOf(name: string): string {
  const folder = dirname(dirname(require.resolve(name)));
  return (JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string }).version;
}
