/**
 * How Chinese names are said: a syllable per character without tone, ü as v; other characters stand for themselves. The dictionary
 * is read when first needed.
 */
export async function syllablesOf(names: readonly string[]): Promise<string[][]> {
  const { pinyin } = await import("pinyin-pro");
  return names.map((name) =>
    pinyin(name, { toneType: "none", type: "array", v: true })
      .map((syllable) => syllable.toLowerCase().replace(/[^a-z0-9]/g, ""))
      .filter((syllable) => syllable !== ""),
  );
}

const MIN_LETTERS = 2;

/** The letters of a text that may be pinyin, blanks and apostrophes left out; null where it cannot be. */
export function lettersOf(text: string): string | null {
  const letters = text
    .toLowerCase()
    .replace(/ü/g, "v")
    .replace(/[\s'’]/g, "");
  return /^[a-z0-9]+$/.test(letters) && letters.length >= MIN_LETTERS ? letters : null;
}

/**
 * How well letters say a name: 0 = the whole of it, 1 = its beginning, 2 = a part from a later syllable on, null = not at
 * all. Each syllable is written whole or shortened to its first letters, as jiefangbei, jfb, jfbei.
 */
export function saidRank(syllables: readonly string[], letters: string): 0 | 1 | 2 | null {
  const end = endOf(syllables, 0, letters);
  if (end !== null) return end === syllables.length ? 0 : 1;
  for (let from = 1; from < syllables.length; from++) {
    if (endOf(syllables, from, letters) !== null) return 2;
  }
  return null;
}

// the syllable after the last one that the letters take from `from` on, the most letters of each first; null = they do not
function endOf(syllables: readonly string[], from: number, letters: string): number | null {
  if (letters === "") return from;
  const syllable = syllables[from];
  if (syllable === undefined) return null;
  for (let taken = commonLength(syllable, letters); taken > 0; taken--) {
    const end = endOf(syllables, from + 1, letters.slice(taken));
    if (end !== null) return end;
  }
  return null;
}

function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
