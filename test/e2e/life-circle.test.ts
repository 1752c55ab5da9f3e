import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { findChromium, launchChromium, openPage } from "../support/browser.ts";
import { accessibilityFaults } from "./accessibility.ts";

const chromium = findChromium();
const townUrl = inject("townUrl");

describe.skipIf(chromium === null)("life circles", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium(chromium!);
  });
  afterAll(async () => {
    await browser?.close();
  });

  const SHEET = "#mode=analyse&area=zone:subdistrict:shuyuan";

  test("stand side by side for all walkers, as a link says", async () => {
    const { page, troubles } = await openPage(browser, `${townUrl}${SHEET}&count=time&walkers=all`);
    await page.waitForSelector('[data-personas="done"]', { timeout: 90_000 });
    const walkers = page.locator('[data-field="personaTiers"] tbody tr');
    expect(await walkers.count()).toBe(5);
    const shareOf = async (persona: string) =>
      Number.parseFloat(
        (await walkers
          .and(page.locator(`[data-persona="${persona}"]`))
          .locator("td")
          .last()
          .textContent())!,
      );
    // who may use no stairs gets nowhere that others do not
    expect(await shareOf("wheelchair")).toBeLessThanOrEqual(await shareOf("adult"));
    const waiting = page.waitForEvent("download");
    await page.locator(".personas .downloads").getByRole("button", { name: "CSV" }).click();
    const chunks: Buffer[] = [];
    for await (const chunk of await (await waiting).createReadStream()) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).toString("utf8")).toContain("轮椅使用者 (%)");
    expect(await accessibilityFaults(page)).toEqual([]);
    // where they live whom it fails is asked by the same rules and walker
    await page.getByRole("button", { name: /^按街道、社区看谁缺/ }).click();
    await page.waitForSelector('[data-gap="done"]');
    expect(page.url()).toMatch(/gap=any-required,\d+,adult,subdistrict/);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("are judged by rules of one's own once their file is looked at, until they are deleted", async () => {
    const { page, troubles } = await openPage(browser, `${townUrl}${SHEET}`);
    await page.waitForSelector(".life-circle .own-rules", { timeout: 90_000 });
    await page.getByRole("button", { name: "导入自己的规则（CSV）" }).click();
    await page.locator('.own-rules input[type="file"]').setInputFiles({
      name: "试验清单.csv",
      mimeType: "text/csv",
      buffer: Buffer.from("生活圈,设施类别,要求,距离\n10,小学,▲,500\n7,小学,▲,500\n"),
    });
    const wrong = page.locator('[data-field="ruleProblems"] tr[data-line="3"]');
    expect(await wrong.textContent()).toContain("5、10 或 15");
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "只用无误的 1 条" }).click();
    await page.waitForFunction(() => location.hash.includes("rules=own-"));
    // the answer by the rules before it stays until this one comes
    const categories = page.locator('.life-circle [data-field="categories"] tbody tr');
    await expect.poll(() => categories.count(), { timeout: 30_000 }).toBe(1);
    await page.locator('.life-circle [data-field="allPresent"] .trial').waitFor();
    await page.getByRole("button", { name: "删除这套规则" }).click();
    await page.getByRole("button", { name: "确定删除" }).click();
    await page.waitForFunction(() => !location.hash.includes("rules="));
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});
