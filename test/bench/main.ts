// npm run bench [name…]: prints figures against the peers at hand, in one run. Ratios are what counts.
import type { BenchRow } from "./bench-row.ts";

const BENCHES: Record<string, () => Promise<{ run(): Promise<BenchRow[]> }>> = {
  walking: () => import("./walking.ts"),
  replica: () => import("./replica.ts"),
  tiles: () => import("./tiles.ts"),
  area: () => import("./area.ts"),
  answers: () => import("./answers.ts"),
  start: () => import("./start.ts"),
  page: () => import("./page.ts"),
  frames: () => import("./frames.ts"),
};

const wanted = process.argv.slice(2);
for (const name of wanted) {
  if (!(name in BENCHES)) {
    console.error(`There is no bench "${name}". There are: ${Object.keys(BENCHES).join(", ")}.`);
    process.exit(1);
  }
}

const format = (ms: number) => (ms < 10 ? ms.toFixed(2) : ms.toFixed(0));
console.log("goal | task | ours p50/p95 ms | peer p50/p95 ms | peer ÷ ours | note");
for (const [name, load] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const { run } = await load();
  for (const row of await run()) {
    const peer = row.peer
      ? `${row.peer.name} ${row.peer.version}: ${format(row.peer.p50Ms)} / ${format(row.peer.p95Ms)}`
      : "–";
    const ratio = row.ratio === undefined ? "–" : `${row.ratio.toFixed(1)}×`;
    console.log(
      [
        row.goal,
        row.task,
        `${format(row.ours.p50Ms)} / ${format(row.ours.p95Ms)}`,
        peer,
        ratio,
        row.note ?? "",
      ].join(" | "),
    );
  }
}
