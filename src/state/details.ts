import { failureOf, readPlace, readProfile, wasAborted } from "../backend.ts";
import type { AppState } from "./app-state.ts";
import type { FeatureRef } from "./selection-state.ts";
import { useApp } from "./store.ts";

type Detail = "profile" | "place";

/** What is asked of a selection beside its facts: how steep walkways and streets are, what lies at coordinates. */
function detailOf(selection: FeatureRef | null): Detail | null {
  if (selection?.layer === "walkway" || selection?.layer === "road") return "profile";
  return selection?.layer === "place" ? "place" : null;
}

/** Asks it whenever the selection changes, now and from now on; returns how to stop. */
export function followDetails(): () => void {
  return useApp.subscribe((state, before) => {
    const isNew = state.selection !== before.selection || state.district !== before.district;
    if (isNew || (state.start.status === "done" && before.start.status !== "done")) void readDetail();
  });
}

let asking: AbortController | null = null;

/** Asks it anew. */
export async function readDetail(): Promise<void> {
  asking?.abort();
  const { selection, district, start } = useApp.getState();
  const detail = detailOf(selection);
  useApp.setState({ profile: { status: "idle" }, place: { status: "idle" } });
  if (detail === null || selection === null || district === null || start.status !== "done") return;
  asking = new AbortController();
  const { signal } = asking;
  const set = (run: object) =>
    useApp.setState({ [detail]: { ...run, params: selection } } as Partial<AppState>);
  set({ status: "running", stale: null });
  try {
    const question = { district, ...selection, signal };
    const result = await (detail === "profile" ? readProfile(question) : readPlace(question));
    if (!signal.aborted) set({ status: "done", result });
  } catch (error) {
    if (!wasAborted(error) && !signal.aborted) set({ status: "failed", failure: failureOf(error) });
  }
}
