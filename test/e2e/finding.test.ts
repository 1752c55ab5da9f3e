import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { findChromium, launchChromium, mapIdle, openPage, WITHOUT_WEBGL } from "../support/browser.ts";
import { accessibilityFaults } from "./accessibility.ts";

const chromium = findChromium();
const townUrl = inject("townUrl");
const HAN = /\p{Script=Han}/u;
const PHONE = { viewport: { width: 390, height: 844 } };

// a key of the catalogue that stands where its text should
const RAW_KEY =
  /\b(app|action|search|find|explore|field|value|layer|projects|sheet|error|zoneKind)\.[a-z]\w+/i;

describe.skipIf(chromium === null)("finding and reading in a real browser", () => {
  let browser: Browser;
  // for what is read beside the map
  let mapless: Browser;
  beforeAll(async () => {
    browser = await launchChromium(chromium!);
    mapless = await launchChromium(chromium!, WITHOUT_WEBGL);
  });
  afterAll(async () => {
    await browser?.close();
    await mapless?.close();
  });

  const searchBox = (page: Page) => page.locator(".search input");
  const hits = (page: Page) => page.locator("#search-hits").getByRole("option");

  test("a walkway found by its initials says how steep it is, up and down, for everybody", async () => {
    const { page, troubles } = await openPage(mapless, townUrl);
    await searchBox(page).fill("ylbd");
    await hits(page).filter({ hasText: "云岭步道" }).first().waitFor();
    await searchBox(page).press("Enter");
    await page.waitForSelector('[data-profile="done"] .profile svg');
    expect(await page.locator('[data-figure="steps"] dd').textContent()).toMatch(/^\d+ 级$/);
    expect(await page.locator('[data-figure="mean"] dd').textContent()).toMatch(/^[\d.]+%$/);
    expect(await page.locator(".plain-table").first().locator("tbody tr").count()).toBe(5);
    // stairs lie on it, so a wheelchair gets through neither way
    expect(await page.getByRole("row", { name: /轮椅/ }).textContent()).toBe("轮椅使用者走不通走不通");
    expect(page.url()).toContain("select=walkway/wk1");
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("a link to a thing opens its card and goes there; back and forward walk the steps", async () => {
    const { page, troubles } = await openPage(browser, `${townUrl}#select=metro-station/s1`);
    await page.waitForSelector('[data-feature="done"]');
    await mapIdle(page);
    const name = await page.locator(".card-title").textContent();
    await page.locator('[data-related="zone"] button').first().click();
    await page.waitForFunction(() => location.hash.includes("select=zone/"));
    await page.getByRole("button", { name: "打开指标表" }).click();
    await page.waitForFunction(() => location.hash.includes("area=zone"));
    const link = page.url();
    await page.goBack();
    await page.waitForFunction(
      () => location.hash.includes("select=zone/") && !location.hash.includes("area="),
    );
    await page.goBack();
    await page.getByRole("heading", { name: name! }).waitFor();
    await page.goForward();
    await page.goForward();
    await page.waitForFunction(() => location.hash.includes("area=zone"));
    await page.goto("about:blank");
    await page.goto(link);
    await page.waitForSelector('[data-sheet="done"] .headline');
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("a link whose map looks elsewhere goes to the thing, one that shows it stays", async () => {
    const away = await openPage(browser, `${townUrl}#select=zone/core:chengxin&view=100,20,12,0,0`);
    await away.page.waitForFunction(() => /view=10[67]/.test(location.hash));
    await mapIdle(away.page);
    const [lon = 0, lat = 0] = (/view=([\d.]+),([\d.]+)/.exec(away.page.url()) ?? []).slice(1).map(Number);
    await away.page.context().close();
    // a little aside of the middle, and much farther out than the thing itself would be shown
    const near = await openPage(
      browser,
      `${townUrl}#select=zone/core:chengxin&view=${lon + 0.01},${lat},12,0,0`,
    );
    await near.page.waitForSelector('[data-feature="done"]');
    await mapIdle(near.page);
    expect(near.page.url()).toContain(",12.00,0,0");
    await near.page.context().close();
  });

  test("in the projects a place found by name asks for the projects near it, and the link keeps that", async () => {
    const { page, troubles } = await openPage(mapless, `${townUrl}#mode=projects`, PHONE);
    await page.getByText("3 个项目").waitFor();
    await searchBox(page).fill("书院口");
    await hits(page).first().waitFor();
    await page.getByText("选中后显示其附近的项目").waitFor();
    await searchBox(page).press("Enter");
    await page.getByText("书院口 附近").waitFor();
    expect(decodeURIComponent(page.url())).toMatch(/near=[\d.]+,[\d.]+,1000,书院口/);
    const count = await page.locator(".project-count b").textContent();
    const link = page.url();
    await page.goto("about:blank");
    await page.goto(link);
    await page.getByText("书院口 附近").waitFor();
    await page.locator('[data-projects="done"]').waitFor();
    expect(await page.locator(".project-count b").textContent()).toBe(count);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("coordinates ask which system they are in, and the place tells height, slope and zones", async () => {
    const { page, troubles } = await openPage(mapless, townUrl);
    await searchBox(page).fill("107.02, 29.88");
    await hits(page).filter({ hasText: "附近的更新项目" }).waitFor();
    expect(await hits(page).allTextContents()).toEqual([
      expect.stringContaining("WGS 84"),
      expect.stringContaining("GCJ-02"),
      expect.stringContaining("附近的更新项目"),
    ]);
    await searchBox(page).press("Enter");
    await page.waitForSelector('[data-place="done"] .facts');
    await page.getByText("地面高程").waitFor();
    await page.getByRole("button", { name: "从这里步行", exact: true }).click();
    await page.waitForFunction(() => location.hash.includes("walk=107.0"));
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("nothing found, a busy service and a lost connection each say so and go on by themselves", async () => {
    const { page } = await openPage(mapless, townUrl);
    await searchBox(page).fill("没有这样的东西");
    await page.getByText("可按名称、拼音首字母、英文或坐标查找").waitFor();
    let refusals = 0;
    await page.route("**/api/features/**", (route) => {
      refusals += 1;
      if (refusals > 1) return route.continue();
      const body = JSON.stringify({ error: { code: "busy", message: "Too many questions at once." } });
      return route.fulfill({
        status: 503,
        headers: { "retry-after": "1" },
        contentType: "application/json",
        body,
      });
    });
    await searchBox(page).fill("云岭步道");
    await hits(page).first().waitFor();
    await searchBox(page).press("Enter");
    await page.locator('.failure[data-code="busy"]').waitFor();
    // asked again after the second that was named, without a hand
    await page.waitForSelector('[data-feature="done"]');
    await page.context().setOffline(true);
    await page.getByText("连接已中断").waitFor();
    await page.getByRole("button", { name: "返回" }).click();
    await page.getByRole("button", { name: /^城心核/ }).click();
    await page.locator('.card > .failure[data-code="offline"]').waitFor();
    await page.context().setOffline(false);
    await page.waitForSelector('[data-feature="done"]');
    await page.context().close();
  });

  test("the map is moved by keys, and everything is reached by Tab with the focus in sight", async () => {
    const { page } = await openPage(browser, townUrl);
    await mapIdle(page);
    await page.locator(".maplibregl-canvas").focus();
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction(() => location.hash.includes("view="));
    const before = page.url();
    await page.keyboard.press("Equal");
    await page.waitForFunction((url) => location.href !== url, before);
    await page.locator("body").focus();
    const seen = new Set<string>();
    for (let step = 0; step < 14; step++) {
      await page.keyboard.press("Tab");
      const focused = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        const { outlineStyle, boxShadow } = getComputedStyle(element);
        return {
          tag: element.className || element.tagName,
          marked: outlineStyle !== "none" || boxShadow !== "none",
        };
      });
      seen.add(focused.tag);
      expect(focused.marked, focused.tag).toBe(true);
    }
    expect(seen.size).toBeGreaterThan(4);
    await page.context().close();
  });

  // the screens of accessibility.test.ts are held to the same there
  test.each(["#select=walkway/wk1", "#select=place/107.02,29.88"])(
    "the English page at %s holds no Chinese but names, and neither language shows a raw key",
    async (fragment) => {
      for (const language of ["en", "zh-CN"] as const) {
        const { page } = await openPage(mapless, `${townUrl}${fragment}&lang=${language}`);
        await page.waitForSelector(".panel-body :is(h2, h3)");
        await page.waitForFunction(() => document.querySelector(".skeleton") === null);
        // sources and names are data; the button names the other language
        const texts = await page.evaluate(() => {
          const data = ".source, .map-notes, .other-name, .maplibregl-ctrl, .hit-kind, option";
          const walker = document.createTreeWalker(document.querySelector("#root")!, NodeFilter.SHOW_TEXT);
          const found: string[] = [];
          while (walker.nextNode()) {
            const node = walker.currentNode;
            if (!node.parentElement!.closest(data)) found.push(node.textContent!);
          }
          return found;
        });
        expect(texts.filter((text) => RAW_KEY.test(text))).toEqual([]);
        if (language === "en") {
          expect(texts.filter((text) => text !== "中文" && HAN.test(text))).toEqual([]);
        } else expect(await accessibilityFaults(page)).toEqual([]);
        await page.context().close();
      }
    },
  );
});
