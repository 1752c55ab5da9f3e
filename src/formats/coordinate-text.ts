const NUMBER = /^[+-]?\d+(\.\d*)?([eE][+-]?\d+)?$/;
// degrees, minutes and seconds, as 106°34′24.0″, 106-34-24, 106度34分24秒
const SEXAGESIMAL = /^(\d{1,3})[°度:-](\d{1,2})['′分:-](\d{1,2}(?:\.\d+)?)["″秒]?$/;
const HEMISPHERE = /^(?:东经|北纬|[NE])|(?:[NE])$/gi;

/** The number a cell means: decimal, or degrees-minutes-seconds as decimal degrees; null where it is none. */
export function numberOfText(cell: string): number | null {
  const text = cell.trim().replace(HEMISPHERE, "").replace(/''|′′/g, '"').replace(/\s/g, "");
  if (NUMBER.test(text)) return Number(text);
  const [, degrees, minutes, seconds] = SEXAGESIMAL.exec(text) ?? [];
  if (degrees === undefined || Number(minutes) >= 60 || Number(seconds) >= 60) return null;
  return Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600;
}

/** One line of text with its number in the file, counted from 1. */
export interface TextLine {
  readonly number: number;
  readonly text: string;
}

/** Lines of a text, full-width digits, commas and blanks as plain ones; empty lines are kept, they part rings. */
export const linesOf = (text: string): TextLine[] =>
  text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ number: index + 1, text: line.normalize("NFKC").trim() }));
