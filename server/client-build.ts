import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { StartupError } from "./startup-error.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const OUTPUT = join(ROOT, "dist");
const HASH_FILE = join(OUTPUT, ".inputs-sha256");
// everything the built files depend on
const INPUTS = [
  "index.html",
  "vite.config.ts",
  "package-lock.json",
  "src",
  join("server", "contract"),
  join("server", "contract-revision.ts"),
  join("server", "client-build.ts"),
];

/** The folder of the built browser application, built anew where its sources have changed since (a few seconds). */
export async function builtClient(): Promise<string> {
  const hash = inputsHash();
  if (existsSync(HASH_FILE) && readFileSync(HASH_FILE, "utf8") === hash) return OUTPUT;
  await buildForReaders();
  await compressFiles(join(OUTPUT, "assets"));
  // written last: a build that was killed is done again
  writeFileSync(HASH_FILE, hash);
  return OUTPUT;
}

// a test runner says NODE_ENV=test, which would leave React's development build in what readers get
async function buildForReaders(): Promise<void> {
  const { build } = await import("vite");
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = "production";
  try {
    await build({ root: ROOT, logLevel: "error" });
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
}

// a tenth smaller than what is compressed with each request, for one second once
const BROTLI_QUALITY = 5;

/** Puts beside each script and style of a folder its brotli form, as file.br, which is sent in its place. */
export async function compressFiles(folder: string): Promise<void> {
  const compress = promisify(brotliCompress);
  const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY };
  const compressOne = async (path: string) => {
    await writeFile(`${path}.br`, await compress(await readFile(path), { params }));
  };
  await Promise.all(filesOf(folder).filter(isText).map(compressOne));
}

const isText = (path: string) => /\.(js|css)$/.test(path);

function inputsHash(): string {
  const hash = createHash("sha256");
  for (const input of INPUTS) {
    const path = join(ROOT, input);
    if (!existsSync(path))
      throw new StartupError(`${input} is missing beside the server; install the program anew.`);
    for (const file of filesOf(path))
      hash
        .update(`${relative(ROOT, file)}\0`)
        .update(readFileSync(file))
        .update("\0");
  }
  return hash.digest("hex");
}

// The files of a folder, or the file itself, in a fixed order.
function filesOf(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".tsbuildinfo"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
