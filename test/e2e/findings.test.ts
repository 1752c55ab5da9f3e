import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { findChromium, launchChromium, openPage } from "../support/browser.ts";
import { encodeGbk } from "../support/encode-gbk.ts";
import { accessibilityFaults } from "./accessibility.ts";

const chromium = findChromium();
const townUrl = inject("townUrl");

describe.skipIf(chromium === null)("the findings of the health check in a real browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium(chromium!);
  });
  afterAll(async () => {
    await browser?.close();
  });

  test("go from a press on the health check over proposal and project to the check after works, and back", async () => {
    const { page, troubles } = await openPage(browser, `${townUrl}#mode=analyse&ask=health&check=2023`, {
      viewport: { width: 800, height: 700 },
    });
    // sixty indicators, the walks of every building among them
    await page.waitForSelector('[data-health="done"] .health-answer', { timeout: 60_000 });
    // an indicator that lacks nothing by zone is made a finding as a whole
    const row = page
      .locator("tr[data-indicator]", { has: page.locator("td > .listed .list-finding") })
      .first();
    const indicator = await row.getAttribute("data-indicator");
    const pressed = page.locator(`tr[data-indicator="${indicator}"]`);
    await pressed.locator(".list-finding").click();
    await pressed.getByText("已列为问题").waitFor();
    await pressed.getByRole("button", { name: "查看" }).click();
    await page.locator('[data-step="finding"][data-here="true"]').waitFor();
    await page.locator('[data-step="found"]').getByText("条文待核实").waitFor();
    await page.getByText("尚看不出变化").waitFor();
    await page.locator('[data-step="recheck"]').getByText("纳入项目后方可复检").waitFor();

    await page.getByRole("button", { name: "提出建议" }).click();
    await page.getByLabel("建议内容").fill("结合片区更新补建");
    await page.getByLabel("责任单位").fill("示例责任单位");
    await page.getByRole("button", { name: "保存" }).click();
    await page.locator('[data-step="proposal"][data-here="true"]').getByText("结合片区更新补建").waitFor();
    await page.getByRole("button", { name: "纳入项目" }).click();
    await page.getByLabel(/项目名称或编号/).fill("书院街");
    await page
      .locator(".link-list")
      .getByRole("button", { name: /书院街立面整治/ })
      .click();
    const linked = page.locator('[data-step="project"][data-here="true"]');
    await linked.getByRole("button", { name: /书院街立面整治/ }).click();
    await page.locator(".project-findings").getByRole("button").first().click();
    await page.getByRole("button", { name: "复检" }).click();
    await page.locator(".evidence-form").getByRole("button", { name: "复检" }).click();
    // nothing was built meanwhile
    await page.locator('[data-step="recheck"] [data-outcome="not-improved"]').waitFor();
    await page
      .locator('[data-points="2"] figure, [data-points="2"] canvas, [data-points="2"] svg')
      .first()
      .waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.getByRole("button", { name: "返回台账" }).click();
    await page.getByText("1 个问题").waitFor();
    await page.getByText("筛选", { exact: true }).click();
    await page.getByRole("button", { name: "待处理" }).click();
    await page.getByText("没有符合全部条件的问题").waitFor();
    expect(page.url()).toContain("issues=list&state=open");
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  }, 150_000);

  test("come from a file of letters in GB18030 that is told row by row, taken whole, and taken back", async () => {
    const { page, troubles } = await openPage(browser, `${townUrl}#mode=projects&issues=import`, {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    const give = async (rows: string) =>
      page.getByLabel("选择文件").setInputFiles({
        ...{ name: "来信.csv", mimeType: "text/csv" },
        buffer: Buffer.from(encodeGbk(`标题,严重程度,日期,分区\n${rows}`)),
      });
    await give("电梯常停,严重,昨天,district:990100\n");
    const fault = page.locator(".fault-table tbody tr");
    await fault.getByText("日期，如 2026-03-01").waitFor();
    expect(await fault.locator("td").allTextContents()).toEqual(["2", "日期", "昨天", "日期，如 2026-03-01"]);
    await give("电梯常停,严重,2026年3月1日,district:990100\n");
    await page.getByText("GB18030 编码，1 行").waitFor();
    await page.getByRole("button", { name: "导入 1 行" }).click();
    await page.locator('[data-taken="true"]').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "整批撤销" }).click();
    await page.getByText("已撤销").waitFor();
    await page.getByRole("button", { name: "台账", exact: true }).click();
    await page.locator('[data-list="done"]').waitFor();
    expect(await page.getByText("电梯常停").count()).toBe(0);

    await page.getByRole("button", { name: "指标填报" }).click();
    const zones = page.locator('[data-pick="zone"]');
    await zones.getByRole("searchbox").fill("街道");
    await zones.locator(".pick-options button").first().click();
    await page.getByLabel(/^数值/).fill("7");
    await page.getByLabel("填报单位").fill("示例填报单位");
    await page.getByRole("button", { name: "保存" }).click();
    await page.locator('[data-stands="true"]').getByText("示例填报单位").waitFor();
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});
