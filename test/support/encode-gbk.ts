let table: Map<string, readonly [number, number]> | null = null;

/** Text in GBK, which Node can read but not write: the table is made by reading every pair of bytes. */
export function encodeGbk(text: string): Uint8Array {
  table ??= readTable();
  const known = table;
  return Uint8Array.from(
    [...text].flatMap((letter) => {
      const code = letter.charCodeAt(0);
      return code < 0x80 ? [code] : [...(known.get(letter) ?? [0x3f])];
    }),
  );
}

function readTable(): Map<string, readonly [number, number]> {
  const decoder = new TextDecoder("gbk");
  const pairs = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const letter = decoder.decode(Uint8Array.of(lead, trail));
      if (letter.length === 1 && letter !== "\uFFFD" && !pairs.has(letter)) pairs.set(letter, [lead, trail]);
    }
  }
  return pairs;
}
