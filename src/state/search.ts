import type { SearchHit } from "../../server/contract/catalogue.ts";
import { failureOf, search, wasAborted } from "../backend.ts";
import { showExtent } from "./appearance.ts";
import { select } from "./selection.ts";
import { useApp } from "./store.ts";

let searching: AbortController | null = null;

/** Types into the search box; an empty text puts the hits away. */
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
  useApp.setState(({ hits }) => ({
    hits: { status: "running", params: q, stale: hits.status === "done" ? hits.result : null },
  }));
  try {
    const { items } = await search({ district, q, signal: searching.signal });
    useApp.setState({ hits: { status: "done", params: q, result: items } });
  } catch (error) {
    if (!wasAborted(error))
      useApp.setState({ hits: { status: "failed", params: q, failure: failureOf(error) } });
  }
}

/** Goes to a hit and selects it, where it is a thing and not only a place. */
export function openHit({ layer, id, extent }: SearchHit): void {
  showExtent(extent);
  if (layer !== "place") select({ layer, id });
  useApp.setState({ searchText: "", hits: { status: "idle" } });
}
