// P11: how long script holds the main thread while the map of the sample district is panned and zoomed, and how soon the answer
// stands on the page after a polygon is closed. Thread CPU time is counted: a browser without a GPU draws in software, and what
// it waits for that is no script of ours.
import { availableParallelism, loadavg } from "node:os";
import type { Page } from "playwright-core";
import { findChromium, launchChromium, mapIdle, openPage } from "../support/browser.ts";
import { startSample } from "../support/town-service.ts";
import type { BenchRow } from "./bench-row.ts";
import { scriptTimes } from "./script-times.ts";

const MOVES = {
  "buildings by floors": "district=500103&view=106.555,29.556,14,0,0",
  "buildings by age, as points": "district=500103&colour=age&view=106.555,29.556,13,0,0",
  "minutes to a facility": "district=500103&colour=minutes&view=106.555,29.556,15,0,0",
  "buildings standing": "district=500103&view=106.573,29.559,15.3,-18,55",
} as const;
const LIMIT_MS = 50;
// corners of the areas drawn, in pixels of a 1440 × 900 page, right of the panel
const AREAS = Array.from({ length: 5 }, (_, at) => {
  const [x, y] = [620 + 40 * at, 300 + 15 * at];
  return [
    [x, y],
    [x + 180, y + 10],
    [x + 160, y + 150],
    [x + 10, y + 140],
  ] as const;
});

/** Figures for P11 on the generated sample district, in the Chromium of this machine. */
export async function run(): Promise<BenchRow[]> {
  const chromium = findChromium();
  if (chromium === null) {
    console.log("P11: no Chromium was found.");
    return [];
  }
  const [atlas, browser] = [await startSample(), await launchChromium(chromium)];
  try {
    const rows: BenchRow[] = [];
    for (const [what, hash] of Object.entries(MOVES)) {
      const { page, troubles } = await openPage(browser, `${atlas.url}#${hash}`, { deviceScaleFactor: 1 });
      await watchShifts(page);
      await settled(page);
      await page.evaluate(WITHOUT_WAITING);
      await browser.startTracing(page, { categories: ["devtools.timeline", "v8"] });
      await panAndZoom(page);
      const times = scriptTimes(await browser.stopTracing());
      const note = `worst ${times.at(-1)!.toFixed(0)} ms of ${LIMIT_MS}; layout shift ${await shiftOf(page)}; console errors ${troubles.length}`;
      rows.push({
        goal: "P11",
        task: `script at a stretch, pan and zoom, ${what}`,
        ours: percentiles(times),
        note,
      });
      await page.context().close();
    }
    rows.push(
      await answerRow(
        await openPage(browser, `${atlas.url}#district=500103&mode=analyse&view=106.552,29.556,14,0,0`, {
          deviceScaleFactor: 1,
        }),
      ),
    );
    return rows;
  } finally {
    await browser.close();
    await atlas.close();
  }
}

function percentiles(sorted: readonly number[]) {
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  return { p50Ms: at(0.5), p95Ms: at(0.95) };
}

// the first map is on screen, and what loads after it is there
async function settled(page: Page): Promise<void> {
  await mapIdle(page);
  await page.locator(".classes b:not(:empty)").first().waitFor();
  await mapIdle(page);
}

// asked whether a buffer of the relief is complete, software first draws all that comes before it
const WITHOUT_WAITING = `WebGL2RenderingContext.prototype.checkFramebufferStatus =
  () => WebGL2RenderingContext.FRAMEBUFFER_COMPLETE`;

async function panAndZoom(page: Page): Promise<void> {
  await page.mouse.move(900, 450);
  for (const [dx, dy] of [
    [-220, 60],
    [180, -120],
  ] as const) {
    await page.mouse.down();
    await page.mouse.move(900 + dx, 450 + dy, { steps: 6 });
    await page.mouse.up();
    await page.mouse.move(900, 450);
  }
  for (const turn of [-240, 480, -240]) {
    await page.mouse.wheel(0, turn);
    await page.waitForTimeout(400);
  }
  await mapIdle(page);
}

