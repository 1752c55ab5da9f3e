import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { findChromium, launchChromium, openPage, WITHOUT_WEBGL } from "../support/browser.ts";
import { accessibilityFaults } from "./accessibility.ts";

const chromium = findChromium();
const townUrl = inject("townUrl");

describe.skipIf(chromium === null)("the projects in a real browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium(chromium!, WITHOUT_WEBGL);
  });
  afterAll(async () => {
    await browser?.close();
  });

  test("are narrowed by filters that stand in the link, opened by keyboard, and none is internal", async () => {
    const { page, troubles } = await openPage(browser, townUrl);
    await page.locator("nav").getByRole("button", { name: "项目" }).click();
    await page.getByText("3 个项目").waitFor();
    expect(await page.getByText("未公开收储").count()).toBe(0);
    await page.getByRole("button", { name: /^入库储备/ }).click();
    await page.getByText("1 个项目").waitFor();
    expect(decodeURIComponent(page.url())).toContain("stages=储备");
    const link = page.url();
    const menu = page.getByRole("button", { name: "业务目录" });
    await menu.press("Enter");
    await page.locator('[aria-current="page"]', { hasText: "列表" }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.locator('.projects-menu [aria-expanded="false"]').waitFor();
    await menu.press("Enter");
    await page.getByRole("button", { name: "公布数字一览" }).press("Enter");
    const target = page.locator('[data-code="cq-fund-total"]');
    await target.getByText("不是可用资金").waitFor();
    expect(await target.locator(".figure-value").textContent()).toContain("1,000");
    expect(await page.locator('[data-code="cq-awards"] .figure-value').textContent()).toContain("2.5 亿元");
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.goBack();
    await page.goBack();
    await page.getByText("3 个项目").waitFor();
    await page.goto("about:blank");
    await page.goto(link);
    await page.getByText("1 个项目").waitFor();
    await page.getByRole("button", { name: /书院街立面整治/ }).press("Enter");
    await page.locator('[aria-current="step"]', { hasText: "入库储备" }).waitFor();
    // a payer whose amount is not told has no amount, and so there is no total
    await page.getByText("金额不详", { exact: true }).waitFor();
    expect(await page.getByText("合计", { exact: true }).count()).toBe(0);
    expect(page.url()).toContain("select=project/p2");
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("stand in time and in each other's way, by views that stand in the link", async () => {
    const { page, troubles } = await openPage(browser, `${townUrl}#mode=projects&as=timeline`);
    const rows = page.locator(".timeline-row");
    await rows.first().waitFor();
    expect(await rows.count()).toBe(3);
    await page.getByLabel("分组").selectOption({ label: "责任单位" });
    await page.getByRole("heading", { name: /责任单位不详/ }).waitFor();
    await expect.poll(() => page.url()).toContain("group=unit");
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("radio", { name: "冲突" }).check();
    await page.locator(".conflicts[data-conflicts=done]").waitFor();
    await page.getByText("本区没有保护与风险范围数据", { exact: false }).waitFor();
    await expect.poll(() => page.url()).toContain("as=conflicts");
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("near me are those around the place the browser gives, with the radius in the link", async () => {
    const { page, troubles } = await openPage(browser, `${townUrl}#mode=projects&lang=en`, {
      viewport: { width: 390, height: 844 },
      permissions: ["geolocation"],
      geolocation: { longitude: 100, latitude: 20 },
    });
    await page.getByText("Projects: 3").waitFor();
    await page.getByRole("button", { name: "Near me" }).click();
    await page.getByText("No project meets every condition.").waitFor();
    expect(page.url()).toContain("near=100.000000,20.000000,1000");
    await page.getByRole("button", { name: "Clear filters" }).click();
    await page.getByText("Projects: 3").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("and all else is found by pinyin and by coordinates of either system, and remembered", async () => {
    const { page, troubles } = await openPage(browser, townUrl);
    const box = page.getByRole("combobox", { name: "搜索" });
    await box.fill("skdt");
    await page.getByRole("option", { name: /石坎电梯/ }).waitFor();
    await box.press("Enter");
    await page.getByRole("heading", { name: "石坎电梯" }).waitFor();
    // who looks for projects and names a place is shown those near it
    await box.fill("107.02,29.88");
    await page.getByRole("option", { name: /按 GCJ-02 换算/ }).click();
    await page.waitForFunction(() => location.hash.includes("near=107.0157"));
    await box.click();
    await page.getByText("最近找过").waitFor();
    expect(await page.locator("#search-hits").getByRole("option").count()).toBe(2);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("are carried through a step, held up by the next, and go on only with a reason that stays", async () => {
    const { page, troubles } = await openPage(browser, `${townUrl}#mode=projects&select=project/p3`);
    const reached = (name: string) => page.locator('[aria-current="step"]', { hasText: name }).waitFor();
    await reached("竣工");
    await page.getByRole("button", { name: "进入“招商运营”" }).click();
    await reached("招商运营");
    await page.locator('[data-guard="health-recheck"][data-status="blocked"]').waitFor();
    await page.getByRole("button", { name: "进入“效果评估”" }).click();
    await page.getByRole("alert").getByText("条件未满足：更新后复检").waitFor();
    const why = page.getByLabel(/如确需推进，写明理由/);
    await why.fill("短");
    await page.getByRole("button", { name: "说明理由并进入" }).click();
    await page.locator('[role="alert"][data-code="invalid-parameter"]').waitFor();
    expect(await why.inputValue()).toBe("短");
    await why.fill("复检安排在明年一季度");
    await page.getByRole("button", { name: "说明理由并进入" }).click();
    await reached("效果评估");
    await page.getByRole("note").getByText("复检安排在明年一季度").waitFor();
    await page.locator(".history").getByText("招商运营 → 效果评估").waitFor({ state: "attached" });
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});
