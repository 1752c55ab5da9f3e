import { readFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import proj4 from "proj4";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { wgs84ToGcj02 } from "../../src/geometry/gcj-02.ts";
import { findChromium, launchChromium, mapIdle, openPage } from "../support/browser.ts";
import { dxfText } from "../support/dxf-text.ts";
import { encodeGbk } from "../support/encode-gbk.ts";
import { dbfBytes, shpBytes } from "../support/shapefile-bytes.ts";
import { accessibilityFaults } from "./accessibility.ts";

const chromium = findChromium();
const townUrl = inject("townUrl");
if (chromium === null)
  console.log("No Chromium was found (CHROMIUM_PATH names one): the browser tests are skipped.");

// a plot in the middle of the generated town
const PLOT: readonly [number, number][] = [
  [107.015, 29.879],
  [107.022, 29.879],
  [107.022, 29.883],
  [107.015, 29.883],
];
const IN_4545 = proj4("+proj=tmerc +lon_0=108 +k=1 +x_0=500000 +ellps=GRS80 +units=m +no_defs");
const projected = PLOT.map((corner) => IN_4545.forward([...corner]) as [number, number]);
const AREA_IN_LINK =
  "area=107.015000,29.879000;107.022000,29.879000;107.022000,29.883000;107.015000,29.883000";
const OTHER_AREA = "area=zone:core:chengxin";

/** Drops a file on the map as a hand would: through the browser's own drag events. */
async function drop(page: Page, name: string, content: string | Uint8Array): Promise<void> {
  const bytes = typeof content === "string" ? strToU8(content) : content;
  const transfer = await page.evaluateHandle(
    ([fileName, base64]) => {
      const data = new DataTransfer();
      const content = Uint8Array.from(atob(base64!), (letter) => letter.charCodeAt(0));
      data.items.add(new File([content], fileName!));
      return data;
    },
    [name, Buffer.from(bytes).toString("base64")],
  );
  await page.dispatchEvent(".map", "dragover", { dataTransfer: transfer });
  await page.getByText("松开鼠标，导入红线").waitFor();
  await page.dispatchEvent(".map", "drop", { dataTransfer: transfer });
}

describe.skipIf(chromium === null)("a file dropped on the page", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium(chromium!);
  });
  afterAll(async () => {
    await browser?.close();
  });

  const sheetDone = (page: Page) => page.waitForSelector('[data-sheet="done"] .headline');
  const take = (page: Page) => page.getByRole("button", { name: "作为分析范围" });

  test("as a DXF in EPSG:4545 is previewed and becomes the drawn area", async () => {
    const { page, troubles } = await openPage(browser, townUrl);
    await mapIdle(page);
    await drop(page, "红线.dxf", dxfText([{ layer: "RED", closed: true, vertices: projected }]));
    await page.getByText(/识别为 EPSG:4545（中央经线 108°）/).waitFor();
    expect(page.url()).not.toContain("area=");
    expect(await accessibilityFaults(page)).toEqual([]);
    await take(page).click();
    await sheetDone(page);
    expect(page.url()).toContain(AREA_IN_LINK);
    expect(await page.locator("[data-import]").count()).toBe(0);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("that is broken says why and leaves the area there was, whatever its fault", async () => {
    const { page, troubles } = await openPage(browser, `${townUrl}#mode=analyse&${OTHER_AREA}`);
    await sheetDone(page);
    const zip = zipSync({ "red.shp": shpBytes("polygon", [[[...projected, projected[0]!].reverse()]]) });
    const files: [string, string | Uint8Array, string][] = [
      ["half.zip", zip.subarray(0, zip.length / 2), "已损坏或不完整"],
      ["plan.dwg", "AC1032 and more", "请在 CAD 中另存为 DXF"],
      ["empty.kml", "", "是空的"],
      ["open.dxf", dxfText([{ layer: "0", closed: false, vertices: projected }]), "未闭合的线"],
      ["list.csv", "name,floors\na,3\nb,4", "找不到坐标列"],
    ];
    for (const [name, content, sentence] of files) {
      await drop(page, name, content);
      await page.getByRole("alert").getByText(sentence).waitFor();
      await page.getByText("原有范围未改动").waitFor();
    }
    expect(page.url()).toContain(OTHER_AREA);
    await page.getByRole("button", { name: "关闭" }).click();
    await sheetDone(page);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("asks which of several areas, in which encoding and in which system, and guesses none", async () => {
    const { page, troubles } = await openPage(browser, `${townUrl}#mode=analyse`);
    await mapIdle(page);
    const ring = [...projected, projected[0]!].reverse();
    const small = ring.map(([x, y]): [number, number] => [
      x / 2 + projected[0]![0] / 2,
      y / 2 + projected[0]![1] / 2,
    ]);
    const shp = shpBytes("polygon", [[ring], [small]]);
    await drop(page, "plots.zip", zipSync({ "plots.shp": shp, "plots.dbf": dbfBytes(["大地块", "小地块"]) }));
    const which = page.getByLabel("哪个范围");
    await which.waitFor();
    expect(await take(page).isDisabled()).toBe(true);
    expect(await which.inputValue()).toBe("");
    expect(await page.getByLabel("文字编码").inputValue()).toBe("gb18030");
    expect(await which.locator("option").nth(2).textContent()).toContain("小地块");
    await which.selectOption("1");
    await take(page).click();
    await sheetDone(page);
    // half the plot: its far corner lies at half its width
    expect(page.url()).toMatch(/107\.0185\d\d,29\.8810/);

    // far from the district in any system: the person must say which
    const far = projected
      .map(([x, y]) => `${(x + 200_000).toFixed(3)},${(y + 400_000).toFixed(3)}`)
      .join("\n");
    await drop(page, "far.txt", far);
    await page.getByText("坐标有多种可能").waitFor();
    await page.getByText("这个范围都不在本区附近").waitFor();
    expect(await page.getByLabel("坐标系").inputValue()).toBe("");
    expect(await take(page).isDisabled()).toBe(true);
    await page.getByRole("button", { name: "取消，保留原有范围" }).click();
    expect(page.url()).toMatch(/107\.0185\d\d,29\.8810/);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("chosen by the button, in GBK and GCJ-02, is moved back when the person says so", async () => {
    const { page, troubles } = await openPage(browser, `${townUrl}#mode=analyse`);
    await mapIdle(page);
    const shifted = PLOT.map(wgs84ToGcj02).map(([lon, lat], index) => `J${index + 1},${lon},${lat}`);
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "导入红线" }).click();
    const buffer = Buffer.from(encodeGbk(["点号,经度,纬度", ...shifted].join("\r\n")));
    await (await chooser).setFiles({ name: "角点.csv", mimeType: "text/csv", buffer });
    await page.getByText("识别为 WGS84 / CGCS2000 经纬度").waitFor();
    await page.getByLabel("坐标系").selectOption({ label: "GCJ-02（高德、腾讯，偏移约 500 米）" });
    await page.getByText("按您指定的坐标系：GCJ-02").waitFor();
    await take(page).click();
    await sheetDone(page);
    expect(page.url()).toContain(AREA_IN_LINK);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("is written again by the sheet: its area as GeoJSON, its figures as CSV and as a workbook", async () => {
    const { page, troubles } = await openPage(browser, `${townUrl}#mode=analyse&${AREA_IN_LINK}`);
    await sheetDone(page);
    const download = async (name: string) => {
      const event = page.waitForEvent("download");
      await page.getByRole("button", { name, exact: true }).click();
      const file = await event;
      return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
    };
    const csv = await download("CSV 表格");
    expect(csv.name).toBe("所画范围.csv");
    expect([...csv.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const shown = await page.locator('.figures [data-field="grossPlotRatio"] dd').first().textContent();
    const table = csv.bytes.toString("utf8");
    const ends = [...table.matchAll(/容积率,毛容积率,([\d.]+),/g)].map(([, end]) => Number(end));
    expect(ends.map((end) => end.toFixed(2)).join("–")).toBe(shown);
    expect(table).toContain("演示数据（非真实）");

    const workbook = await download("Excel 表格");
    expect(workbook.bytes.subarray(0, 2).toString()).toBe("PK");

    const geojson = await download("范围 GeoJSON");
    const { grossPlotRatioLeast, grossPlotRatioMost } = JSON.parse(geojson.bytes.toString("utf8")).features[0]
      .properties;
    expect(grossPlotRatioLeast).toBeCloseTo(ends[0]!, 6);
    expect(grossPlotRatioMost).toBeCloseTo(ends.at(-1)!, 6);
    await page.getByText("修改范围").click();
    await page.getByRole("button", { name: "删除范围" }).click();
    await drop(page, "area.geojson", geojson.bytes);
    await take(page).click();
    await sheetDone(page);
    expect(page.url()).toContain(AREA_IN_LINK);
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});
