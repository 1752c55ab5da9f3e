import { readStructures } from "./bridges.ts";
import { type Character, readCharacter } from "./character.ts";
import { readCompounds, reservedFor } from "./compounds.ts";
import { controlRows } from "./control.ts";
import { courseIn } from "./curve.ts";
import type { Elevation } from "./elevation.ts";
import { noiseOver } from "./noise.ts";
import {
  densify,
  distanceM,
  distanceToLineM,
  isInside,
  type Line,
  lengthM,
  nearestOnSegment,
  type Point,
  shift,
  simplify,
} from "./plane.ts";
import { randomFor } from "./random.ts";
import { isOnLand, type Outline } from "./ring.ts";
import { crossing, type Drawing, startDrawing } from "./street-drawing.ts";
import { streetField } from "./street-field.ts";

/**
 * What a line of the street plan is. Three are no streets: the outline, the shore, and a plot line, which only parts what
 * is built on. A viaduct keeps the ground beneath a bridge or ramp free; the road on it is drawn with the bridges.
 */
export type StreetRank =
  | "outline"
  | "shore"
  | "plot"
  | "viaduct"
  | "primary"
  | "secondary"
  | "tertiary"
  | "riverside"
  | "pedestrian"
  | "contour"
  | "climb"
  | "alley"
  | "bank-path";

/** Whether one walks or drives along lines of a rank. */
export const isStreet = (rank: StreetRank): boolean =>
  rank !== "outline" && rank !== "shore" && rank !== "plot" && rank !== "viaduct";

/** A line of the street plan in the plane. */
export interface Street {
  readonly points: Line;
  readonly rank: StreetRank;
  readonly nameZh: string | null;
  readonly nameEn: string | null;
}

/** How far generated streets keep from the riverside road, metres. */
const BESIDE_RIVERSIDE_M = 14;
/** Distance between the ways down to the water, metres, and how long they may be. */
const BANK_ACCESS_M = 420;
const LONGEST_BANK_PATH_M = 320;
/** How far apart streets lie differs by this share from place to place, over this distance. */
const SPACING_SPREAD = 0.4;
const SPACING_WAVE_M = 260;

const unnamed = (rank: StreetRank) => (points: Line) => ({ points, rank, nameZh: null, nameEn: null });

function mainStreets({ plane }: Outline): Street[] {
  return controlRows("main-road").map((row) => ({
    points: courseIn(row, plane),
    rank: row.class as StreetRank,
    nameZh: row.name_zh!,
    nameEn: row.name_en!,
  }));
}

// The riverside roads along the Yangtze and the Jialing, each one line from upstream to the tip.
function riversides({ yangtzeBank, jialingBank }: Outline, mains: readonly Street[]): [Point[], Point[]] {
  const own: [Point[], Point[]] = [[], []];
  for (const { points } of mains.filter(({ rank }) => rank === "riverside")) {
    const middle = points[Math.floor(points.length / 2)]!;
    const first = distanceToLineM(middle, yangtzeBank) < distanceToLineM(middle, jialingBank);
    own[first ? 0 : 1].push(...points);
  }
  return own;
}

// Ways from the riverside road down to the bank; each ends a little beyond it, where the bank cuts it.
function bankPaths(outline: Outline, roads: readonly [Line, Line], seed: number): Street[] {
  const random = randomFor(seed, "bank-paths");
  return ([outline.yangtzeBank, outline.jialingBank] as const).flatMap((bank, river) => {
    const side = river === 0 ? 1 : -1;
    const dense = densify(bank, 20);
    const [beyond, inland] = [shift(dense, side * -4), shift(dense, side * LONGEST_BANK_PATH_M)];
    let metres = random.between(150, BANK_ACCESS_M);
    return dense.flatMap((place, at) => {
      metres -= at === 0 ? 0 : distanceM(dense[at - 1]!, place);
      if (metres > 0 || at > dense.length - 8) return [];
      metres = BANK_ACCESS_M * random.between(0.7, 1.4);
      const start = firstMet(beyond[at]!, inland[at]!, roads[river]!);
      return start ? [unnamed("bank-path")([start, beyond[at]!])] : [];
    });
  });
}

// A hand's breadth beyond the place where p–q first meets a line, so that both are joined there.
function firstMet(p: Point, q: Point, line: Line): Point | null {
  let nearest = 2;
  for (let at = 1; at < line.length; at++) {
    const cut = crossing(p, q, line[at - 1]!, line[at]!);
    if (cut) nearest = Math.min(nearest, cut[0]);
  }
  if (nearest > 1) return null;
  const share = nearest + 0.3 / distanceM(p, q);
  return [p[0] + (q[0] - p[0]) * share, p[1] + (q[1] - p[1]) * share];
}

