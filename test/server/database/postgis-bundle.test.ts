import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import type { PGliteInterface } from "@electric-sql/pglite";
import { extract } from "tar-stream";
import { expect, test } from "vitest";
import { postgisAlone } from "../../../server/database/postgis-bundle.ts";

async function filesOf(bundle: URL): Promise<{ name: string; size: number }[]> {
  const files: { name: string; size: number }[] = [];
  const archive = extract();
  archive.on("entry", ({ name, size, type }, stream, next) => {
    if (type === "file") files.push({ name, size: size ?? 0 });
    stream.resume();
    next();
  });
  await pipeline(createReadStream(bundle), createGunzip(), archive);
  return files;
}

test("of PostGIS only the library, its definition and the projections are opened at a start, whole", async () => {
  const { bundlePath } = await postgisAlone.setup({} as PGliteInterface, { PGLITE_ENV: {} });
  const files = await filesOf(bundlePath as URL);
  const names = files.map(({ name }) => name);

  expect(names.filter((name) => name.endsWith(".so"))).toEqual(["lib/postgresql/postgis-3.so"]);
  expect(names).toContain("share/postgresql/extension/postgis.control");
  expect(names.some((name) => /postgis--\d+\.\d+\.\d+\.sql$/.test(name))).toBe(true);
  expect(names.filter((name) => /raster|topology|tiger/.test(name))).toEqual([]);
  expect(files.find(({ name }) => name === "share/proj/proj.db")?.size).toBeGreaterThan(5_000_000);
});
