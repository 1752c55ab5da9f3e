import type { Language } from "../state/appearance-state.ts";

let speak: ((name: string) => string) | null = null;

/** Says from now on how a Chinese name is read aloud, for names that have no English one; it comes with the English texts. */
export function setSpoken(spoken: (name: string) => string): void {
  speak = spoken;
}

/** The name a reader sees: Chinese in Chinese; in English the English one, else the pinyin; null where neither is known. */
export function nameIn(
  language: Language,
  { nameZh, nameEn }: { readonly nameZh: string | null; readonly nameEn: string | null },
): string | null {
  if (language !== "en") return nameZh ?? nameEn;
  return nameEn ?? (nameZh === null || speak === null ? nameZh : speak(nameZh));
}
