// npm run screenshots: what pictures.ts lists × desktop and phone × light and dark × Chinese and English, over the sample
// district and over an imported one where an extract lies in ../shared/data.
// All go into .data/pictures (or the folder named); the few the READMEs show into test/e2e/pictures as well.
// npm run screenshots -- FOLDER PATTERN…: only the pictures whose names match one of the regular expressions; the extract is
// imported only where one of its pictures is asked for.
import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { findChromium, launchChromium, mapIdle, openPage } from "../support/browser.ts";
import { sharedData } from "../support/osm-network.ts";
import { startSample, startTown } from "../support/town-service.ts";
import { IMPORTED_ID, IMPORTED_PAGES, IN_README, PAGES, type PictureOf } from "./pictures.ts";

const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
const LOOKS = ["light", "dark"].flatMap((theme) => [
  { theme, language: "zh-CN", name: `${theme}-zh` },
  { theme, language: "en", name: `${theme}-en` },
]);
const PICTURES = new URL("./pictures/", import.meta.url).pathname;
/** For what a page waits for: an analysis of a whole district on a busy machine. */
const READY_MS = 120_000;

type Look = (typeof LOOKS)[number];

function extract() {
  const pbf = sharedData("yuzhong/yuzhong.osm.pbf");
  if (pbf === null) {
    console.log("../shared/data is absent: no pictures of an imported district.");
    return undefined;
  }
  return {
    pbf,
    dem: [sharedData("yuzhong/elevation.tif")!],
    boundary: sharedData("yuzhong/boundary.geojson")!,
    district: { id: IMPORTED_ID, adcode: "500103", nameZh: "渝中区", nameEn: "Yuzhong", sample: false },
    population: null,
    replace: false,
    actorId: "local",
  };
}

async function main(): Promise<void> {
  const chromium = findChromium();
  if (chromium === null) throw new Error("No Chromium was found; set CHROMIUM_PATH to one.");
  const [folder = join(".data", "pictures"), ...only] = process.argv.slice(2);
  mkdirSync(folder, { recursive: true });
  mkdirSync(PICTURES, { recursive: true });
  const patterns = only.map((pattern) => new RegExp(pattern));
  const isWanted = (name: string) => patterns.length === 0 || patterns.some((pattern) => pattern.test(name));
  const beside = isAnyWanted(IMPORTED_PAGES, isWanted) ? extract() : undefined;
  const atlas = await startSample(beside);
  const browser = await launchChromium(chromium);
  try {
    const pages = { ...PAGES, ...(beside ? IMPORTED_PAGES : {}) };
    for (const size of ["desktop", "phone"] as const)
      await takeSize(browser, `${atlas.url}#`, { size, pages, folder, isWanted });
    if (isWanted("empty-desktop-light-zh")) await takeEmpty(browser, folder);
  } finally {
    await browser.close();
    await atlas.close();
  }
}

function isAnyWanted(pages: Session["pages"], isWanted: Session["isWanted"]): boolean {
  const names = Object.keys(pages).flatMap((page) => Object.keys(SIZES).map((size) => `${page}-${size}`));
  return names.some((name) => LOOKS.some((look) => isWanted(`${name}-${look.name}`)));
}

interface Session {
  readonly size: keyof typeof SIZES;
  readonly pages: Readonly<Record<string, PictureOf>>;
  readonly folder: string;
  readonly isWanted: (name: string) => boolean;
}

/** Every page in one size: each is opened once, and takes its themes and languages where it stands. */
async function takeSize(browser: Browser, url: string, { size, pages, folder, isWanted }: Session) {
  const { page } = await openPage(browser, "about:blank", {
    viewport: SIZES[size],
    deviceScaleFactor: 1,
    reducedMotion: "reduce",
  });
  page.setDefaultTimeout(READY_MS);
  for (const [name, picture] of Object.entries(pages)) {
    const wanted = LOOKS.filter((look) => isWanted(`${name}-${size}-${look.name}`));
    let isOpen = false;
    for (const look of wanted) {
      const hash = [picture.hash, `theme=${look.theme}`, `lang=${look.language}`].filter(Boolean).join("&");
      await (isOpen ? switchTo(page, look) : openAt(page, `${url}${hash}`));
      isOpen = true;
      await keep(page, picture, join(folder, `${name}-${size}-${look.name}.png`));
    }
  }
  await page.context().close();
}

// a page of its own for each picture: a fragment alone would keep the view and the answers of the picture before
async function openAt(page: Page, address: string): Promise<void> {
  await page.goto("about:blank");
  await page.goto(address);
}

// where it stands, whatever of the address it has written since
async function switchTo(page: Page, { theme, language }: Look): Promise<void> {
  await page.evaluate(
    (said) => {
      const kept = location.hash.slice(1).split("&");
      const rest = kept.filter((part) => !/^(theme|lang)=/.test(part));
      location.hash = [...rest, ...said].filter(Boolean).join("&");
    },
    [`theme=${theme}`, `lang=${language}`],
  );
  await page.waitForSelector(`html[data-theme="${theme}"][lang="${language}"]`);
  // the map hears of it within the frame after
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

async function keep(page: Page, { ready, hasMap = true }: PictureOf, path: string): Promise<void> {
  const shown = page.locator(ready).first();
  await shown.waitFor();
  // what is still coming puts itself in the place of what waited for it
  if (hasMap) await mapIdle(page);
  await shown.scrollIntoViewIfNeeded();
  if (hasMap) await mapIdle(page);
  await page.screenshot({ path });
  const file = path.slice(path.lastIndexOf("/") + 1);
  if (IN_README.includes(file)) copyFileSync(path, join(PICTURES, file));
  console.log(path);
}

async function takeEmpty(browser: Browser, folder: string): Promise<void> {
  const nobody = await startTown({ empty: true });
  try {
    const { page } = await openPage(browser, nobody.url, {
      viewport: SIZES.desktop,
      deviceScaleFactor: 1,
      colorScheme: "light",
    });
    await keep(
      page,
      { hash: "", ready: ".empty", hasMap: false },
      join(folder, "empty-desktop-light-zh.png"),
    );
    await page.context().close();
  } finally {
    await nobody.close();
  }
}

await main();
