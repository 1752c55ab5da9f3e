/** What a picture shows: a fragment of the page's address, and what must be there (and is scrolled to) before it is taken. */
export interface PictureOf {
  readonly hash: string;
  readonly ready: string;
  /** false where the page covers the map, which then need not be drawn out. */
  readonly hasMap?: boolean;
}

// a drawn area across the neck between the two rivers
const DRAWN = "106.5395,29.5525;106.5490,29.5510;106.5525,29.5580;106.5440,29.5615";
const BOW = "106.540,29.553;106.548,29.558;106.548,29.553;106.540,29.558";
const OLD = "where=yearBuilt:lt:2000;floorsAbove:gte:4;hasLift:eq:false";

/** A sheet beside that of the whole district. */
const BESIDE = '[data-sheet="done"] .headline:has([data-beside])';

const COMPARED = ".comparison:has(table) .comparison-head";
const REPORT = ".card:has(.report) .card-title";

/** The sample district. */
export const PAGES: Readonly<Record<string, PictureOf>> = {
  explore: { hash: "", ready: ".zones" },
  structure: { hash: "layers=structure", ready: ".zones" },
  zone: { hash: "select=zone/core:jiefangbei", ready: BESIDE },
  streets: { hash: "names=both&view=106.5745,29.5585,16,0,0", ready: ".zones" },
  standing: { hash: "view=106.5745,29.5605,15.4,-18,55", ready: ".zones" },
  building: {
    hash: "select=building/building:3791&view=106.5760,29.5553,17,-20,55",
    ready: '[data-feature="done"] .card-title',
  },
  walkway: {
    hash: "select=walkway/walkway:third",
    ready: '[data-profile="done"] .profile',
  },
  projects: { hash: "mode=projects", ready: '[data-projects="done"] .project-row' },
  project: { hash: "mode=projects&select=project/project:01", ready: ".project-page .card-title" },
  programme: { hash: "mode=projects&show=programme", ready: '[data-page="done"] h2' },
  board: { hash: "mode=projects&as=board", ready: ".board-card" },
  dispatch: { hash: "mode=projects&as=dispatch&month=2026-10", ready: ".dispatch-table" },
  money: { hash: "mode=projects&as=money", ready: '[data-figure="leverage"]' },
  estates: { hash: "mode=projects&ledger=estates", ready: '[data-ledger="estates"][data-state="done"]' },
  signing: { hash: "mode=projects&show=signing", ready: ".plot-row" },
  analyse: {
    hash: `mode=analyse&area=${DRAWN}&view=106.5425,29.5560,14.9,0,0`,
    ready: BESIDE,
  },
  walk: {
    hash: "mode=analyse&walk=106.574500,29.558500,elderly,from,real&view=106.5745,29.5585,15,0,0",
    ready: '[data-field="isochrone"]',
  },
  minutes: {
    hash: "colour=minutes&view=106.5550,29.5560,14,0,0",
    ready: '[data-minutes="done"] .minutes-chart',
  },
  hexagons: {
    hash: "colour=minutes&cells=hexagon,median,district&view=106.5550,29.5560,13.4,0,0",
    ready: '[data-minutes="done"] .minutes-chart',
  },
  "side-by-side": {
    hash: "colour=minutes&beside=edu.junior,wheelchair,both,wedT10:00,real,0.66&view=106.5650,29.5580,14.6,0,0",
    ready: '[data-beside="done"] .minutes-other',
  },
  filter: { hash: `mode=analyse&${OLD}&view=106.5460,29.5530,13.4,0,0`, ready: '[data-filter="done"]' },
  gap: {
    hash: "mode=analyse&gap=edu.primary,10,child,community&view=106.5460,29.5530,13.4,0,0",
    ready: '[data-gap="done"] .gap-headline',
  },
  route: {
    hash: "mode=analyse&route=106.547,29.5533;106.5462,29.5551;adult&at=wedT10:00&view=106.5466,29.5542,16,0,0",
    ready: '[data-route="done"] [data-field="legs"]',
  },
  parks: {
    hash: "mode=analyse&radius=park-coverage&view=106.5460,29.5530,13.4,0,0",
    ready: '[data-radius="done"]',
  },
  riverfront: {
    hash: "mode=analyse&river=child,secondary&view=106.5460,29.5530,13.4,0,0",
    ready: '[data-riverfront="done"]',
  },
  catchment: {
    hash: "mode=analyse&share=edu.kinder,15,enhanced,fast,child,to,all,capacity,subdistrict,quantile&view=106.5460,29.5530,13.4,0,0",
    ready: '[data-catchment="done"]',
  },
  connectivity: {
    hash: "mode=analyse&street=walkway-connectivity,elderly&view=106.5460,29.5530,13.4,0,0",
    ready: '[data-streets="done"]',
  },
  comparison: {
    hash: "mode=analyse&open=comparison&compare=zone:core:jiefangbei|zone:wing:caiyuanba|zone:wing:hualongqiao",
    ready: COMPARED,
    hasMap: false,
  },
  refused: { hash: `mode=analyse&area=${BOW}&view=106.5425,29.5555,15,0,0`, ready: ".failure" },
  report: { hash: "open=report", ready: REPORT, hasMap: false },
};

export const IMPORTED_ID = "500103-osm";
const imported = (hash: string) => [`district=${IMPORTED_ID}`, hash].filter(Boolean).join("&");

/** The imported district. */
export const IMPORTED_PAGES: Readonly<Record<string, PictureOf>> = {
  "imported-explore": { hash: imported(""), ready: ".zones" },
  "imported-zone": {
    hash: imported(`select=zone/district:${IMPORTED_ID}`),
    ready: '[data-sheet="done"] .headline',
  },
  "imported-streets": { hash: imported("names=both&view=106.5460,29.5540,16,0,0"), ready: ".zones" },
  "imported-standing": { hash: imported("view=106.5745,29.5605,15.4,-18,55"), ready: ".zones" },
  "imported-walkway": {
    hash: imported("select=walkway/w734116600"),
    ready: '[data-profile="done"] .profile',
  },
  "imported-projects": { hash: imported("mode=projects"), ready: '[data-projects="done"] .hint:visible' },
  "imported-filter": {
    hash: imported("mode=analyse&where=floorsAbove:gte:19&view=106.5460,29.5530,13.4,0,0"),
    ready: '[data-filter="done"]',
  },
  "imported-gap": {
    hash: imported("mode=analyse&gap=any-required,10,elderly,place&view=106.5460,29.5530,13.4,0,0"),
    ready: '[data-gap="done"] .gap-headline',
  },
  "imported-comparison": {
    hash: imported(`mode=analyse&open=comparison&compare=zone:district:${IMPORTED_ID}|${DRAWN}`),
    ready: COMPARED,
    hasMap: false,
  },
  "imported-report": { hash: imported("open=report"), ready: REPORT, hasMap: false },
};

/** Files that the READMEs show. */
export const IN_README: readonly string[] = [
  "analyse",
  "standing",
  "filter",
  "gap",
  "walkway",
  "programme",
].flatMap((page) => [`${page}-desktop-light-zh.png`, `${page}-desktop-light-en.png`]);
