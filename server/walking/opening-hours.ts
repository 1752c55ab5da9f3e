import type { WalkNetwork } from "./network.ts";

/** A local time of the week: weekday 0 = Monday … 6 = Sunday, minute of the day 0 … 1439. */
export interface LocalTime {
  readonly weekday: number;
  readonly minute: number;
}

/** The time the stored reach is computed for: a weekday at 10:00. */
export const STORED_TIME: LocalTime = { weekday: 2, minute: 600 };

const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** Reads a local time of the week such as "wedT10:00"; throws where the text is none. */
export function parseLocalTime(text: string): LocalTime {
  const match = /^([a-z]{3})T(\d\d):(\d\d)$/.exec(text);
  const weekday = WEEKDAYS.indexOf(match?.[1] ?? "");
  if (!match || weekday < 0) throw new Error(`"${text}" is not a weekday and local time such as wedT10:00.`);
  return { weekday, minute: 60 * Number(match[2]) + Number(match[3]) };
}

const DAYS = ["mo", "tu", "we", "th", "fr", "sa", "su"];
const DAY = "(?:mo|tu|we|th|fr|sa|su|ph|sh)";
const TIME = "\\d{1,2}:\\d{2}\\s*-\\s*\\d{1,2}:\\d{2}\\+?";
const RULE = new RegExp(
  `^((?:${DAY}(?:\\s*-\\s*${DAY})?)(?:\\s*,\\s*${DAY}(?:\\s*-\\s*${DAY})?)*)?:?\\s*(24/7|off|closed|${TIME}(?:\\s*,\\s*${TIME})*)?$`,
);

function coversDay(selector: string, weekday: number): boolean {
  return selector.split(",").some((part) => {
    const [first, last] = part.split("-").map((day) => DAYS.indexOf(day.trim()));
    if (first === undefined || first < 0) return false;
    if (last === undefined) return first === weekday;
    return first <= last ? weekday >= first && weekday <= last : weekday >= first || weekday <= last;
  });
}

function coversMinute(ranges: string, minute: number): boolean {
  return ranges.split(",").some((range) => {
    const [start, end] = range.split("-").map((clock) => {
      const [hours, minutes] = clock.replace("+", "").split(":").map(Number);
      return hours! * 60 + minutes!;
    });
    // An end after midnight (22:00-02:00, 18:00-26:00) opens from the start on and until the end; the end is exclusive.
    if (end! > start!) return minute >= start! && minute < end!;
    return minute >= start! || minute < end!;
  });
}

/**
 * Whether opening hours in OpenStreetMap's notation cover a local time: weekdays, time ranges, `24/7`, `off`; a later
 * rule overrides an earlier one for its days. null where the text says anything else (seasons, sunrise, words).
 */
export function isOpen(text: string, at: LocalTime): boolean | null {
  let open = false;
  for (const rule of text.toLowerCase().split(";")) {
    if (rule.trim() === "") continue;
    const match = RULE.exec(rule.trim());
    if (!match) return null;
    const [, days, hours] = match;
    if (days !== undefined && !coversDay(days, at.weekday)) continue;
    if (hours === "off" || hours === "closed") open = false;
    else open = hours === undefined || hours === "24/7" || coversMinute(hours, at.minute);
  }
  return open;
}

/** When one walks, whether what costs a fare is left aside, and whether slopes and stairs are, as a flat map has it. */
export interface WalkConditions extends LocalTime {
  readonly avoidsFares?: boolean;
  readonly isFlat?: boolean;
}

/** The words of OpenStreetMap and of signs for "costs nothing". */
const FREE = /^(no|0|free|免费)$/i;

/** Whether a fare as written asks for money; "yes" says that it costs, not how much. */
export function isPaid(fare: string): boolean {
  return !FREE.test(fare.trim());
}

/**
 * The edges that are not walked under the conditions, in the order of their numbers: closed at the local time, or paid
 * where fares are avoided. Hours that cannot be read count as open.
 */
export function closedEdges(
  { openHours, fares }: Pick<WalkNetwork, "openHours" | "fares">,
  { avoidsFares = false, ...at }: WalkConditions,
): number[] {
  const closed = [...openHours].filter(([, hours]) => isOpen(hours, at) === false);
  const paid = avoidsFares ? [...fares].filter(([, fare]) => isPaid(fare)) : [];
  return [...new Set([...closed, ...paid].map(([edge]) => edge))].sort((a, b) => a - b);
}
