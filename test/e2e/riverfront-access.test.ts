import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { findChromium, launchChromium, mapIdle, openPage, type WatchedPage } from "../support/browser.ts";
import { accessibilityFaults } from "./accessibility.ts";

const chromium = findChromium();
const townUrl = inject("townUrl");

describe.skipIf(chromium === null)("how the river is reached", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium(chromium!);
  });
  afterAll(async () => {
    await browser?.close();
  });

  const answered = (page: WatchedPage["page"]) =>
    page.waitForSelector('[data-riverfront="done"] .riverfront-answer');

  test("is asked of the whole district, walker by walker, and a segment says more of itself", async () => {
    const { page, troubles } = await openPage(browser, townUrl);
    await mapIdle(page);
    await page.locator("nav").getByRole("button", { name: "分析" }).click();
    await page.getByRole("button", { name: /^滨江可达/ }).click();
    await page.getByRole("button", { name: "看岸线如何到达" }).click();
    await answered(page);
    expect(await page.locator('[data-field="walks"] tbody tr').count()).toBe(5);
    await page.getByRole("button", { name: "南滨岸线" }).click();
    await page.locator('[data-segment="rf1"]').getByText("数据自记 4 处").waitFor();
    await page.locator('.riverfront-form input[type="radio"]').nth(1).check({ force: true });
    await answered(page);
    expect(page.url()).toContain("river=elderly,primary");
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("is what a link says on a phone, and is taken away as a table", async () => {
    const { page, troubles } = await openPage(browser, `${townUrl}#mode=analyse&river=child,secondary`, {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    await answered(page);
    expect(await page.locator(".riverfront-form select").inputValue()).toBe("secondary");
    const waiting = page.waitForEvent("download");
    await page.locator(".riverfront .downloads").getByRole("button", { name: "CSV" }).click();
    const chunks: Buffer[] = [];
    for await (const chunk of await (await waiting).createReadStream()) chunks.push(chunk as Buffer);
    const [head, ...rows] = Buffer.concat(chunks).toString("utf8").trim().split("\r\n");
    expect(head).toContain("可沿岸通行（%）");
    // the total and the one segment, five walkers each
    expect(rows.filter((row) => row.startsWith("合计,"))).toHaveLength(5);
    expect(rows.filter((row) => row.startsWith("岸线段,"))).toHaveLength(5);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});
