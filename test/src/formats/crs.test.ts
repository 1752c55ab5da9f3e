import { describe, expect, test } from "vitest";
import { crsOfId, lonLatFrom } from "../../../src/formats/crs.ts";
import { crsOfName, crsOfWkt } from "../../../src/formats/wkt-crs.ts";
import {
  closedSquareAt,
  fileOf,
  metresFromPlace,
  onlyArea,
  PLACE,
  readRefused,
  readValid,
  squareAt,
} from "../../support/area-files.ts";

const csv = (corners: readonly (readonly number[])[]) => corners.map((corner) => corner.join(",")).join("\n");
const geojsonOf = (corners: [number, number][], crs?: string) =>
  JSON.stringify({
    type: "Feature",
    properties: {},
    geometry: { type: "Polygon", coordinates: [corners] },
    ...(crs ? { crs: { type: "name", properties: { name: crs } } } : {}),
  });

describe("a coordinate system", () => {
  const projected = Object.entries(PLACE).filter(([id]) => id !== "lonLat");
  test.each(projected)("%s gives the same point as PROJ to a centimetre", async (id, position) => {
    const toLonLat = await lonLatFrom(crsOfId(id)!);
    const [lon, lat] = toLonLat(position as readonly [number, number]);
    // 1e-7 degrees is a centimetre
    expect(lon).toBeCloseTo(PLACE.lonLat[0], 6);
    expect(lat).toBeCloseTo(PLACE.lonLat[1], 6);
  });

  test("of a 6° zone is the 3° one of the same meridian: 4507 and 4544 at 105° E", async () => {
    const position = PLACE["EPSG:4544"];
    const [six, three] = [await lonLatFrom(crsOfId("EPSG:4507")!), await lonLatFrom(crsOfId("EPSG:4544")!)];
    expect(six(position)).toEqual(three(position));
  });

  test("is known by the names of old GeoJSON, and a code we do not know is not guessed", () => {
    expect(crsOfName("urn:ogc:def:crs:EPSG::4545")).toMatchObject({ crs: { id: "EPSG:4545" } });
    expect(crsOfName("EPSG:4490")).toMatchObject({ crs: { id: "EPSG:4490" } });
    expect(crsOfName("urn:ogc:def:crs:OGC:1.3:CRS84")).toMatchObject({ crs: { id: "EPSG:4326" } });
    expect(crsOfName("EPSG:2343")).toEqual({ foreignDatum: "EPSG:2343" });
    expect(crsOfName("local")).toBeNull();
  });

  test("is known by its WKT, and another datum is named", () => {
    expect(crsOfWkt(ESRI_WKT)).toMatchObject({ crs: { id: "CGCS2000_3_Degree_GK_CM_108E" } });
    expect(
      crsOfWkt(`PROJCS["x",GEOGCS["y",AUTHORITY["EPSG","4490"]],AUTHORITY["EPSG","4524"]]`),
    ).toMatchObject({
      crs: { id: "EPSG:4524" },
    });
    expect(crsOfWkt(ESRI_WKT.replace("D_China_2000", "D_Xian_1980"))).toEqual({ foreignDatum: "Xian_1980" });
    expect(crsOfWkt(" ")).toBeNull();
  });
});

const ESRI_WKT =
  'PROJCS["CGCS2000_3_Degree_GK_CM_108E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",' +
  'SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],' +
  'PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],' +
  'PARAMETER["Central_Meridian",108.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';

