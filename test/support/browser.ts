import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** A Chromium of this machine: CHROMIUM_PATH, else the first on the PATH; null where there is none. */
export function findChromium(): string | null {
  const named = process.env.CHROMIUM_PATH;
  if (named) return existsSync(named) ? named : null;
  const folders = (process.env.PATH ?? "").split(delimiter);
  return (
    folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find((path) => existsSync(path)) ??
    null
  );
}

const IN_SOFTWARE = ["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"];

/** A browser that has no WebGL: the page stands without its map, many times sooner, and its lists must do for all. */
export const WITHOUT_WEBGL = ["--disable-gpu", "--disable-3d-apis"];

/** A headless browser that draws WebGL in software, or as the flags say. */
export function launchChromium(
  executablePath: string,
  drawing: readonly string[] = IN_SOFTWARE,
): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      ...drawing,
      "--no-sandbox",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** A page of the atlas that notes what should never happen: console errors and requests to another host. */
export interface WatchedPage {
  readonly page: Page;
  readonly troubles: string[];
}

/** Opens a page in a fresh context and watches it. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({
    locale: "zh-CN",
    viewport: { width: 1440, height: 900 },
    // software WebGL pays by the pixel, and no test reads one: pictures and measurements ask for 1
    deviceScaleFactor: 0.5,
    // nor does one look at what moves: every frame of it is drawn in software
    reducedMotion: "reduce",
    permissions: ["clipboard-read", "clipboard-write"],
    ...options,
  });
  const page = await context.newPage();
  // two suites share the machine, and the embedded database answers one after the other
  page.setDefaultTimeout(60_000);
  const troubles: string[] = [];
  const home = new URL(url).origin;
  page.on("console", (message) => {
    // a refused question is shown to the reader; the browser also writes its status to the console
    if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) troubles.push(message.text());
  });
  page.on("pageerror", (error) => troubles.push(String(error)));
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith("http") && origin !== home) troubles.push(`asked ${request.url()}`);
  });
  await page.goto(url);
  return { page, troubles };
}

const MAP_TIMEOUT_MS = 60_000;

/** Waits until the map has drawn all it has; software WebGL draws about a frame a second. */
export async function mapIdle(page: Page): Promise<void> {
  await page.waitForSelector('.map[data-map-idle="true"]', { timeout: MAP_TIMEOUT_MS });
}
