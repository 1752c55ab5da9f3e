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
import { encodeGbk } from "../../support/encode-gbk.ts";

const square = squareAt(PLACE["EPSG:4545"]);
const [c1, c2, c3, c4] = square as [[number, number], [number, number], [number, number], [number, number]];
const lines = (...rows: (string | readonly (string | number)[])[]) =>
  rows.map((row) => (typeof row === "string" ? row : row.join(","))).join("\r\n");
const txt = (content: string) => fileOf("points.txt", content);

describe("corner points as text", () => {
  const plain = squareAt(PLACE["EPSG:4545"]).map(([x, y], index) => [`J${index + 1}`, y, x] as const);

  test.each([
    ["label, X north, Y east", lines(...plain)],
    ["closed by the first label", lines(...plain, plain[0]!)],
    ["tabs", plain.map((row) => row.join("\t")).join("\n")],
    ["blanks", plain.map((row) => row.join("   ")).join("\n")],
    ["semicolons", plain.map((row) => row.join(";")).join("\n")],
    [
      "full-width commas and digits",
      plain.map(([j, y, x]) => `${j}，${y}，${x}`.replaceAll("3", "３")).join("\n"),
    ],
    ["counted points", lines(...plain.map(([, y, x], index) => [index + 1, y, x]))],
    ["no labels", lines(...plain.map(([, y, x]) => [y, x]))],
    ["ring numbers", lines(...plain.map(([j, y, x]) => [j, 1, y, x]))],
    ["heights at the end", lines(...plain.map(([j, y, x]) => [j, y, x, 245.3]))],
    ["a head in Chinese", lines("点号,X坐标,Y坐标", ...plain)],
    [
      "a head of eastings first",
      lines("序号,东坐标,北坐标,备注", ...plain.map(([j, y, x]) => [j, x, y, "界桩"])),
    ],
    ["remarks above and empty lines below", `# 红线\n${lines(...plain)}\n\n`],
  ])("with %s gives the same area", async (_, content) => {
    const area = onlyArea(await readValid(txt(content)));
    expect(area).toMatchObject({ crs: "EPSG:4545", corners: 4, notes: [] });
    expect(metresFromPlace(area.polygon)).toBeLessThan(0.02);
  });

  // 106° 34′ 23.88″ = 106 + 34 ÷ 60 + 23.88 ÷ 3600 = 106.5733°, 29° 33′ 39.24″ = 29.5609°
  test.each([
    ["signs", "106°34′23.88″,29°33′39.24″\n106°34′30″,29°33′39.24″\n106°34′30″,29°33′45″"],
    [
      "quotes and hemispheres",
      "106°34'23.88\"E\t29°33'39.24\"N\n106°34'30\"E\t29°33'39.24\"N\n106°34'30\"E\t29°33'45\"N",
    ],
    [
      "words",
      "东经106度34分23.88秒,北纬29度33分39.24秒\n东经106度34分30秒,北纬29度33分39.24秒\n东经106度34分30秒,北纬29度33分45秒",
    ],
    ["dashes", "106-34-23.88,29-33-39.24\n106-34-30,29-33-39.24\n106-34-30,29-33-45"],
  ])("in degrees, minutes and seconds with %s is read", async (_, content) => {
    const area = onlyArea(await readValid(txt(content)));
    expect(area).toMatchObject({ crs: "EPSG:4326", axes: "xy", corners: 3 });
    expect(metresFromPlace(area.polygon)).toBeLessThan(0.02);
  });

  test("in Excel's CSV with a head, quotes and a byte order mark is read, plots by their name", async () => {
    const file = await readValid(
      fileOf(
        "plots.csv",
        lines(
          "\uFEFF地块名称,经度,纬度",
          '"大坪, 一号",106.51,29.54',
          '"大坪, 一号",106.52,29.54',
          '"大坪, 一号",106.52,29.55',
          "二号,106.55,29.55",
          "二号,106.56,29.55",
          "二号,106.56,29.56",
        ),
      ),
    );
    expect(file.text?.encoding).toBe("utf-8");
    expect(file.readings[0]!.areas.map(({ name, corners }) => [name, corners])).toEqual([
      ["大坪, 一号", 3],
      ["二号", 3],
    ]);
  });

  test("in GBK is read, and the head understood", async () => {
    const file = await readValid(
      fileOf(
        "points.csv",
        encodeGbk(lines("点号,横坐标,纵坐标", ["一", ...c1], ["二", ...c2], ["三", ...c3])),
      ),
    );
    expect(file.text?.encoding).toBe("gb18030");
    expect(onlyArea(file)).toMatchObject({ crs: "EPSG:4545", axes: "xy", corners: 3 });
  });

  test("of two rings with an empty line between, the inner one becomes the hole", async () => {
    const inner = squareAt([c1[0] + 40, c1[1] + 40], 20);
    const area = onlyArea(await readValid(txt(`${lines(...square)}\n\n${lines(...inner)}`)));
    expect(area.polygon.coordinates).toHaveLength(2);
    // 100² − 20² = 9,600 m²; the sphere of the preview and the scale of the zone stay within one per cent
    expect(area.areaSqm! / 9600).toBeCloseTo(1, 2);
  });

  test("of two rings closed by their first corners are two areas where none is inside the other", async () => {
    const beside = squareAt([c1[0] + 200, c1[1]]);
    const file = await readValid(txt(lines(...square, c1, ...beside, beside[0]!)));
    expect(file.readings[0]!.areas).toHaveLength(2);
  });

  test("that are no coordinates are refused with the line", async () => {
    expect(await readRefused(txt(lines(c1, c2, "合计 2 点", c3)))).toEqual({
      code: "bad-row",
      values: { line: 3, text: "合计 2 点" },
    });
    expect((await readRefused(txt("会议纪要\n今天天气很好"))).code).toBe("no-coordinates");
    expect(await readRefused(txt(lines(c1, c2)))).toEqual({
      code: "too-few-corners",
      values: { corners: 2 },
    });
    expect((await readRefused(txt("106°61′00″,29°33′00″\n106°34′00″,29°33′00″"))).code).toBe("bad-row");
  });
});

