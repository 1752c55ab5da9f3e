// npm run screenshots: pages × desktop and phone × light and dark × Chinese and English over the generated town.
// All go into .data/pictures (or the folder named); the few the READMEs show into test/e2e/pictures as well.
import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { findChromium, launchChromium, mapIdle, openPage } from "../support/browser.ts";
import { startTown } from "../support/town-service.ts";

const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
const THEMES = ["light", "dark"] as const;
const LANGUAGES = { zh: "zh-CN", en: "en" } as const;

// a drawn area in the heart of the town
const DRAWN = "107.014800,29.878300;107.024200,29.878600;107.025400,29.882700;107.015200,29.882200";

/** What each picture shows: a fragment of the page's address, and what to wait for. */
const PAGES = {
  explore: { hash: "", ready: ".zones" },
  zone: { hash: "select=zone/core:chengxin", ready: '[data-sheet="done"] .headline' },
  building: { hash: "select=building/b200&view=107.0215,29.8801,16.6,-20,55", ready: ".facts" },
  analyse: {
    hash: `mode=analyse&area=${DRAWN}&view=107.0175,29.8800,15.3,0,0`,
    ready: '[data-sheet="done"] .headline',
  },
  refused: {
    hash: "mode=analyse&area=107.015,29.879;107.022,29.883;107.022,29.879;107.015,29.883&view=107.0170,29.8805,15.3,0,0",
    ready: ".failure",
  },
  report: { hash: "open=report", ready: ".report" },
} as const;

const IN_README = ["analyse-desktop-light-zh", "analyse-desktop-light-en"];
const PICTURES = new URL("./pictures/", import.meta.url).pathname;

async function main(): Promise<void> {
  const chromium = findChromium();
  if (chromium === null) throw new Error("No Chromium was found; set CHROMIUM_PATH to one.");
  const [folder = join(".data", "pictures"), ...only] = process.argv.slice(2);
  mkdirSync(folder, { recursive: true });
  mkdirSync(PICTURES, { recursive: true });
  const [town, nobody] = [await startTown(), await startTown({ empty: true })];
  const browser = await launchChromium(chromium);
  try {
    for (const picture of allPictures()) {
      if (only.length > 0 && !only.some((part) => picture.name.includes(part))) continue;
      await take(browser, town.url, picture, folder);
    }
    await take(browser, nobody.url, { ...EMPTY, name: "empty-desktop-light-zh" }, folder);
  } finally {
    await browser.close();
    await town.close();
    await nobody.close();
  }
}

interface Picture {
  readonly name: string;
  readonly hash: string;
  readonly ready: string;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly theme: (typeof THEMES)[number];
  readonly hasMap: boolean;
}

const EMPTY: Omit<Picture, "name"> = {
  hash: "",
  ready: ".empty",
  viewport: SIZES.desktop,
  theme: "light",
  hasMap: false,
};

function allPictures(): Picture[] {
  return Object.entries(PAGES).flatMap(([page, { hash, ready }]) =>
    Object.entries(SIZES).flatMap(([size, viewport]) =>
      THEMES.flatMap((theme) =>
        Object.entries(LANGUAGES).map(([short, language]) => ({
          name: [page, size, theme, short].join("-"),
          hash: [hash, `lang=${language}`].filter((part) => part !== "").join("&"),
          ready,
          viewport,
          theme,
          hasMap: true,
        })),
      ),
    ),
  );
}

async function take(browser: Browser, url: string, picture: Picture, folder: string): Promise<void> {
  const { page } = await openPage(browser, `${url}#${picture.hash}`, {
    viewport: picture.viewport,
    colorScheme: picture.theme,
    reducedMotion: "reduce",
  });
  await page.waitForSelector(picture.ready);
  if (picture.hasMap) await mapIdle(page);
  const path = join(folder, `${picture.name}.png`);
  await page.screenshot({ path });
  if (IN_README.includes(picture.name)) copyFileSync(path, join(PICTURES, `${picture.name}.png`));
  console.log(path);
  await page.context().close();
}

await main();
