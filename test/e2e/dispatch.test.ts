import { readFileSync } from "node:fs";
import { readXlsx, writeXlsx } from "hucre/xlsx";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { findChromium, launchChromium, openPage, WITHOUT_WEBGL } from "../support/browser.ts";
import { accessibilityFaults } from "./accessibility.ts";

const chromium = findChromium();
const townUrl = inject("townUrl");
const MONTH = "2026-10";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

describe.skipIf(chromium === null)("the dispatch in a real browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium(chromium!, WITHOUT_WEBGL);
  });
  afterAll(async () => {
    await browser?.close();
  });

  test("goes out as a sheet, comes in changed and confirmed, is frozen, and is an A3 form", async () => {
    const { page, troubles } = await openPage(browser, `${townUrl}#mode=projects&as=dispatch&month=${MONTH}`);
    const row = page.locator('[data-project="p1"]');
    await row.getByText("未报送", { exact: true }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "导出调度表 XLSX" }).click(),
    ]);
    expect(download.suggestedFilename()).toContain(`调度表${MONTH}`);
    const { rows } = (await readXlsx(readFileSync((await download.path())!))).sheets[0]!;
    const mine = rows.findIndex(([, name]) => name === "石坎老旧小区改造");
    expect(mine).toBe(4);
    const sheetWith = async (cells: Record<number, string | number>) => {
      const changed = rows.map((cells) => [...cells]);
      for (const [column, value] of Object.entries(cells)) changed[mine]![Number(column)] = value;
      const bytes = await writeXlsx({ sheets: [{ name: "调度表", rows: changed }] });
      return { name: "填好的.xlsx", mimeType: TYPE, buffer: Buffer.from(bytes) };
    };

    await page.getByText("导入填好的调度表").click();
    const input = page.getByLabel("选择 XLSX 文件");
    await input.setInputFiles(await sheetWith({ 4: "示例单位", 9: "1.2亿元" }));
    const fault = page.locator('[data-fault="wrong-unit"]');
    await fault.getByText("12000", { exact: true }).waitFor();
    expect(await fault.getByRole("rowheader").textContent()).toBe("J5");

    await input.setInputFiles(
      await sheetWith({ 4: "示例单位", 9: 1200, 10: 100, 11: 700, 17: "管线待迁改" }),
    );
    await page.getByText(`${MONTH}：1 个项目、5 格有变动`).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await row.getByText("未报送", { exact: true }).waitFor();
    await page.getByRole("button", { name: "确认写入 5 格" }).click();
    await page.getByRole("status").getByText(`已写入 ${MONTH} 的 1 个项目`).waitFor();
    // 700 of 1,200 × 10/12: seven tenths of the schedule
    await row.locator('.light[data-light="yellow"]').waitFor();
    await row.getByText(/为时序进度的 70%/).waitFor();

    await page.getByRole("button", { name: "生成本月快照" }).click();
    const frozen = page.locator(`[data-snapshot="${MONTH}.1"]`);
    await frozen.waitFor();
    expect(page.url()).toContain(`part=snapshots`);
    expect(page.url()).toContain(`snapshot=${MONTH}.1`);
    const [form] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "A3 调度表 XLSX" }).click(),
    ]);
    const sheet = (await readXlsx(readFileSync((await form.path())!))).sheets[0]!;
    expect(sheet.pageSetup).toMatchObject({ paperSize: "a3", orientation: "landscape" });
    expect(sheet.rows.flat()).toContain("管线待迁改");
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".dispatch-form").isVisible()).toBe(true);
    expect(await page.locator("#root").isVisible()).toBe(false);
    await page.emulateMedia({ media: "screen" });
    await page.getByRole("button", { name: "考核" }).click();
    await page.locator('[data-subject="示例单位"]').waitFor();
    // a second snapshot of the month is made only by who was told of the first
    await page.getByRole("button", { name: "月调度", exact: true }).click();
    await page.getByRole("button", { name: "生成本月快照" }).click();
    await page.getByRole("status").getByText(`${MONTH} 已有快照 1 份，最近一份 ${MONTH}.1`).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "取消" }).click();
    await page.getByRole("button", { name: "生成本月快照" }).click();
    await page.getByRole("button", { name: `查看 ${MONTH}.1` }).click();
    await frozen.waitFor();
    expect(await page.getByLabel("快照").locator("option").count()).toBe(1);
    await page.getByRole("button", { name: "月调度", exact: true }).click();
    await page.getByRole("button", { name: "生成本月快照" }).click();
    await page.getByRole("button", { name: "仍再生成一份" }).click();
    await page.locator(`[data-snapshot="${MONTH}.2"]`).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("keeps matters and approvals of a project, which its light follows", async () => {
    const { page, troubles } = await openPage(browser, `${townUrl}#mode=projects&select=project/p1`, {
      viewport: { width: 390, height: 844 },
    });
    const part = page.locator(".project-dispatch");
    await part.getByText("登记审批事项").click();
    await part.getByLabel("审批事项").fill("施工许可");
    await part.getByLabel("审批部门").fill("示例住建部门");
    await part.getByLabel("受理日期").fill("2026-09-20");
    await part.getByLabel("承诺办结").fill("2026-09-01");
    await part.getByLabel("制约开工或后续工序").check();
    await part.getByRole("button", { name: "登记", exact: true }).first().click();
    await part.locator('[role="alert"][data-code="invalid-parameter"]').waitFor();
    expect(await part.getByLabel("审批事项").inputValue()).toBe("施工许可");
    await part.getByLabel("受理日期").fill("2026-08-20");
    await part.getByRole("button", { name: "登记", exact: true }).first().click();
    await part.locator('.gantt li[data-late="true"]').getByText("施工许可").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    // the same document: only what the address says changes
    await page.goto(`${townUrl}#mode=projects&as=dispatch&month=${MONTH}&light=red`);
    await page
      .locator('[data-project="p1"]')
      .getByText(/施工许可（逾期 60 天）/)
      .waitFor();
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});