describe("the plot exchange text of the land authorities", () => {
  const head = [
    "[属性描述]",
    "坐标系=2000国家大地坐标系",
    "几度分带=3",
    "投影类型=高斯克吕格",
    "计量单位=米",
    "带号=36",
    "精度=0.001",
    "转换参数=0,0,0,0,0,0,0",
  ];
  const plot = "5,1.0000,DK-1,解放碑地块,面,,住宅用地,,@";
  const rows = (corners: readonly (readonly number[])[], ring = 1) =>
    [...corners, corners[0]!].map(([x, y], index) => [`J${(index % corners.length) + 1}`, ring, y!, x!]);

  test("gives its plot by name, in the zone its head states", async () => {
    const file = await readValid(txt(lines(...head, "[地块坐标]", plot, ...rows(square))));
    expect(file.origin).toBe("stated");
    const area = onlyArea(file);
    expect(area).toMatchObject({ name: "解放碑地块", crs: "EPSG:4545", corners: 4 });
    expect(metresFromPlace(area.polygon)).toBeLessThan(0.02);
  });

  test("whose eastings carry the zone number are of the prefixed system", async () => {
    const prefixed = squareAt(PLACE["EPSG:4524"]);
    const area = onlyArea(await readValid(txt(lines(...head, "[地块坐标]", plot, ...rows(prefixed)))));
    expect(area.crs).toBe("EPSG:4524");
    expect(metresFromPlace(area.polygon)).toBeLessThan(0.02);
  });

  test("with holes by ring number and several plots", async () => {
    const inner = squareAt([c1[0] + 40, c1[1] + 40], 20);
    const beside = squareAt([c1[0] + 200, c1[1]]);
    const text = lines(
      ...head,
      "[地块坐标]",
      plot,
      ...rows(square),
      ...rows(inner, 2),
      plot.replace("解放碑地块", ""),
      ...rows(beside),
    );
    const { areas } = (await readValid(fileOf("a.txt", encodeGbk(text)))).readings[0]!;
    expect(areas.map(({ name, polygon }) => [name, polygon.coordinates.length])).toEqual([
      ["解放碑地块", 2],
      ["DK-1", 1],
    ]);
  });

  test("without a zone in its head is recognised by its values", async () => {
    const file = await readValid(txt(lines("[地块坐标]", plot, ...rows(square))));
    expect(file.origin).toBe("recognised");
    expect(onlyArea(file).crs).toBe("EPSG:4545");
  });

  test("in Xi'an 1980 is refused by name", async () => {
    const old = head.map((line) => line.replace("2000国家大地坐标系", "80国家大地坐标系"));
    expect(await readRefused(txt(lines(...old, "[地块坐标]", plot, ...rows([c1, c2, c3, c4]))))).toEqual({
      code: "foreign-datum",
      values: { datum: "80国家大地坐标系" },
    });
  });

  test("with a row that is none is refused with its line", async () => {
    expect(await readRefused(txt(lines("[地块坐标]", plot, "J1,1,abc,361733.7")))).toEqual({
      code: "bad-row",
      values: { line: 3, text: "J1,1,abc,361733.7" },
    });
  });
});
