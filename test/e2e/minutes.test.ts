import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { findChromium, launchChromium, mapIdle, openPage } from "../support/browser.ts";
import { accessibilityFaults } from "./accessibility.ts";

const chromium = findChromium();
const townUrl = inject("townUrl");

describe.skipIf(chromium === null)("how many walk how long", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium(chromium!);
  });
  afterAll(async () => {
    await browser?.close();
  });

  const answered = (page: Page) => page.waitForSelector('[data-minutes="done"] .minutes-chart');

  test("is counted by minute, a range of them lit alone, and told of hexagons", async () => {
    const { page, troubles } = await openPage(browser, `${townUrl}#colour=minutes`);
    await mapIdle(page);
    await answered(page);
    const within = await page.locator(".minutes-figures dd b").allTextContents();
    const shares = within.slice(0, 3).map((text) => Number(text.replace("%", "")));
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    await page.getByRole("spinbutton", { name: "超过" }).fill("2");
    await page.getByRole("status").getByText("2 分钟以上").waitFor();
    expect(page.url()).toContain("range=2-");
    await page.getByRole("radio", { name: "六边形" }).check();
    await page.locator(".legend").getByText("六边形边长 150 m").waitFor();
    expect(page.url()).toContain("cells=hexagon,median,district");
    // the town has no communities
    expect(await page.getByRole("radio", { name: "社区", exact: true }).isDisabled()).toBe(true);
    await page.getByText("数据表").click();
    expect(await page.locator(".minutes-rows tbody tr").count()).toBeGreaterThan(2);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("is held side by side for two who walk, on a map parted by a handle that keys move", async () => {
    // two maps in software WebGL: a small screen spares half the pixels
    const viewport = { width: 1000, height: 640 };
    const { page, troubles } = await openPage(browser, `${townUrl}#colour=minutes`, { viewport });
    await mapIdle(page);
    await answered(page);
    // the other side is covered until it stands finished, which on a busy machine no look from outside may catch
    const covered = page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const look = () => document.querySelector(".swipe-waiting") !== null && resolve();
          new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
        }),
    );
    await page.getByRole("button", { name: "成年人 | 轮椅" }).click();
    await covered;
    await page.waitForSelector('.map-beside[data-beside-idle="true"]', { timeout: 60_000 });
    await page.waitForSelector(".swipe-waiting", { state: "detached" });
    // it has the size of the first: both show the same places
    const sizes = await page
      .locator(".map canvas")
      .evaluateAll((all) => all.map(({ clientHeight }) => clientHeight));
    expect(sizes).toEqual([viewport.height, viewport.height]);
    await page.waitForSelector('[data-beside="done"] .minutes-other');
    const handle = page.getByRole("slider");
    await handle.press("ArrowLeft");
    expect(await handle.getAttribute("aria-valuenow")).toBe("48");
    expect(page.url()).toMatch(/beside=[a-z.]+,wheelchair,both,wedT10:00,real,0.48/);
    expect(await page.locator(".swipe-label").allTextContents()).toEqual(["左图 成年人", "右图 轮椅使用者"]);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "结束对比" }).click();
    await page.waitForSelector(".map-beside", { state: "detached" });
    expect(page.url()).not.toContain("beside=");
    expect(troubles).toEqual([]);
    await page.context().close();
  }, 180_000);

  test("shows the same on both sides of a phone's map where both ask the same", async () => {
    const { page } = await openPage(browser, `${townUrl}#colour=minutes`, {
      viewport: { width: 390, height: 640 },
    });
    await mapIdle(page);
    await answered(page);
    const category = await page.locator('[data-field="category"] select').inputValue();
    await page.goto(`${page.url()}&beside=${category},adult,both,wedT10:00,real,1`);
    await page.reload();
    await page.waitForSelector('.map-beside[data-beside-idle="true"]', { timeout: 60_000 });
    await page.waitForSelector(".swipe-waiting", { state: "detached" });
    await page.addStyleTag({ content: "#root > :not(.map), .maplibregl-control-container { opacity: 0 }" });
    const pictureAt = async (key: string) => {
      await page.getByRole("slider").press(key);
      await mapIdle(page);
      return (await page.screenshot()).toString("base64");
    };
    expect(await differingShare(page, await pictureAt("End"), await pictureAt("Home"))).toBeLessThan(0.002);
    await page.context().close();
  }, 180_000);

  test("is uncovered after a while where the other map gets no rest", async () => {
    const { page } = await openPage(browser, `${townUrl}#colour=minutes`);
    await mapIdle(page);
    await answered(page);
    // tiles that are asked for and never come
    await page.route("**/tiles/**", () => undefined);
    await page.getByRole("button", { name: "成年人 | 轮椅" }).click();
    await page.waitForSelector(".swipe-waiting");
    await page.waitForSelector(".swipe-waiting", { state: "detached", timeout: 60_000 });
    expect(await page.locator(".map-beside").getAttribute("data-beside-idle")).toBe("false");
    await page.context().close();
  }, 120_000);
});

/** The share of pixels in which two pictures, PNG in base64, differ by more than a shade. */
function differingShare(page: Page, first: string, second: string): Promise<number> {
  return page.evaluate(
    async (pictures) => {
      const [one, other] = await Promise.all(
        pictures.map(async (each) => {
          const image = new Image();
          image.src = `data:image/png;base64,${each}`;
          await image.decode();
          const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d")!;
          canvas.drawImage(image, 0, 0);
          return canvas.getImageData(0, 0, image.width, image.height).data;
        }),
      );
      const isOther = (at: number) =>
        [0, 1, 2].some((channel) => Math.abs(one![at + channel]! - other![at + channel]!) > 12);
      let differing = 0;
      for (let at = 0; at < one!.length; at += 4) if (isOther(at)) differing++;
      return differing / (one!.length / 4);
    },
    [first, second],
  );
}
