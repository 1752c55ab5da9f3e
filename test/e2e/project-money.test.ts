import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { findChromium, launchChromium, openPage, WITHOUT_WEBGL } from "../support/browser.ts";
import { accessibilityFaults } from "./accessibility.ts";

const chromium = findChromium();
const townUrl = inject("townUrl");

describe.skipIf(chromium === null)("the money of projects in a real browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium(chromium!, WITHOUT_WEBGL);
  });
  afterAll(async () => {
    await browser?.close();
  });

  test("is taken down, given no more than there is, and seen in figures that lead to their list", async () => {
    const { page, troubles } = await openPage(browser, `${townUrl}#mode=projects&as=money`);
    await page.locator('[data-money="done"]').waitFor();
    // the fund of 2022 is a target, in no sum
    const fund = page.locator('[data-target="cq-fund-total"]');
    await fund.getByText(/1,000 亿元/).waitFor();
    await fund.getByText(/不是可用资金/).waitFor();
    await page.getByText("尚无资金落实到这些项目。").waitFor();
    await page.locator('[data-part="sources"] > summary').click();
    await page.getByRole("button", { name: "新增资金来源" }).click();
    await page.getByLabel("出资方").fill("示例出资人");
    await page.getByLabel("金额（万元）").fill("100");
    await page.getByLabel("状态").selectOption({ label: "批复" });
    await page.getByLabel("日期").fill("2026-01-01");
    await page.getByLabel("依据").fill("演示");
    await page.getByRole("button", { name: "保存" }).click();
    await page
      .locator(".money-source", { hasText: "示例出资人" })
      .getByText(/尚可安排 100 万元|尚可安排 1,000,000元/)
      .waitFor();

    await page.locator('[data-rows="projects"] button').first().click();
    await page.locator('[data-part="allocate"] > summary').click();
    await page.locator('[data-part="allocate"] select').selectOption({ index: 1 });
    const amount = page.locator('[data-part="allocate"]').getByLabel("金额（万元）");
    await amount.fill("120");
    await page.locator('[data-part="allocate"]').getByRole("button", { name: "保存" }).click();
    await page.getByRole("alert").getByText("最多 100 万元。已填内容保留。").waitFor();
    expect(await amount.inputValue()).toBe("120");
    await amount.fill("60");
    await page.locator('[data-part="allocate"]').getByRole("button", { name: "保存" }).click();
    await page.locator(".money-payments").getByText("60 万元").waitFor();
    await page.locator('[data-balance="own-investment-unknown"]').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);

    // what cannot be taken back is told beside it, and can be tried again
    const takeBack = page.locator(".money-payments").getByRole("button", { name: "撤回" });
    const writing = /\/api\/fundings\//;
    await page.route(writing, (route) => route.abort("connectionrefused"));
    await takeBack.click();
    await page.locator('.money-payments [role="alert"]').waitFor();
    await page.unroute(writing);
    expect(await takeBack.isEnabled()).toBe(true);
    troubles.splice(0);

    await page.getByRole("button", { name: "看全部项目的资金" }).click();
    await page.locator('[data-figure="approved"]', { hasText: "60 万元" }).click();
    await page.waitForFunction(() => location.hash.includes("paid=approved"));
    await page.locator('[data-rows="projects"] li').nth(1).waitFor({ state: "detached" });
    await expect.poll(() => page.locator('[data-rows="projects"] li').count()).toBe(1);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});
