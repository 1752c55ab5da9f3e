import { describe, expect, test } from "vitest";
import {
  fileOf,
  metresFromPlace,
  onlyArea,
  PLACE,
  readRefused,
  readValid,
  squareAt,
} from "../../support/area-files.ts";
import { dxfText } from "../../support/dxf-text.ts";
import { encodeGbk } from "../../support/encode-gbk.ts";

const square = squareAt(PLACE["EPSG:4545"]);
const red = (vertices: readonly (readonly [number, number, number?])[], closed = true) => ({
  layer: "RED",
  closed,
  vertices,
});

describe("a DXF drawing", () => {
  test("gives its closed polyline, named by its layer, in the system its numbers tell", async () => {
    const file = await readValid(fileOf("red.dxf", dxfText([red(square)])));
    expect(file).toMatchObject({ format: "dxf", origin: "recognised", notes: [] });
    const area = onlyArea(file);
    expect(area).toMatchObject({ name: "RED", crs: "EPSG:4545", corners: 4, notes: [] });
    expect(metresFromPlace(area.polygon)).toBeLessThan(0.02);
  });

  test("rounds a bulged edge: a half circle on a side of 100 m adds 50² π ÷ 2 = 3,927 m²", async () => {
    const [a, b, c, d] = square as [[number, number], [number, number], [number, number], [number, number]];
    const bulged = onlyArea(await readValid(fileOf("red.dxf", dxfText([red([[...a, 1], b, c, d])]))));
    const plain = onlyArea(await readValid(fileOf("red.dxf", dxfText([red(square)]))));
    expect((bulged.areaSqm! - plain.areaSqm!) / 3927).toBeCloseTo(1, 1);
  });

  test("in millimetres is converted, and that is told", async () => {
    const file = await readValid(
      fileOf("red.dxf", dxfText([red(square.map(([x, y]) => [x * 1000, y * 1000]))])),
    );
    expect(file.notes).toEqual([{ code: "millimetres", values: {} }]);
    expect(metresFromPlace(onlyArea(file).polygon)).toBeLessThan(0.02);
  });

  // four corners and back to 2 m before the first: gap 2 of 398 m, half a per cent
  test("whose polyline is nearly closed is offered closed, with the gap", async () => {
    const [x, y] = square[0]!;
    const area = onlyArea(await readValid(fileOf("red.dxf", dxfText([red([...square, [x, y + 2]], false)]))));
    expect(area.notes).toEqual([{ code: "closed-gap", values: { metres: expect.closeTo(2, 1) } }]);
    expect(area.corners).toBe(5);
  });

  // gap 5 of 395 m is 1.3 %, over the one per cent that may be a slip
  test("whose polyline is open further is refused with the gap", async () => {
    const [x, y] = square[0]!;
    const reason = await readRefused(fileOf("red.dxf", dxfText([red([...square, [x, y + 5]], false)])));
    expect(reason).toEqual({ code: "open-lines", values: { lines: 1, gapPercent: 2 } });
  });

  test("with several polylines offers each, and tells what was left out", async () => {
    const file = await readValid(
      fileOf(
        "red.dxf",
        dxfText([red(square), { ...red(square), layer: "BLUE" }, red(square.slice(0, 3), false)]),
      ),
    );
    expect(file.readings[0]!.areas.map(({ name }) => name)).toEqual(["RED", "BLUE"]);
    expect(file.notes).toEqual([{ code: "left-out", values: { points: 0, lines: 1 } }]);
  });

  test("of loose lines only is refused with how to join them", async () => {
    const line = ["0", "LINE", "8", "0", "10", "1", "20", "2", "11", "3", "21", "4"];
    const reason = await readRefused(fileOf("red.dxf", dxfText([], { others: [...line, ...line] })));
    expect(reason).toEqual({ code: "loose-lines", values: { lines: 2 } });
  });

  test("names layers by the code page it states", async () => {
    const header = ["9", "$ACADVER", "1", "AC1015", "9", "$DWGCODEPAGE", "3", "ANSI_936"];
    const text = dxfText([{ ...red(square), layer: "用地红线" }], { header });
    const file = await readValid(fileOf("red.dxf", encodeGbk(text)));
    expect(file.text?.encoding).toBe("gb18030");
    expect(onlyArea(file).name).toBe("用地红线");
  });

  test("names layers by escapes and, from 2007 on, in UTF-8", async () => {
    const header = ["9", "$ACADVER", "1", "AC1027", "9", "$DWGCODEPAGE", "3", "ANSI_936"];
    const utf8 = await readValid(
      fileOf("red.dxf", dxfText([{ ...red(square), layer: "用地红线" }], { header })),
    );
    expect(onlyArea(utf8).name).toBe("用地红线");
    const escaped = await readValid(
      fileOf("red.dxf", dxfText([{ ...red(square), layer: "\\U+7EA2\\U+7EBF" }])),
    );
    expect(onlyArea(escaped).name).toBe("红线");
  });
});

describe("a CAD file that cannot be used is refused with what to do:", () => {
  test("DWG, whatever it is called", async () => {
    const bytes = new Uint8Array([...new TextEncoder().encode("AC1032"), 0, 0, 0, 0]);
    expect((await readRefused(fileOf("red.dwg", bytes))).code).toBe("dwg");
    expect((await readRefused(fileOf("red.dxf", bytes))).code).toBe("dwg");
  });

  test("binary DXF", async () => {
    expect((await readRefused(fileOf("red.dxf", "AutoCAD Binary DXF\r\n\x1a\0…"))).code).toBe("binary-dxf");
  });

  test("no DXF at all, and one without entities", async () => {
    expect(await readRefused(fileOf("red.dxf", "hello"))).toEqual({
      code: "damaged-file",
      values: { format: "DXF" },
    });
    expect((await readRefused(fileOf("red.dxf", dxfText([])))).code).toBe("no-polygon");
  });
});
