import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { findChromium, launchChromium, mapIdle, openPage, WITHOUT_WEBGL } from "../support/browser.ts";

const chromium = findChromium();
const townUrl = inject("townUrl");

describe.skipIf(chromium === null)("the panel in a real browser", () => {
  let browser: Browser;
  let mapless: Browser;
  beforeAll(async () => {
    browser = await launchChromium(chromium!);
    mapless = await launchChromium(chromium!, WITHOUT_WEBGL);
  });
  afterAll(async () => {
    await browser?.close();
    await mapless?.close();
  });

  const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? "");

  test("is opened and closed by keyboard, and the focus comes back to where it was", async () => {
    const { page, troubles } = await openPage(mapless, townUrl);
    const core = page.getByRole("button", { name: /^城心核/ });
    await core.press("Enter");
    await page.waitForSelector('[data-feature="done"]');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("panel");
    await page.keyboard.press("Escape");
    await core.waitFor();
    expect(await focused(page)).toContain("城心核");
    await page.getByRole("button", { name: "导入报告" }).press("Enter");
    await page.getByRole("heading", { name: "导入报告" }).waitFor();
    await page.keyboard.press("Escape");
    await core.waitFor();
    expect(page.url()).not.toContain("open=report");
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("keeps the focus on a question that is asked and closed by keyboard, its head in sight", async () => {
    const { page } = await openPage(mapless, `${townUrl}#mode=analyse`);
    const row = page.getByRole("button", { name: /^滨江可达/ });
    await row.press("Enter");
    // the button that asks is gone once it has asked
    await page.locator(".question.riverfront .actions button").press("Enter");
    const head = page.locator(".question.riverfront h2:focus");
    await head.waitFor();
    expect((await head.boundingBox())!.y).toBeLessThan(400);
    // closed, it is where the focus stays
    await page.locator(".question.riverfront header button").press("Enter");
    await page.waitForFunction(
      () =>
        document.activeElement?.closest("[data-question]")?.getAttribute("data-question") === "riverfront",
    );
    await page.context().close();
  });

  test("names the controls of the map in the language of the page", async () => {
    const { page } = await openPage(browser, townUrl);
    await page.getByRole("button", { name: "放大" }).waitFor();
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("button", { name: "Zoom in" }).waitFor();
    await page.context().close();
  });

  test("is pulled up by a finger on a phone, and gives way to the map where one draws", async () => {
    const { page, troubles } = await openPage(browser, `${townUrl}#mode=analyse`, {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    const heightOf = (name: string) => page.waitForSelector(`.panel[data-height="${name}"]`);
    await page.locator(".shape-bar").waitFor();
    const grip = (await page.locator(".panel-handle").boundingBox())!;
    await page.mouse.move(grip.x + 195, grip.y + 12);
    await page.mouse.down();
    await page.mouse.move(grip.x + 195, grip.y - 150, { steps: 3 });
    await page.mouse.up();
    await heightOf("full");
    await page.getByRole("button", { name: "多边形" }).tap();
    await heightOf("half");
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("on a phone leaves free the middle of what a link looks at", async () => {
    const { page, troubles } = await openPage(
      browser,
      `${townUrl}#mode=analyse&view=107.01850,29.88100,16.00,0,0`,
      { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    );
    await mapIdle(page);
    const top = (await page.locator('.panel[data-height="half"]').boundingBox())!.y;
    await page.getByRole("button", { name: /^从一点步行/ }).tap();
    await page.getByRole("button", { name: "在地图上选一点" }).tap();
    await page.waitForFunction(
      () => document.querySelector<HTMLElement>(".maplibregl-canvas")?.style.cursor === "crosshair",
    );
    await page.touchscreen.tap(195, top / 2);
    await page.waitForFunction(() => location.hash.includes("walk="));
    const [, lon, lat] = /walk=([\d.]+),([\d.]+)/.exec(page.url())!.map(Number);
    // about fifty pixels either way; the middle of the screen lies 220 below
    expect(Math.abs(lon! - 107.0185)).toBeLessThan(0.001);
    expect(Math.abs(lat! - 29.881)).toBeLessThan(0.001);
    expect(page.url()).toContain("view=107.01850,29.88100,16.00,0,0");
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("says what did not load while the connection was lost, keeps the map, and loads it when it is back", async () => {
    const { page } = await openPage(browser, townUrl);
    await page.context().route(/\/assets\/feature-card-/, (route) => route.abort());
    await mapIdle(page);
    // the last of what a first click opens is read
    await page.waitForFunction(() =>
      performance.getEntriesByType("resource").some(({ name }) => name.includes("/assets/report-panel-")),
    );
    await page.context().setOffline(true);
    await page.locator(".zones .row").first().click();
    const note = page.locator('.panel .failure[data-code="not-loaded"]');
    await note.waitFor();
    expect(await note.textContent()).toContain("网络恢复后自动载入");
    expect(await page.locator(".maplibregl-canvas").count()).toBe(1);
    // the other modes are of use, and come back to, nothing typed is lost
    await page.evaluate(() => Object.assign(globalThis, { typedHere: true }));
    await page.locator(".rail button").getByText("项目", { exact: true }).click();
    await page.locator(".projects-head").waitFor();
    expect(await note.count()).toBe(0);
    await page.goBack();
    await note.waitFor();
    await page.context().unrouteAll();
    await page.context().setOffline(false);
    await page.waitForSelector('[data-feature="done"] .card-title');
    expect(await note.count()).toBe(0);
    expect(await page.evaluate(() => "typedHere" in globalThis)).toBe(true);
    await page.context().close();
  });
});
