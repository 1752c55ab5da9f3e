import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { findChromium, launchChromium, mapIdle, openPage, type WatchedPage } from "../support/browser.ts";
import { accessibilityFaults } from "./accessibility.ts";

const chromium = findChromium();
const townUrl = inject("townUrl");

describe.skipIf(chromium === null)("what is missing, and where", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium(chromium!);
  });
  afterAll(async () => {
    await browser?.close();
  });

  const answered = (page: WatchedPage["page"]) => page.waitForSelector('[data-gap="done"] .gap-answer');
  const open = async (page: WatchedPage["page"]) => {
    await page.locator("nav").getByRole("button", { name: "分析" }).click();
    await page.getByRole("button", { name: /^缺什么、在哪里/ }).click();
    await page.getByRole("button", { name: "任一 ▲ 与其他设施…" }).click();
    await answered(page);
  };

  test("is asked of the whole district, ranked by subdistrict, and gathered into places", async () => {
    const { page, troubles } = await openPage(browser, townUrl);
    await mapIdle(page);
    await open(page);
    await page.locator(".gap-form select").first().selectOption({ index: 1 });
    await page.locator(".gap-form select").last().selectOption("5");
    await answered(page);
    // the town has no communities, and says so
    await page.getByText("数据中没有社区边界").waitFor();
    await page.getByRole("radio", { name: "按街道" }).check();
    const rows = page.locator('[data-field="gapZones"] tbody tr');
    expect(await rows.count()).toBe(3);
    const counts = await rows.locator("td:nth-of-type(1)").allTextContents();
    const numbers = counts.map((text) => Number(text.replaceAll(",", "")));
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
    await rows.first().getByRole("button").click();
    await page.getByRole("radio", { name: "按地点" }).check();
    await page.locator(".gap-place").first().click();
    await page
      .locator(".gap-facts")
      .getByText(/^最近|走不到任何一处/)
      .waitFor();
    expect(page.url()).toMatch(/gap=[a-z.]+,5,adult,place/);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("is what a link says", async () => {
    const { page, troubles } = await openPage(
      browser,
      `${townUrl}#mode=analyse&gap=any-required,10,elderly,subdistrict`,
    );
    await answered(page);
    expect(await page.locator(".gap-headline").textContent()).toContain("10 分钟内至少缺一类");
    expect(await page.getByRole("radio", { name: "按街道" }).isChecked()).toBe(true);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("is taken away as a table of zones and places", async () => {
    const { page, troubles } = await openPage(browser, townUrl);
    await mapIdle(page);
    await open(page);
    const waiting = page.waitForEvent("download");
    await page.locator(".gap .downloads").getByRole("button", { name: "CSV" }).click();
    const stream = await (await waiting).createReadStream();
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const [head, ...rows] = Buffer.concat(chunks).toString("utf8").trim().split("\r\n");
    expect(head).toContain("缺的居民（人）");
    expect(rows.filter((row) => row.startsWith("街道,"))).toHaveLength(3);
    // what was asked stands in the file itself, before its source
    expect(rows.at(-2)).toMatch(/^所问,成年人 · \d+ 分钟 · 工作日 10:00 · /);
    expect(rows.at(-1)).toContain("演示数据");
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("says on a phone that nothing is known where the data holds no such facility", async () => {
    const { page, troubles } = await openPage(browser, townUrl, {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    await mapIdle(page);
    await open(page);
    // on a phone the form folds away once it is asked
    await page.getByText("修改条件").click();
    const absent = page.locator('.gap-form optgroup[label="数据中没有的设施"] option').first();
    await page
      .locator(".gap-form select")
      .first()
      .selectOption((await absent.getAttribute("value"))!);
    await page.getByText("无从判断谁缺").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});
