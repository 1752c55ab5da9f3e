// @vitest-environment jsdom
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { writeGeoJson } from "../../../src/formats/geojson.ts";
import {
  closedSquareAt,
  fileOf,
  metresFromPlace,
  onlyArea,
  PLACE,
  readRefused,
  readValid,
} from "../../support/area-files.ts";

const ring = closedSquareAt(PLACE.lonLat, 0.001).map(([lon, lat]): [number, number] => [
  Number(lon.toFixed(7)),
  Number(lat.toFixed(7)),
]);
const kmlText = (geometry: string, encoding = "UTF-8") =>
  `<?xml version="1.0" encoding="${encoding}"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark>` +
  `<name>地块一</name>${geometry}</Placemark></Document></kml>`;
const coordinates = (corners: [number, number][]) =>
  `<coordinates>${corners.map(([lon, lat]) => `${lon},${lat},0`).join(" ")}</coordinates>`;
const polygonKml = `<Polygon><outerBoundaryIs><LinearRing>${coordinates(ring)}</LinearRing></outerBoundaryIs></Polygon>`;

describe("KML", () => {
  test("gives its polygon in WGS 84, as its standard says, with the name", async () => {
    const file = await readValid(fileOf("a.kml", kmlText(polygonKml)));
    expect(file).toMatchObject({ format: "kml", origin: "stated" });
    const area = onlyArea(file);
    expect(area).toMatchObject({ name: "地块一", crs: "EPSG:4326", corners: 4 });
    expect(area.polygon.coordinates[0]).toContainEqual([106.5733, 29.5609]);
    expect(file.others.map(({ crs }) => crs)).toEqual(["GCJ-02", "BD-09"]);
  });

  test("may be zipped as KMZ, and its outline a closed path", async () => {
    const path = kmlText(`<MultiGeometry><LineString>${coordinates(ring)}</LineString></MultiGeometry>`);
    const file = await readValid(
      fileOf("a.kmz", zipSync({ "doc.kml": strToU8(path), "files/icon.png": strToU8("x") })),
    );
    expect(onlyArea(file)).toMatchObject({ corners: 4, notes: [] });
  });

  test("of a marker alone, or broken, is refused", async () => {
    const marker = kmlText("<Point><coordinates>106.57,29.56</coordinates></Point>");
    expect(await readRefused(fileOf("a.kml", marker))).toEqual({ code: "no-polygon", values: { points: 1 } });
    const broken = kmlText(polygonKml).slice(0, 200);
    expect(await readRefused(fileOf("a.kml", broken))).toEqual({
      code: "damaged-file",
      values: { format: "KML" },
    });
  });
});

