import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import type { Browser, Download } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { findChromium, launchChromium, openPage, WITHOUT_WEBGL } from "../support/browser.ts";

const chromium = findChromium();
const townUrl = inject("townUrl");
const MARK = "演示数据（非真实）";

/** Screens that give files: what the address says, what to wait for, and how many files there are. */
const SCREENS = {
  "the sheet": {
    hash: "mode=analyse&area=zone:core:chengxin",
    ready: '[data-sheet="done"] .headline',
    files: 3,
  },
  "questions by filter": {
    hash: "mode=analyse&where=yearBuilt:lt:2000",
    ready: '[data-filter="done"] .filter-figures',
    files: 2,
  },
  "who lacks what": {
    hash: "mode=analyse&gap=any-required,15,adult,place",
    ready: '[data-gap="done"] .gap-answer',
    files: 3,
  },
  "the comparison": {
    hash: "mode=analyse&open=comparison&compare=zone:core:chengxin|zone:subdistrict:dong",
    ready: '[data-field="comparison"] tr[data-row="landAreaSqm"]',
    files: 2,
  },
} as const;

// a workbook is a zip of texts
async function textOf(download: Download): Promise<string> {
  const bytes = readFileSync(await download.path());
  if (bytes.subarray(0, 2).toString() !== "PK") return bytes.toString("utf8");
  return Object.values(unzipSync(bytes))
    .map((part) => Buffer.from(part).toString("utf8"))
    .join("\n");
}

describe.skipIf(chromium === null)("generated data", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium(chromium!, WITHOUT_WEBGL);
  });
  afterAll(async () => {
    await browser?.close();
  });

  test.each(Object.entries(SCREENS))(
    "%s says on screen and in every file that it is a sample",
    async (_, screen) => {
      const { page, troubles } = await openPage(browser, `${townUrl}#${screen.hash}`);
      await page.waitForSelector(screen.ready, { timeout: 60_000 });
      await page.getByText(MARK, { exact: true }).first().waitFor();
      // the files come after the figures
      await page.locator(".downloads button").first().waitFor();
      const buttons = await page.locator(".downloads button").all();
      expect(buttons).toHaveLength(screen.files);
      for (const button of buttons) {
        const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
        expect(await textOf(download), download.suggestedFilename()).toContain(MARK);
      }
      expect(troubles).toEqual([]);
      await page.context().close();
    },
  );

  test("a schematic boundary is called one beside the name of its zone", async () => {
    const { page, troubles } = await openPage(browser, `${townUrl}#select=zone/core:chengxin`);
    await page.locator("text=示意边界，待核定 >> visible=true").first().waitFor();
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});
