// PostGIS as PGlite's package brings it is 95 MB of files, two thirds of them for rasters, topology and geocoding, and each of
// its three libraries is compiled at every start. A copy of what is used here opens in two thirds of the time.
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import { pathToFileURL } from "node:url";
import { constants, createGunzip, createGzip } from "node:zlib";
import type { Extension, PGliteInterface } from "@electric-sql/pglite";
import { postgis } from "@electric-sql/pglite-postgis";
import { embeddedCacheFile, keepInCache } from "./embedded-cache.ts";

// the library, its definition at every version, and the projections; where this changes, so must the name of the copy
const USED =
  /^(lib\/postgresql\/postgis-|share\/proj\/|share\/postgresql\/extension\/postgis(\.control|--(?!unpackaged)))/;

/** The extension `postgis` alone. Its copy is made at the first start; a read-only installation loads the whole package. */
export const postgisAlone: Extension = {
  name: "postgis",
  async setup(...[database, options]: Parameters<Extension["setup"]>) {
    const whole = await postgis.setup(database as PGliteInterface, options);
    if (whole.bundlePath === undefined) return whole;
    const file = embeddedCacheFile("postgis", ["@electric-sql/pglite-postgis"], ".tar.gz");
    const kept =
      existsSync(file) ||
      (await keepInCache(file, (unfinished) => copyUsed(whole.bundlePath as URL, unfinished)));
    return kept ? { ...whole, bundlePath: pathToFileURL(file) } : whole;
  },
};

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
