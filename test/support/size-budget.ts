// Builds the client and refuses more JavaScript before the first map than the budget allows.
// What loads before the map: the entry, what it imports statically, and the map chunk with the same.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { build } from "vite";

const BUDGET_KB = 450;

type Chunk = { file: string; isEntry?: boolean; imports?: string[]; src?: string };

await build({ logLevel: "error", build: { manifest: true } });
const manifest = JSON.parse(readFileSync("dist/.vite/manifest.json", "utf8")) as Record<string, Chunk>;

function closure(key: string, seen: Set<string>): Set<string> {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key]?.imports ?? []) closure(next, seen);
  return seen;
}

const before = new Set<string>();
for (const [key, chunk] of Object.entries(manifest)) {
  if (chunk.isEntry || chunk.src === "src/map/map-view.tsx") closure(key, before);
}
const files = [...before].flatMap((key) => manifest[key]?.file ?? []).filter((file) => file.endsWith(".js"));
const kilobytes = files.map((file) => gzipSync(readFileSync(`dist/${file}`)).length / 1000);
const total = kilobytes.reduce((sum, size) => sum + size, 0);

console.log(`JavaScript before the first map: ${total.toFixed(0)} kB gzip of ${BUDGET_KB} kB`);
if (total > BUDGET_KB) {
  for (const [index, file] of files.entries()) console.error(`  ${kilobytes[index]?.toFixed(0)} kB ${file}`);
  process.exit(1);
}
