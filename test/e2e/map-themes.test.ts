import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { findChromium, launchChromium, mapIdle, openPage } from "../support/browser.ts";
import { accessibilityFaults } from "./accessibility.ts";

interface Shift {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly node: Node | null }[];
}

const chromium = findChromium();
const townUrl = inject("townUrl");
if (chromium === null)
  console.log("No Chromium was found (CHROMIUM_PATH names one): the browser tests are skipped.");

describe.skipIf(chromium === null)("what the map tells of its buildings", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium(chromium!);
  });
  afterAll(async () => {
    await browser?.close();
  });

  const counted = (page: Page) => page.locator(".classes b:not(:empty)").first().waitFor();
  const sumOfClasses = async (page: Page) => {
    const counts = await page.locator(".classes b").allInnerTexts();
    return counts.reduce((sum, text) => sum + Number(text.replaceAll(",", "")), 0);
  };

  test("every class is counted, in the district or in view, and the counts follow the theme", async () => {
    const { page, troubles } = await openPage(browser, townUrl);
    await mapIdle(page);
    await counted(page);
    const all = await sumOfClasses(page);
    expect(all).toBeGreaterThan(0);
    await page.getByLabel("建筑着色").selectOption("age");
    await page.getByText("1980–1989").waitFor();
    // every building is of one class or unknown, whatever the theme
    expect(await sumOfClasses(page)).toBe(all);
    await page.getByRole("button", { name: "视野内" }).click();
    await page.locator(".maplibregl-ctrl-zoom-in").click();
    await page.locator(".maplibregl-ctrl-zoom-in").click();
    await page.waitForFunction((before) => {
      const counts = [...document.querySelectorAll(".classes b")].map(({ textContent }) =>
        Number((textContent ?? "").replaceAll(",", "")),
      );
      return counts.reduce((sum, count) => sum + count, 0) < before;
    }, all);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("nothing on the page moves while the map and its key come, nor when the counts and times of a theme do", async () => {
    const { page, troubles } = await openPage(browser, townUrl);
    await page.goto("about:blank");
    await page.addInitScript(() => {
      const seen = window as unknown as { shifts: string[] };
      seen.shifts = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as unknown as Shift[])
          if (!entry.hadRecentInput)
            seen.shifts.push(
              `${entry.value} ${entry.sources.map(({ node }) => (node as Element)?.outerHTML?.slice(0, 120)).join()}`,
            );
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto(`${townUrl}#colour=minutes`);
    await mapIdle(page);
    await counted(page);
    await mapIdle(page);
    expect(await page.evaluate(() => (window as unknown as { shifts: string[] }).shifts)).toEqual([]);
    // that the observer sees what moves
    await page.evaluate(() => {
      document.querySelector<HTMLElement>(".legend")!.style.bottom = "240px";
    });
    await page.waitForFunction(() => (window as unknown as { shifts: string[] }).shifts.length === 1);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("a class pointed at is lit on points drawn from the columns, and the link restores theme and names", async () => {
    const { page, troubles } = await openPage(browser, `${townUrl}#colour=age&names=both`);
    const drawer = page.waitForResponse((response) => response.url().includes("overlay-drawer"));
    await mapIdle(page);
    await counted(page);
    expect((await drawer).ok()).toBe(true);
    const key = page.getByRole("button", { name: /1980–1989/ });
    await key.focus();
    expect(await key.getAttribute("aria-pressed")).toBe("true");
    await mapIdle(page);
    await key.blur();
    expect(await key.getAttribute("aria-pressed")).toBe("false");
    await page.getByRole("button", { name: "图层与图例" }).click();
    expect(await page.getByLabel("中英文地名").isChecked()).toBe(true);
    await page.getByLabel("中英文地名").uncheck();
    await page.waitForFunction(() => !location.hash.includes("names="));
    expect(page.url()).toContain("colour=age");
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});
