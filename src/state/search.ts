import type { SearchHit } from "../../server/contract/catalogue.ts";
import { failureOf, search, wasAborted } from "../backend.ts";
import { nameIn } from "../locale/name-text.ts";
import type { AppState, Mode } from "./app-state.ts";
import { showExtent } from "./appearance.ts";
import { setNearThing } from "./projects.ts";
import { select } from "./selection.ts";
import { askAboutZone } from "./sheet.ts";
import { useApp } from "./store.ts";

let searching: AbortController | null = null;

/** Types into the search box; an empty text puts the hits away, coordinates are read here without asking. */
export async function setSearchText(text: string): Promise<void> {
  searching?.abort();
  const q = text.trim();
  const { district } = useApp.getState();
  useApp.setState({ searchText: text });
  if (q === "" || district === null) {
    useApp.setState({ hits: { status: "idle" } });
    return;
  }
  searching = new AbortController();
  const { signal } = searching;
  useApp.setState(({ hits }) => ({
    hits: { status: "running", params: q, stale: hits.status === "done" ? hits.result : null },
  }));
  try {
    const places = await placesOf(q);
    const result = places.length > 0 ? places : groupedByLayer((await search({ district, q, signal })).items);
    if (!signal.aborted) useApp.setState({ hits: { status: "done", params: q, result } });
  } catch (error) {
    if (!wasAborted(error))
      useApp.setState({ hits: { status: "failed", params: q, failure: failureOf(error) } });
  }
}

// the shift of GCJ-02 is loaded where numbers are typed
async function placesOf(text: string): Promise<SearchHit[]> {
  if (!/\d.*\d/.test(text)) return [];
  const { typedPlaces } = await import("../geometry/typed-place.ts");
  return typedPlaces(text).map(({ lonLat: [lon, lat], system }) => hitOfPlace(lon, lat, system));
}

function hitOfPlace(lon: number, lat: number, system: string): SearchHit {
  const id = `${lon.toFixed(6)},${lat.toFixed(6)}`;
  return { layer: "place", id, kind: system, nameZh: null, nameEn: null, extent: [lon, lat, lon, lat] };
}

/** Hits with those of one layer together, the layers in the order of their best hit. */
export function groupedByLayer(hits: readonly SearchHit[]): SearchHit[] {
  const layers = [...new Set(hits.map(({ layer }) => layer))];
  return layers.flatMap((layer) => hits.filter((hit) => hit.layer === layer));
}

// where a thing is read: projects in their mode, a zone in any, the rest exploring
function modeFor(layer: string, mode: Mode): Mode {
  if (layer === "project") return "projects";
  return layer === "zone" && mode === "analyse" ? "analyse" : "explore";
}

/** Goes to a hit, shows what it is, and remembers it on this device. */
export function openHit(hit: SearchHit): void {
  const { layer, id, extent } = hit;
  const before = useApp.getState().mode;
  // who looks for projects and names a place wants those near it
  if (before === "projects" && layer !== "project") {
    openProjectsNear(hit);
    return;
  }
  const mode = modeFor(layer, before);
  showExtent(extent);
  if (mode === "analyse") askAboutZone(id);
  else {
    useApp.setState({ mode, tool: "none", stroke: null });
    select({ layer, id });
  }
  putAway(hit);
}

/** Shows the projects near a hit. */
export function openProjectsNear(hit: SearchHit): void {
  const name = nameIn(useApp.getState().language, hit);
  setNearThing({ extent: hit.extent, name });
  putAway(hit);
}

function putAway(hit: SearchHit): void {
  useApp.setState({ searchText: "", hits: { status: "idle" } });
  remember(hit);
}

const RECENT_KEY = "atlas-recent-searches";
const RECENT_KEPT = 8;

// what the device remembers may have been written by an earlier page
function isRecentHit(each: unknown): each is AppState["recentHits"][number] {
  const { district, hit } = (each ?? {}) as { district?: unknown; hit?: Partial<SearchHit> };
  const isText = (value: unknown) => typeof value === "string";
  const isTextOrNull = (value: unknown) => value === null || isText(value);
  return (
    [district, hit?.layer, hit?.id].every(isText) &&
    [hit?.kind, hit?.nameZh, hit?.nameEn].every(isTextOrNull) &&
    Array.isArray(hit?.extent) &&
    hit.extent.length === 4 &&
    hit.extent.every(Number.isFinite)
  );
}

function remember(hit: SearchHit): void {
  const { district, recentHits } = useApp.getState();
  if (district === null) return;
  const others = recentHits.filter((each) => each.hit.layer !== hit.layer || each.hit.id !== hit.id);
  keep([{ district, hit }, ...others].slice(0, RECENT_KEPT));
}

export const forgetRecentHits = () => keep([]);

function keep(recentHits: AppState["recentHits"]): void {
  useApp.setState({ recentHits });
  try {
    localStorage.setItem(RECENT_KEY, JSON.stringify(recentHits));
  } catch {
    // a browser that keeps nothing for this page: they last as long as the page does
  }
}

/** Takes up what this device remembers of earlier searches. */
export function recallRecentHits(): void {
  const read = () => {
    try {
      return JSON.parse(localStorage.getItem(RECENT_KEY) ?? "[]") as unknown;
    } catch {
      return [];
    }
  };
  const remembered = read();
  useApp.setState({ recentHits: Array.isArray(remembered) ? remembered.filter(isRecentHit) : [] });
}

let lastRecent: { readonly of: AppState["recentHits"]; readonly district: string | null } & {
  readonly hits: readonly SearchHit[];
} = { of: [], district: null, hits: [] };

/** What was lately found in this district; the same list while nothing has changed, as a selector must. */
export function selectRecentHits({ recentHits, district }: AppState): readonly SearchHit[] {
  if (lastRecent.of !== recentHits || lastRecent.district !== district) {
    const hits = recentHits.filter((each) => each.district === district).map(({ hit }) => hit);
    lastRecent = { of: recentHits, district, hits };
  }
  return lastRecent.hits;
}
