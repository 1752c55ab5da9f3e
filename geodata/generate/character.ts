import { controlRows, numberIn, placeOf } from "./control.ts";
import { distanceM, type Plane, type Point, toPlane } from "./plane.ts";

/** What a part of the city is made of. */
export type Fabric =
  | "cbd"
  | "mixed"
  | "old"
  | "slab"
  | "tower"
  | "civic"
  | "campus"
  | "factory"
  | "rail"
  | "hill";

/** The character of a place: its fabric and how far its streets lie apart, metres. */
export interface Character {
  readonly fabric: Fabric;
  readonly spacingM: number;
}

/** Answers the character of any place: that of the anchor relatively nearest to it. */
export function readCharacter(plane: Plane): (place: Point) => Character {
  const anchors = controlRows("character").map((row) => ({
    place: toPlane(plane, placeOf(row)),
    radiusM: numberIn(row, "radius_m"),
    character: { fabric: row.fabric as Fabric, spacingM: numberIn(row, "street_spacing_m") },
  }));
  return (place) => {
    let nearest = anchors[0]!;
    let least = Number.POSITIVE_INFINITY;
    for (const anchor of anchors) {
      const relative = distanceM(place, anchor.place) / anchor.radiusM;
      if (relative < least) [nearest, least] = [anchor, relative];
    }
    return nearest.character;
  };
}
