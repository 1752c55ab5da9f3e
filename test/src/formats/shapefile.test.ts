import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import {
  closedSquareAt,
  fileOf,
  metresFromPlace,
  onlyArea,
  PLACE,
  readRefused,
  readValid,
} from "../../support/area-files.ts";
import { encodeGbk } from "../../support/encode-gbk.ts";
import { dbfBytes, shpBytes } from "../../support/shapefile-bytes.ts";

const PRJ_108 =
  'PROJCS["CGCS2000_3_Degree_GK_CM_108E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",' +
  'SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],' +
  'PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],' +
  'PARAMETER["Central_Meridian",108.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';

// outer rings of a shapefile run clockwise, holes the other way
const outer = [...closedSquareAt(PLACE["EPSG:4545"])].reverse();
const hole = closedSquareAt([PLACE["EPSG:4545"][0] + 40, PLACE["EPSG:4545"][1] + 40], 20);
const zipped = (members: Record<string, Uint8Array | string>) =>
  fileOf(
    "red-line.zip",
    zipSync(
      Object.fromEntries(
        Object.entries(members).map(([name, content]) => [
          name,
          typeof content === "string" ? strToU8(content) : content,
        ]),
      ),
    ),
  );

describe("a zipped shapefile", () => {
  test("gives its polygon with the hole, in the system its .prj states", async () => {
    const file = await readValid(
      zipped({
        "red.shp": shpBytes("polygon", [[outer, hole]]),
        "red.dbf": dbfBytes(["Plot 1"]),
        "red.prj": PRJ_108,
      }),
    );
    expect(file).toMatchObject({ format: "shapefile", origin: "stated", notes: [] });
    const area = onlyArea(file);
    expect(area).toMatchObject({ crs: "CGCS2000_3_Degree_GK_CM_108E", name: "Plot 1", corners: 8 });
    expect(area.polygon.coordinates).toHaveLength(2);
    expect(metresFromPlace(area.polygon)).toBeLessThan(0.02);
    // 100² − 20² = 9,600 m², half a per mille less on the ground; the sphere of the preview adds up to half a per cent
    expect(area.areaSqm! / 9600).toBeCloseTo(1, 2);
  });

  test("without .prj is recognised by its values", async () => {
    const file = await readValid(zipped({ "red.shp": shpBytes("polygon", [[outer]]) }));
    expect(file.origin).toBe("recognised");
    expect(onlyArea(file).crs).toBe("EPSG:4545");
  });

  test("may hold several polygons and layers in a folder, in capitals", async () => {
    const shp = shpBytes("polygon", [[outer], [outer]]);
    const file = await readValid(
      zipped({
        "cad/A.SHP": shp,
        "cad/A.DBF": dbfBytes(["one", "two"]),
        "cad/b.shp": shp,
        "__MACOSX/cad/._A.SHP": "x",
      }),
    );
    expect(file.readings[0]!.areas.map(({ name }) => name)).toEqual(["one", "two", null, null]);
  });

  test("read alone, as a bare .shp, gives its polygons without names", async () => {
    const area = onlyArea(await readValid(fileOf("red.shp", shpBytes("polygon", [[outer]]))));
    expect(area).toMatchObject({ name: null, crs: "EPSG:4545" });
  });

  test("dropped as its loose parts is read with them", async () => {
    const beside = [
      fileOf("red.dbf", dbfBytes(["Plot 1"])),
      fileOf("red.prj", PRJ_108),
      fileOf("other.cpg", "936"),
    ];
    const file = await readValid({ ...fileOf("red.shp", shpBytes("polygon", [[outer]])), beside });
    expect(file.origin).toBe("stated");
    expect(onlyArea(file).name).toBe("Plot 1");
  });

  test("with layers of different systems is refused, naming them", async () => {
    const shp = shpBytes("polygon", [[outer]]);
    const reason = await readRefused(zipped({ "a.shp": shp, "b.shp": shp, "b.prj": PRJ_108 }));
    expect(reason).toEqual({ code: "several-crs", values: { names: "a.shp, b.shp" } });
  });
});

