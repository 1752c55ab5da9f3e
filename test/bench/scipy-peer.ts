import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Graph } from "../../server/walking/graph.ts";
import type { Peer } from "./bench-row.ts";

const SCRIPT = fileURLToPath(new URL("./scipy-nearest.py", import.meta.url));
const PYTHON = process.env.BENCH_PYTHON ?? "/usr/bin/python3";

/** scipy's Dijkstra (compiled, min_only) over the same arcs and seeds; null, with a line, where scipy is not installed. */
export async function scipyNearest(
  graph: Graph,
  categories: readonly ArrayLike<number>[],
  limit: number,
): Promise<Peer | null> {
  const folder = mkdtempSync(join(tmpdir(), "atlas-bench-"));
  try {
    const write = (name: string, values: Int32Array) =>
      writeFileSync(join(folder, name), new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
    write("start", graph.start);
    write("arcs", graph.arcs);
    writeFileSync(
      join(folder, "task.json"),
      JSON.stringify({ limit, seeds: categories.map((nodes) => [...Array.from(nodes)]) }),
    );
    const { status, stdout, stderr } = spawnSync(PYTHON, [SCRIPT, folder], { encoding: "utf8" });
    if (status === 0)
      return { name: "scipy dijkstra min_only", ...(JSON.parse(stdout) as Omit<Peer, "name">) };
    console.log(`scipy is not compared: ${stderr.trim().split("\n").at(-1) ?? `${PYTHON} is absent`}`);
    return null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
