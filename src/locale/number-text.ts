import type { Language } from "../state/appearance-state.ts";

const UNKNOWN: Record<Language, string> = { "zh-CN": "不详", en: "unknown" };
const UNITS = {
  "zh-CN": { ha: " 公顷", people: " 人", perSqkm: " 人/km²", minutes: " 分钟", seconds: " 秒" },
  en: { ha: " ha", people: "", perSqkm: "/km²", minutes: " min", seconds: " s" },
} as const;

/** Numbers as a reader of one language reads them; null is never a number. */
export interface NumberText {
  readonly unknown: string;
  /** A plain number with at most so many decimals. */
  number(value: number | null, digits?: number): string;
  /** A count, whole as one counts although edge buildings count by share: 万 and 亿 in Chinese, in English M from a million. */
  count(value: number | null): string;
  /** A count with what is counted. */
  counted(value: number | null, unit: string): string;
  /** 0…1 as per cent, one decimal below 10 % and from 99.5 %: only what is all is 100 %. */
  share(value: number | null): string;
  /** A share that is held against limits, cut off after one decimal: 59.98 % has not reached 60 %. */
  shareReached(value: number | null): string;
  ratio(value: number | null): string;
  /** m² in the unit of its size, hectares and km² with three figures at least: 1.00 km² is no round guess. */
  area(sqm: number | null): string;
  /** Floor area in m², 万 m² in Chinese from 100,000, M m² in English from 1,000,000. */
  floorArea(sqm: number | null): string;
  length(metres: number | null): string;
  perSqkm(value: number | null): string;
  minutes(seconds: number | null): string;
}

/** A text of Chinese in which 万 and 亿 stand with their unit as one word: 58.4 万人, not 58.4 万 人. */
export const together = (text: string) => text.replace(/(?<=\d )(万|亿) (?=\p{Script=Han})/gu, "$1");

const written = new Map<Language, NumberText>();

/** The numbers of a language. */
export function numberText(language: Language): NumberText {
  const known = written.get(language);
  if (known) return known;
  const made = makeNumberText(language);
  written.set(language, made);
  return made;
}

function makeNumberText(language: Language): NumberText {
  const unknown = UNKNOWN[language];
  const units = UNITS[language];
  // what is there, however little, is never written as zero
  const plain = (value: number, digits: number) => {
    const least = 10 ** -digits;
    const format = new Intl.NumberFormat(language, { maximumFractionDigits: digits });
    return value > 0 && value < least / 2 ? `<${format.format(least)}` : format.format(value);
  };
  const threeFigures = (value: number) =>
    new Intl.NumberFormat(language, {
      minimumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0,
      maximumFractionDigits: 2,
    }).format(value);
  const orUnknown = (write: (value: number) => string) => (value: number | null) =>
    value === null || !Number.isFinite(value) ? unknown : write(value);
  // 万 from 100,000 on, so that a few ten thousand keep their figures
  const large = (value: number) => {
    const size = Math.abs(value);
    if (language === "en" && size >= 1_000_000) return `${threeFigures(value / 1_000_000)} M`;
    if (language === "zh-CN" && size >= 100_000_000) return `${plain(value / 100_000_000, 2)} 亿`;
    if (language === "zh-CN" && size >= 100_000) return `${plain(value / 10_000, 1)} 万`;
    return plain(value, 0);
  };
  return {
    unknown,
    number: (value, digits = 0) => orUnknown((known) => plain(known, digits))(value),
    count: orUnknown(large),
    counted: (value, unit) => together(`${orUnknown(large)(value)} ${unit}`),
    share: orUnknown((value) => {
      // 1e-9: 1 may come as 0.9999…
      if (value >= 0.995 && value < 1 - 1e-9) return `${plain(Math.min(value * 100, 99.9), 1)}%`;
      return `${plain(value * 100, value < 0.0995 && value > 0 ? 1 : 0)}%`;
    }),
    // 1e-9: 0.7 may come as 0.6999…
    shareReached: orUnknown((value) => `${plain(Math.floor(value * 1000 + 1e-9) / 10, 1)}%`),
    ratio: orUnknown((value) => value.toFixed(2)),
    area: orUnknown((sqm) => {
      if (sqm >= 1_000_000) return `${threeFigures(sqm / 1_000_000)} km²`;
      return sqm >= 10_000 ? `${threeFigures(sqm / 10_000)}${units.ha}` : `${plain(sqm, 0)} m²`;
    }),
    floorArea: orUnknown((sqm) => `${large(sqm)} m²`),
    length: orUnknown((metres) =>
      metres >= 1_000 ? `${plain(metres / 1_000, 2)} km` : `${plain(metres, metres < 10 ? 1 : 0)} m`,
    ),
    perSqkm: orUnknown((value) => `${plain(value, 0)}${units.perSqkm}`),
    minutes: orUnknown((seconds) => `${plain(seconds / 60, 1)}${units.minutes}`),
  };
}
