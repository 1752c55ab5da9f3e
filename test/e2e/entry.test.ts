import { writeXlsx } from "hucre/xlsx";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { findChromium, launchChromium, openPage, WITHOUT_WEBGL } from "../support/browser.ts";
import { accessibilityFaults } from "./accessibility.ts";

const chromium = findChromium();
// what is entered here is internal, so that no other test meets it
const internalTownUrl = inject("internalTownUrl");
const HEADINGS = ["项目编号", "项目名称", "项目类别", "所在分区", "开始年份", "资金来源", "公开级别"];
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

async function ledgerOf(name: string, rows: (string | number)[][], merges: object[] = []) {
  const sheet = { name: "台账", rows: [["项目台账"], HEADINGS, ...rows], merges: merges as never };
  return { name, mimeType: TYPE, buffer: Buffer.from(await writeXlsx({ sheets: [sheet] })) };
}

describe.skipIf(chromium === null)("entering projects in a real browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium(chromium!, WITHOUT_WEBGL);
  });
  afterAll(async () => {
    await browser?.close();
  });

  test("goes by form to the pool's conditions and past them with a reason that stays, and by a file whole or not at all", async () => {
    const { page, troubles } = await openPage(browser, `${internalTownUrl}#mode=projects&show=entry`);
    const save = page.getByRole("button", { name: "录入项目", exact: true });
    await page.getByLabel("项目名称").fill("试录旧街改造");
    const zones = page.locator('[data-pick="zone"]');
    await zones.getByRole("searchbox").fill("街道");
    await zones.locator(".pick-options button").first().click();
    expect(await zones.locator(".chip").evaluate((chip) => chip === document.activeElement)).toBe(true);
    await page.getByLabel("来源", { exact: true }).fill("试填");
    // what is typed stands there again after another mode, and after the page was loaded anew
    await page.getByRole("button", { name: "探索", exact: true }).click();
    await page.getByRole("button", { name: "项目", exact: true }).click();
    await page.getByText("已恢复上次未提交的内容").waitFor();
    await page.reload();
    await page.getByText("已恢复上次未提交的内容").waitFor();
    expect(await page.getByLabel("项目名称").inputValue()).toBe("试录旧街改造");
    expect(await page.locator('input[name="zone"]').inputValue()).toMatch(/^subdistrict:/);
    await save.click();
    await page.getByRole("alert").getByText("项目类别至少选一项").waitFor();
    await page.locator('[data-edition="2022"]').getByLabel("老旧街区").check();
    await page.locator('[data-edition="2024–2025"]').getByLabel("城中村").waitFor();
    await page.getByText("其余信息（可后补）").click();
    await page.getByLabel("开始年份").fill("2028");
    await page.getByLabel("完成年份").fill("2026");
    await page.getByLabel("公开级别").selectOption({ label: "内部" });
    await save.click();
    await page.getByRole("alert").getByText("完成年份不能早于开始年份").waitFor();
    await page.getByLabel("完成年份").fill("2029");
    await save.click();

    await page.getByRole("heading", { name: "试录旧街改造" }).waitFor();
    await page
      .locator(".verdict")
      .getByText(/尚不能进入，\d+ 项未满足：无体检不更新/)
      .waitFor();
    await page.getByText("老旧街区（2022 版）").first().waitFor();
    await page.locator('[data-line="city-indicator"]').getByText("城市层面监测，未录入").waitFor();
    const steps = page.locator('[data-guard="five-steps"]');
    await steps.locator("summary").click();
    const review = steps.locator('[data-evidence="professional-review"]');
    await review.getByRole("button", { name: "补录" }).click();
    await review.getByLabel("日期").fill("2026-05-01");
    await review.getByLabel("组织单位").fill("三师");
    await review.getByRole("button", { name: "记录" }).click();
    // the refusal stands in the form, and what was typed too
    await review.getByRole("alert").getByText("须先完成“社区复议”").waitFor();
    expect(await review.getByLabel("组织单位").inputValue()).toBe("三师");
    const proposal = steps.locator('[data-evidence="residents-proposal"]');
    await proposal.getByRole("button", { name: "补录" }).click();
    await proposal.getByLabel("日期").fill("2026-04-01");
    await proposal.getByLabel("组织单位").fill("居民小组");
    await proposal.getByRole("button", { name: "记录" }).click();
    const attach = (name: string, text: string) =>
      proposal
        .getByLabel("添加附件")
        .setInputFiles({ name, mimeType: "application/pdf", buffer: Buffer.from(text) });
    await attach("提议.pdf", "no such file");
    await proposal.getByRole("alert").getByText("不是能收存的附件").waitFor();
    await attach("提议.pdf", "%PDF-1.7");
    await proposal.getByText("附件 1 件").waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      proposal.getByRole("link", { name: "提议.pdf" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("提议.pdf");
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "进入“入库储备”" }).click();
    await page
      .getByRole("alert")
      .getByText(/条件未满足：无体检不更新/)
      .waitFor();
    await page.getByLabel(/如确需推进，写明理由/).fill("区政府专题会议同意先行入库");
    await page.getByRole("button", { name: "说明理由并进入" }).click();
    await page.locator('[aria-current="step"]', { hasText: "入库储备" }).waitFor();
    await page.getByRole("note").getByText("区政府专题会议同意先行入库").waitFor();

    await page.goto(`${internalTownUrl}#mode=projects&show=entry`);
    await page.getByRole("radio", { name: "批量导入" }).check();
    await page.getByLabel("数据来源").fill("试填");
    const check = async (file: Awaited<ReturnType<typeof ledgerOf>>) => {
      await page.getByLabel("选择文件").setInputFiles(file);
      await page.getByRole("button", { name: "逐行检查" }).click();
    };
    const report = page.locator("[data-report]");
    const take = page.getByRole("button", { name: /^导入 \d+ 个项目/ });
    const merge = { startRow: 2, startCol: 1, endRow: 3, endCol: 1 };
    await check(await ledgerOf("合并.xlsx", [["T-1", "试一"], [""]], [merge]));
    await report.getByText("整份文件不能读取").waitFor();
    await report.getByText("第 3–4 行有合并单元格").waitFor();
    const zone = (await page.evaluate(async () => {
      const { features } = await (await fetch("/api/zones?kind=subdistrict")).json();
      return features[0].properties.nameZh;
    })) as string;
    await check(
      await ledgerOf("有误.xlsx", [
        ["T-1", "试一", "老旧小区", zone, 2026, "区财政 1200万元；社会资本 1.5亿元", "内部"],
        ["T-1", "试二", "旧厂", zone, 46000, "区财政 1200", "内部"],
      ]),
    );
    await report.getByText("可导入 1 行，已在库 0 行，有误 1 行").waitFor();
    for (const told of ["应如 2025", "“区财政 1200”未写单位", "“旧厂”不是项目类别", "与第 3 行重复"])
      await report.getByText(told).waitFor();
    expect(await take.count()).toBe(0);
    const entered = [
      ["T-1", "试一", "老旧小区", zone, 2026, "区财政 1200万元", "内部"],
      ["T-2", "试二", "老旧街区", zone, 2026, "", "内部"],
    ];
    await check(await ledgerOf("台账.xlsx", entered));
    await take.click();
    await report.getByText("已导入 2 个项目").waitFor();
    const found = () =>
      page.evaluate(async () => (await (await fetch("/api/projects?text=试")).json()).items.length);
    expect(await found()).toBe(3);
    await page.getByRole("button", { name: "整批撤回" }).click();
    await page.locator("[data-import]").getByText("已撤回").waitFor();
    expect(await report.count()).toBe(0);
    expect(await found()).toBe(1);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});
