import { invalidParameter } from "../errors.ts";
import { notAfter } from "../expected.ts";

const CHINA_MS = 8 * 3_600_000;

/** Today in the local time of China, YYYY-MM-DD. */
export const today = (now = Date.now()) => new Date(now + CHINA_MS).toISOString().slice(0, 10);

/** The first day of a month. */
export const firstDay = (month: string) => `${month}-01`;

function lastDay(month: string): string {
  const [year, number] = month.split("-").map(Number);
  return new Date(Date.UTC(year!, number!, 0)).toISOString().slice(0, 10);
}

/** The day a month is judged on: its last one, or today while it runs. Throws invalid-parameter for a month not begun. */
export function judgedOn(month: string, now?: number): string {
  const day = today(now);
  if (firstDay(month) > day) throw invalidParameter("month", month, notAfter(day.slice(0, 7)));
  const last = lastDay(month);
  return [last, day].sort()[0]!;
}

/** The share of the year gone by at the end of a month, 0…1. */
export const yearShare = (month: string) => Number(month.slice(5)) / 12;
