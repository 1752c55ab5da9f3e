import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { findChromium, launchChromium, openPage, WITHOUT_WEBGL } from "../support/browser.ts";
import { accessibilityFaults } from "./accessibility.ts";

const chromium = findChromium();
const townUrl = inject("townUrl");

describe.skipIf(chromium === null)("the page of the programme in a real browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium(chromium!, WITHOUT_WEBGL);
  });
  afterAll(async () => {
    await browser?.close();
  });

  test("leads from a figure to the list that says the same, and a unit that is let comes to stand on it", async () => {
    const { page, troubles } = await openPage(browser, `${townUrl}#mode=projects`);
    await page.getByRole("button", { name: "业务目录" }).click();
    await page.getByRole("button", { name: "项目调度", exact: true }).click();
    const whole = page.locator('[data-page="done"]');
    const all = whole.locator('[data-code="projects"]');
    await all.waitFor();
    // nothing internal is on it
    expect(await whole.locator('[data-part="safety"]').count()).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    const projects = await all.getAttribute("data-value");
    await all.click();
    await page.locator(".project-count", { hasText: `${projects} 个项目` }).waitFor();

    await page.locator(".project-list button").first().click();
    const part = page.locator("section.operation");
    await part.getByRole("button", { name: "录入业态" }).click();
    await part.getByLabel("业态名称").fill("试填业态");
    await part.getByLabel("业态类别").selectOption("retail");
    await part.getByLabel("可出租面积").fill("100");
    await part.getByLabel("已出租面积").fill("120");
    await part.getByLabel("数据日期").fill("2026-03-01");
    await part.getByLabel("来源").fill("试填");
    expect(await part.getByLabel("租金").count()).toBe(0);
    await part.getByRole("button", { name: "保存" }).click();
    // more is let than there is: refused, and what was typed stays
    await part.locator('.failure[data-code="invalid-parameter"]').waitFor();
    expect(await part.getByLabel("业态名称").inputValue()).toBe("试填业态");
    await part.getByLabel("已出租面积").fill("80");
    await part.getByRole("button", { name: "保存" }).click();
    await part.locator('[data-sum="occupancy"]', { hasText: "80%" }).waitFor();
    await page.goto(`${townUrl}#mode=projects&show=programme`);
    const occupancy = whole.locator('[data-code="occupancy"]');
    await expect.poll(() => occupancy.getAttribute("data-value")).toBe("0.8");
    await occupancy.click();
    await page.getByText("试填业态").waitFor();
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});
