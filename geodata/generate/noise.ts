import type { Point } from "./plane.ts";
import type { Random } from "./random.ts";

const ACROSS = 64;

/** Value noise over the plane, -1…1, that changes over about `waveM` metres; it repeats every 64 waves. */
export function noiseOver(waveM: number, random: Random): (place: Point) => number {
  const lattice = Float64Array.from({ length: ACROSS * ACROSS }, () => random.between(-1, 1));
  const wrapped = (cell: number) => ((cell % ACROSS) + ACROSS) % ACROSS;
  const ease = (share: number) => share * share * (3 - 2 * share);
  return ([x, y]) => {
    const [column, row] = [Math.floor(x / waveM), Math.floor(y / waveM)];
    const [fx, fy] = [ease(x / waveM - column), ease(y / waveM - row)];
    const at = (dx: number, dy: number) => lattice[wrapped(row + dy) * ACROSS + wrapped(column + dx)]!;
    return (at(0, 0) * (1 - fx) + at(1, 0) * fx) * (1 - fy) + (at(0, 1) * (1 - fx) + at(1, 1) * fx) * fy;
  };
}
