import { pinyin } from "pinyin-pro";

const HAN_RUN = /\p{Script=Han}+/gu;

/** A Chinese name in pinyin without tones, a capital at each syllable; what is no Chinese stands as it is. */
export function spokenName(name: string): string {
  const spoken = name.replace(HAN_RUN, (run) => {
    const syllables = pinyin(run, { toneType: "none", type: "array" });
    return ` ${syllables.map((syllable) => syllable.charAt(0).toUpperCase() + syllable.slice(1)).join(" ")} `;
  });
  return spoken
    .replace(/\s+/g, " ")
    .replace(/\( | \)/g, (bracket) => bracket.trim())
    .trim();
}
