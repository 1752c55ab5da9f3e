/** The 50th and 95th percentile of repeated runs. */
export type Timing = { p50Ms: number; p95Ms: number };

/** What ours is measured against. */
export type Peer = Timing & { name: string; version: string };

/** What a goal of the performance table asks: at most so long (inclusive), at least so many times as fast as the peer. */
export type Target = { p50Ms?: number; p95Ms?: number; ratio?: number; memoryMb?: number };

/** One line of the bench: a goal of the performance table, ours and the peer's measured in the same run. */
export type BenchRow = {
  goal: string;
  task: string;
  ours: Timing;
  /** In place of a time, where memory is what is measured. */
  memoryMb?: number;
  target?: Target;
  peer?: Peer;
  /** peer p50 ÷ ours p50; above 1 we are faster */
  ratio?: number;
  note?: string;
};

/** Runs `work` `times` times after `warmUp` runs and answers the 50th and 95th percentile in milliseconds. */
export async function measure(
  work: (index: number) => unknown,
  { times = 30, warmUp = 3 }: { times?: number; warmUp?: number } = {},
): Promise<Timing> {
  for (let index = 0; index < warmUp; index++) await work(index);
  const durationsMs: number[] = [];
  for (let index = 0; index < times; index++) {
    const started = performance.now();
    await work(index);
    durationsMs.push(performance.now() - started);
  }
  return timingOf(durationsMs);
}

/** The 50th and 95th percentile of some durations. */
export function timingOf(durationsMs: readonly number[]): Timing {
  const sorted = [...durationsMs].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { p50Ms: at(0.5), p95Ms: at(0.95) };
}

/** The same line beside a peer measured in the same run, with the ratio asked for against it. */
export function withPeer(
  row: BenchRow,
  peer: Peer,
  { note, ratio }: { note?: string; ratio?: number } = {},
): BenchRow {
  return {
    ...row,
    peer,
    ratio: peer.p50Ms / row.ours.p50Ms,
    ...(note === undefined ? {} : { note }),
    ...(ratio === undefined ? {} : { target: { ...row.target, ratio } }),
  };
}