const watchShifts = (page: Page) =>
  page.evaluate(() => {
    const seen = window as unknown as { shift: number };
    seen.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[])
        if (!entry.hadRecentInput) seen.shift += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  });
const shiftOf = async (page: Page) =>
  (await page.evaluate(() => (window as unknown as { shift: number }).shift)).toFixed(3);

async function answerRow({ page, troubles }: { page: Page; troubles: string[] }): Promise<BenchRow> {
  await settled(page);
  const times: AnswerTimes[] = [];
  for (const corners of AREAS) times.push(await timeOfAnswer(page, corners));
  await page.context().close();
  // the first reads the program of the sheet as well
  const [first, ...later] = times;
  const sorted = (part: keyof AnswerTimes) => later.map((each) => each[part]).sort((a, b) => a - b);
  const middle = (part: keyof AnswerTimes) => percentiles(sorted(part)).p50Ms.toFixed(0);
  return {
    goal: "P11",
    task: "answer on screen after a polygon is closed, its figures drawn by the browser",
    ours: percentiles(sorted("total")),
    note: [
      `worst ${sorted("total").at(-1)!.toFixed(0)} ms of 300, the first ${first!.total.toFixed(0)} ms`,
      `of it (medians) asked at ${middle("asked")}, answered in ${middle("server")}, shown in ${middle("page")}`,
      `tables at ${middle("whole")}`,
      `load ${loadavg()[0]!.toFixed(1)} on ${availableParallelism()} cores`,
      `console errors ${troubles.length}`,
    ].join("; "),
  };
}

/** Milliseconds from the press that closes an area; the question may have been asked before it, of the corners set by then. */
interface AnswerTimes {
  readonly total: number;
  readonly asked: number;
  readonly server: number;
  readonly page: number;
  readonly whole: number;
}

// until the figures stand on the page, then until its tables do; as text, for the compiler would put names of its own in
const TIME_TO_SHEET = `new Promise((resolve) => {
  let startedAt = Number.NaN;
  let total = Number.NaN;
  addEventListener("pointerup", () => { startedAt = performance.now(); }, { capture: true, once: true });
  const timer = setInterval(() => {
    if (Number.isNaN(startedAt)) return;
    // while the pen is out no sheet stands there
    const sheet = document.querySelector("[data-sheet=done] .sheet");
    if (Number.isNaN(total) && sheet?.querySelector(".headline")) total = performance.now() - startedAt;
    if (Number.isNaN(total) || !sheet?.querySelector(".part")) return;
    clearInterval(timer);
    const request = performance.getEntriesByType("resource").findLast(({ name }) => name.includes("answer-sheet"));
    const asked = request.startTime - startedAt;
    const server = request.responseEnd - request.startTime;
    const page = total - Math.max(0, request.responseEnd - startedAt);
    resolve({ total, asked, server, page, whole: performance.now() - startedAt });
  }, 2);
})`;

async function timeOfAnswer(page: Page, corners: (typeof AREAS)[number]): Promise<AnswerTimes> {
  // folded away once there is an answer
  const folded = page.locator("details.area-fold:not([open]) > summary");
  if ((await folded.count()) > 0) await folded.click();
  await page.getByRole("button", { name: "多边形" }).click();
  await page.waitForFunction(
    () => document.querySelector<HTMLElement>(".maplibregl-canvas")?.style.cursor === "crosshair",
  );
  await mapIdle(page);
  for (const [x, y] of corners) {
    await page.mouse.move(x, y);
    await page.mouse.click(x, y);
  }
  const answered = page.evaluate<AnswerTimes>(TIME_TO_SHEET);
  await page.mouse.move(...corners[0]);
  await page.mouse.click(...corners[0]);
  return answered;
}
