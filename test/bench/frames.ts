// P11: how long a frame takes while the map is moved over 100,000 buildings standing, in a Chromium that draws with the GPU of
// this machine. A browser that draws in software is measured only where CHROMIUM_GPU_FLAGS asks for one.
import { setTimeout as pause } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { loadSql } from "../../server/database/sql.ts";
import { recordVersion } from "../../server/database/version.ts";
import { findChromium, launchChromium, mapIdle, openPage } from "../support/browser.ts";
import { decodeTile } from "../support/decode-tile.ts";
import { startChangedSample } from "../support/town-service.ts";
import type { BenchRow } from "./bench-row.ts";

const DISTRICT = "500103";
// the sample has 20,400 buildings
const COPIES = 4;
const GPU_FLAGS = [
  "--use-gl=angle",
  "--use-angle=gl-egl",
  "--ignore-gpu-blocklist",
  "--enable-gpu-rasterization",
];
// the whole district, from as far as its buildings stand
const VIEW = `district=${DISTRICT}&view=106.54,29.553,13.6,-15,60`;
const SCREENS = { "1440 × 900": 1, "2880 × 1800": 2 } as const;
const STEPS = 90;
const copySql = loadSql("./crowded.sql", import.meta.url);

/** Figures of frames over a crowded sample district; none where the browser would draw in software unasked. */
export async function run(): Promise<BenchRow[]> {
  const chromium = findChromium();
  if (chromium === null) {
    console.log("P11: no Chromium was found.");
    return [];
  }
  const asked = process.env.CHROMIUM_GPU_FLAGS?.split(" ");
  const browser = await launchChromium(chromium, asked ?? GPU_FLAGS);
  try {
    const renderer = await rendererOf(browser);
    if (asked === undefined && /swiftshader|llvmpipe|software|^none$/i.test(renderer)) {
      console.log(`P11: no GPU draws here (${renderer}): no figures of frames. See test/bench/README.md.`);
      return [];
    }
    const atlas = await startChangedSample(async (database) => {
      await database.query(copySql, [DISTRICT, COPIES]);
      const changes = [{ layer: "*", featureId: DISTRICT, op: "replace" as const }];
      await recordVersion(database, { districtId: DISTRICT, actorId: "bench", note: "bench", changes });
    });
    try {
      const rows: BenchRow[] = [];
      for (const [screen, scale] of Object.entries(SCREENS))
        rows.push(...(await framesOn(browser, { url: `${atlas.url}#${VIEW}`, screen, scale, renderer })));
      return rows;
    } finally {
      await atlas.close();
    }
  } finally {
    await browser.close();
  }
}

async function rendererOf(browser: Browser): Promise<string> {
  const page = await browser.newPage();
  const renderer = await page.evaluate(() => {
    const gl = document.createElement("canvas").getContext("webgl2");
    const named = gl?.getExtension("WEBGL_debug_renderer_info");
    return gl && named ? String(gl.getParameter(named.UNMASKED_RENDERER_WEBGL)) : "none";
  });
  await page.close();
  return renderer;
}

interface Screen {
  readonly url: string;
  readonly screen: string;
  readonly scale: number;
  readonly renderer: string;
}

async function framesOn(browser: Browser, { url, screen, scale, renderer }: Screen): Promise<BenchRow[]> {
  const startedAt = performance.now();
  const { page } = await openPage(browser, url, { deviceScaleFactor: scale });
  await mapIdle(page);
  const drawnAfterS = ((performance.now() - startedAt) / 1000).toFixed(1);
  const buildings = await countBuildings(page);
  const rows: BenchRow[] = [];
  for (const [move, make] of Object.entries(MOVES)) {
    await page.evaluate(WATCH);
    await make(page);
    const { frames, tasks } = await page.evaluate<{ frames: number[]; tasks: number[] }>("atlasFrames()");
    frames.sort((a, b) => a - b);
    const at = (share: number) => frames[Math.min(frames.length - 1, Math.floor(share * frames.length))]!;
    rows.push({
      goal: "P11",
      task: `frame while ${move} over ${buildings} buildings standing, ${screen}`,
      ours: { p50Ms: at(0.5), p95Ms: at(0.95) },
      note: [
        `of ${frames.length} frames ${Math.round((100 * frames.filter((ms) => ms <= 17.5).length) / frames.length)} % at 60 a second`,
        `${tasks.length} tasks over 50 ms, the longest ${Math.max(0, ...tasks).toFixed(0)} ms`,
        `drawn ${drawnAfterS} s after the address was opened`,
        renderer,
      ].join("; "),
    });
    await mapIdle(page);
  }
  await page.context().close();
  return rows;
}

// what the map holds, each building once however many tiles it lies in
async function countBuildings(page: Page): Promise<number> {
  const tiles = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .map(({ name }) => name)
      .filter((name) => name.includes("/tiles/building/")),
  );
  const ids = new Set<unknown>();
  for (const tile of new Set(tiles)) {
    const layers = decodeTile(new Uint8Array(await (await fetch(tile)).arrayBuffer()));
    for (const { features } of layers) for (const { attributes } of features) ids.add(attributes.id);
  }
  return ids.size;
}

// as text, for the compiler would put names of its own in
const WATCH = `{
  const [frames, tasks] = [[], []];
  let [last, isOver] = [performance.now(), false];
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)));
  observer.observe({ type: "longtask" });
  const next = (now) => {
    frames.push(now - last);
    last = now;
    if (!isOver) requestAnimationFrame(next);
  };
  requestAnimationFrame((now) => { last = now; requestAnimationFrame(next); });
  globalThis.atlasFrames = () => {
    isOver = true;
    tasks.push(...observer.takeRecords().map(({ duration }) => duration));
    observer.disconnect();
    return { frames, tasks };
  };
}`;

const MOVES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  panning: (page) => drag(page, "left"),
  zooming: async (page) => {
    await page.mouse.move(900, 500);
    for (let step = 0; step < STEPS; step++) await page.mouse.wheel(0, step < STEPS / 2 ? -12 : 12);
    await pause(500);
  },
  "turning and tilting": (page) => drag(page, "right"),
};

// there and back along a bow
async function drag(page: Page, button: "left" | "right"): Promise<void> {
  await page.mouse.move(900, 500);
  await page.mouse.down({ button });
  for (let step = 1; step <= STEPS; step++) {
    const turn = (2 * Math.PI * step) / STEPS;
    await page.mouse.move(900 + 150 * Math.sin(turn), 440 + 60 * Math.cos(turn));
  }
  await page.mouse.up({ button });
}
