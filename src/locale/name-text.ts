import type { Language } from "../state/app-state.ts";

/** The name a reader sees: Chinese in Chinese, English where there is one; null where neither is known. */
export function nameIn(
  language: Language,
  { nameZh, nameEn }: { readonly nameZh: string | null; readonly nameEn: string | null },
): string | null {
  return language === "en" ? (nameEn ?? nameZh) : (nameZh ?? nameEn);
}
