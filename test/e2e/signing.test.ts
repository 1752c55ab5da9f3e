import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { findChromium, launchChromium, openPage, WITHOUT_WEBGL } from "../support/browser.ts";
import { accessibilityFaults } from "./accessibility.ts";

const chromium = findChromium();
const townUrl = inject("townUrl");

describe.skipIf(chromium === null)("signing and lists in a real browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium(chromium!, WITHOUT_WEBGL);
  });
  afterAll(async () => {
    await browser?.close();
  });

  test("are entered and refused with the rule that was broken, and a file of items comes in and goes again", async () => {
    const { page, troubles } = await openPage(browser, `${townUrl}#mode=projects`);
    await page.getByRole("button", { name: "业务目录" }).click();
    await page.getByRole("button", { name: "签约", exact: true }).click();
    await page.getByRole("note").getByText("原文称 947 户，相差 8 户").waitFor();
    expect(page.url()).toContain("show=signing");
    await page.getByRole("button", { name: "新增地块" }).click();
    await page.getByLabel("名称", { exact: true }).fill("试填地块");
    await page.getByLabel("住宅户数", { exact: true }).fill("200");
    await page.getByLabel("来源").fill("试填");
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByRole("heading", { name: "试填地块" }).waitFor();
    expect(page.url()).toContain("select=acquisition-plot/plot:");
    const count = async (on: string, households: string) => {
      await page.getByLabel("截至日期").fill(on);
      await page.getByLabel("住宅户数").fill(households);
      await page.getByRole("button", { name: "保存" }).click();
    };
    await page.getByRole("button", { name: "填报进度" }).click();
    await count("2026-03-01", "120");
    const signed = page.locator('[data-stage="signed"]');
    await signed.getByText("120 / 200 户 · 60%").waitFor();
    await page.getByRole("button", { name: "填报进度" }).click();
    await count("2026-03-10", "110");
    await page.getByRole("alert").getByText("2026-03-01 已累计 120，其后不能更低").waitFor();
    expect(await page.getByLabel("住宅户数").inputValue()).toBe("110");
    await count("2026-03-10", "150");
    await signed.getByText("150 / 200 户 · 75%").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.goto(`${townUrl}#mode=projects&show=lists&items=measures-2025`);
    const tile = page.locator('[data-list="measures-2025"]');
    await tile.getByText("公布 7 项，已录入 0").waitFor();
    await page.getByText("导入表格文件", { exact: true }).click();
    const choose = (csv: string) =>
      page
        .getByLabel("选择文件")
        .setInputFiles({ name: "a.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
    await page.getByLabel("默认来源（行内未写时用）").fill("试填");
    await choose("清单,标题,完成时限\n办理措施：2025 年完成,甲措施,45992\n");
    await page.getByRole("button", { name: "逐行核对" }).click();
    await page.getByText("应写作 2025-12-01").waitFor();
    expect(await page.getByRole("button", { name: /^导入 \d+ 行/ }).count()).toBe(0);
    await choose("清单,题目\n办理措施：2025 年完成,甲措施\n");
    await page.getByRole("button", { name: "逐行核对" }).click();
    await page.getByText("缺“标题”列；首行现为：清单、题目。").waitFor();
    await choose("清单,标题,完成时限\n办理措施：2025 年完成,甲措施,2025-12-01\n");
    await page.getByRole("button", { name: "逐行核对" }).click();
    await page.getByRole("button", { name: "导入 1 行" }).click();
    await tile.getByText("公布 7 项，已录入 1").waitFor();
    // the same once more is refused in its form, and there only
    await page.getByRole("button", { name: "录入条目" }).click();
    await page.getByLabel("标题").fill("甲措施");
    await page.getByLabel("来源", { exact: true }).fill("试填");
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByText("标题：已有“甲措施”，不重复登记").waitFor();
    expect(await page.locator(".failure").count()).toBe(1);
    await page.getByRole("button", { name: "取消" }).click();
    await page.getByRole("button", { name: "整批撤销" }).click();
    await tile.getByText("公布 7 项，已录入 0").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});
