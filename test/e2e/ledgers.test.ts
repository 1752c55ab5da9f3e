import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { findChromium, launchChromium, openPage, WITHOUT_WEBGL } from "../support/browser.ts";
import { accessibilityFaults } from "./accessibility.ts";

const chromium = findChromium();

describe.skipIf(chromium === null)("the ledgers in a real browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium(chromium!, WITHOUT_WEBGL);
  });
  afterAll(async () => {
    await browser?.close();
  });

  test("estates are asked for by one click, told with what is not known, opened, written on and taken away; grades are not told", async () => {
    const { page, troubles } = await openPage(browser, `${inject("townUrl")}#mode=projects`);
    const menu = page.getByRole("button", { name: "业务目录" });
    await menu.click();
    const offered = page.getByRole("button", { name: "小区台账" });
    await offered.waitFor();
    // nothing internal is on offer
    expect(await page.getByRole("button", { name: "房屋安全档案" }).count()).toBe(0);
    // a link to it says why it is not here
    const linked = await openPage(browser, `${inject("townUrl")}#mode=projects&ledger=safety`);
    await linked.page.getByRole("note").getByText("以 INTERNAL=1 启动服务").waitFor();
    expect(linked.troubles).toEqual([]);
    await linked.page.context().close();
    await offered.click();
    await page.getByText("2 个小区").waitFor();
    expect(await page.locator("option", { hasText: "安全等级" }).count()).toBe(0);
    await page.getByRole("button", { name: /2001—2010 年建成、无电梯、无项目/ }).click();
    await page.waitForFunction(() =>
      location.hash.includes("builtFrom:2001;builtTo:2010;lift:none;project:none"),
    );
    const link = page.url();
    await page.getByRole("button", { name: "清除筛选" }).click();
    await page.getByText("2 个小区").waitFor();
    const taken = page.waitForEvent("download");
    await page.locator(".ledger").getByRole("button", { name: "Excel 表格" }).click();
    expect((await taken).suggestedFilename()).toMatch(/^云岭区 小区台账 \d{4}-\d\d-\d\d\.xlsx$/);
    expect(
      readFileSync(await (await taken).path())
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("button", { name: /^云台小区/ }).click();
    await page.getByRole("button", { name: "登记、修改" }).click();
    await page.getByLabel("调查日期").fill("2026-03-01");
    await page.getByRole("button", { name: "保存" }).click();
    // a survey without who made it is refused, and what was typed stays
    await page.locator('.failure[data-code="invalid-parameter"]').waitFor();
    expect(await page.getByLabel("调查日期").inputValue()).toBe("2026-03-01");
    await page.getByLabel("调查单位").fill("示例单位");
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByText("2026-03-01 · 示例单位").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "返回", exact: true }).click();
    await page.getByText("2026-03-01 已调查").waitFor();
    await menu.click();
    await page.getByRole("button", { name: "闲置资产" }).click();
    await page.getByText("本区尚未登记闲置资产。").waitFor();
    await page.getByRole("button", { name: "登记资产" }).click();
    await page.getByLabel("名称", { exact: true }).fill("示例闲置房屋");
    await page.getByLabel("来源").fill("演示");
    // there is no map whose middle would be put in
    await page.getByLabel("经度").fill("107.018");
    await page.getByLabel("纬度").fill("29.881");
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByRole("button", { name: /^示例闲置房屋/ }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.goto(link);
    await page.locator(".project-count[data-total]").waitFor();
    expect(await page.getByLabel("建成自").inputValue()).toBe("2001");
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("the safety archive is internal: an inspection and a hazard are taken down, and the building is due by the rule", async () => {
    const { page, troubles } = await openPage(
      browser,
      `${inject("internalTownUrl")}#mode=projects&ledger=safety&safety=grade:D`,
      { viewport: { width: 390, height: 844 } },
    );
    const row = page.locator(".ledger-row").first();
    await row.waitFor();
    await row.click();
    const own = page.locator(".ledger-page");
    await own.getByText("未见检查记录", { exact: true }).waitFor();
    await own.getByRole("button", { name: "登记检查" }).click();
    await own.getByLabel("检查日期").fill("2015-05-20");
    await own.getByLabel("检查单位").fill("示例鉴定机构");
    await own.getByRole("button", { name: "保存" }).click();
    await own.getByText(/已逾期 · 应于 20\d\d-05-20 前检查/).waitFor();
    await own.getByRole("button", { name: "登记隐患" }).click();
    await own.getByLabel("发现日期").fill("2025-01-01");
    await own.getByLabel("隐患情况").fill("外墙空鼓");
    await own.getByRole("button", { name: "保存" }).click();
    await own.locator('[data-hazard="open"]').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await own.getByRole("button", { name: "返回", exact: true }).click();
    await page.locator('.ledger-row [data-open="true"]').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});
