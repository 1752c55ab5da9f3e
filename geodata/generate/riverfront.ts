import { distanceToLineM, type Line, lengthM, type Point, splitLine } from "./plane.ts";
import type { Outline } from "./ring.ts";
import type { Street } from "./streets.ts";

/** A stretch of bank with the ways down to it. */
export interface RiverfrontSegment {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly river: string;
  readonly line: Line;
  readonly lengthM: number;
  readonly accessPoints: number;
}

/** Length of the riverfront (published_value riverfront-length), metres. */
export const RIVERFRONT_M = 19_100;
const SEGMENT_M = 1_000;

function segmentsOf(bank: Line, river: "长江" | "嘉陵江", ends: readonly Point[]): RiverfrontSegment[] {
  const en = river === "长江" ? "Yangtze" : "Jialing";
  const count = Math.round(lengthM(bank) / SEGMENT_M);
  const eachM = lengthM(bank) / count;
  const segments: RiverfrontSegment[] = [];
  let rest = bank;
  for (let at = 0; at < count; at++) {
    const [line, after] = at === count - 1 ? [rest, []] : splitLine(rest, eachM);
    rest = after;
    segments.push({
      id: `riverfront:${en.toLowerCase()}-${at + 1}`,
      nameZh: `${river}岸线示例段${String(at + 1).padStart(2, "0")}`,
      nameEn: `${en} bank sample segment ${at + 1}`,
      river,
      line,
      lengthM: lengthM(line),
      accessPoints: ends.filter((end) => distanceToLineM(end, line) < 12).length,
    });
  }
  return segments;
}

/** The riverfront of 19.1 km from the tip upstream along both banks, cut into stretches of about a kilometre. */
export function cutRiverfront(
  { yangtzeBank, jialingBank }: Outline,
  streets: readonly Street[],
): RiverfrontSegment[] {
  const ends = streets.filter(({ rank }) => rank === "bank-path").map(({ points }) => points.at(-1)!);
  const banks = [yangtzeBank.toReversed(), jialingBank.toReversed()] as const;
  const share = RIVERFRONT_M / (lengthM(banks[0]) + lengthM(banks[1]));
  const cut = (bank: Line) => (share < 1 ? splitLine(bank, lengthM(bank) * share)[0] : bank);
  return [...segmentsOf(cut(banks[0]), "长江", ends), ...segmentsOf(cut(banks[1]), "嘉陵江", ends)];
}
