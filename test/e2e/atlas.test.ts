import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { findChromium, launchChromium, mapIdle, openPage, type WatchedPage } from "../support/browser.ts";

const chromium = findChromium();
const townUrl = inject("townUrl");
if (chromium === null)
  console.log("No Chromium was found (CHROMIUM_PATH names one): the browser tests are skipped.");

// corners in the middle of the free part of a 1440 × 900 map, in pixels
const CORNERS = [
  [700, 330],
  [980, 330],
  [980, 560],
  [700, 560],
] as const;

describe.skipIf(chromium === null)("the page in a real browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium(chromium!);
  });
  afterAll(async () => {
    await browser?.close();
  });

  const sheetDone = (page: WatchedPage["page"]) => page.waitForSelector('[data-sheet="done"] .headline');
  const figure = (page: WatchedPage["page"], field: string) =>
    page.locator(`.headline [data-field="${field}"] dd`).first().textContent();

  test("opens on the district, picks a zone and reads its indicator sheet", async () => {
    const { page, troubles } = await openPage(browser, townUrl);
    await mapIdle(page);
    expect(await page.locator("h1").textContent()).toBe("云岭区");
    await page.getByText("内部研究用图，不得公开").waitFor();
    await page.getByText("演示数据（非真实）").waitFor();
    await page.getByRole("button", { name: /^城心核/ }).click();
    await sheetDone(page);
    expect(await figure(page, "grossPlotRatio")).toMatch(/^\d\.\d\d–\d\.\d\d$/);
    expect(page.url()).toContain("select=zone/core:chengxin");
    // an absent category is said to be absent, and so not all can be met
    expect(await page.locator('[data-field="allRequired"]').textContent()).toContain("不详");
    await page.getByText("方法与依据").click();
    expect(await page.locator('[data-field="method"]').textContent()).toContain("条文待核实");
    await page.goBack();
    await page.getByText("点地图上的任何地物").waitFor();
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("picks a place, reads where one gets on foot, compares with a flat map, and a link asks the same again", async () => {
    const { page, troubles } = await openPage(browser, townUrl);
    await mapIdle(page);
    await page.locator("nav").getByRole("button", { name: "分析" }).click();
    await page.getByRole("button", { name: /^从一点步行/ }).click();
    await page.getByRole("button", { name: "在地图上选一点" }).click();
    await page.waitForFunction(
      () => document.querySelector<HTMLElement>(".maplibregl-canvas")?.style.cursor === "crosshair",
    );
    await clickMap(page, 840, 445);
    const areas = async () => {
      await page.waitForSelector('[data-walk="done"] [data-field="isochrone"]');
      return page.locator('[data-field="isochrone"] tbody tr').allTextContents();
    };
    const real = await areas();
    expect(real).toHaveLength(3);
    expect(page.url()).toMatch(/walk=107\.\d{6},29\.\d{6},adult,from,real/);
    await page.getByLabel("步行依据").selectOption("flat");
    await page.waitForFunction(() => location.hash.includes(",flat"));
    const flat = await areas();
    expect(flat).not.toEqual(real);

    const link = page.url();
    await page.goto("about:blank");
    await page.goto(link);
    expect(await areas()).toEqual(flat);
    await page.getByRole("button", { name: "清空" }).click();
    await page.waitForFunction(() => !location.hash.includes("walk="));
    expect(await page.locator('[data-field="isochrone"]').count()).toBe(0);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("draws, undoes a corner, edits a vertex, and a pasted link asks the very same question", async () => {
    const { page, troubles } = await openPage(browser, townUrl);
    await mapIdle(page);
    await page.locator("nav").getByRole("button", { name: "分析" }).click();
    await page.getByRole("button", { name: "多边形" }).click();
    await page.locator("canvas.maplibregl-canvas[style*='crosshair'], .maplibregl-canvas").waitFor();
    await page.waitForFunction(
      () => document.querySelector<HTMLElement>(".maplibregl-canvas")?.style.cursor === "crosshair",
    );
    for (const [x, y] of CORNERS.slice(0, 2)) await clickMap(page, x, y);
    await clickMap(page, 820, 760);
    await page.getByText("3 个顶点").waitFor();
    await page.getByRole("button", { name: "撤销" }).click();
    await page.getByText("2 个顶点").waitFor();
    for (const [x, y] of CORNERS.slice(2)) await clickMap(page, x, y);
    await clickMap(page, ...CORNERS[0]);
    await sheetDone(page);
    const before = new URL(page.url()).hash;
    expect(before).toMatch(/area=107\.\d{6},29\.\d{6};/);

    await mapIdle(page);
    await page.mouse.move(980, 560);
    await page.mouse.down();
    await page.mouse.move(1010, 600, { steps: 4 });
    await page.mouse.up();
    await page.waitForFunction((old) => location.hash !== old, before);
    await sheetDone(page);
    const [hash, ratio] = [new URL(page.url()).hash, await figure(page, "grossPlotRatio")];
    expect(troubles).toEqual([]);
    await page.context().close();

    const pasted = await openPage(browser, townUrl + hash);
    await sheetDone(pasted.page);
    expect(await figure(pasted.page, "grossPlotRatio")).toBe(ratio);
    expect(pasted.troubles).toEqual([]);
    await pasted.page.context().close();
  });

  test("says where an area crosses itself in the reader's language, and keeps it", async () => {
    const bow = "107.0150,29.8790;107.0220,29.8830;107.0220,29.8790;107.0150,29.8830";
    const { page, troubles } = await openPage(
      browser,
      `${townUrl}#mode=analyse&area=${bow}&gap=any-required`,
    );
    const note = page.locator('.failure[data-code="invalid-geometry"]');
    await note.waitFor();
    expect(await note.textContent()).toMatch(/107\.01\d+, 29\.88\d+ 处自相交/);
    await note.getByText("您画的范围仍在").waitFor();
    // told at the area, and not once more by each question asked of it
    await page.waitForSelector('[data-gap="failed"]');
    expect(await page.locator(".tools").locator(note).count()).toBe(1);
    expect(await note.count()).toBe(1);
    expect(page.url()).toContain("area=107.015");
    await page.locator("details.corners summary").click();
    const corners = page.locator("details.corners textarea");
    const [a, b, c, d] = (await corners.inputValue()).split("\n");
    await corners.fill([a, c, b, d].join("\n"));
    await page.getByRole("button", { name: "采用这些顶点" }).click();
    await sheetDone(page);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("switches language and theme without losing the answer, and both are in the link", async () => {
    const { page, troubles } = await openPage(
      browser,
      `${townUrl}#mode=analyse&area=zone:subdistrict:shuyuan`,
    );
    await sheetDone(page);
    const ratio = await figure(page, "grossPlotRatio");
    await page.getByRole("button", { name: "English" }).click();
    await page.getByText("Gross plot ratio").first().waitFor();
    expect(await figure(page, "grossPlotRatio")).toBe(ratio);
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    await page.getByRole("button", { name: /Light and dark/ }).click();
    await page.getByRole("button", { name: /Light and dark/ }).click();
    expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
    expect(page.url()).toMatch(/lang=en&theme=dark/);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("finds by name and by keyboard alone, and says where it found nothing", async () => {
    const { page, troubles } = await openPage(browser, townUrl);
    const box = page.getByRole("combobox", { name: "搜索" });
    await box.fill("石嘴翼");
    await page.getByRole("option", { name: /^石嘴翼/ }).waitFor();
    await box.press("Enter");
    await sheetDone(page);
    expect(page.url()).toContain("select=zone/wing:east");
    await box.fill("没有的名字");
    await page.getByText("没有名称含“没有的名字”的地物。").waitFor();
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("shows the import report with its source ids a click away", async () => {
    const { page, troubles } = await openPage(browser, townUrl);
    await page.getByRole("button", { name: "导入报告" }).click();
    await page.getByText("层数不详的建筑").waitFor();
    await page.getByText("来源编号（3/36）").click();
    await page.getByText("b3 b17 b40").waitFor();
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  async function clickMap(page: WatchedPage["page"], x: number, y: number): Promise<void> {
    await page.mouse.move(x, y);
    await page.mouse.click(x, y);
  }
});
