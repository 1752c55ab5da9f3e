import type { Browser, Page } from "playwright-core";
import proj4 from "proj4";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findChromium, launchChromium, openPage, WITHOUT_WEBGL } from "../support/browser.ts";
import { dxfText } from "../support/dxf-text.ts";
import { startSample, type TownService } from "../support/town-service.ts";
import { FOLLOWED, followFigures } from "./page-figures.ts";

const chromium = findChromium();
const HEIGHT = 900;
const IN_4545 = proj4("+proj=tmerc +lon_0=108 +k=1 +x_0=500000 +ellps=GRS80 +units=m +no_defs");
// a block beside the monument, about 290 m by 270 m
const BLOCK = [
  [106.5735, 29.557],
  [106.5765, 29.5568],
  [106.5768, 29.5592],
  [106.5738, 29.5594],
] as const;

describe.skipIf(chromium === null)("a question is answered from a clean start by what is visible", () => {
  let browser: Browser;
  let sample: TownService;
  beforeAll(async () => {
    [sample, browser] = await Promise.all([startSample(), launchChromium(chromium!, WITHOUT_WEBGL)]);
    // the whole sample is made and taken in first
  }, 600_000);
  afterAll(async () => {
    await browser?.close();
    await sample?.close();
  });

  const start = async (url = sample.url) => {
    const { page } = await openPage(browser, url, { viewport: { width: 1440, height: HEIGHT } });
    page.setDefaultTimeout(60_000);
    return page;
  };
  const analyse = (page: Page) => page.locator("nav").getByRole("button", { name: "分析" }).click();

  // the answer is read without scrolling: all of it stands within the window
  const seen = async (page: Page, selector: string) => {
    const answer = page.locator(selector).first();
    await answer.waitFor();
    const box = (await answer.boundingBox())!;
    expect(box.y).toBeGreaterThan(0);
    expect(box.y + box.height).toBeLessThan(HEIGHT);
    return (await answer.textContent()) ?? "";
  };

  test("how dense the core is against the district", async () => {
    const page = await start();
    const core = page.locator('.zones[data-kind="core"] .row').first();
    await core.waitFor();
    expect((await core.boundingBox())!.y).toBeLessThan(HEIGHT);
    await core.click();
    await page.waitForSelector('[data-field="residentsPerSqkm"] [data-beside]');
    expect(await seen(page, '.headline [data-field="residentsPerSqkm"]')).toMatch(
      /[\d,]+ 人\/km²\s*全区 [\d,]+ 人\/km²/,
    );
    await page.context().close();
  });

  test("which community has most people without a clinic within fifteen minutes", async () => {
    const page = await start();
    await analyse(page);
    await page.getByRole("button", { name: /^缺什么、在哪里/ }).click();
    await page.getByRole("button", { name: "门诊部", exact: true }).click();
    await page.waitForSelector('[data-gap="done"]');
    const answer = await seen(page, '[data-field="mostLacking"]');
    const row = page.locator('[data-field="gapZones"] tbody tr').first();
    const name = ((await row.getByRole("button").textContent()) ?? "").trim();
    expect(answer).toContain(`缺得最多的社区：${name}`);
    expect(await seen(page, ".gap-headline")).toContain("15 分钟内走不到门诊部");
    await page.context().close();
  });

  test("how steep the third walkway is", async () => {
    const page = await start();
    await page.getByRole("combobox", { name: /搜索/ }).fill("第三步道");
    await page.locator(".hit").first().click();
    await page.getByRole("heading", { name: "山城步道第三步道" }).waitFor();
    expect(await seen(page, '.steepness > div:has-text("最陡处")')).toMatch(/最陡处\s*\d+%/);
    await page.context().close();
  });

  test("whether the great escalator is taken from 菜园坝 to 两路口, by day and at night", async () => {
    const ends = "106.547,29.5533;106.5462,29.5551;adult";
    const answered = async (at: string) => {
      const { page } = await openPage(browser, `${sample.url}#mode=analyse&route=${ends}&at=${at}`, {
        viewport: { width: 1440, height: HEIGHT },
      });
      await page.waitForSelector('[data-route="done"] [data-field="legs"]', { timeout: 60_000 });
      const which = await page.locator('[data-field="which"]').textContent();
      const kinds = await page
        .locator('[data-field="legs"] tbody tr')
        .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.kind));
      await page.context().close();
      return { which, kinds };
    };
    const day = await answered("wedT10:00");
    expect(day.which).toMatch(/乘坐皇冠大扶梯\(上行\)（06:30-22:30 · 票价 2 元）/);
    expect(day.which).toMatch(/若停运：改走梯道，[\d.]+ 分钟/);
    expect(day.kinds).toContain("escalator");
    const night = await answered("wedT23:30");
    expect(night.which).toMatch(/周三 23:30 不能走皇冠大扶梯/);
    expect(night.kinds).not.toContain("escalator");
    expect(night.kinds).toContain("stairs");
  });

  test("what is being done near a place", async () => {
    const page = await start();
    await page.locator("nav").getByRole("button", { name: "项目" }).click();
    await page.getByRole("combobox", { name: /搜索/ }).fill("大坪");
    await page.locator(".hit").first().click();
    expect(await seen(page, ".project-list .project-away")).toMatch(/\d (m|km)$/);
    await page.context().close();
  });

  test("how many dwellings are in old, high, dangerous buildings without a lift", async () => {
    // grades are internal
    const page = await start(sample.internalUrl);
    await analyse(page);
    await page.getByRole("button", { name: /^按条件找建筑/ }).click();
    await page.getByRole("button", { name: "2000 年前、7 层及以上、无电梯、C/D 级" }).click();
    await page.waitForSelector('[data-filter="done"]');
    expect(await seen(page, '.filter-figures [data-field="dwellings"]')).toMatch(/住宅套数\s*[\d,]+/);
    await page.context().close();
  });

  test("which list stands behind each figure of the programme, and says the same", async () => {
    const page = await start(`${sample.url}#mode=projects&show=programme`);
    expect(await followFigures(page)).toEqual(FOLLOWED);
    await page.context().close();
  });

  test("the plot ratio of a red line given as DXF in EPSG:4545", async () => {
    const page = await start();
    await analyse(page);
    const choosing = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "导入红线" }).click();
    const vertices = BLOCK.map((corner) => IN_4545.forward([...corner]) as [number, number]);
    await (await choosing).setFiles({
      name: "红线.dxf",
      mimeType: "application/dxf",
      buffer: Buffer.from(dxfText([{ layer: "RED", closed: true, vertices }])),
    });
    await page.getByText(/识别为 EPSG:4545/).waitFor();
    await page.getByRole("button", { name: "作为分析范围" }).click();
    await page.waitForSelector('[data-sheet="done"] .headline');
    expect(await seen(page, '.headline [data-field="grossPlotRatio"]')).toMatch(/毛容积率\s*\d+(\.\d+)?/);
    await page.context().close();
  });
});
