import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { findChromium, launchChromium, mapIdle, openPage } from "../support/browser.ts";
import { accessibilityFaults } from "./accessibility.ts";

const chromium = findChromium();
const townUrl = inject("townUrl");
const ANSWERED = '[data-radius="done"] .radius-answer';

describe.skipIf(chromium === null)("parks and service radii", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium(chromium!);
  });
  afterAll(async () => {
    await browser?.close();
  });

  test("stand side by side by definition, and a published figure is held against them", async () => {
    const { page, troubles } = await openPage(browser, `${townUrl}#mode=analyse&radius=park-coverage`);
    await mapIdle(page);
    await page.waitForSelector(ANSWERED);
    const rows = page.locator('[data-field="radiusFigures"] tbody tr');
    expect(await rows.count()).toBeGreaterThan(4);
    await page.locator(".radius-references .chip").first().click();
    await page.locator('[data-field="published"] li').first().waitFor();
    await rows.last().getByRole("button").click();
    await page.waitForFunction(() => /radius=park-coverage,[a-z0-9-]+,adult,10,0\.963/.test(location.hash));
    await page.waitForSelector(ANSWERED);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("are on a phone what a link says, and are taken away as a table", async () => {
    const { page, troubles } = await openPage(
      browser,
      `${townUrl}#mode=analyse&radius=statutory-radius-coverage,,elderly,15,,edu.kinder,700`,
      { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    );
    await page.waitForSelector(ANSWERED);
    expect(await page.locator(".radius-form select").last().inputValue()).toBe("15");
    const waiting = page.waitForEvent("download");
    await page.locator(".radius .downloads").getByRole("button", { name: "CSV" }).click();
    const stream = await (await waiting).createReadStream();
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const [head, first] = Buffer.concat(chunks).toString("utf8").trim().split("\r\n");
    expect(head).toContain("同距步行人口（%）");
    expect(first).toContain("幼儿园（自定半径）");
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});
