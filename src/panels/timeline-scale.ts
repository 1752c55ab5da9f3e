import type { TimelineProject } from "../../server/contract/project-timeline.ts";

/** From the first day of a year to the last of another, both inclusive. */
export interface Scale {
  readonly first: number;
  readonly last: number;
}

/** The years of a timeline: those of the projects, and today's. */
export function scaleOf(years: readonly [number, number] | null, today: string): Scale {
  const now = Number(today.slice(0, 4));
  return { first: Math.min(now, years?.[0] ?? now), last: Math.max(now, years?.[1] ?? now) };
}

/** Where a day stands in the scale, 0…1. */
export function shareOfDay({ first, last }: Scale, day: string): number {
  const [start, end] = [Date.UTC(first, 0, 1), Date.UTC(last + 1, 0, 1)];
  return Math.min(1, Math.max(0, (Date.parse(`${day}T00:00:00Z`) - start) / (end - start)));
}

/** Where the planned years of a project stand, null where neither is known. */
export function plannedSpan(
  scale: Scale,
  { yearStart, yearEnd }: Pick<TimelineProject, "yearStart" | "yearEnd">,
): readonly [number, number] | null {
  const from = yearStart ?? yearEnd;
  if (from === null) return null;
  return [shareOfDay(scale, `${from}-01-01`), shareOfDay(scale, `${(yearEnd ?? from) + 1}-01-01`)];
}

/** A stage from the day it was entered to that of the next, the last one to today. */
export interface StageSpan {
  readonly stage: string;
  readonly on: string;
  readonly span: readonly [number, number];
}

export function stageSpans(
  scale: Scale,
  steps: TimelineProject["steps"],
  today: string,
): readonly StageSpan[] {
  return steps.map(({ stage, on }, at) => ({
    ...{ stage, on },
    span: [shareOfDay(scale, on), shareOfDay(scale, steps[at + 1]?.on ?? (on > today ? on : today))],
  }));
}

/** The years named above a timeline: every one, or every so many where they would touch. */
export function namedYears({ first, last }: Scale, most: number): readonly number[] {
  const every = [1, 2, 5, 10, 20, 50].find((step) => (last - first + 1) / step <= most) ?? 100;
  return Array.from({ length: last - first + 1 }, (_, at) => first + at).filter((year) => year % every === 0);
}
