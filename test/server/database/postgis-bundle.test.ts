import {
  createReadStream,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { pathToFileURL } from "node:url";
import { createGunzip } from "node:zlib";
import type { PGliteInterface } from "@electric-sql/pglite";
import { extract } from "tar-stream";
import { afterEach, beforeEach, expect, test } from "vitest";
import { postgisAlone, usedCopyFile } from "../../../server/database/postgis-bundle.ts";

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

let folder: string;
let file: string;
let told: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "postgis-"));
  file = join(folder, "cache", "postgis.tar.gz");
  told = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

async function bundleOf(copy: string): Promise<URL> {
  const extension = postgisAlone((line) => told.push(line), copy);
  const { bundlePath } = await extension.setup({} as PGliteInterface, { PGLITE_ENV: {} });
  return bundlePath as URL;
}

test("of PostGIS only the library, its definition and the projections are opened at a start, whole", async () => {
  const files = await filesOf(await bundleOf(file));
  const names = files.map(({ name }) => name);

  expect(names.filter((name) => name.endsWith(".so"))).toEqual(["lib/postgresql/postgis-3.so"]);
  expect(names).toContain("share/postgresql/extension/postgis.control");
  expect(names.some((name) => /postgis--\d+\.\d+\.\d+\.sql$/.test(name))).toBe(true);
  expect(names.filter((name) => /raster|topology|tiger/.test(name))).toEqual([]);
  expect(files.find(({ name }) => name === "share/proj/proj.db")?.size).toBeGreaterThan(5_000_000);
});

test("a copy that is whole is opened as it is, and a broken one is made anew", async () => {
  await bundleOf(file);
  const { size, mtimeMs } = statSync(file);
  await bundleOf(file);
  expect(statSync(file).mtimeMs).toBe(mtimeMs);

  truncateSync(file, size / 2);
  expect(await bundleOf(file)).toEqual(pathToFileURL(file));
  expect(statSync(file).size).toBe(size);
  expect(told).toEqual([]);
});

test("where no copy can be kept the whole package is opened, and a line says why", async () => {
  mkdirSync(file, { recursive: true });
  const bundle = await bundleOf(file);
  expect(bundle).not.toEqual(pathToFileURL(file));
  expect(told).toEqual([expect.stringMatching(/could not be kept: .*postgis\.tar\.gz/)]);
  expect(readdirSync(join(folder, "cache")).filter((name) => name.endsWith(String(process.pid)))).toEqual([]);
});

test("a copy of other files has another name", () => {
  expect(usedCopyFile()).toBe(usedCopyFile());
  expect(usedCopyFile(/^lib/)).not.toBe(usedCopyFile());
});
