import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { findChromium, launchChromium, openPage, WITHOUT_WEBGL } from "../support/browser.ts";
import { startTown, type TownService } from "../support/town-service.ts";
import { accessibilityFaults } from "./accessibility.ts";

const chromium = findChromium();
const townUrl = inject("townUrl");

const SIZES = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
} as const;

const DRAWN = "107.015000,29.879000;107.022000,29.879000;107.022000,29.883000;107.015000,29.883000";
const ANALYSE = "mode=analyse&area=zone:core:chengxin";

/** Every screen: its part of the address, and what is there once it is whole. */
const SCREENS = {
  explore: ["", ".zones"],
  zone: ["select=zone/core:chengxin", '[data-sheet="done"] .headline'],
  building: ["select=building/b3", '[data-feature="done"]'],
  projects: ["mode=projects", '[data-projects="done"]'],
  project: ["mode=projects&select=project/p2", '[aria-current="step"]'],
  "analyse, with named areas": ["mode=analyse&ask=named-areas", ".named-areas"],
  "analyse, with a sheet": [ANALYSE, '[data-sheet="done"] .headline'],
  filter: ["mode=analyse&where=yearBuilt:lt:2000", '[data-filter="done"] .filter-figures'],
  gaps: ["mode=analyse&gap=health.clinic,15,adult,buildings", '[data-gap="done"]'],
  walk: ["mode=analyse&walk=107.018000,29.881000,adult,from,real", '[data-walk="done"] table'],
  comparison: [`open=comparison&compare=zone:core:chengxin|${DRAWN}`, ".comparison table"],
  report: ["open=report", ".card-title"],
  error: ["select=building/none", ".failure"],
} as const;

/** Each language and each theme once: a text is measured in both languages, a colour by day and by night. */
const LOOKS = ["lang=zh-CN&theme=light", "lang=en&theme=dark"];
/** On a phone one of them, for the time it takes. */
const LOOKS_ON: Readonly<Record<string, readonly string[]>> = { desktop: LOOKS, phone: LOOKS.slice(1) };

/** The questions of mode Analyse are put to axe on a desktop by their own tests. */
const OWN_TESTS_ON_DESKTOP = ["filter", "gaps", "walk", "analyse, with named areas"];
const screensOn = (size: string) =>
  Object.entries(SCREENS).filter(([name]) => size === "phone" || !OWN_TESTS_ON_DESKTOP.includes(name));

describe.skipIf(chromium === null)("every screen, in both languages, by day and night", () => {
  const browsers: Record<string, Browser> = {};
  let empty: TownService;
  beforeAll(async () => {
    empty = await startTown({ empty: true });
    browsers.withMap = await launchChromium(chromium!);
    // to axe a map is one canvas: one screen shows it, the others stand many times sooner without
    browsers.withoutMap = await launchChromium(chromium!, WITHOUT_WEBGL);
  });
  afterAll(async () => {
    await browsers.withMap?.close();
    await browsers.withoutMap?.close();
    await empty?.close();
  });

  describe.each(Object.entries(SIZES))("on a %s", (size, options) => {
    test.each(screensOn(size))("%s is free of faults", async (name, [hash, ready]) => {
      const browser = size === "desktop" && name === "explore" ? browsers.withMap! : browsers.withoutMap!;
      const { page, troubles } = await openPage(browser, `${townUrl}#${hash}`, options);
      for (const look of LOOKS_ON[size]!) {
        await page.evaluate((fragment) => location.replace(fragment), `#${hash}&${look}`);
        await inLook(page, look);
        await page.waitForSelector(ready);
        expect(await accessibilityFaults(page), look).toEqual([]);
        expect(await keysShown(page), look).toEqual([]);
        expect(await sidewaysPx(page), look).toBe(0);
        if (look.includes("en")) expect(await chineseSentences(page), look).toEqual([]);
        if (size === "phone") expect(await smallTargets(page), look).toEqual([]);
      }
      expect(troubles).toEqual([]);
      await page.context().close();
    });

    test("a service without a district is free of faults", async () => {
      for (const look of LOOKS) {
        const { page, troubles } = await openPage(browsers.withoutMap!, `${empty.url}#${look}`, options);
        await page.locator(".lone.empty h1", { hasText: /./ }).waitFor();
        expect(await accessibilityFaults(page), look).toEqual([]);
        expect(troubles).toEqual([]);
        await page.context().close();
      }
    });
  });
});

function inLook(page: Page, look: string): Promise<unknown> {
  const wanted = new URLSearchParams(look);
  return page.waitForSelector(`html[lang="${wanted.get("lang")}"][data-theme="${wanted.get("theme")}"]`);
}

// biome-ignore lint/performance/useDomNodeTextContent: what is not shown is not read, and lines count
const shownText = (page: Page) => page.locator("body").innerText();

/** Texts that are a key of the catalogues, which nobody should see. */
async function keysShown(page: Page): Promise<string[]> {
  return (await shownText(page)).match(/\b[a-z]+[A-Za-z]*(\.[a-z][A-Za-z]+){1,3}\b/g) ?? [];
}

function sidewaysPx(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Chinese with the marks of a sentence in an English page; names and quoted sources have none. */
async function chineseSentences(page: Page): Promise<string[]> {
  return (await shownText(page)).match(/.*[\u4e00-\u9fff][^\n]*[，。；].*/g) ?? [];
}

/** What a finger cannot well hit: lower or narrower than 40 px, a choice with its label taken as one. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll(
        "button, select, summary, [role=option], a.button, input:not([type=file])",
      ),
    ].flatMap((each) => {
      const target = each.matches("[type=checkbox], [type=radio], [type=range]")
        ? (each.closest("label") ?? each)
        : each;
      const { width, height } = target.getBoundingClientRect();
      const isThere = width > 1 && height > 1 && getComputedStyle(target).visibility === "visible";
      return isThere && (width < 39.5 || height < 39.5)
        ? [`${Math.round(width)} × ${Math.round(height)}: ${target.outerHTML.slice(0, 120)}`]
        : [];
    }),
  );
}
