import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { findChromium, launchChromium, openPage, WITHOUT_WEBGL } from "../support/browser.ts";
import { accessibilityFaults } from "./accessibility.ts";

const chromium = findChromium();
const townUrl = inject("townUrl");

describe.skipIf(chromium === null)("the city health check in a real browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium(chromium!, WITHOUT_WEBGL);
  });
  afterAll(async () => {
    await browser?.close();
  });

  test("is asked from the menu, names what lacks, changes edition, stands in the link, and is taken away", async () => {
    const { page, troubles } = await openPage(browser, `${townUrl}#mode=analyse&ask=health`, {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    await page.getByRole("button", { name: "做一次体检" }).click();
    await page.waitForSelector('[data-health="done"] .health-answer');
    expect(await page.locator('[data-indicator="C38"] .health-value').textContent()).toMatch(/km\/km²$/);
    expect(await page.locator('[data-indicator="H01"] small').first().textContent()).toContain("C、D 级");
    expect(await page.locator('[data-field="surveys"] summary').textContent()).toContain("44");
    const waiting = page.waitForEvent("download");
    await page.locator(".health .downloads").getByRole("button", { name: "CSV" }).click();
    const chunks: Buffer[] = [];
    for await (const chunk of await (await waiting).createReadStream()) chunks.push(chunk as Buffer);
    const lines = Buffer.concat(chunks).toString("utf8").trim().split("\r\n");
    // a head, 61 national indicators and two local ones, the source
    expect(lines).toHaveLength(65);
    expect(lines[2]).toContain("需部门填报");

    await page.getByLabel("指标版本").selectOption("2022");
    await page.waitForFunction(() => location.hash.includes("check=2022"));
    await page.waitForSelector('[data-health="done"] [data-indicator="P02"]');
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});
