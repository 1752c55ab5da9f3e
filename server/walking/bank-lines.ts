import Flatbush from "flatbush";
import { type LocalProjection, nearestFraction, projectAll } from "./projection.ts";
import { crossesWater, type WaterBarrier } from "./water-barrier.ts";

/** Banks as lines in a local metric frame, indexed; a bank may have several lines or none. */
export interface BankLines {
  readonly banks: number;
  /** x1, y1, x2, y2 of each straight part. */
  readonly parts: Float64Array;
  readonly bankOf: Int32Array;
  /** null where there is no bank. */
  readonly index: Flatbush | null;
}

/** The place of a bank nearest to another place. */
export interface BankPlace {
  readonly bank: number;
  readonly distanceM: number;
  readonly x: number;
  readonly y: number;
}

/** A bank is drawn only so exactly: that much of a straight line between it and a path may lie in water. */
const DRAWN_M = 1;

/** Indexes banks, each as lines of lon, lat interleaved (EPSG:4326), in their order. */
export function buildBankLines(
  banks: readonly (readonly ArrayLike<number>[])[],
  projection: LocalProjection,
): BankLines {
  const parts: number[] = [];
  const bankOf: number[] = [];
  for (const [bank, lines] of banks.entries()) {
    for (const line of lines) {
      const points = projectAll(line, projection);
      for (let at = 0; at + 3 < points.length; at += 2) {
        parts.push(points[at]!, points[at + 1]!, points[at + 2]!, points[at + 3]!);
        bankOf.push(bank);
      }
    }
  }
  return {
    banks: banks.length,
    parts: Float64Array.from(parts),
    bankOf: Int32Array.from(bankOf),
    index: indexParts(parts),
  };
}

function indexParts(parts: readonly number[]): Flatbush | null {
  if (parts.length === 0) return null;
  const index = new Flatbush(parts.length / 4);
  for (let at = 0; at < parts.length; at += 4) {
    const [x1, y1, x2, y2] = parts.slice(at, at + 4) as [number, number, number, number];
    index.add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
  }
  index.finish();
  return index;
}

/** The ends x1, y1, x2, y2 (metres) of a straight part. */
export function partEnds({ parts }: BankLines, part: number): [number, number, number, number] {
  return [parts[4 * part]!, parts[4 * part + 1]!, parts[4 * part + 2]!, parts[4 * part + 3]!];
}

/** For every bank within `withinM` (inclusive) of a place its nearest place, the nearest bank first. */
export function banksNear(lines: BankLines, x: number, y: number, withinM: number): BankPlace[] {
  const nearest = new Map<number, BankPlace>();
  const found = lines.index?.search(x - withinM, y - withinM, x + withinM, y + withinM) ?? [];
  for (const part of found) {
    const ends = partEnds(lines, part);
    const along = nearestFraction({ x, y }, ends);
    const at = { x: ends[0] + along * (ends[2] - ends[0]), y: ends[1] + along * (ends[3] - ends[1]) };
    const distanceM = Math.hypot(x - at.x, y - at.y);
    const bank = lines.bankOf[part]!;
    if (distanceM > withinM || distanceM >= (nearest.get(bank)?.distanceM ?? Number.POSITIVE_INFINITY))
      continue;
    nearest.set(bank, { bank, distanceM, ...at });
  }
  return [...nearest.values()].sort((one, other) => one.distanceM - other.distanceM || one.bank - other.bank);
}

/** The nearest bank within `withinM` (inclusive) that a straight line reaches over land; null = none. */
export function bankReached(
  lines: BankLines,
  { x, y }: { readonly x: number; readonly y: number },
  { withinM, water }: { readonly withinM: number; readonly water: WaterBarrier },
): BankPlace | null {
  const isDry = (place: BankPlace) => isDryLine(water, { x, y }, place);
  return banksNear(lines, x, y, withinM).find(isDry) ?? null;
}

/** Whether a straight line between a path and a bank crosses no water. */
export function isDryLine(
  water: WaterBarrier,
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
): boolean {
  return !crossesWater(water, { x1: from.x, y1: from.y, x2: to.x, y2: to.y }, DRAWN_M);
}
