import { today } from "./dispatch/month.ts";
import { invalidParameter } from "./errors.ts";
import { between, notAfter } from "./expected.ts";

const FIRST = "1900-01-01";
const LAST = "2199-12-31";
const A_DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

/** Throws invalid-parameter for a day still to come of what has happened; null = not told. */
export function requireCome(path: string, day: string | null | undefined): void {
  if (day && day > today()) throw invalidParameter(path, day, notAfter(today()));
}

/** The day after. */
export const dayAfter = (day: string) => new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);

/** Throws invalid-parameter where a body holds a day of no year a programme can have, as 0026 is, which is typed for 2026. */
export function requireOurTimes(body: unknown, path = ""): void {
  if (typeof body === "string") {
    if (A_DAY.test(body) && (body < FIRST || body > LAST))
      throw invalidParameter(path, body, between(FIRST, LAST));
  } else if (typeof body === "object" && body !== null) {
    for (const [name, value] of Object.entries(body))
      requireOurTimes(value, path === "" ? name : `${path}.${name}`);
  }
}
