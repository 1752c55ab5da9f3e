// npm run bench [name…]: prints figures against the peers at hand, in one run. Ratios are what counts.
import type { BenchRow } from "./bench-row.ts";
import { benchTable, machineLine } from "./bench-table.ts";

const BENCHES: Record<string, () => Promise<{ run(): Promise<BenchRow[]> }>> = {
  walking: () => import("./walking.ts"),
  replica: () => import("./replica.ts"),
  isochrone: () => import("./isochrone.ts"),
  start: () => import("./start.ts"),
  "start-large": () => import("./start-large.ts"),
  tiles: () => import("./tiles.ts"),
  area: () => import("./area.ts"),
  answers: () => import("./answers.ts"),
  page: () => import("./page.ts"),
  projects: () => import("./projects.ts"),
  frames: () => import("./frames.ts"),
};
const GROUPS: Record<string, readonly string[]> = {
  peers: ["walking", "replica", "isochrone", "start"],
  all: Object.keys(BENCHES),
};

const asked = process.argv.slice(2);
const wanted = (asked.length > 0 ? asked : ["peers"]).flatMap((name) => GROUPS[name] ?? [name]);
for (const name of wanted) {
  if (!(name in BENCHES)) {
    const known = [...Object.keys(GROUPS), ...Object.keys(BENCHES)].join(", ");
    console.error(`There is no bench "${name}". There are: ${known}.`);
    process.exit(1);
  }
}

console.log(machineLine());
const rows: BenchRow[] = [];
for (const name of wanted) {
  const started = performance.now();
  try {
    const { run } = await BENCHES[name]!();
    rows.push(...(await run()));
    console.error(`${name}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
  } catch (error) {
    // what else was asked is still measured
    console.error(`${name} failed:`, error);
    process.exitCode = 1;
  }
}
console.log(`${benchTable(rows)}\n${machineLine()}`);