describe("names in a shapefile", () => {
  const members = (driver: number, cpg?: string) => ({
    "red.shp": shpBytes("polygon", [[outer]]),
    "red.dbf": dbfBytes(["解放碑片区红线"], driver),
    ...(cpg ? { "red.cpg": cpg } : {}),
  });

  test.each([
    ["a .cpg of GBK", members(0, "GBK")],
    ["a .cpg of 936", members(0, "936")],
    ["the language byte of the table", members(0x4d)],
  ])("are read by %s", async (_, parts) => {
    const file = await readValid(zipped(parts));
    expect(file.text?.encoding).toBe("gb18030");
    expect(onlyArea(file).name).toBe("解放碑片区红线");
  });

  test("of no stated encoding are read as GBK, and the other possibility is offered with a look at it", async () => {
    const file = await readValid(zipped(members(0)));
    expect(onlyArea(file).name).toBe("解放碑片区红线");
    expect(file.text?.candidates.map(({ encoding }) => encoding)).toContain("gb18030");
    expect(file.text?.candidates[0]).toEqual({ encoding: "gb18030", sample: "解放碑片区红线" });
  });

  test("are read as the person says", async () => {
    const file = await readValid(zipped(members(0)), { encoding: "windows-1252" });
    expect(onlyArea(file).name).toBe(new TextDecoder("windows-1252").decode(encodeGbk("解放碑片区红线")));
  });
});

describe("a zip that cannot be used is refused with its reason:", () => {
  test("points", async () => {
    const reason = await readRefused(zipped({ "p.shp": shpBytes("point", [[[[1, 2]]], [[[3, 4]]]]) }));
    expect(reason).toEqual({ code: "no-polygon", values: { points: 2 } });
  });

  test("open lines, with the smallest gap", async () => {
    // 100 + 100 + 100 m along three sides, the ends 100 m apart: 34 % rounded up
    const reason = await readRefused(zipped({ "l.shp": shpBytes("line", [[outer.slice(0, 4)]]) }));
    expect(reason).toEqual({ code: "open-lines", values: { lines: 1, gapPercent: 34 } });
  });

  test("no .shp in it", async () => {
    const reason = await readRefused(zipped({ "readme.md": "nothing here", "photo.jpg": "…" }));
    expect(reason).toEqual({ code: "zip-without-area", values: { names: "readme.md, photo.jpg" } });
  });

  test("cut in half", async () => {
    const whole = zipped({ "red.shp": shpBytes("polygon", [[outer]]), "red.prj": PRJ_108 });
    const half = { name: whole.name, bytes: whole.bytes.subarray(0, whole.bytes.length / 2) };
    expect((await readRefused(half)).code).toBe("damaged-file");
  });

  test("a .shp cut in half", async () => {
    const shp = shpBytes("polygon", [[outer]]);
    expect((await readRefused(zipped({ "red.shp": shp.subarray(0, 150) }))).code).toBe("damaged-file");
  });

  test("a password", async () => {
    const whole = zipped({ "red.shp": shpBytes("polygon", [[outer]]) });
    const locked = whole.bytes.slice();
    locked[6]! |= 1;
    expect((await readRefused({ ...whole, bytes: locked })).code).toBe("zip-encrypted");
  });

  test("one that would unpack to 121 MB, by its directory", async () => {
    const whole = zipped({ "red.shp": shpBytes("polygon", [[outer]]) });
    const bytes = whole.bytes.slice();
    // the directory follows the members: PK 1 2, the unpacked size 24 bytes on
    const directory = bytes.findIndex(
      (byte, at) => byte === 0x50 && bytes[at + 2] === 1 && bytes[at + 3] === 2,
    );
    new DataView(bytes.buffer).setUint32(directory + 24, 121_000_000, true);
    expect(await readRefused({ ...whole, bytes })).toEqual({
      code: "file-too-large",
      values: { size: 121, limit: 120 },
    });
  });
});
