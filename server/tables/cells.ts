import type { CellValue } from "hucre/xlsx";

const SERIAL_EPOCH_MS = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;
const ERROR = /^#(REF|VALUE|N\/A|NAME|DIV\/0|NUM|NULL)[!?]?/;

/** Yuan in one of a unit as it is written behind a sum. */
export const YUAN_IN: Readonly<Record<string, number>> = { 亿元: 1e8, 亿: 1e8, 万元: 1e4, 万: 1e4, 元: 1 };

/** What the words for who may see a row mean. */
export const LEVEL_WORDS: Readonly<Record<string, "public" | "internal">> = {
  ...{ 公开: "public", 内部: "internal" },
  ...{ public: "public", internal: "internal" },
};

/** Whether a formula came to nothing. */
export const isCellError = (cell: CellValue) => typeof cell === "string" && ERROR.test(cell);

/** A cell as text, a date by its day; "" = empty. */
export const textOfCell = (cell: CellValue | undefined): string =>
  cell === null || cell === undefined
    ? ""
    : cell instanceof Date
      ? cell.toISOString().slice(0, 10)
      : String(cell).trim();

/** A cell as it is told of in a report; null = empty. */
export function shownCell(cell: CellValue | undefined): string | null {
  if (cell === null || cell === undefined) return null;
  const text = textOfCell(cell);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** The serial number by which a spreadsheet counts a day, and the day of one. */
export const serialOf = (day: Date) => Math.round((day.getTime() - SERIAL_EPOCH_MS) / DAY_MS);
export const dayOfSerial = (serial: number) => new Date(SERIAL_EPOCH_MS + Math.floor(serial) * DAY_MS);

interface ReadDay {
  /** YYYY-MM-DD; null = there is none, or what stands there is none. */
  readonly day: string | null;
  /** What would be right; null = nothing is wrong. */
  readonly expected: string | null;
}

/**
 * The day a cell says: 2026-03-01, 2026/3/1, 2026.3.1 or 2026年3月1日. A serial number is refused with the day it seems to mean:
 * nothing is guessed in silence. `example` is told where nothing can be made of it.
 */
export function dayIn(text: string, example: string): ReadDay {
  if (text === "") return { day: null, expected: null };
  if (/^\d{5}(\.\d+)?$/.test(text))
    return { day: null, expected: dayOfSerial(Number(text)).toISOString().slice(0, 10) };
  const [, year, month, date] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? [];
  const day = `${year}-${month?.padStart(2, "0")}-${date?.padStart(2, "0")}`;
  const time = Date.parse(day);
  // 26 typed for 2026 is no year of a programme
  const isDay =
    year !== undefined &&
    /^(19|20|21)/.test(year) &&
    Number.isFinite(time) &&
    new Date(time).toISOString().startsWith(day);
  return isDay ? { day, expected: null } : { day: null, expected: example };
}

/** Tells of what must stand in a file once where it stood before; null = it is the first. */
export function seenBefore(): (key: string, place: string) => string | null {
  const seen = new Map<string, string>();
  return (key, place) => {
    const before = seen.get(key) ?? null;
    if (before === null) seen.set(key, place);
    return before;
  };
}