describe("GeoJSON", () => {
  const feature = (geometry: GeoJSON.Geometry, properties = {}) => ({
    type: "Feature",
    geometry,
    properties,
  });
  const polygon: GeoJSON.Polygon = { type: "Polygon", coordinates: [ring] };
  const text = (root: unknown) => fileOf("a.geojson", JSON.stringify(root));

  test.each([
    ["a geometry", polygon],
    ["a feature", feature(polygon)],
    ["a collection", { type: "FeatureCollection", features: [feature(polygon)] }],
    ["a collection of geometries", { type: "GeometryCollection", geometries: [polygon] }],
  ])("is read from %s", async (_, root) => {
    expect(onlyArea(await readValid(text(root))).polygon.coordinates).toEqual([ring]);
  });

  test("gives each part of a multipolygon and each feature by its name, heights left aside", async () => {
    const high = ring.map(([lon, lat]) => [lon, lat, 250]);
    const multi: GeoJSON.MultiPolygon = { type: "MultiPolygon", coordinates: [[high], [ring]] };
    const root = {
      type: "FeatureCollection",
      features: [feature(multi, { 项目名称: "大坪" }), feature(polygon)],
    };
    const { areas } = (await readValid(text(root))).readings[0]!;
    expect(areas.map(({ name }) => name)).toEqual(["大坪", "大坪", null]);
    expect(areas[0]!.polygon).toEqual(areas[1]!.polygon);
  });

  test("in UTF-16 is read as well", async () => {
    const wide = new Uint8Array(
      Uint16Array.from(JSON.stringify(polygon), (letter) => letter.charCodeAt(0)).buffer,
    );
    const file = await readValid(fileOf("a.json", wide));
    expect(file.text?.encoding).toBe("utf-16le");
    expect(metresFromPlace(onlyArea(file).polygon)).toBe(0);
  });

  test("that crosses itself is kept, and the place told", async () => {
    const [lon, lat] = PLACE.lonLat;
    const bowTie = [
      [lon, lat],
      [lon + 0.002, lat + 0.002],
      [lon + 0.002, lat],
      [lon, lat + 0.002],
      [lon, lat],
    ];
    const area = onlyArea(await readValid(text({ type: "Polygon", coordinates: [bowTie] })));
    expect(area.notes).toEqual([
      {
        code: "self-crossing",
        values: { lon: expect.closeTo(lon + 0.001, 6), lat: expect.closeTo(lat + 0.001, 6) },
      },
    ]);
    expect(area).toMatchObject({ areaSqm: null, refusal: null });
  });

  const circle = (corners: number) => ({
    type: "Polygon",
    coordinates: [
      Array.from({ length: corners + 1 }, (_, index) => {
        const angle = ((index % corners) / corners) * 2 * Math.PI;
        return [106.55 + 0.01 * Math.cos(angle), 29.56 + 0.01 * Math.sin(angle)];
      }),
    ],
  });

  // the closing corner counts as a vertex, as in the service
  test("of 5,000 vertices is taken, of 5,001 shown but refused", async () => {
    expect(onlyArea(await readValid(text(circle(4999)))).refusal).toBeNull();
    expect(onlyArea(await readValid(text(circle(5000)))).refusal).toEqual({
      code: "too-many-vertices",
      values: { vertices: 5001, limit: 5000 },
    });
  });

  test("of 501 polygons is refused as a layer, of 500 not", async () => {
    const many = (count: number) => ({
      type: "FeatureCollection",
      features: Array(count).fill(feature(polygon)),
    });
    expect(await readRefused(text(many(501)))).toEqual({
      code: "too-many-areas",
      values: { areas: 501, limit: 500 },
    });
    expect((await readValid(text(many(500)))).readings[0]!.areas).toHaveLength(500);
  });

  test.each([
    ["no JSON", "{", "damaged-file"],
    ["JSON of another kind", '{"type":"Topology"}', "damaged-file"],
    [
      "a null coordinate",
      '{"type":"Polygon","coordinates":[[[106.5,29.5],[106.6,null],[106.6,29.6],[106.5,29.5]]]}',
      "damaged-file",
    ],
    [
      "a line of two points",
      '{"type":"LineString","coordinates":[[106.5,29.5],[106.6,29.6]]}',
      "too-few-corners",
    ],
    ["no features", '{"type":"FeatureCollection","features":[]}', "no-polygon"],
  ])("of %s is refused", async (_, content, code) => {
    expect((await readRefused(fileOf("a.geojson", content))).code).toBe(code);
  });

  test("written and read again is the same area, wound as RFC 7946 asks, with its properties", async () => {
    const clockwise: GeoJSON.Polygon = { type: "Polygon", coordinates: [[...ring].reverse()] };
    const written = await (await writeGeoJson(clockwise, { name: "大坪", landAreaSqm: null })).text();
    const { features } = JSON.parse(written);
    expect(features[0].properties).toEqual({ name: "大坪", landAreaSqm: null });
    expect(onlyArea(await readValid(fileOf("a.geojson", written)))).toMatchObject({
      name: "大坪",
      polygon: { type: "Polygon", coordinates: features[0].geometry.coordinates },
    });
    const [[x0, y0], [x1, y1], [x2, y2]] = features[0].geometry.coordinates[0];
    // counter-clockwise: the first turn is to the left
    expect((x1 - x0) * (y2 - y1) - (y1 - y0) * (x2 - x1)).toBeGreaterThan(0);
  });
});

describe("any file", () => {
  test("that is empty, too large or of an unknown kind is refused", async () => {
    expect(await readRefused(fileOf("a.kml", ""))).toEqual({ code: "empty-file", values: { name: "a.kml" } });
    expect(await readRefused(fileOf("a.kml", new Uint8Array(30_000_001)))).toEqual({
      code: "file-too-large",
      values: { size: 31, limit: 30 },
    });
    expect(await readRefused(fileOf("a.pdf", "%PDF"))).toEqual({
      code: "unknown-format",
      values: { name: "a.pdf" },
    });
    expect((await readRefused(fileOf("noextension", "x"))).code).toBe("unknown-format");
  });
});
