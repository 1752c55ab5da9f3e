import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { findChromium, launchChromium, mapIdle, openPage, type WatchedPage } from "../support/browser.ts";
import { accessibilityFaults } from "./accessibility.ts";

const chromium = findChromium();
const townUrl = inject("townUrl");

describe.skipIf(chromium === null)("is there enough, and who gets least", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium(chromium!);
  });
  afterAll(async () => {
    await browser?.close();
  });

  const answered = (page: WatchedPage["page"]) =>
    page.waitForSelector('[data-catchment="done"] .catchment-answer');

  test("is asked of the whole district, least first, down to the school, which the map shows", async () => {
    const { page, troubles } = await openPage(browser, townUrl);
    await mapIdle(page);
    await page.locator("nav").getByRole("button", { name: "分析" }).click();
    await page.getByRole("button", { name: /^够不够用、谁分得少/ }).click();
    await page
      .getByRole("region", { name: "够不够用、谁分得少" })
      .getByRole("button", { name: "小学", exact: true })
      .click();
    await answered(page);
    expect(await page.locator('[data-field="perThousand"]').textContent()).toContain("6–11 岁");
    // four schools of 480
    await page.getByText("核对：4 处共 1,920 学位").waitFor();
    await page.getByRole("radio", { name: "按街道" }).last().check();
    const held = await page
      .locator('[data-field="catchmentZones"] tbody td:nth-of-type(1)')
      .allTextContents();
    const numbers = held.map((text) => Number(text.replaceAll(",", "")));
    expect(numbers).toHaveLength(3);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    await page.getByRole("radio", { name: "按设施" }).check();
    const before = new URL(page.url()).hash;
    const first = page.locator('[data-field="catchmentFacilities"] tbody button').first();
    await first.click();
    expect(await first.getAttribute("aria-pressed")).toBe("true");
    await page.waitForFunction((hash) => location.hash !== hash, before);
    // the method folds away under what it is, so that the answer stands in the first screen
    const finer = page.locator(".catchment .finer summary");
    expect(await finer.textContent()).toContain(
      "两步移动搜索 · 工作日 10:00 · 可走收费扶梯、电梯 · 按登记容量 · 往返都在时限内",
    );
    const headline = (await page.locator('[data-field="perThousand"]').boundingBox())!;
    expect(headline.y + headline.height).toBeLessThan(900);
    await finer.click();
    await page.getByRole("radio", { name: "高斯衰减" }).check();
    await answered(page);
    expect(page.url()).toMatch(/share=edu\.primary,auto,gaussian,slow,adult,both,auto,capacity,facility/);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("is what a link says, tells unknown from none on a phone, and is taken away as a table", async () => {
    const { page, troubles } = await openPage(
      browser,
      `${townUrl}#mode=analyse&share=edu.kinder,15,enhanced,fast,child,to,all,capacity,subdistrict,quantile&at=sunT09:00`,
      { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    );
    await answered(page);
    // on a phone the form folds away once it is asked
    await page.getByText("修改条件").click();
    await page.getByText("更多设置").click();
    expect(await page.getByRole("radio", { name: "分段衰减" }).isChecked()).toBe(true);
    expect(await page.getByRole("radio", { name: "每级人数相当" }).isChecked()).toBe(true);
    await page.getByText("6 处设施中只有 5 处登记了容量").waitFor();
    const waiting = page.waitForEvent("download");
    await page.locator(".catchment .downloads").getByRole("button", { name: "CSV" }).click();
    const chunks: Buffer[] = [];
    for await (const chunk of await (await waiting).createReadStream()) chunks.push(chunk as Buffer);
    const [head, ...rows] = Buffer.concat(chunks).toString("utf8").trim().split("\r\n");
    expect(head).toContain("每千人供给");
    expect(rows.filter((row) => row.startsWith("街道,"))).toHaveLength(3);
    expect(rows.at(-1)).toContain("演示数据");
    await page.getByRole("button", { name: "处数", exact: true }).click();
    await answered(page);
    expect(await page.getByText("只有 5 处登记了容量").count()).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});
