import { area, difference, featureCollection, multiPolygon, polygon, union } from "@turf/turf";
import { polygonsOf, type Shape } from "./area-text.ts";

type Combined =
  | { readonly shape: GeoJSON.Polygon | GeoJSON.MultiPolygon }
  | { readonly refused: "nothing-left" | "nothing-cut" };

const featureOf = (shape: Shape): GeoJSON.Feature<GeoJSON.Polygon | GeoJSON.MultiPolygon> => {
  const polygons = polygonsOf(shape).map((rings) => rings.map((ring) => ring.map((corner) => [...corner])));
  return polygons.length === 1 ? polygon(polygons[0]!) : multiPolygon(polygons);
};

/** Both shapes as one; where they do not touch, as several polygons. */
export function joinShapes(area: Shape, added: Shape): GeoJSON.Polygon | GeoJSON.MultiPolygon {
  // two areas always make one: it is only of none that there is no union
  return union(featureCollection([featureOf(area), featureOf(added)]))!.geometry;
}

/** A thousandth of a square metre: less than a corner's rounding moves. */
const NOTHING_SQM = 1e-3;

/** The first shape without the second: a hole where that lies within, a bite where it reaches over the edge. */
export function cutShape(whole: Shape, cut: Shape): Combined {
  const before = featureOf(whole);
  const left = difference(featureCollection([before, featureOf(cut)]));
  if (left === null) return { refused: "nothing-left" };
  if (area(before) - area(left) < NOTHING_SQM) return { refused: "nothing-cut" };
  return { shape: left.geometry };
}
