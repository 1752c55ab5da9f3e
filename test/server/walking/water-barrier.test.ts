import { expect, test } from "vitest";
import { projectionAt } from "../../../server/walking/projection.ts";
import {
  buildWaterBarrier,
  crossesWater,
  type Line,
  type Rings,
} from "../../../server/walking/water-barrier.ts";
import { seededRandom } from "../../bench/seeded-random.ts";

type Metres = readonly [x: number, y: number];

const PROJECTION = projectionAt(29.5);
const random = seededRandom(11);
const between = (low: number, high: number) => low + (high - low) * random();

/** A ragged ring round a place, run either way. */
function ring([x, y]: Metres, radiusM: number): Metres[] {
  const corners = Array.from({ length: 12 }, (_, corner): Metres => {
    const angle = (2 * Math.PI * corner) / 12;
    const reachM = radiusM * between(0.5, 1);
    return [x + reachM * Math.cos(angle), y + reachM * Math.sin(angle)];
  });
  if (random() < 0.5) corners.reverse();
  return [...corners, corners[0]!];
}

/** Lakes that overlap, every other one with an island. */
const LAKES: Metres[][][] = Array.from({ length: 12 }, (_, lake) => {
  const middle: Metres = [between(-400, 400), between(-400, 400)];
  return lake % 2 === 0 ? [ring(middle, 150)] : [ring(middle, 150), ring(middle, 40)];
});
const toRings = (lake: Metres[][]): Rings =>
  lake.map((points) =>
    points.flatMap(([x, y]) => [x / PROJECTION.metresPerLonDegree, y / PROJECTION.metresPerLatDegree]),
  );
const BARRIER = buildWaterBarrier(LAKES.map(toRings), PROJECTION);

// in the plainest way: is a place in an odd number of rings of any lake
const isWet = ([x, y]: Metres) =>
  LAKES.some((lake) => {
    let crossed = 0;
    for (const points of lake)
      for (let at = 1; at < points.length; at++) {
        const [[x1, y1], [x2, y2]] = [points[at - 1]!, points[at]!];
        if (y1 > y !== y2 > y && x1 + ((y - y1) / (y2 - y1)) * (x2 - x1) > x) crossed++;
      }
    return crossed % 2 === 1;
  });
const PLACES = 500;
const wetPlaces = ({ x1, y1, x2, y2 }: Line) =>
  Array.from({ length: PLACES }, (_, at) => (at + 0.5) / PLACES).filter((along) =>
    isWet([x1 + along * (x2 - x1), y1 + along * (y2 - y1)]),
  ).length;

test("a line crosses water where places along it are wet, whichever way rings run and however lakes overlap", () => {
  let [wet, dry] = [0, 0];
  for (let time = 0; time < 200; time++) {
    const [x1, y1] = [between(-600, 600), between(-600, 600)];
    const line = { x1, y1, x2: x1 + between(-90, 90), y2: y1 + between(-90, 90) };
    const places = wetPlaces(line);
    if (places > 0) expect(crossesWater(BARRIER, line)).toBe(true);
    // a part between two of the places may be wet all the same: asked again with that much let pass
    else expect(crossesWater(BARRIER, line, 0.3)).toBe(false);
    if (places > 0) wet++;
    else dry++;
  }
  expect(Math.min(wet, dry)).toBeGreaterThan(50);
});

test("a line wholly within water crosses it, one beside all water or without any water does not", () => {
  const [x, y] = [LAKES[0]![0]![0]![0], LAKES[0]![0]![0]![1]];
  const inward = LAKES[0]![0]![6]!;
  const at = (share: number): Metres => [x + share * (inward[0] - x), y + share * (inward[1] - y)];
  const [[x1, y1], [x2, y2]] = [at(0.45), at(0.55)];
  expect(crossesWater(BARRIER, { x1, y1, x2, y2 })).toBe(true);
  expect(crossesWater(BARRIER, { x1: -5_000, y1: 0, x2: -4_000, y2: 10 })).toBe(false);
  expect(crossesWater(BARRIER, { x1: 4_000, y1: 0, x2: 5_000, y2: 10 })).toBe(false);
  expect(crossesWater(buildWaterBarrier([], PROJECTION), { x1, y1, x2, y2 })).toBe(false);
});
