import type { TextReading } from "./area-format.ts";

const ENOUGH_FOR_A_LOOK = 24;
/** Encodings of Chinese text that no byte sequence tells apart for certain. */
const CHINESE = ["gb18030", "big5"];

/** Text and how it was read: as the person or the file says, by its mark, or by what the bytes can be. */
export function decodeText(
  bytes: Uint8Array,
  stated: string | null,
): { readonly text: string; readonly reading: TextReading } {
  const encodings = stated ? [stated, ...possibleEncodings(bytes)] : possibleEncodings(bytes);
  const encoding = encodings[0] ?? "utf-8";
  const candidates = [...new Set(encodings)].map((each) => ({
    encoding: each,
    sample: sampleOf(decode(bytes, each)),
  }));
  return { text: decode(bytes, encoding), reading: { encoding, candidates } };
}

/** Encodings the bytes can be of, the likeliest first; one where there is no doubt. */
export function possibleEncodings(bytes: Uint8Array): readonly string[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ["utf-16le"];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ["utf-16be"];
  const wide = wideEncoding(bytes);
  if (wide) return [wide];
  if (isValid(bytes, "utf-8")) return ["utf-8"];
  const chinese = CHINESE.filter((encoding) => isValid(bytes, encoding));
  return chinese.length > 0 ? chinese : [...CHINESE, "windows-1252"];
}

// without a mark: the digits and line ends of any coordinate file leave every other byte zero
function wideEncoding(bytes: Uint8Array): string | null {
  const look = bytes.subarray(0, 512);
  const zerosAt = (start: number) => look.filter((byte, index) => index % 2 === start && byte === 0).length;
  if (zerosAt(1) > look.length / 4) return "utf-16le";
  return zerosAt(0) > look.length / 4 ? "utf-16be" : null;
}

function isValid(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const decode = (bytes: Uint8Array, encoding: string) => new TextDecoder(encoding).decode(bytes);

/** Some words with letters beyond ASCII, by which a person sees whether the encoding is right. */
function sampleOf(text: string): string {
  const words = text.match(/[^\s,;"'=<>]*[^\p{ASCII}\s][^\s,;"'=<>]*/gu) ?? [];
  return [...new Set(words)].slice(0, 3).join(" ").slice(0, ENOUGH_FOR_A_LOOK);
}

/** The encoding a name or code page means in a browser's words, such as `GBK`, `936`, `ANSI_936`; null where unknown. */
export function encodingOfName(name: string): string | null {
  const page = /(\d+)\s*$/.exec(name.trim())?.[1] ?? "";
  const label = CODE_PAGES[page] ?? name.trim();
  try {
    return new TextDecoder(label).encoding.replace(/^gbk$/, "gb18030");
  } catch {
    return null;
  }
}

const CODE_PAGES: Readonly<Record<string, string>> = {
  "936": "gb18030",
  "950": "big5",
  "932": "shift_jis",
  "949": "euc-kr",
  "1252": "windows-1252",
  "65001": "utf-8",
};
