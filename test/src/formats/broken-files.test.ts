// @vitest-environment jsdom
import fc from "fast-check";
import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { NamedFile } from "../../../src/formats/area-format.ts";
import { readAreas } from "../../../src/formats/read-areas.ts";
import { closedSquareAt, DISTRICT, fileOf, PLACE, squareAt } from "../../support/area-files.ts";
import { dxfText } from "../../support/dxf-text.ts";
import { encodeGbk } from "../../support/encode-gbk.ts";
import { dbfBytes, shpBytes } from "../../support/shapefile-bytes.ts";

const ring = closedSquareAt(PLACE["EPSG:4545"]);
const degrees = closedSquareAt(PLACE.lonLat, 0.001);
const shp = shpBytes("polygon", [[[...ring].reverse()]]);
const SOUND: readonly NamedFile[] = [
  fileOf("a.zip", zipSync({ "a.shp": shp, "a.dbf": dbfBytes(["红线"]) })),
  fileOf("a.shp", shp),
  fileOf("a.dxf", dxfText([{ layer: "RED", closed: true, vertices: squareAt(PLACE["EPSG:4545"]) }])),
  fileOf("a.geojson", JSON.stringify({ type: "Polygon", coordinates: [degrees] })),
  fileOf(
    "a.kml",
    `<kml><Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>${degrees.join(" ")}</coordinates>` +
      "</LinearRing></outerBoundaryIs></Polygon></Placemark></kml>",
  ),
  fileOf(
    "a.csv",
    encodeGbk(`点号,X坐标,Y坐标\n${ring.map(([x, y], index) => `界${index},${y},${x}`).join("\n")}`),
  ),
  fileOf("a.txt", `[地块坐标]\n5,1,DK,地块,面,,,,@\n${ring.map(([x, y]) => `J1,1,${y},${x}`).join("\n")}`),
];

/** Either areas whose every corner is a place on earth, or a reason: never an exception, never a number that is none. */
async function expectAnswer(file: NamedFile): Promise<void> {
  const answer = await readAreas(file, DISTRICT);
  if (!answer.valid) {
    expect(JSON.stringify(answer.reason.values)).not.toContain("null");
    return;
  }
  const corners = answer.readings.flatMap(({ areas }) =>
    areas.flatMap(({ polygon }) => polygon.coordinates.flat()),
  );
  expect(corners.length).toBeGreaterThan(3);
  for (const [lon = Number.NaN, lat = Number.NaN] of corners) {
    expect(Math.abs(lon) <= 180 && Math.abs(lat) <= 90).toBe(true);
  }
}

describe.each(SOUND.map((file) => [file.name, file] as const))("a broken %s", (_, file) => {
  test("is sound to begin with", async () => {
    expect(await readAreas(file, DISTRICT)).toMatchObject({ valid: true });
  });

  test("cut at any byte gets an answer or a reason", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: file.bytes.length }), (end) =>
        expectAnswer({ name: file.name, bytes: file.bytes.subarray(0, end) }),
      ),
      { numRuns: 60 },
    );
  });

  test("with any bytes changed gets an answer or a reason", async () => {
    const change = fc.tuple(
      fc.integer({ min: 0, max: file.bytes.length - 1 }),
      fc.integer({ min: 0, max: 255 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const bytes = file.bytes.slice();
        for (const [at, value] of changes) bytes[at] = value;
        return expectAnswer({ name: file.name, bytes });
      }),
      { numRuns: 120 },
    );
  });
});
