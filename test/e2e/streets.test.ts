import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { findChromium, launchChromium, mapIdle, openPage, type WatchedPage } from "../support/browser.ts";
import { accessibilityFaults } from "./accessibility.ts";

const chromium = findChromium();
const townUrl = inject("townUrl");

describe.skipIf(chromium === null)("roads and walking links", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium(chromium!);
  });
  afterAll(async () => {
    await browser?.close();
  });

  const answered = (page: WatchedPage["page"], name: string) =>
    page.waitForSelector(`[data-streets="done"] [data-street="${name}"]`);

  test("road-network says how dense the roads of the district are, rank by rank", async () => {
    const { page, troubles } = await openPage(browser, townUrl);
    await mapIdle(page);
    await page.locator("nav").getByRole("button", { name: "分析" }).click();
    await page.getByRole("button", { name: /^路网与步行连通/ }).click();
    await page.getByRole("button", { name: "道路网", exact: true }).click();
    await answered(page, "road-network");
    expect(await page.locator('[data-field="densityKmPerSqkm"]').first().textContent()).toMatch(/km\/km²/);
    const densities = await page
      .locator('[data-field="classes"] tbody tr:not(.street-total):not(:has(small)) td:nth-of-type(2)')
      .allTextContents();
    const total = Number(await page.locator(".street-total td:nth-of-type(2)").textContent());
    // each is written to a hundredth
    expect(densities.length).toBeGreaterThan(0);
    expect(Math.abs(densities.map(Number).reduce((sum, each) => sum + each, 0) - total)).toBeLessThan(0.03);
    expect(page.url()).toContain("street=road-network,adult");
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("walkway-connectivity is what a link says, and asks again for another walker", async () => {
    const { page, troubles } = await openPage(
      browser,
      `${townUrl}#mode=analyse&street=walkway-connectivity,elderly`,
    );
    await answered(page, "walkway-connectivity");
    expect(await page.getByRole("radio", { name: "老年人" }).first().isChecked()).toBe(true);
    await page.getByRole("button", { name: "GeoJSON" }).first().waitFor();
    await page.locator('.street input[type="radio"]').last().check();
    await page.waitForURL(/street=walkway-connectivity,wheelchair/);
    await answered(page, "walkway-connectivity");
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("are taken away as a table", async () => {
    const { page, troubles } = await openPage(browser, `${townUrl}#mode=analyse&street=road-network`);
    await answered(page, "road-network");
    const waiting = page.waitForEvent("download");
    await page.locator(".street .downloads").getByRole("button", { name: "CSV" }).click();
    const chunks: Buffer[] = [];
    for await (const chunk of await (await waiting).createReadStream()) chunks.push(chunk as Buffer);
    const rows = Buffer.concat(chunks).toString("utf8").trim().split("\r\n");
    expect(rows[0]).toContain("绕行（米）");
    expect(rows.filter((row) => row.startsWith("各等级道路,"))).toHaveLength(6);
    expect(rows.at(-1)).toContain("演示数据");
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("network-quality stands beside the import report, and a place of it is shown, on a phone", async () => {
    const { page, troubles } = await openPage(browser, `${townUrl}#open=report`, {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    await page.waitForSelector('[data-quality="done"] .street-findings');
    const findings = page.locator("[data-finding]");
    expect(await findings.count()).toBe(5);
    // stairs of the town end short of a street
    await page.locator('[data-finding="dangling-end"] > button').click();
    const place = page.locator('[data-finding="dangling-end"] .street-places button').first();
    // pulled up, the sheet leaves no map to see the place on
    await page.locator(".panel-handle").click();
    await page.locator('.panel[data-height="full"]').waitFor();
    await place.click();
    expect(await place.getAttribute("aria-pressed")).toBe("true");
    await page.locator('.panel[data-height="half"]').waitFor();
    const [list, chosen] = [await page.locator(".panel-body").boundingBox(), await place.boundingBox()];
    expect(chosen!.y).toBeGreaterThanOrEqual(list!.y);
    expect(chosen!.y).toBeLessThan(list!.y + list!.height);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("network-quality is a question of its own, whose places are marked until it is closed", async () => {
    const { page, troubles } = await openPage(browser, `${townUrl}#mode=analyse`);
    await page.getByRole("button", { name: /^步行网络质量/ }).click();
    await page.waitForSelector('[data-quality="done"] .street-findings');
    await page.locator('[data-finding="dangling-end"] > button').click();
    const place = page.locator('[data-finding="dangling-end"] .street-places button').first();
    await place.click();
    await mapIdle(page);
    // beside the panel: the map alone
    const clip = { x: 600, y: 100, width: 500, height: 700 };
    const marked = await page.screenshot({ clip });
    await place.click();
    await mapIdle(page);
    expect((await page.screenshot({ clip })).equals(marked)).toBe(false);
    await page.getByRole("button", { name: "收起" }).click();
    await page.waitForSelector(".question.network", { state: "detached" });
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});