describe("coordinates without a name", () => {
  test.each(["EPSG:4544", "EPSG:4545", "EPSG:4523", "EPSG:4524", "EPSG:4496", "EPSG:3857"] as const)(
    "are recognised as %s by their values and the district, columns in either order",
    async (id) => {
      const square = squareAt(PLACE[id]);
      const inOrder = await readValid(fileOf("a.csv", csv(square)));
      expect(inOrder.origin).toBe("recognised");
      expect(onlyArea(inOrder)).toMatchObject({ crs: id, axes: "xy", notes: [], refusal: null });
      expect(metresFromPlace(onlyArea(inOrder).polygon)).toBeLessThan(0.02);

      const northingFirst = await readValid(fileOf("a.csv", csv(square.map(([x, y]) => [y, x]))));
      expect(onlyArea(northingFirst)).toMatchObject({ crs: id, axes: "yx" });
      expect(onlyArea(northingFirst).polygon).toEqual(onlyArea(inOrder).polygon);
    },
  );

  test("in degrees are recognised in either order, and GCJ-02 and BD-09 are offered but never assumed", async () => {
    const square = squareAt(PLACE.lonLat, 0.001);
    const file = await readValid(fileOf("a.csv", csv(square)));
    expect(onlyArea(file)).toMatchObject({ crs: "EPSG:4326", axes: "xy" });
    expect(file.others.map(({ crs }) => crs)).toEqual(["GCJ-02", "BD-09"]);
    const swapped = await readValid(fileOf("a.csv", csv(square.map(([lon, lat]) => [lat, lon]))));
    expect(onlyArea(swapped)).toMatchObject({ crs: "EPSG:4326", axes: "yx" });
  });

  test("are GCJ-02 when the person says so: the area moves back by about 480 m", async () => {
    const file = fileOf("a.csv", csv(squareAt([106.5733 + 0.0038, 29.5609 - 0.0028], 0.001)));
    const said = await readValid(file, { reading: { crs: "GCJ-02", axes: "xy" } });
    expect(said.origin).toBe("chosen");
    expect(metresFromPlace(onlyArea(said).polygon)).toBeLessThan(60);
    expect(metresFromPlace(onlyArea(await readValid(file)).polygon)).toBeGreaterThan(400);
  });

  // an easting of 500 km is a meridian itself: 105° or 108° E, 1.5° from the district on either side, both far
  test("that lie near the district in no system are asked about, with a word that they are far", async () => {
    const file = await readValid(fileOf("a.csv", csv(squareAt([500_000, 3_272_000]))));
    expect(file.readings.length).toBeGreaterThan(1);
    expect(file.readings.map(({ crs }) => crs)).toContain("EPSG:4545");
    expect(file.readings.map(({ crs }) => crs)).toContain("EPSG:4544");
    expect(file.notes).toEqual([{ code: "far-from-district", values: {} }]);
  });

  test("of no known system, as a local one, are refused with the numbers", async () => {
    expect(await readRefused(fileOf("a.csv", csv(squareAt([62_000.5, 71_000]))))).toEqual({
      code: "unknown-crs",
      values: { x: 62_000.5, y: 71_000 },
    });
  });
});

describe("a stated coordinate system", () => {
  test("is taken at its word", async () => {
    const text = geojsonOf(closedSquareAt(PLACE["EPSG:4545"]), "urn:ogc:def:crs:EPSG::4545");
    const file = await readValid(fileOf("a.geojson", text));
    expect(file.origin).toBe("stated");
    expect(onlyArea(file)).toMatchObject({ crs: "EPSG:4545", axes: "xy" });
    expect(metresFromPlace(onlyArea(file).polygon)).toBeLessThan(0.02);
    // 100 m squared, on a scale of 1.00025: 99.975² m
    expect(onlyArea(file).areaSqm!).toBeGreaterThan(9950);
    expect(onlyArea(file).areaSqm!).toBeLessThan(10_050);
  });

  test("that the numbers contradict is told, and they are recognised", async () => {
    const file = await readValid(
      fileOf("a.geojson", geojsonOf(closedSquareAt(PLACE["EPSG:4524"]), "EPSG:4326")),
    );
    expect(file.origin).toBe("recognised");
    expect(file.notes).toEqual([{ code: "crs-contradicted", values: { crs: "EPSG:4326" } }]);
    expect(onlyArea(file).crs).toBe("EPSG:4524");
  });

  test("with lat before lon by mistake is set right only where it cannot be otherwise", async () => {
    const swapped = closedSquareAt([29.5609, 106.5733], 0.001);
    const file = await readValid(fileOf("a.geojson", geojsonOf(swapped, "EPSG:4326")));
    expect(onlyArea(file)).toMatchObject({ crs: "EPSG:4326", axes: "yx" });
  });

  test("of a datum that needs secret parameters is refused by name", async () => {
    expect(
      await readRefused(fileOf("a.geojson", geojsonOf(closedSquareAt([500_000, 3_272_000]), "EPSG:2343"))),
    ).toEqual({
      code: "foreign-datum",
      values: { datum: "EPSG:2343" },
    });
  });
});
