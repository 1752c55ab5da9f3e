import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { findChromium, launchChromium, openPage, WITHOUT_WEBGL } from "../support/browser.ts";
import { accessibilityFaults } from "./accessibility.ts";

const chromium = findChromium();
const townUrl = inject("townUrl");
const CORE = "mode=analyse&area=zone:core:chengxin";
const DRAWN = "107.0150,29.8790;107.0220,29.8790;107.0220,29.8830;107.0150,29.8830";
const PHONE = { width: 390, height: 844 };

describe.skipIf(chromium === null)("the indicator sheet in a real browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium(chromium!, WITHOUT_WEBGL);
  });
  afterAll(async () => {
    await browser?.close();
  });

  // software WebGL on a busy machine
  const sheetDone = (page: Page) =>
    page.waitForSelector('[data-sheet="done"] .headline', { timeout: 60_000 });
  const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

  test("says the district's figure beside, draws the charts, and sorts and copies a table", async () => {
    const { page, troubles } = await openPage(browser, `${townUrl}#${CORE}`);
    await sheetDone(page);
    const gross = page.locator('.headline [data-field="grossPlotRatio"]');
    expect(await gross.locator('[data-beside="district"]').textContent()).toMatch(/^全区 \d\.\d\d/);
    await page.locator(".chart svg").first().waitFor();
    await page.getByRole("img", { name: /^层数构成：/ }).waitFor();

    const table = page.locator('[data-field="categories"]').first();
    const minutes = async () =>
      (await table.locator("tbody td:nth-child(3)").allTextContents()).map(Number).filter(Number.isFinite);
    await table.getByRole("button", { name: /中位时间/ }).click();
    const rising = await minutes();
    expect(rising.length).toBeGreaterThan(2);
    expect(rising).toEqual([...rising].sort((one, other) => one - other));
    await table.getByRole("button", { name: "复制表格" }).click();
    await table.getByText("已复制").waitFor();
    const [head, ...rows] = (await clipboard(page)).split("\n").map((line) => line.split("\t"));
    expect(head).toHaveLength(3);
    expect(rows.map((row) => Number(row[2])).slice(0, rising.length)).toEqual(
      rows
        .slice(0, rising.length)
        .map((row) => Number(row[2]))
        .sort((one, other) => one - other),
    );
    await page.getByRole("button", { name: "复制成一句话" }).click();
    // what the table was copied as may still be said
    await expect.poll(() => clipboard(page)).toContain("毛容积率");
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("sets a zone and a drawn area side by side, in the link, against the district, and as CSV", async () => {
    const { page, troubles } = await openPage(browser, `${townUrl}#${CORE}`);
    await sheetDone(page);
    await page.getByRole("button", { name: "加入对比" }).click();
    await page.goto(`${townUrl}${new URL(page.url()).hash.replace(/area=[^&]*/, `area=${DRAWN}`)}`);
    await sheetDone(page);
    await page.getByRole("button", { name: "加入对比" }).click();
    await page.getByRole("button", { name: "看对比（2）" }).click();
    const table = page.locator('[data-field="comparison"]');
    await table.locator('tr[data-row="landAreaSqm"] td .apart').waitFor();
    expect(await table.locator("thead th").count()).toBe(3);
    expect(await table.locator("thead").textContent()).toContain("所画范围 B");
    // the pill lies under its radio button
    await page.getByRole("radio", { name: "与全区相比" }).check({ force: true });
    await table.locator('[data-column="district"]').waitFor();
    expect(await table.locator('tr[data-row="landAreaSqm"] .apart').count()).toBe(2);

    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(".comparison").getByRole("button", { name: "CSV" }).click(),
    ]);
    const csv = readFileSync((await download.path())!, "utf8");
    const land =
      csv
        .split("\r\n")
        .find((line) => line.includes(",陆地面积,"))
        ?.split(",") ?? [];
    // part, quantity, unit, district, two areas, and each of them less the district
    expect(land).toHaveLength(8);
    expect(Number(land[6])).toBeCloseTo(Number(land[4]) - Number(land[3]), 3);

    const link = page.url();
    expect(link).toMatch(/compare=zone:core:chengxin%7C107\.\d/);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.goto("about:blank");
    await page.goto(link);
    await table.locator('tr[data-row="landAreaSqm"] .apart').first().waitFor();
    await page.goBack();
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("names an area, finds it after a reload, renames, deletes and undoes, exports and imports", async () => {
    const { page, troubles } = await openPage(browser, `${townUrl}#mode=analyse&area=${DRAWN}`);
    await sheetDone(page);
    await page.getByRole("button", { name: "存为命名范围" }).click();
    await page.getByRole("textbox", { name: "名称" }).fill("东头");
    await page.keyboard.press("Enter");
    await page.getByText("已存：东头").waitFor();
    await page.reload();
    const item = page.locator('[data-area="东头"]');
    await item.waitFor();
    await item.getByRole("button", { name: "改名" }).click();
    await page.getByRole("textbox", { name: "“东头”的新名称" }).fill("西头");
    await page.keyboard.press("Enter");
    const renamed = page.locator('[data-area="西头"]');
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "导出 GeoJSON" }).click(),
    ]);
    const file = (await download.path())!;
    await renamed.getByRole("button", { name: "删除" }).click();
    await page.getByText("已删除“西头”。").waitFor();
    expect(await renamed.count()).toBe(0);
    await page.getByRole("button", { name: "恢复", exact: true }).click();
    await renamed.waitFor();

    const input = page.locator('.named-areas input[type="file"]');
    await input.setInputFiles({ name: "a.geojson", mimeType: "", buffer: readFileSync(file) });
    await page.locator('[data-area="西头 (2)"]').waitFor();
    await input.setInputFiles({ name: "b.geojson", mimeType: "", buffer: Buffer.from("{") });
    await page.locator(".named-areas [role=alert]").waitFor();
    expect(await page.locator(".named-areas li").count()).toBe(2);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("on a phone the answer comes first, the tools folded, and the comparison scrolls", async () => {
    const { page, troubles } = await openPage(browser, `${townUrl}#${CORE}`, { viewport: PHONE });
    await sheetDone(page);
    const figure = await page.locator('.headline [data-field="grossPlotRatio"] dd').first().boundingBox();
    // above the bar of modes at the foot
    expect(figure!.y + figure!.height).toBeLessThan(PHONE.height - 56);
    expect(await page.locator(".area-fold").first().getAttribute("open")).toBeNull();
    // two fit, three do not
    await page.goto(
      `${townUrl}#mode=analyse&open=comparison&compare=zone:core:chengxin|zone:subdistrict:dong|${DRAWN}`,
    );
    await page.locator('tr[data-row="landAreaSqm"] .apart').waitFor();
    const widths = await page
      .locator(".comparison-scroll")
      .evaluate(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth]);
    expect(widths[0]).toBeGreaterThan(widths[1]!);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("prints the sheet with the marks it must bear, and nothing of the map's furniture", async () => {
    const { page } = await openPage(browser, `${townUrl}#${CORE}`);
    await sheetDone(page);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".paper-marks").textContent()).toContain("演示数据（非真实）");
    await page.locator(".paper-foot").waitFor();
    for (const hidden of [".rail", ".legend", ".map", ".sheet-tools", ".copy-table"])
      expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
    await page.context().close();
  });
});
