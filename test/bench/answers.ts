// How soon every analysis of an area answers over HTTP, for a drawn kilometre and for the district, and how soon the first
// question of each was: nothing is kept then.
import type { AnalysisName } from "../../server/contract/analyses.ts";
import { startSample } from "../support/town-service.ts";
import { type BenchRow, measure } from "./bench-row.ts";

const DISTRICT = "500103";
const TIMES = 5;

// about one kilometre by one, over the old town
const KILOMETRE = {
  type: "Polygon",
  coordinates: [
    [
      [106.565, 29.553],
      [106.5754, 29.553],
      [106.5754, 29.562],
      [106.565, 29.562],
      [106.565, 29.553],
    ],
  ],
};
const AREAS = { "1 km drawn": KILOMETRE, "the district": { zone: `district:${DISTRICT}` } } as const;

/** What each analysis that takes an area needs beside it. */
const ASKED: Readonly<Partial<Record<AnalysisName, Record<string, unknown>>>> = {
  density: {},
  "plot-ratio": {},
  "filter-count": {},
  "filter-list": {},
  "life-circle-coverage": {},
  "service-gap": { category: "health.clinic" },
  "road-network": {},
  "walkway-connectivity": {},
  "network-quality": {},
  "park-coverage": {},
  "statutory-radius-coverage": {},
  "two-step-catchment": { category: "health.clinic" },
  "riverfront-access": {},
  "health-check": {},
  "answer-sheet": {},
};

/** Times of all analyses that take an area, on the generated sample district. */
export async function run(): Promise<BenchRow[]> {
  const atlas = await startSample();
  try {
    const rows: BenchRow[] = [];
    for (const [name, beside] of Object.entries(ASKED)) {
      for (const [where, area] of Object.entries(AREAS)) {
        const ask = () => answerTo(new URL(`api/analyses/${name}`, atlas.url), { area, ...beside });
        const started = performance.now();
        await ask();
        const firstMs = performance.now() - started;
        const ours = await measure(ask, { times: TIMES, warmUp: 0 });
        rows.push({
          goal: "answers",
          task: `${name}, ${where}`,
          ours,
          note: `first ${firstMs.toFixed(0)} ms`,
        });
      }
    }
    return rows;
  } finally {
    await atlas.close();
  }
}

async function answerTo(url: URL, body: unknown): Promise<void> {
  url.searchParams.set("district", DISTRICT);
  const reply = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const text = await reply.text();
  if (!reply.ok) throw new Error(`${url.pathname} answered ${reply.status}: ${text}`);
}
