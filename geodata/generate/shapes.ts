import { around, common } from "./clip.ts";
import type { ControlRow } from "./control.ts";
import { lineIn, numberIn } from "./control.ts";
import type { PlanePolygon } from "./face-union.ts";
import { type Point, toPlane } from "./plane.ts";
import type { Outline } from "./ring.ts";

const SIDES = 48;

function circle([x, y]: Point, radiusM: number): Point[] {
  return Array.from({ length: SIDES }, (_, at) => {
    const angle = (2 * Math.PI * at) / SIDES;
    return [x + radiusM * Math.cos(angle), y + radiusM * Math.sin(angle)];
  });
}

/** The schematic shape of a control row (box, circle, corridor or the strip along both banks), clipped to the land. */
export function shapeOf(row: ControlRow, outline: Outline): PlanePolygon[] {
  return rawShapes(row, outline)
    .flatMap((ring) => common(ring, outline.landRing))
    .map((ring) => [ring]);
}

function rawShapes(row: ControlRow, outline: Outline): readonly (readonly Point[])[] {
  if (row.shape === "banks") {
    // both banks meet at the tip: one line, one strip
    const banks = [...outline.yangtzeBank, ...outline.jialingBank.toReversed().slice(1)];
    return around(banks, numberIn(row, "radius_m"));
  }
  const places = lineIn(row, "line").map((place) => toPlane(outline.plane, place));
  if (row.shape === "circle") return [circle(places[0]!, numberIn(row, "radius_m"))];
  if (row.shape === "corridor") return around(places, numberIn(row, "radius_m"));
  const [[west, south], [east, north]] = places as [Point, Point];
  return [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
    ],
  ];
}
