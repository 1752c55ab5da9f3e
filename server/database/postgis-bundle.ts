// PostGIS as PGlite's package brings it is 95 MB of files, two thirds of them for rasters, topology and geocoding, and each of
// its three libraries is compiled at every start. A copy of what is used here opens in two thirds of the time.
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { pathToFileURL } from "node:url";
import { constants, createGunzip, createGzip } from "node:zlib";
import type { Extension, PGliteInterface } from "@electric-sql/pglite";
import { postgis } from "@electric-sql/pglite-postgis";
import { embeddedCacheFile, isKept, keepInCache } from "./embedded-cache.ts";

// the library, its definition at every version, and the projections
const USED =
  /^(lib\/postgresql\/postgis-|share\/proj\/|share\/postgresql\/extension\/postgis(\.control|--(?!unpackaged)))/;

/** A copy of other files or of another version has another name. */
export function usedCopyFile(used = USED): string {
  const digest = createHash("sha256").update(used.source).digest("hex").slice(0, 8);
  return embeddedCacheFile(`postgis-${digest}`, ["@electric-sql/pglite-postgis"], ".tar.gz");
}

/**
 * The extension `postgis` alone. Its copy is made at the first start, and anew where it was broken; where none can be kept the
 * whole package is loaded.
 */
export const postgisAlone = (onProgress: (line: string) => void, file = usedCopyFile()): Extension => ({
  name: "postgis",
  async setup(...[database, options]: Parameters<Extension["setup"]>) {
    const whole = await postgis.setup(database as PGliteInterface, options);
    const { bundlePath } = whole;
    if (bundlePath === undefined) return whole;
    const kept =
      isKept(file) || (await keepInCache(file, (unfinished) => copyUsed(bundlePath, unfinished), onProgress));
    return kept ? { ...whole, bundlePath: pathToFileURL(file) } : whole;
  },
});

async function copyUsed(bundle: URL, file: string): Promise<void> {
  const { extract, pack } = await import("tar-stream");
  const all = extract();
  const used = pack();
  const selecting = (async () => {
    for await (const entry of all) {
      if (USED.test(entry.header.name)) await pipeline(entry, used.entry(entry.header));
      else entry.resume();
    }
    used.finalize();
  })();
  await Promise.all([
    pipeline(createReadStream(bundle), createGunzip(), all),
    selecting,
    // packed loosely: it is unpacked at every start
    pipeline(used, createGzip({ level: constants.Z_BEST_SPEED }), createWriteStream(file)),
  ]);
}
