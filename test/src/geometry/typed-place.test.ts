import { expect, test } from "vitest";
import { wgs84ToGcj02 } from "../../../src/geometry/gcj-02.ts";
import { typedPlaces } from "../../../src/geometry/typed-place.ts";

test("two numbers in China are a place of WGS 84 first, else one of GCJ-02", () => {
  const [plain, shifted] = typedPlaces("106.57,29.56");
  expect(plain).toEqual({ lonLat: [106.57, 29.56], system: "wgs84" });
  expect(shifted!.system).toBe("gcj02");
  // what GCJ-02 draws of the second place is what was typed
  const [lon, lat] = wgs84ToGcj02(shifted!.lonLat);
  expect(lon).toBeCloseTo(106.57, 9);
  expect(lat).toBeCloseTo(29.56, 9);
});

test("a prefix says the system, and lat before lon is understood where it can only be that", () => {
  expect(typedPlaces("gcj02: 106.57 29.56").map(({ system }) => system)).toEqual(["gcj02"]);
  expect(typedPlaces("GCJ-02 106.57,29.56").map(({ system }) => system)).toEqual(["gcj02"]);
  expect(typedPlaces("WGS84 29.56，106.57")).toEqual([{ lonLat: [106.57, 29.56], system: "wgs84" }]);
});

test("outside China the two systems are one", () => {
  expect(typedPlaces("-8.61, 41.15")).toEqual([{ lonLat: [-8.61, 41.15], system: "wgs84" }]);
});

test.each(["106.57", "106.57,129.5", "181,29", "解放碑", "1,2,3", ""])("%s is no place", (text) => {
  expect(typedPlaces(text)).toEqual([]);
});
