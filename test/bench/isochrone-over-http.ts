import { type BenchRow, measure } from "./bench-row.ts";
import { askOverHttp } from "./http-client.ts";
import { seededRandom } from "./seeded-random.ts";

const CLICKS = 100;
// a service that has run for a while is measured: what the first clicks take is compiling
const ROUNDS = 3;
const MINUTES = 15;
// west, south, east, north: the built-up peninsula of the sample district
const DENSE = [106.545, 29.547, 106.585, 29.566] as const;

/** P3 over HTTP: how soon a service of the sample district answers clicks with the outline, its buildings and its people. */
export async function isochroneOverHttp(url: string, where: string): Promise<BenchRow> {
  const ask = asker(new URL("api/analyses/isochrone?district=500103", url));
  const clicks = await clicksOn(ask);
  const ours = await measure((index) => ask(clicks[index % CLICKS]!), {
    times: ROUNDS * CLICKS,
    warmUp: ROUNDS * CLICKS,
  });
  const task = `click to outline of ${MINUTES} minutes over HTTP, buildings and residents counted in it, ${where}`;
  return { goal: "P3", task, ours, target: { p95Ms: 10 } };
}

type LonLat = readonly [lon: number, lat: number];

const asker = (url: URL) => (origin: LonLat) => askOverHttp(url, { origin, minutes: [MINUTES] });

// places from which one gets onto the network: 422 is the answer of the others
async function clicksOn(ask: ReturnType<typeof asker>): Promise<LonLat[]> {
  const random = seededRandom(4);
  const [west, south, east, north] = DENSE;
  const clicks: LonLat[] = [];
  while (clicks.length < CLICKS) {
    const click = [west + random() * (east - west), south + random() * (north - south)] as const;
    const { status, text } = await ask(click);
    if (status === 200) clicks.push(click);
    else if (status !== 422) throw new Error(`The isochrone answered ${status}: ${text}`);
  }
  return clicks;
}
