import { type Character, readCharacter } from "./character.ts";
import { readCompounds, reservedFor } from "./compounds.ts";
import { controlRows, lineIn } from "./control.ts";
import type { Elevation } from "./elevation.ts";
import {
  densify,
  distanceToLineM,
  isInside,
  type Line,
  lengthM,
  type Point,
  shift,
  simplify,
  smooth,
  toPlane,
} from "./plane.ts";
import { randomFor } from "./random.ts";
import { isOnBar, type Outline } from "./ring.ts";
import { type Drawing, startDrawing } from "./street-drawing.ts";
import { streetField } from "./street-field.ts";

/** What a line of the street plan is. */
export type StreetRank =
  | "outline"
  | "primary"
  | "secondary"
  | "tertiary"
  | "riverside"
  | "contour"
  | "climb"
  | "bank-path";

/** A line of the street plan in the plane. */
export interface Street {
  readonly points: Line;
  readonly rank: StreetRank;
  readonly nameZh: string | null;
  readonly nameEn: string | null;
}

/** How far inland the riverside roads run, metres. */
const RIVERSIDE_M = 48;
/** Distance between the ways down to the water, metres. */
const BANK_ACCESS_M = 520;

function mainStreets({ plane }: Outline): Street[] {
  return controlRows("main-road").map((row) => ({
    points: smooth(lineIn(row, "line").map((place) => toPlane(plane, place))),
    rank: row.class as StreetRank,
    nameZh: row.name_zh!,
    nameEn: row.name_en!,
  }));
}

function riversideStreets(outline: Outline): Street[] {
  const inland = (bank: Line, offsetM: number) =>
    awayFromBars(smooth(shift(densify(bank, 60), offsetM).slice(1, -1), 1), outline);
  return [
    ...inland(outline.yangtzeBank, RIVERSIDE_M).map(
      (points): Street => ({ points, rank: "riverside", nameZh: "长滨路", nameEn: "Changbin Road" }),
    ),
    ...inland(outline.jialingBank, -RIVERSIDE_M).map(
      (points): Street => ({ points, rank: "riverside", nameZh: "嘉滨路", nameEn: "Jiabin Road" }),
    ),
  ];
}

// The pieces of a line that do not run over a gravel bar.
function awayFromBars(line: Line, outline: Outline): Point[][] {
  const pieces: Point[][] = [[]];
  for (const place of line) {
    if (!isOnBar(outline, place)) pieces.at(-1)!.push(place);
    else if (pieces.at(-1)!.length > 0) pieces.push([]);
  }
  return pieces.filter((piece) => piece.length > 1);
}

// Short ways from the riverside road down to the bank, about every 500 m.
function bankPaths(outline: Outline, seed: number): Street[] {
  const { yangtzeBank, jialingBank } = outline;
  const random = randomFor(seed, "bank-paths");
  const paths: Street[] = [];
  for (const [bank, side] of [
    [yangtzeBank, 1],
    [jialingBank, -1],
  ] as const) {
    const dense = densify(bank, 20);
    const inland = shift(dense, side * (RIVERSIDE_M + 6));
    let metres = random.between(150, BANK_ACCESS_M);
    for (let at = 2; at < dense.length - 8; at++) {
      metres -= lengthM([dense[at - 1]!, dense[at]!]);
      if (metres > 0) continue;
      metres = BANK_ACCESS_M * random.between(0.7, 1.4);
      if (isOnBar(outline, inland[at]!)) continue;
      const beyond = shift(dense, side * -4)[at]!;
      paths.push({ points: [inland[at]!, beyond], rank: "bank-path", nameZh: null, nameEn: null });
    }
  }
  return paths;
}

function outlineStreets(outline: Outline): Street[] {
  return [
    outline.yangtzeMiddle,
    outline.jialingMiddle,
    outline.yangtzeBank,
    outline.jialingBank,
    outline.boundaryOnLand,
    // from the tip to the confluence, so that each river is a face of its own
    [outline.yangtzeBank.at(-1)!, outline.yangtzeMiddle.at(-1)!],
  ].map((points) => ({ points, rank: "outline", nameZh: null, nameEn: null }));
}

const plain = (rank: StreetRank) => (points: Line) => ({
  points: simplify(points, 1.2),
  rank,
  nameZh: null,
  nameEn: null,
});

/** Where generated streets may run: on land, not on the strip along the water, not on the ground of a known place. */
function buildable(outline: Outline): (place: Point) => boolean {
  const reserve = reservedFor(readCompounds(outline.plane));
  return (place) =>
    reserve(place) === null &&
    isInside(place, outline.landRing) &&
    !isOnBar(outline, place) &&
    distanceToLineM(place, outline.yangtzeBank) > RIVERSIDE_M &&
    distanceToLineM(place, outline.jialingBank) > RIVERSIDE_M;
}

/**
 * The street plan: main streets of the control facts, riverside roads, streets that follow the contours at the spacing of
 * their quarter, climbs across them, and ways to the water; with the district's outline among them, so that one plane
 * graph holds all.
 */
export function planStreets(outline: Outline, elevation: Elevation, seed: number): Street[] {
  const mains = mainStreets(outline);
  const riverside = riversideStreets(outline);
  const lines = [...mains, ...riverside].map(({ points }) => densify(points, 15));
  const characterAt: (place: Point) => Character = readCharacter(outline.plane);
  const drawing: Drawing = startDrawing({
    field: streetField(elevation, lines),
    spacingAt: (place) => characterAt(place).spacingM,
    buildable: buildable(outline),
    walls: [outline.boundaryOnLand],
    random: randomFor(seed, "streets"),
  });
  for (const line of lines) drawing.addGiven(line);
  const contours = drawing.drawContours();
  const climbs = drawing.drawClimbs();
  return [
    ...outlineStreets(outline),
    ...mains.map((street) => ({ ...street, points: simplify(street.points, 1) })),
    ...riverside.map((street) => ({ ...street, points: simplify(street.points, 1) })),
    ...contours.map(plain("contour")),
    ...climbs.map(plain("climb")),
    ...bankPaths(outline, seed),
  ];
}
