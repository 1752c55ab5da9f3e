import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { findChromium, launchChromium, openPage } from "../support/browser.ts";
import { place, toLonLat } from "../support/town/ground.ts";
import { LANES, TERRACES } from "../support/town/plan.ts";
import { accessibilityFaults } from "./accessibility.ts";

const chromium = findChromium();
const townUrl = inject("townUrl");
// a street below the town's escalator and one above it, two metres off the corners
const end = (terrace: number) =>
  toLonLat(place(LANES[11]! - 2, TERRACES[terrace]!))
    .map((degrees) => degrees.toFixed(6))
    .join(",");
const ENDS = `${end(3)};${end(4)}`;

describe.skipIf(chromium === null)("a walk from one place to another", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium(chromium!);
  });
  afterAll(async () => {
    await browser?.close();
  });

  test("changes with the time of day, and the address says when", async () => {
    const { page, troubles } = await openPage(browser, `${townUrl}#mode=analyse&route=${ENDS};elderly`);
    const route = page.locator('[data-route="done"]');
    await route.locator('[data-kind="escalator"]').first().waitFor();
    const byDay = Number(await page.locator('[data-field="route"]').first().getAttribute("data-seconds"));
    await route.getByLabel("时刻", { exact: true }).fill("23:30");
    await page.locator('[data-part="missed"]').waitFor();
    expect(await page.locator('[data-part="missed"]').textContent()).toContain("周三 23:30 不能走望江扶梯");
    const byNight = Number(await page.locator('[data-field="route"]').first().getAttribute("data-seconds"));
    expect(byNight).toBeGreaterThan(byDay);
    expect(page.url()).toContain("at=wedT23:30");
    await route.getByLabel("收费的扶梯、电梯、索道").selectOption("avoid");
    await page.waitForFunction(() => location.hash.includes("fares=avoid"));
    await page.waitForSelector('[data-route="done"] [data-field="legs"]');
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("comes before its ends on a phone, and they come back to be changed", async () => {
    const { page, troubles } = await openPage(browser, `${townUrl}#mode=analyse&route=${ENDS};adult`, {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    const answer = page.locator('[data-route="done"] [data-field="route"]');
    await answer.waitFor();
    const [list, said] = [await page.locator(".panel-body").boundingBox(), await answer.boundingBox()];
    expect(said!.y + said!.height).toBeLessThan(list!.y + list!.height);
    const swap = page.getByRole("button", { name: "对调起终点" });
    expect(await swap.isVisible()).toBe(false);
    await page.locator('[data-route="done"] .asked-form > summary').click();
    await swap.click();
    const [from, to] = ENDS.split(";").map((end) =>
      end
        .split(",")
        .map(Number)
        .map((each) => each.toFixed(6))
        .join(),
    );
    await page.waitForFunction((hash) => location.hash.includes(hash), `route=${to};${from}`);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("rests on parameters that can be read, changed and set back", async () => {
    const { page, troubles } = await openPage(browser, `${townUrl}#mode=analyse&ask=standards`);
    await page.getByText("查看与修改各类人群的速度和步行参数").click();
    const row = page.locator('[data-parameter="storey-height"]');
    await row.locator("summary").click();
    await row.locator("input").fill("2.8");
    await row.getByRole("button", { name: "采用" }).click();
    await row.getByText("本机已改").waitFor();
    await row.getByRole("button", { name: "恢复 3" }).click();
    await row.getByText("本机已改").waitFor({ state: "detached" });
    await row.locator("input").fill("99");
    await row.getByRole("button", { name: "采用" }).click();
    await page.locator(".standards").getByText("所填内容不能用").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});
