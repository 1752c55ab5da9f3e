/** An event of a Chromium trace; times in microseconds, `tdur` of the thread's own CPU time. */
type TraceEvent = {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args?: { name?: string };
};

// what runs script on a thread, each at a stretch
const SCRIPT = new Set([
  "EvaluateScript",
  "FunctionCall",
  "TimerFire",
  "FireAnimationFrame",
  "FireIdleCallback",
  "EventDispatch",
  "RunMicrotasks",
  "MajorGC",
  "MinorGC",
  "v8.callFunction",
  "v8.run",
]);

/**
 * How long script held the main threads of the pages in a trace, each time at a stretch, in milliseconds, ascending: CPU time of
 * the outermost events only, for one that stands within another is part of it.
 */
export function scriptTimes(trace: Buffer): number[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  const events = traceEvents
    .filter(({ name, ph, pid, tid }) => ph === "X" && SCRIPT.has(name) && main.has(`${pid}/${tid}`))
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const endOf = new Map<string, number>();
  const times: number[] = [];
  for (const { pid, tid, ts, dur = 0, tdur = dur } of events) {
    const thread = `${pid}/${tid}`;
    if (ts < (endOf.get(thread) ?? 0)) continue;
    endOf.set(thread, ts + dur);
    times.push(tdur / 1000);
  }
  return times.sort((a, b) => a - b);
}
