import type { LineProfile, ProfilePart } from "../../server/contract/line-profile.ts";

/** What of a profile is drawn. */
export type DrawnProfile = Pick<LineProfile, "sections" | "lengthM">;

/** Where a profile is drawn, in units of its picture; heights in metres. */
export interface ProfileFrame {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly lowM: number;
  readonly highM: number;
  readonly xOf: (metres: number) => number;
  readonly yOf: (metres: number) => number;
  /** Room between two sections, in metres of the axis. */
  readonly gapM: number;
}

const SIZE = { widthPx: 364, heightPx: 172, left: 36, right: 360, top: 14, bottom: 148 };
/** The least range of heights, so that a level way is drawn level. */
const LEAST_RANGE_M = 20;
const GAP_SHARE = 0.02;
const TICK_STEPS_M = [5, 10, 20, 50, 100, 200, 500];
const MOST_TICKS = 5;

/** The frame of a profile; null where no height is known. */
export function profileFrame({ sections, lengthM }: DrawnProfile): ProfileFrame | null {
  const heights = sections
    .flatMap(({ parts }) => parts.flatMap(({ fromHeightM, toHeightM }) => [fromHeightM, toHeightM]))
    .filter((height) => height !== null);
  if (heights.length === 0 || lengthM <= 0) return null;
  const [lowM, highM] = [Math.min(...heights), Math.max(...heights)];
  const rangeM = Math.max(LEAST_RANGE_M, highM - lowM);
  const floorM = (lowM + highM - rangeM) / 2;
  const { left, right, top, bottom } = SIZE;
  const gapM = GAP_SHARE * lengthM;
  const axisM = lengthM + gapM * (sections.length - 1);
  return {
    ...SIZE,
    lowM,
    highM,
    gapM,
    xOf: (metres) => left + ((right - left) * metres) / axisM,
    yOf: (metres) => bottom - 8 - ((bottom - 8 - top) * (metres - floorM)) / rangeM,
  };
}

/** Round heights within the frame, in metres. */
export function heightTicks({ lowM, highM }: ProfileFrame): number[] {
  const fits = (stepM: number) => Math.floor(highM / stepM) - Math.ceil(lowM / stepM) + 1 <= MOST_TICKS;
  const stepM = TICK_STEPS_M.find(fits) ?? TICK_STEPS_M[TICK_STEPS_M.length - 1]!;
  const first = Math.ceil(lowM / stepM);
  const count = Math.max(0, Math.floor(highM / stepM) - first + 1);
  return Array.from({ length: count }, (_, at) => (first + at) * stepM);
}

interface DrawnPart {
  readonly part: ProfilePart;
  readonly at: number;
  /** The line of the ground and the face under it, as SVG paths. */
  readonly edge: string;
  readonly face: string;
}

/** The parts whose two heights are known, each as a path; those without leave a gap. */
export function drawnParts(
  { sections }: DrawnProfile,
  { xOf, yOf, bottom, gapM }: ProfileFrame,
): DrawnPart[] {
  const drawn: DrawnPart[] = [];
  let startM = 0;
  let at = 0;
  for (const { parts } of sections) {
    for (const part of parts) {
      const { fromHeightM, toHeightM, lengthM } = part;
      const [x1, x2] = [xOf(startM), xOf(startM + lengthM)].map((x) => x.toFixed(1));
      startM += lengthM;
      at += 1;
      if (fromHeightM === null || toHeightM === null) continue;
      const [y1, y2] = [yOf(fromHeightM), yOf(toHeightM)].map((y) => y.toFixed(1));
      const edge = `M${x1} ${y1}L${x2} ${y2}`;
      drawn.push({ part, at, edge, face: `${edge}L${x2} ${bottom}L${x1} ${bottom}Z` });
    }
    startM += gapM;
  }
  return drawn;
}

/** Stretches of the axis, from and to in units of the picture, whose parts answer to a question; neighbours are one. */
export function stretchesWhere(
  { sections }: DrawnProfile,
  { xOf, gapM }: ProfileFrame,
  is: (part: ProfilePart) => boolean,
): readonly (readonly [from: number, to: number])[] {
  const stretches: [number, number][] = [];
  let startM = 0;
  for (const { parts } of sections) {
    let isOpen = false;
    for (const part of parts) {
      const endM = startM + part.lengthM;
      const last = stretches[stretches.length - 1];
      if (is(part) && isOpen && last) last[1] = xOf(endM);
      else if (is(part)) stretches.push([xOf(startM), xOf(endM)]);
      isOpen = is(part);
      startM = endM;
    }
    startM += gapM;
  }
  return stretches;
}
