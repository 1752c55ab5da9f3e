// npm run screenshots: pages × desktop and phone × light and dark × Chinese and English over the sample district, and over an
// imported one where an extract lies in ../shared/data.
// All go into .data/pictures (or the folder named); the few the READMEs show into test/e2e/pictures as well.
import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { findChromium, launchChromium, mapIdle, openPage } from "../support/browser.ts";
import { sharedData } from "../support/osm-network.ts";
import { startSample, startTown } from "../support/town-service.ts";

const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
const THEMES = ["light", "dark"] as const;
const LANGUAGES = { zh: "zh-CN", en: "en" } as const;

// a drawn area across the neck between the two rivers
const DRAWN = "106.5395,29.5525;106.5490,29.5510;106.5525,29.5580;106.5440,29.5615";

/** What each picture shows: a fragment of the page's address, and what to wait for. */
const PAGES = {
  explore: { hash: "", ready: ".zones" },
  zone: { hash: "select=zone/core:jiefangbei", ready: '[data-sheet="done"] .headline' },
  standing: { hash: "view=106.5745,29.5605,15.4,-18,55", ready: ".zones" },
  building: { hash: "select=building/building:76&view=106.5173,29.5369,16.6,-20,55", ready: ".facts" },
  analyse: {
    hash: `mode=analyse&area=${DRAWN}&view=106.5425,29.5560,14.9,0,0`,
    ready: '[data-sheet="done"] .headline',
  },
  refused: {
    hash: "mode=analyse&area=106.540,29.553;106.548,29.558;106.548,29.553;106.540,29.558&view=106.5425,29.5555,15,0,0",
    ready: ".failure",
  },
  report: { hash: "open=report", ready: ".report" },
} as const;

const IMPORTED_ID = "500103-osm";
const IMPORTED_PAGES = {
  "imported-explore": { hash: `district=${IMPORTED_ID}`, ready: ".zones" },
  "imported-zone": {
    hash: `district=${IMPORTED_ID}&select=zone/district:${IMPORTED_ID}`,
    ready: '[data-sheet="done"] .headline',
  },
  "imported-streets": {
    hash: `district=${IMPORTED_ID}&view=106.5460,29.5540,16,0,0`,
    ready: ".zones",
  },
  "imported-report": { hash: `district=${IMPORTED_ID}&open=report`, ready: ".report" },
} as const;

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

const IN_README = ["analyse", "standing"].flatMap((page) => [
  `${page}-desktop-light-zh`,
  `${page}-desktop-light-en`,
]);
const PICTURES = new URL("./pictures/", import.meta.url).pathname;

async function main(): Promise<void> {
  const chromium = findChromium();
  if (chromium === null) throw new Error("No Chromium was found; set CHROMIUM_PATH to one.");
  const [folder = join(".data", "pictures"), ...only] = process.argv.slice(2);
  mkdirSync(folder, { recursive: true });
  mkdirSync(PICTURES, { recursive: true });
  const beside = extract();
  const [atlas, nobody] = [await startSample(beside), await startTown({ empty: true })];
  const browser = await launchChromium(chromium);
  try {
    for (const picture of allPictures({ ...PAGES, ...(beside ? IMPORTED_PAGES : {}) })) {
      if (only.length > 0 && !only.some((part) => picture.name.includes(part))) continue;
      await take(browser, atlas.url, picture, folder);
    }
    await take(browser, nobody.url, { ...EMPTY, name: "empty-desktop-light-zh" }, folder);
  } finally {
    await browser.close();
    await atlas.close();
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

function allPictures(pages: Record<string, { readonly hash: string; readonly ready: string }>): Picture[] {
  return Object.entries(pages).flatMap(([page, { hash, ready }]) =>
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