// The shortest way from a place to a bank.
function toBank(place: Point, bank: Line): Line {
  const found = bank
    .slice(1)
    .map((b, at) => nearestOnSegment(place, bank[at]!, b))
    .reduce((best, other) => (other.distanceM < best.distanceM ? other : best));
  return [place, found.point];
}

// A bar is joined to the bank at both its tips, so that the channel behind it is a face of its own.
function barLines({ bars, yangtzeBank }: Outline): Street[] {
  return bars.flatMap((bar) => {
    const byLongitude = [...bar].sort((a, b) => a[0] - b[0]);
    return [
      unnamed("shore")([...bar, bar[0]!]),
      ...[byLongitude[0]!, byLongitude.at(-1)!].map((tip) => unnamed("outline")(toBank(tip, yangtzeBank))),
    ];
  });
}

function outlineStreets(outline: Outline): Street[] {
  return [
    ...[outline.yangtzeMiddle, outline.jialingMiddle].map(unnamed("outline")),
    ...[outline.yangtzeBank, outline.jialingBank].map(unnamed("shore")),
    unnamed("outline")(outline.boundaryOnLand),
    // from the tip to the confluence, so that each river is a face of its own
    unnamed("outline")([outline.yangtzeBank.at(-1)!, outline.yangtzeMiddle.at(-1)!]),
    ...barLines(outline),
  ];
}

// What lies of bridges and ramps over the land, up to the water.
function viaducts(outline: Outline): Street[] {
  return readStructures(outline.plane)
    .filter(({ kind }) => kind !== "tunnel")
    .map(({ line }) => {
      const dense = densify(line, 10);
      const wet = dense.findIndex((place) => !isOnLand(outline, place));
      return unnamed("viaduct")(simplify(wet < 0 ? dense : dense.slice(0, wet), 0.5));
    })
    .filter(({ points }) => points.length > 1);
}

// Where generated streets may run: on land, inland of the riverside roads, not on the ground of a known place.
function buildable(outline: Outline, [yangtze, jialing]: readonly [Line, Line]): (place: Point) => boolean {
  const reserve = reservedFor(readCompounds(outline.plane));
  const ring = [...yangtze, ...jialing.toReversed(), ...outline.boundaryOnLand.toReversed()];
  return (place) =>
    reserve(place) === null &&
    isInside(place, outline.landRing) &&
    isInside(place, ring) &&
    distanceToLineM(place, yangtze) > BESIDE_RIVERSIDE_M &&
    distanceToLineM(place, jialing) > BESIDE_RIVERSIDE_M;
}

/**
 * The street plan: main streets and riverside roads of the control facts, streets that follow the contours at the spacing
 * of their quarter, climbs across them, and ways to the water; with the district's outline among them, so that one plane
 * graph holds all.
 */
export function planStreets(outline: Outline, elevation: Elevation, seed: number): Street[] {
  const mains = mainStreets(outline);
  const roads = riversides(outline, mains);
  const lines = mains.map(({ points }) => densify(points, 15));
  const characterAt: (place: Point) => Character = readCharacter(outline.plane);
  const wider = noiseOver(SPACING_WAVE_M, randomFor(seed, "street spacing"));
  const drawing: Drawing = startDrawing({
    field: streetField(elevation, lines, randomFor(seed, "street field")),
    spacingAt: (place) => characterAt(place).spacingM * (1 + SPACING_SPREAD * wider(place)),
    buildable: buildable(outline, roads),
    walls: [outline.boundaryOnLand],
    random: randomFor(seed, "streets"),
  });
  for (const line of lines) drawing.addGiven(line);
  const contours = drawing.drawContours();
  const climbs = drawing.drawClimbs();
  return [
    ...outlineStreets(outline),
    // nodes of other lines lie on them to within the reach of the plane graph
    ...mains.map((street) => ({ ...street, points: simplify(street.points, 0.5) })),
    ...viaducts(outline),
    ...contours.map((line) => unnamed("contour")(simplify(line, 1.2))),
    ...climbs.map((line) => unnamed("climb")(simplify(line, 1.2))),
    ...bankPaths(outline, roads, seed),
  ].filter(({ points }) => lengthM(points) > 0);
}
