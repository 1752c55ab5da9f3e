import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { findChromium, launchChromium, mapIdle, openPage } from "../support/browser.ts";
import { accessibilityFaults } from "./accessibility.ts";

const chromium = findChromium();
const townUrl = inject("townUrl");
if (chromium === null)
  console.log("No Chromium was found (CHROMIUM_PATH names one): the browser tests are skipped.");

const hash = (page: Page) => decodeURIComponent(new URL(page.url()).hash);
const penReady = (page: Page) =>
  page.waitForFunction(
    () => document.querySelector<HTMLElement>(".maplibregl-canvas")?.style.cursor === "crosshair",
  );
const sheetDone = (page: Page) => page.waitForSelector('[data-sheet="done"] .headline');
const hashHas = (page: Page, text: string) =>
  page.waitForFunction((part) => decodeURIComponent(location.hash).includes(part), text);

// a place clicked as a hand does it: the pointer is there before the button goes down
async function click(page: Page, x: number, y: number): Promise<void> {
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.up();
}

// a pen that is put in the hand before the map stands still may miss a click
async function take(page: Page, shape: string): Promise<void> {
  await mapIdle(page);
  await page.getByRole("toolbar").getByRole("button", { name: shape }).click();
  await penReady(page);
}

async function drag(
  page: Page,
  from: readonly [number, number],
  to: readonly [number, number],
): Promise<void> {
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2, { steps: 4 });
  await page.mouse.move(...to, { steps: 4 });
  await page.mouse.up();
}

describe.skipIf(chromium === null)("drawing an area", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium(chromium!);
  });
  afterAll(async () => {
    await browser?.close();
  });
  const open = async (options = {}) => {
    const opened = await openPage(browser, `${townUrl}#mode=analyse`, options);
    await mapIdle(opened.page);
    await opened.page.getByRole("toolbar").waitFor();
    return opened;
  };

  test("left unfinished stays through Escape, another mode and a reload, and is gone on with and closed", async () => {
    const { page, troubles } = await open();
    await take(page, "多边形");
    for (const [x, y] of [
      [700, 330],
      [980, 330],
      [980, 560],
    ] as const)
      await click(page, x, y);
    await page.getByText("3 个顶点").first().waitFor();
    await page.keyboard.press("Control+z");
    await page.getByText("2 个顶点").first().waitFor();
    await page.keyboard.press("Control+Shift+z");
    await page.getByText("3 个顶点").first().waitFor();
    await page.keyboard.press("Escape");
    await page.getByText("有未画完的图形（3 个顶点）").waitFor();
    await page.locator("nav").getByRole("button", { name: "探索" }).click();
    await page.reload();
    await mapIdle(page);
    await page.locator("nav").getByRole("button", { name: "分析" }).click();
    await page.getByRole("button", { name: "继续画" }).click();
    await penReady(page);
    await page.getByRole("button", { name: "闭合" }).click();
    await sheetDone(page);
    expect(hash(page)).toMatch(/area=107\.\d{6},29\.\d{6};/);
    expect(hash(page)).not.toContain("sketch=");
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("as a rectangle with a hole in it; the hole is undone, redone and taken away", async () => {
    const { page, troubles } = await open();
    await take(page, "矩形");
    await drag(page, [700, 330], [1000, 600]);
    await sheetDone(page);
    const areaOf = (text: string) => /area=[^&]+/.exec(text)?.[0] ?? "";
    const whole = areaOf(hash(page));
    await take(page, "矩形");
    await page.getByText("挖去").click();
    await drag(page, [800, 400], [880, 470]);
    await page.getByText("1 块，1 个洞").waitFor();
    expect(hash(page)).toMatch(/area=[\d.,;]+![\d.,;]+/);
    await page.getByRole("button", { name: "撤销" }).click();
    await page.waitForFunction(() => !location.hash.includes("!"));
    expect(areaOf(hash(page))).toBe(whole);
    await page.getByRole("button", { name: "重做" }).click();
    await hashHas(page, "!");
    await page.getByRole("button", { name: "删除第 1 块的洞 1" }).click();
    await page.waitForFunction(() => !location.hash.includes("!"));
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("along streets follows them, and as far as one walks is an area too", async () => {
    const { page, troubles } = await open();
    await take(page, "沿街");
    const answered = page.waitForResponse((response) => response.url().includes("/api/walk-path"));
    for (const [x, y] of [
      [760, 360],
      [960, 360],
      [960, 540],
    ] as const)
      await click(page, x, y);
    expect((await answered).status()).toBe(200);
    await page.keyboard.press("Enter");
    await sheetDone(page);
    expect(hash(page)).toContain("area=");
    await take(page, "步行圈");
    const walked = page.waitForResponse((response) => response.url().includes("/api/analyses/isochrone"));
    await click(page, 840, 445);
    expect((await walked).status()).toBe(200);
    await hashHas(page, "area=~");
    await sheetDone(page);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("and its link, long as it is, is copied short and opens the same", async () => {
    const { page, troubles } = await open();
    // 900 corners, a wheel of small teeth: too long an address to send on
    const corners = Array.from({ length: 900 }, (_, step) => {
      const turn = (step * 2 * Math.PI) / 900;
      const far = step % 2 === 0 ? 0.002 : 0.0021;
      return `${(107.02 + far * Math.cos(turn)).toFixed(6)},${(29.882 + far * Math.sin(turn)).toFixed(6)}`;
    });
    await page.locator("details.corners summary").click();
    await page.locator("details.corners textarea").fill(corners.join("\n"));
    await page.getByRole("button", { name: "采用这些顶点" }).click();
    await sheetDone(page);
    await page.getByRole("button", { name: "复制链接" }).click();
    await page.getByText("已复制短链接").waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toMatch(/#s=[\w-]{10}$/);
    const long = hash(page);
    await page.goto("about:blank");
    await page.goto(link);
    await sheetDone(page);
    expect(/area=[^&]+/.exec(hash(page))).toEqual(/area=[^&]+/.exec(long));
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("with a finger on a phone", async () => {
    const { page, troubles } = await open({
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    await take(page, "多边形");
    for (const [x, y] of [
      [90, 120],
      [300, 130],
      [280, 300],
    ] as const)
      await page.touchscreen.tap(x, y);
    await page.getByText("3 个顶点").first().waitFor();
    await page.getByRole("button", { name: "闭合" }).click();
    await sheetDone(page);
    expect(hash(page)).toContain("area=");
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});
