// @vitest-environment node
import { readFileSync } from "node:fs";
import { distance } from "@turf/turf";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bd09ToWgs84, gcj02ToWgs84, wgs84ToBd09, wgs84ToGcj02 } from "../../../src/geometry/gcj-02.ts";
import type { Position } from "../../../src/geometry/position.ts";
import { sharedData } from "../../support/osm-network.ts";

const metresBetween = (a: Position, b: Position) => distance([...a], [...b], { units: "meters" });
const PLACE: Position = [106.54, 29.555];
const inChina = fc.tuple(
  fc.double({ min: 74, max: 134, noNaN: true }),
  fc.double({ min: 19, max: 53, noNaN: true }),
);

describe("GCJ-02 and BD-09", () => {
  // measured at 106.54, 29.555: GCJ-02 lies +0.00374°, −0.00283° from WGS 84, BD-09 +0.01020°, +0.00339°
  test("shift a place in Chongqing by the measured offsets", () => {
    const [gcjLon, gcjLat] = wgs84ToGcj02(PLACE);
    expect(gcjLon - PLACE[0]).toBeCloseTo(0.00374, 5);
    expect(gcjLat - PLACE[1]).toBeCloseTo(-0.00283, 5);
    const [bdLon, bdLat] = wgs84ToBd09(PLACE);
    expect(bdLon - PLACE[0]).toBeCloseTo(0.0102, 5);
    expect(bdLat - PLACE[1]).toBeCloseTo(0.00339, 5);
  });

  test("are undone to under a millimetre anywhere in China", () => {
    fc.assert(
      fc.property(inChina, (place) => {
        expect(metresBetween(gcj02ToWgs84(wgs84ToGcj02(place)), place)).toBeLessThan(0.001);
        expect(metresBetween(bd09ToWgs84(wgs84ToBd09(place)), place)).toBeLessThan(0.001);
      }),
    );
  });

  test("leave places outside China's box as they are, and shift those on its edge", () => {
    expect(wgs84ToGcj02([72.0039, 30])).toEqual([72.0039, 30]);
    expect(wgs84ToGcj02([72.004, 30])).not.toEqual([72.004, 30]);
    expect(gcj02ToWgs84([-8.61, 41.15])).toEqual([-8.61, 41.15]);
  });
});

const stations = sharedData("yuzhong/metro-stations-three-datums.csv");

describe.skipIf(stations === null)(
  "twenty real metro stations in three datums (../shared/data is absent: skipped)",
  () => {
    const rows = () =>
      readFileSync(stations!, "utf8")
        .trim()
        .split("\n")
        .slice(1)
        .map((line) => {
          const [, wgsLon, wgsLat, , gcjLon, gcjLat, bdLon, bdLat] = line.split(",");
          const numbers = [wgsLon, wgsLat, gcjLon, gcjLat, bdLon, bdLat].map((cell) =>
            cell ? Number(cell) : Number.NaN,
          );
          const [a, b, c, d, e, f] = numbers as [number, number, number, number, number, number];
          return { wgs: [a, b] as Position, gcj: [c, d] as Position, bd: [e, f] as Position };
        });

    const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

    // the sources mark different entrances of a station, up to 250 m apart, but the datums lie 480 m and 1 km apart
    test("come together once the shifts are undone", () => {
      const stops = rows();
      expect(stops).toHaveLength(20);
      const gcjGaps = stops.map(({ gcj, wgs }) => metresBetween(gcj02ToWgs84(gcj), wgs));
      expect(Math.max(...gcjGaps)).toBeLessThan(250);
      expect(median(gcjGaps)).toBeLessThan(60);
      expect(median(stops.map(({ gcj, wgs }) => metresBetween(gcj, wgs)))).toBeGreaterThan(450);

      const inBd = stops.filter(({ bd }) => !Number.isNaN(bd[0]));
      expect(inBd).toHaveLength(19);
      expect(median(inBd.map(({ bd, wgs }) => metresBetween(bd09ToWgs84(bd), wgs)))).toBeLessThan(60);
      expect(median(inBd.map(({ bd, wgs }) => metresBetween(bd, wgs)))).toBeGreaterThan(900);
    });
  },
);
