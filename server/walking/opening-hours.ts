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
const TIME = "(?:[0-3]?\\d|4[0-8]):[0-5]\\d";
const RANGE = `${TIME}\\s*-\\s*${TIME}\\+?`;
const RULE = new RegExp(
  `^((?:${DAY}(?:\\s*-\\s*${DAY})?)(?:\\s*,\\s*${DAY}(?:\\s*-\\s*${DAY})?)*)?:?\\s*(24/7|off|closed|${RANGE}(?:\\s*,\\s*${RANGE})*)?$`,
);
const DAY_MINUTES = 1_440;

/** Minutes of a day: from the first on, before the second; after 1,440 it is the day after. */
type MinuteRange = readonly [start: number, end: number];

interface HoursRule {
  readonly days: string | undefined;
  readonly ranges: readonly MinuteRange[];
  /** After a comma: beside what the rules before it say of its days, not in place of it. */
  readonly adds: boolean;
}

function coversDay(selector: string, weekday: number): boolean {
  return selector.split(",").some((part) => {
    const [first, last] = part.split("-").map((day) => DAYS.indexOf(day.trim()));
    if (first === undefined || first < 0) return false;
    if (last === undefined) return first === weekday;
    return first <= last ? weekday >= first && weekday <= last : weekday >= first || weekday <= last;
  });
}

function readRanges(hours: string): MinuteRange[] {
  if (hours === "off" || hours === "closed") return [];
  if (hours === "24/7") return [[0, DAY_MINUTES]];
  return hours.split(",").map((range) => {
    const [start, end] = range.split("-").map((clock) => {
      const [hour, minute] = clock.replace("+", "").split(":").map(Number);
      return hour! * 60 + minute!;
    });
    // 22:00-02:00 and 22:00-26:00 are the same
    return [start!, end! > start! ? end! : end! + DAY_MINUTES];
  });
}

// the texts of a network are few, and each is asked about with every question
const readTexts = new Map<string, HoursRule[] | null>();

function rulesOf(text: string): HoursRule[] | null {
  const known = readTexts.get(text);
  if (known !== undefined) return known;
  const rules = readRules(text);
  readTexts.set(text, rules);
  return rules;
}

// null where a rule says anything but days and times
function readRules(text: string): HoursRule[] | null {
  const plain = text
    .toLowerCase()
    .replace(/[–—－~～至]/g, "-")
    .replaceAll("：", ":")
    .replaceAll("；", ";")
    .replace(/[，、]/g, ",");
  const rules: HoursRule[] = [];
  for (const group of plain.split(";")) {
    if (group.trim() === "") continue;
    for (const [index, rule] of group.split(/(?<=[\d+]\s*),(?=\s*[a-z])/).entries()) {
      const match = RULE.exec(rule.trim());
      if (!match) return null;
      rules.push({ days: match[1], ranges: readRanges(match[2] ?? "24/7"), adds: index > 0 });
    }
  }
  return rules.length === 0 ? null : rules;
}

function rangesOf(rules: readonly HoursRule[], weekday: number): readonly MinuteRange[] {
  let ranges: readonly MinuteRange[] = [];
  for (const rule of rules) {
    if (rule.days !== undefined && !coversDay(rule.days, weekday)) continue;
    ranges = rule.adds ? [...ranges, ...rule.ranges] : rule.ranges;
  }
  return ranges;
}

/**
 * Whether opening hours in OpenStreetMap's notation cover a local time: weekdays, time ranges, `24/7`, `off`; a later
 * rule overrides an earlier one for its days, after a comma it adds to it. Hours over midnight belong to the day they
 * begin on; the end is exclusive. Rules for public and school holidays say nothing of an ordinary week. null where the
 * text says nothing or anything else (seasons, sunrise, words).
 */
export function isOpen(text: string, { weekday, minute }: LocalTime): boolean | null {
  const rules = rulesOf(text);
  if (rules === null) return null;
  const covers = (day: number, at: number) =>
    rangesOf(rules, day).some(([start, end]) => at >= start && at < end);
  return covers(weekday, minute) || covers((weekday + 6) % 7, minute + DAY_MINUTES);
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
