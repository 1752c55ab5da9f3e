import { mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

/** A file that the embedded database makes once of the packages named, their versions in its name, beside the other caches of node_modules. */
export function embeddedCacheFile(name: string, packages: readonly string[], ending: string): string {
  const modules = dirname(dirname(dirname(dirname(require.resolve("@electric-sql/pglite")))));
  return join(modules, ".cache", "renewal-atlas", `${[name, ...packages.map(versionOf)].join("-")}${ending}`);
}

/** Writes such a file whole or not at all; false where the installation may only be read. */
export async function keepInCache(
  file: string,
  write: (unfinished: string) => Promise<void>,
): Promise<boolean> {
  const unfinished = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    await write(unfinished);
    renameSync(unfinished, file);
    return true;
  } catch {
    rmSync(unfinished, { force: true });
    return false;
  }
}

function versionOf(name: string): string {
  const folder = dirname(dirname(require.resolve(name)));
  return (JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string }).version;
}
