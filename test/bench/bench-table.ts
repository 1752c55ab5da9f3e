import { cpus, loadavg } from "node:os";
import type { BenchRow, Target, Timing } from "./bench-row.ts";

const formatMs = (ms: number) => (ms < 10 ? ms.toFixed(2) : ms.toFixed(0));
const formatTiming = ({ p50Ms, p95Ms }: Timing) => `${formatMs(p50Ms)} / ${formatMs(p95Ms)}`;

/** What ran the bench and how much else it did, as one line. */
export function machineLine(): string {
  const load = loadavg()
    .map((each) => each.toFixed(1))
    .join(" ");
  return `Node ${process.version.slice(1)}, ${cpus().length} × ${cpus()[0]?.model ?? "CPU"}, load average ${load}`;
}

/** Lines of the bench as one Markdown table; what has a goal says whether this run meets it. */
export function benchTable(rows: readonly BenchRow[]): string {
  const cells = rows.map((row) => [
    row.goal,
    row.task,
    row.memoryMb === undefined ? formatTiming(row.ours) : `${row.memoryMb.toFixed(0)} MB`,
    row.peer ? `${row.peer.name} ${row.peer.version}` : "–",
    row.peer ? formatTiming(row.peer) : "–",
    row.ratio === undefined ? "–" : `${row.ratio.toFixed(1)}×`,
    row.target ? `${targetText(row.target)} ${isMet(row, row.target) ? "✓" : "✗"}` : "–",
    row.note ?? "",
  ]);
  const head = [
    "#",
    "task",
    "ours, p50 / p95 ms",
    "peer",
    "peer, p50 / p95 ms",
    "peer ÷ ours",
    "goal",
    "note",
  ];
  return [head, head.map(() => "---"), ...cells].map((line) => `| ${line.join(" | ")} |`).join("\n");
}

function targetText({ p50Ms, p95Ms, ratio, memoryMb }: Target): string {
  return [
    p50Ms !== undefined && `p50 ≤ ${p50Ms} ms`,
    p95Ms !== undefined && `p95 ≤ ${p95Ms} ms`,
    memoryMb !== undefined && `≤ ${memoryMb} MB`,
    ratio !== undefined && `≥ ${ratio}×`,
  ]
    .filter(Boolean)
    .join(", ");
}

function isMet({ ours, memoryMb, ratio }: BenchRow, target: Target): boolean {
  const atMost = (measured: number | undefined, most: number | undefined) =>
    most === undefined || (measured !== undefined && measured <= most);
  return (
    atMost(ours.p50Ms, target.p50Ms) &&
    atMost(ours.p95Ms, target.p95Ms) &&
    atMost(memoryMb, target.memoryMb) &&
    (target.ratio === undefined || (ratio !== undefined && ratio >= target.ratio))
  );
}
